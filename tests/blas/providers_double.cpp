#include "every_target.hpp"
#include "libraries.hpp"
#include "numlane/parallel.hpp"
#include "operations.hpp"

TEST_CASE("every operation through every provider: double and complex<double>") {
    // Threads of libraries that wait by spinning would only keep each other from working here.
    const nl::thread_limit one(1);
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        nl::blas::use(library.name);
        operands::check_everything<double>();
        operands::check_everything<std::complex<double>>();
    }
}

TEST_CASE("every native operation on every target: double and complex<double>") {
    nl::blas::use("native");
    targets::on_every([] {
        operands::check_everything<double>();
        operands::check_everything<std::complex<double>>();
    });
}
