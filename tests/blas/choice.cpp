#include <fstream>

#include "libraries.hpp"

// NUMLANE_STUBS is the folder of the libraries made from libraries/stub.cpp.
namespace {

std::string stub(const char* name) { return std::string(NUMLANE_STUBS) + "/libstub_" + name + ".so"; }

double seven() {
    // Larger than what the native kernels keep for themselves.
    const std::vector<double> a(40 * 40, 1.0);
    std::vector<double> c(40 * 40);
    nl::blas::gemm<double>({40, 40, 40, {a.data(), 40, 1}, {a.data(), 1, 40}, {c.data(), 40, 1}, 0.175});
    return c[39];
}

std::string complaint(const std::string& name) {
    try {
        nl::blas::use(name);
    } catch (const nl::blas_error& e) {
        return e.what();
    }
    return "none";
}

/// Whether using `name` fails with a text that has all of `parts`.
bool says(const std::string& name, std::initializer_list<const char*> parts) {
    const std::string text = complaint(name);
    INFO(text);
    for (const char* part : parts) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
    return text.find("blas::use") == 0;
}

}  // namespace

TEST_CASE("the library of a path is used, and named by info()") {
    nl::blas::use("native");
    CHECK(nl::blas::info().provider == "native");
    CHECK(nl::blas::info().path.empty());
    CHECK(nl::blas::info().threads == nl::get_num_threads());
    CHECK(nl::blas::lapack_symbol("dgesv") == nullptr);
    CHECK(seven() == 7.0);
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        nl::blas::use(library.name);
        const nl::blas::provider_info info = nl::blas::info();
        INFO(library.package);
        CHECK(info.provider == library.provider);
        CHECK(info.integer_bits == library.integer_bits);
        CHECK(info.path.find(".so") != std::string::npos);
        if (info.provider != "library") CHECK(!info.version.empty());
        if (info.provider == "openblas") {
            CHECK(info.lapack);
            CHECK(nl::blas::lapack_integer_bits() == library.integer_bits);
            CHECK(nl::blas::lapack_symbol("dgesv") != nullptr);
            CHECK(nl::blas::lapack_symbol("no_such_function") == nullptr);
        }
        CHECK(seven() == Approx(7.0));
    }
}

TEST_CASE("auto always finds something") {
    nl::blas::use("auto");
    CHECK(!nl::blas::info().provider.empty());
    CHECK(seven() == Approx(7.0));
}

TEST_CASE("the names of Accelerate, 64-bit integers and Fortran are found out") {
    const struct {
        const char *name, *provider;
        int bits;
    } all[] = {{"newlapack", "accelerate", 32}, {"newlapack_ilp64", "accelerate", 64},
               {"fortran", "library", 32},      {"fortran_64_", "library", 64},
               {"64_", "library", 64},          {"plain", "library", 32}};
    for (const auto& each : all) {
        INFO(each.name);
        REQUIRE(complaint(stub(each.name)) == "none");
        CHECK(nl::blas::info().provider == each.provider);
        CHECK(nl::blas::info().integer_bits == each.bits);
        CHECK(seven() == Approx(7.0));
        // What the library does not have, or returns in an unknown way, the native kernels do.
        const float x[] = {1, 2, 3}, y[] = {4, 5, 6};
        CHECK(nl::blas::dot<float>({3, {x}, {y}}) == 32);
        const std::complex<double> z[] = {{0, 1}, {2, 0}};
        CHECK(nl::blas::dot<std::complex<double>>({2, {z, 1, true}, {z}}) == 5.0);
        CHECK(nl::blas::nrm2<double>({0, {nullptr}}) == 0);
    }
}

TEST_CASE("what cannot be used is refused, with all that was tried; the library before stays") {
    nl::blas::use("native");
    CHECK(says(stub("wrong_sum"), {"self-test", "sgemm", "libstub_wrong_sum"}));
    CHECK(says(stub("writes_outside"), {"self-test", "sgemm"}));
    CHECK(says(stub("wrong_dot"), {"self-test", "ddot"}));
    CHECK(says(stub("incomplete"), {"[sdcz]gemm"}));
    CHECK(says("/no/such/library.so", {"/no/such/library.so", "cannot open"}));
    CHECK(says("atlas", {"\"atlas\"", "openblas, mkl, blis"}));
    CHECK(says("linked", {"NUMLANE_BLAS_LINK"}));
    const std::string text = std::string(NUMLANE_STUBS) + "/not_elf.so";
    std::ofstream(text) << std::string(100, 'x');
    CHECK(says(text, {"not_elf.so", "invalid ELF header"}));
    CHECK(nl::blas::info().provider == "native");
    CHECK(seven() == 7.0);
}
