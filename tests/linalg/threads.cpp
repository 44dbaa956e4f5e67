// Natively, results do not depend on the number of threads.
#include <cstring>

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
