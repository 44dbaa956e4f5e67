// Natively, results do not depend on the number of threads; libraries keep to it.
#include <dlfcn.h>

#include <cstring>

#include "blas/busy_threads.hpp"
#include "blas/libraries.hpp"
#include "matrices.hpp"
#include "numlane/parallel.hpp"

using namespace matrices;

namespace {

template <class T>
bool same_bits(const nl::array<T>& a, const nl::array<T>& b) {
    return a.shape() == b.shape() && std::memcmp(a.data(), b.data(), std::size_t(a.size()) * sizeof(T)) == 0;
}

/// f() with 1 thread is f() with 2, 3 and 8.
template <class F>
void check_threads(const F& f) {
    nl::set_num_threads(1);
    const auto expected = f();
    for (const int threads : {2, 3, 8}) {
        INFO(threads << " threads");
        nl::set_num_threads(threads);
        CHECK(same_bits(f(), expected));
    }
}

/// What OpenBLAS says, if it is the LAPACK in use.
int threads_of_lapack() {
    void* const get = dlsym(nl::process::blas.active.load()->lapack_handle, "openblas_get_num_threads");
    return get != nullptr ? reinterpret_cast<int (*)()>(get)() : 0;
}

}  // namespace

TEMPLATE_TEST_CASE("solve, inv and qr give the same bits with any number of threads", "", double,
                   std::complex<double>) {
    using T = TestType;
    const int threads = nl::get_num_threads();
    const std::string provider = nl::blas::info().provider;
    nl::blas::use("native");
    for (const index_t columns : {65, 131, 219, 513}) {
        INFO(columns << " right sides");
        const auto a = random<T>({200, 200}), b = random<T>({200, columns}, 2);
        check_threads([&] { return nl::linalg::solve(a, b); });
    }
    for (const index_t n : {321, 386}) {
        INFO("order " << n);
        const auto a = random<T>({n, n});
        check_threads([&] { return nl::linalg::inv(a); });
        check_threads([&] { return nl::linalg::qr(a).r; });
    }
    nl::blas::use(provider.c_str());
    nl::set_num_threads(threads);
}

TEST_CASE("the liblapack beside a library without LAPACK keeps to numlane's budget, and is as before afterwards") {
    if (busy_threads::run_times().empty()) {
        WARN("no /proc/self/task: not tested");
        return;
    }
    const index_t n = nl::blas::library_lapack::threads_from_order;
    const auto a = random<double>({n, n});
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        nl::blas::use(library.name);
        const auto* const active = nl::process::blas.active.load();
        if (active->lapack_handle == nullptr || active->lapack_handle == active->handle) continue;
        INFO(library.package);
        const int before = threads_of_lapack();
        {
            const busy_threads::budget one(1);
            CHECK(busy_threads::count(0.2, [&] { nl::linalg::svdvals(a); }) == 1);
            CHECK(busy_threads::count(0.2, [&] { nl::linalg::eigh(a); }) == 1);
        }
        CHECK(threads_of_lapack() == before);
        {
            const busy_threads::budget two(2);
            int inside = 0;
            // By one thread of the region; the other one has nothing to do, but the system may charge it a tick of 0.01 s.
            CHECK(busy_threads::count(0.03, [&] {
                      nl::parallel_for(0, 2, 1, [&](index_t first, index_t) {
                          for (int times = first == 0 ? 24 : 0; times > 0; --times) {
                              nl::linalg::svdvals(a);
                              inside += nl::in_parallel_region();
                          }
                      });
                  }) == 1);
            CHECK(inside == 24);
        }
        CHECK(threads_of_lapack() == before);
    }
    nl::blas::use("auto");
}
