// Reductions of expressions write nothing but their results: what they take from the heap is a small part of an operand.
#include "counted_malloc.hpp"
#include "numlane/linalg.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace nl = numlane;

namespace {

int failures = 0;

/// Allows f the bytes of its results and a sixteenth of an operand.
template <class F>
void require(const char* what, std::size_t results, const F& f) {
    f();  // the first call may start threads
    nl::release_cached_memory();
    const std::size_t bytes = counted::during(f).bytes, allowed = results + 500 * 600 * sizeof(double) / 16;
    if (bytes <= allowed) return;
    ++failures;
    std::printf("%s: %zu bytes from the heap, more than %zu\n", what, bytes, allowed);
}

template <class T>
nl::array<T> ramp(T step) {
    nl::array<T> x = nl::zeros<T>({500, 600});
    for (nl::index_t i = 0; i < x.size(); ++i) x.data()[i] = T(i % 97) * step;
    return x;
}

}  // namespace

int main() {
    if (!counted::works()) return 1;
    const nl::array<double> a = ramp(0.5), b = ramp(-0.25);
    constexpr std::size_t rows = 500 * sizeof(double), columns = 600 * sizeof(double), all = 500 * columns;
    double sink = 0;
    require("sum(a * b)", 0, [&] { sink += nl::sum(a * b); });
    require("sum(a * b) of turned arrays", 0, [&] { sink += nl::sum(a.T() * b.T()); });
    require("sum(a * b, axis 0)", columns, [&] { sink += nl::sum(a * b, {.axis = 0})(0); });
    require("sum(a * b, axis 1)", rows, [&] { sink += nl::sum(a * b, {.axis = 1})(0); });
    require("mean(abs(a - b))", 0, [&] { sink += nl::mean(nl::abs(a - b)); });
    require("var(a - b)", 0, [&] { sink += nl::var(a - b); });
    require("var(a, axis 0)", columns, [&] { sink += nl::var(a, {.axis = 0})(0); });
    require("max(abs(a - b), axis 1)", rows, [&] { sink += nl::max(nl::abs(a - b), {.axis = 1})(0); });
    require("argmax(a - b)", 0, [&] { sink += double(nl::argmax(a - b)); });
    require("any(a > b)", 0, [&] { sink += nl::any(a > b); });
    require("count_nonzero(a > b, axis 0)", columns, [&] { sink += double(nl::count_nonzero(a > b, {.axis = 0})(0)); });
    require("norm(a - b)", 0, [&] { sink += nl::linalg::norm(a - b); });
    require("softmax over rows", all + 2 * rows, [&] {
        const auto e = nl::exp(a - nl::max(a, {.axis = 1, .keepdims = true}));
        const nl::array<double> softmax = e / nl::sum(e, {.axis = 1, .keepdims = true});
        sink += softmax(0, 0);
    });
    if (sink != sink) ++failures;
    return failures == 0 ? 0 : 1;
}
