// Fused expressions on one thread against hand-written loops of the same operations.
#include "handwritten/expressions.hpp"

#include <algorithm>
#include <cstdlib>

#include "bench.hpp"
#include "numlane/numlane.hpp"

namespace nl = numlane;

template <class T>
void require_equal(const nl::array<T, 1>& a, const nl::array<T, 1>& b, const std::string& what) {
    if (std::memcmp(a.data(), b.data(), a.nbytes()) == 0) return;
    std::fprintf(stderr, "%s: numlane and the hand-written loop differ\n", what.c_str());
    std::exit(1);
}

template <class T, class Fused, class Peer>
void compare(bench::table& t, const char* expression, nl::index_t n, Fused fused, Peer peer) {
    const std::string what = std::string(expression) + " " + nl::dtype_name<T>() + " " + std::to_string(n);
    nl::array<T, 1> out = nl::zeros<T, 1>({n}), expected = nl::zeros<T, 1>({n});
    fused(out);
    peer(expected.data());
    require_equal(out, expected, what);
    t.row(what, {{"numlane", [&] { fused(out); }}, {"hand-written", [&] { peer(out.data()); }}},
          n > 1'000'000 ? 2 : 0.3);
}

template <class T>
void compare_all(bench::table& t, nl::index_t n) {
    const nl::array<T, 1> a = nl::linspace<T>(-3.0, 3.0, n), b = nl::linspace<T>(0.5, 2.0, n);
    const std::size_t size = std::size_t(n);
    const T c = T(0.3);
    compare<T>(
        t, "sin(a)*b + exp(c*a)", n, [&](auto& out) { out = nl::sin(a) * b + nl::exp(c * a); },
        [&](T* out) { handwritten::sin_exp(a.data(), b.data(), c, out, size); });
    compare<T>(
        t, "sqrt(a*a + b*b)", n, [&](auto& out) { out = nl::sqrt(a * a + b * b); },
        [&](T* out) { handwritten::magnitude(a.data(), b.data(), out, size); });
    compare<T>(
        t, "cubic polynomial", n, [&](auto& out) { out = ((0.25 * a + 0.5) * a - 2) * a + 1; },
        [&](T* out) { handwritten::cubic(a.data(), out, size); });
    compare<T>(
        t, "2*a + 3*b", n, [&](auto& out) { out = 2 * a + 3 * b; },
        [&](T* out) { handwritten::linear(a.data(), b.data(), out, size); });
}

int main(int argc, char** argv) {
    bench::table t("expressions on one thread", argc, argv);
    nl::set_num_threads(1);
    for (const nl::index_t n : {1'000, 100'000, 10'000'000}) {
        compare_all<double>(t, n);
        compare_all<float>(t, n);
    }
}
