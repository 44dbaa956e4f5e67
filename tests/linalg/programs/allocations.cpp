// Products of operands up to 8x8 take nothing from the heap but their result.
#include <utility>

#include "counted_malloc.hpp"
#include "numlane/numlane.hpp"

namespace nl = numlane;

namespace {

int failures = 0;

template <class F>
int counted_calls(const F& f) {
    return counted::during(f).calls;
}

void require(bool right, const char* what, const char* dtype, nl::index_t m, nl::index_t k, nl::index_t n, int count) {
    if (right) return;
    ++failures;
    std::printf("%s of %s (%td, %td) and (%td, %td): %d allocations\n", what, dtype, m, k, k, n, count);
}

template <class T>
void check(nl::index_t m, nl::index_t k, nl::index_t n) {
    const char* const dtype = nl::dtype_name<T>();
    const nl::array<T> a = nl::ones<T>({m, k}), b = nl::ones<T>({k, n}), b_turned = nl::ones<T>({n, k});
    const nl::array<T, 2> fixed_a = a, fixed_b = b;
    const nl::array<T> wide = nl::ones<T>({k, 2 * n});
    const auto spread = wide(nl::_, nl::slice(nl::_, nl::_, 2));
    nl::array<T> out = nl::zeros<T>({m, n});
    const int result = counted_calls([&] { const nl::array<T> c(nl::detail::uninitialized{}, nl::dims<>(m, n)); });
    require(result <= 1, "an array", dtype, m, k, n, result);
    const auto of = [&](const char* what, int allowed, auto&& f) {
        f();  // the first call may look for a library, and fill a cache
        const int count = counted_calls(f);
        require(count <= allowed, what, dtype, m, k, n, count);
    };
    of("matmul", result, [&] { const auto c = nl::matmul(a, b); });
    of("matmul of fixed rank", result, [&] { const auto c = nl::matmul(fixed_a, fixed_b); });
    of("matmul of a transposed operand", result, [&] { const auto c = nl::matmul(a, b_turned.T()); });
    of("matmul of a strided operand", result, [&] { const auto c = nl::matmul(a, spread); });
    of("matmul into an array", 0, [&] { nl::matmul(a, b, out); });
    of("dot", result, [&] { const auto c = nl::dot(a, b); });
    of("matmul of a vector", result, [&] { const auto c = nl::matmul(a, b(nl::_, 0)); });
    of("matvec", result, [&] { const auto c = nl::matvec(a, b(nl::_, 0)); });
    of("vecmat", result, [&] { const auto c = nl::vecmat(a[0], b); });
    of("vdot", 0, [&] { nl::vdot(a, a); });
    of("outer", result, [&] { const auto c = nl::outer(a(nl::_, 0), b[0]); });
    of("inner", result, [&] { const auto c = nl::inner(a, b_turned); });
    of("tensordot", result, [&] { const auto c = nl::tensordot(a, b, 1); });
    of("vecdot", result, [&] { const auto c = nl::vecdot(a, a); });
    const nl::array<T, 1> vector = nl::ones<T, 1>({k});
    of("dot of vectors", result, [&] { const auto c = nl::dot(vector, vector); });
    of("matmul of vectors", result, [&] { const auto c = nl::matmul(vector, vector); });
    of("trace", result, [&] { const auto c = nl::trace(fixed_a); });
    const nl::array<T> stack = nl::ones<T>({3, m, k});
    of("matmul of a stack", result, [&] { const auto c = nl::matmul(stack, b); });
    of("vecdot of a stack", result, [&] { const auto c = nl::vecdot(stack, a); });
}

template <class T>
void check_all() {
    for (const nl::index_t m : {1, 2, 3, 5, 8})
        for (const nl::index_t k : {1, 3, 4, 8})
            for (const nl::index_t n : {1, 2, 7, 8}) check<T>(m, k, n);
}

}  // namespace

int main() {
    if (!counted::works()) return 1;
    check_all<double>();
    check_all<float>();
    check_all<std::complex<double>>();
    check_all<std::int32_t>();
    return failures == 0 ? 0 : 1;
}
