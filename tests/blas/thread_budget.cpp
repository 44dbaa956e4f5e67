#include <dlfcn.h>

#include <atomic>
#include <string>

#include "busy_threads.hpp"
#include "libraries.hpp"
#include "numlane/parallel.hpp"

using namespace busy_threads;

namespace {

constexpr nl::index_t n = 400;
const std::vector<double> operand(4 * n * n, 1.0);

void multiply(double* result) {
    nl::blas::gemm<double>({n, n, n, {operand.data(), n, 1}, {operand.data(), n, 1}, {result, n, 1}});
}

// So long that a thread which waits for a busy CPU still finds some of it to do.
void multiply_long(double* result) {
    constexpr nl::index_t most = 2 * n;
    nl::blas::gemm<double>({most, most, most, {operand.data(), most, 1}, {operand.data(), most, 1}, {result, most, 1}});
}

// So little that OpenBLAS, left to itself, would wake its threads for it and lose by that.
void multiply_little(double* result) {
    constexpr nl::index_t few = 150;
    nl::blas::gemv<double>({few, few, {operand.data(), few, 1}, {operand.data()}, {result}});
}

int library_threads() {
    void* const library = dlopen(nl::blas::info().path.c_str(), RTLD_NOW | RTLD_LOCAL);
    for (const char* name : {"openblas_get_num_threads", "bli_thread_get_num_threads", "MKL_Get_Max_Threads"})
        if (void* const get = dlsym(library, name)) return reinterpret_cast<int (*)()>(get)();
    return 0;
}

// The threads of two libraries that are none.
int first_threads = 4, second_threads = 4;
int set_first(long threads) { return first_threads = int(threads); }
int set_second(long threads) { return second_threads = int(threads); }
int get_first() { return first_threads; }
int get_second() { return second_threads; }

void check(const char* name, bool threaded) {
    nl::blas::use(name);
    std::vector<double> result(operand.size());
    const int before = name[0] == '/' ? library_threads() : 0;
    {
        const budget one(1);
        CHECK(count(0.3, [&] { multiply(result.data()); }) == 1);
    }
    const int cpus = nl::detail::available_cpus();
    {
        const budget two(2);
        int busy = 0;
        // On a busy machine the second thread may not get its turn at once.
        for (int attempt = 1; attempt <= 5 && busy < (threaded && cpus >= 2 ? 2 : 1); ++attempt) {
            busy = count(0.3 * attempt, [&] { multiply_long(result.data()); });
            CHECK(busy <= 2);
        }
        if (threaded && cpus >= 2) CHECK(busy == 2);
        CHECK(count(0.2, [&] { multiply_little(result.data()); }) == 1);
        // In a region of two threads the library has one for each.
        std::vector<double> other(n * n);
        std::atomic<int> inside{0};
        const int nested = count(0.3, [&] {
            nl::parallel_for(0, 2, 1, [&](nl::index_t first, nl::index_t last) {
                for (nl::index_t i = first; i < last; ++i) {
                    multiply(i == 0 ? result.data() : other.data());
                    inside += nl::in_parallel_region();
                }
            });
        });
        CHECK(nested <= 2);
        CHECK(inside > 0);
        CHECK(other[0] == double(n));
    }
    if (name[0] == '/') CHECK(library_threads() == before);
    CHECK(result[0] == double(n));
    CHECK(result.back() == double(2 * n));
}

}  // namespace

TEST_CASE("a long call beside short ones has the threads of the budget") {
    const auto* const library = libraries::use_process_wide();
    if (library == nullptr) return;
    const int before = library_threads();
    const budget two(2);
    {
        const nl::blas::library_threads little(*library, 0);
        CHECK(library_threads() == 1);
        {
            const nl::blas::library_threads much(*library, 1e9);
            CHECK(library_threads() == 2);
            const nl::blas::library_threads more_little(*library, 0);
            CHECK(library_threads() == 2);
            const budget one(1);
            const nl::blas::library_threads much_on_one(*library, 1e9);
            CHECK(library_threads() == 1);
        }
        CHECK(library_threads() == 1);
    }
    CHECK(library_threads() == before);
}

TEST_CASE("a library and the LAPACK beside it have threads of their own, unless they share them") {
    const auto found = [](int (*set)(long), int (*get)()) {
        return nl::blas::loader::thread_control(nl::process::blas_threads::process_wide, reinterpret_cast<void*>(set),
                                                reinterpret_cast<void*>(get));
    };
    auto *const first = found(set_first, get_first), *const second = found(set_second, get_second);
    CHECK(first != second);
    CHECK(first == found(set_first, get_first));
    const budget two(2);
    {
        const nl::blas::library_threads little(first, 0);
        {
            const nl::blas::library_threads much(second, 1e9);
            CHECK(first_threads == 1);
            CHECK(second_threads == 2);
        }
        CHECK(first_threads == 1);
        CHECK(second_threads == 4);
    }
    CHECK(first_threads == 4);
}

TEST_CASE("a library keeps to numlane's budget, and is as before afterwards") {
    if (run_times().empty()) {
        WARN("no /proc/self/task: not tested");
        return;
    }
    check("native", true);
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        const std::string package = library.package;
        // Of BLIS the most is checked alone: on a busy machine its short-lived threads do not show.
        const std::string provider = library.provider;
        const bool serial = package == "libopenblas0-serial" || provider == "library" || provider == "blis" ||
                            (provider == "mkl" && dlopen("libiomp5.so", RTLD_NOW | RTLD_LOCAL) == nullptr);
        // ATLAS is built with the threads it has.
        if (package != "libatlas3-base") check(library.name, !serial);
    }
}
