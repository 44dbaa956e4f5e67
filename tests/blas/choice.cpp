#include <dlfcn.h>

#include <fstream>

#include "libraries.hpp"
#include "numlane/linalg/matmul.hpp"

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

TEST_CASE("which of OpenBLAS's cores have narrower vectors than a target") {
    using nl::blas::narrower;
    CHECK(narrower("Haswell", "AVX3"));
    CHECK(narrower("Zen", "AVX3_ZEN4"));
    CHECK(!narrower("SkylakeX", "AVX3"));
    CHECK(!narrower("Haswell", "AVX2"));
    CHECK(narrower("Nehalem", "AVX2"));
    CHECK(!narrower("Nehalem", "SSE4"));
    CHECK(!narrower("", "AVX3"));
    CHECK(!narrower("ARMV8", "NEON"));
}

TEST_CASE("MKL computes with one thread where the OpenMP runtime that it looks for is missing") {
    std::string why;
    const auto* const mkl = nl::blas::loader::load<>(stub("mkl").c_str(), why);
    REQUIRE(mkl != nullptr);
    const bool free_to_choose = std::getenv("MKL_THREADING_LAYER") == nullptr;
    const bool missing = dlopen("libiomp5.so", RTLD_NOW | RTLD_LOCAL) == nullptr;
    constexpr int sequential = 1, none = -1;
    CHECK(*static_cast<const int*>(nl::blas::loader::find(mkl->handle, "stub_threading_layer")) ==
          (free_to_choose && missing ? sequential : none));
}

TEST_CASE("a library that auto finds leaves products to the native kernels where its own are narrower") {
    std::string why;
    nl::process::blas_library_v1* const old = nl::blas::loader::load<>(stub("old_core").c_str(), why);
    REQUIRE(old != nullptr);
    CHECK(std::string(old->core) == "Prescott");
    CHECK(!old->native_products);
    nl::process::blas_library_v1* const best = nl::blas::choice::at_its_best(old);
    CHECK(best->native_products == nl::blas::narrower("Prescott", nl::simd::active_target()));
    CHECK(nl::blas::choice::at_its_best(old) == best);

    // How many products the library computes of two, of which one is a matrix times its own transpose.
    const std::vector<double> a(65 * 70, 0.1), b(70 * 75, 0.3);
    const int& computed = *static_cast<const int*>(nl::blas::loader::find(old->handle, "stub_products"));
    const auto products = [&] {
        const int before = computed;
        std::vector<double> c(65 * 75), square(65 * 65);
        nl::blas::gemm<double>({65, 75, 70, {a.data(), 70, 1}, {b.data(), 75, 1}, {c.data(), 75, 1}});
        nl::blas::syrk<double>({65, 70, {a.data(), 70, 1}, {square.data(), 65, 1}});
        CHECK(c[0] == Approx(2.1));
        CHECK(square[0] == Approx(0.7));
        return computed - before;
    };
    nl::blas::use("native");
    CHECK(products() == 0);
    nl::blas::use(stub("old_core"));  // named: it does all that it can, and it has no syrk
    CHECK(!nl::blas::info().native_products);
    CHECK(products() == 1);
    nl::process::blas.active.store(best);
    CHECK(nl::blas::info().native_products == best->native_products);
    CHECK(products() == (best->native_products ? 0 : 1));
    nl::blas::use("native");
}

TEST_CASE("an OpenBLAS leaves large products of thin matrices to the native kernels") {
    nl::blas::use(stub("old_core"));
    const auto& library = nl::blas::library::current();
    const int& computed = *static_cast<const int*>(nl::blas::loader::find(library.handle, "stub_products"));
    const auto by_library = [&](nl::index_t m, nl::index_t n, nl::index_t k) {
        const int before = computed;
        const auto a = nl::full<double, 2>({m, k}, 0.5), b = nl::full<double, 2>({k, n}, 3.0);
        const nl::array<double> c = nl::matmul(a, b);
        CHECK(c(0, 0) == 1.5 * double(k));
        CHECK(c(-1, -1) == 1.5 * double(k));
        return computed != before;
    };
    const bool narrow = std::string(nl::simd::active_target()).rfind("AVX", 0) != 0;
    CHECK(by_library(513, 514, 2) == narrow);
    CHECK(by_library(513, 514, 64) == narrow);
    CHECK(by_library(513, 514, 65));
    CHECK(by_library(512, 514, 2));
    CHECK(by_library(4, 600, 100));
    CHECK(by_library(600, 4, 100));
    nl::blas::use("native");
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
