#include "every_target.hpp"
#include "libraries.hpp"
#include "numlane/parallel.hpp"
#include "operations.hpp"

TEST_CASE("every operation through every provider: float and complex<float>") {
    // Threads of libraries that wait by spinning would only keep each other from working here.
    const nl::thread_limit one(1);
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        nl::blas::use(library.name);
        operands::check_everything<float>();
        operands::check_everything<std::complex<float>>();
    }
}

TEST_CASE("every native operation on every target: float and complex<float>") {
    nl::blas::use("native");
    targets::on_every([] {
        operands::check_everything<float>();
        operands::check_everything<std::complex<float>>();
    });
}
