#pragma once

#include <fstream>

#include "every_target.hpp"
#include "layouts.hpp"

namespace products {

using nl::index_t;
using oracle::read;

/// Exact, or for floats within the error of sums of k products of the given magnitudes.
template <class T>
void check_product(const nl::array<T>& got, const nl::array<T>& expected, const nl::array<double>& size, index_t k) {
    REQUIRE(got.shape() == expected.shape());
    for (index_t i = 0; i < got.size(); ++i) {
        INFO("element " << i << " of " << got.size());
        const T g = got.data()[i], e = expected.data()[i];
        if constexpr (std::is_integral_v<T>) REQUIRE(g == e);
        else REQUIRE(double(std::abs(g - e)) <= double(2 * k + 4) * matrices::eps<T> * size.data()[i]);
    }
}

/// matmul of every case of two dtypes, in all pairs of layouts.
template <class A, class B>
void check_matmul(int step = 1) {
    using T = nl::promote_t<A, B>;
    int cases = 0;
    std::ifstream("matmul.txt") >> cases;
    REQUIRE(cases > 30);
    for (int i = 0; i < cases; ++i) {
        const std::string name =
            std::string("matmul.") + nl::dtype_name<A>() + "." + nl::dtype_name<B>() + "." + std::to_string(i);
        const auto a = read<A>(name + ".a");
        const auto b = read<B>(name + ".b");
        const auto c = read<T>(name + ".c");
        const auto size = read<double>(name + ".size");
        for (int layout = 0; layout < layouts::count * layouts::count; layout += step) {
            INFO(name << " in layouts " << layout / layouts::count << " and " << layout % layouts::count);
            const auto x = layouts::lay_out(a, layout / layouts::count);
            const auto y = layouts::lay_out(b, layout % layouts::count);
            check_product<T>(nl::matmul(x, y), c, size, a.shape(-1));
            if (layout % 4 != 0) continue;
            nl::array<T> wide = nl::zeros<T>(c.shape());
            const nl::view<const T> out = layouts::lay_out(wide, layout % layouts::count);
            const nl::view<T> into(const_cast<T*>(out.data()), out.shape(), out.strides(), out.memory());
            nl::matmul(x, y, into);
            check_product<T>(nl::array<T>(into), c, size, a.shape(-1));
        }
    }
}

/// matmul of operands with NaN and infinities, in some pairs of layouts.
template <class T>
void check_special_matmul() {
    int cases = 0;
    std::ifstream("special.txt") >> cases;
    REQUIRE(cases > 5);
    for (int i = 0; i < cases; ++i) {
        const std::string name = std::string("special.") + nl::dtype_name<T>() + "." + std::to_string(i);
        const auto a = read<T>(name + ".a"), b = read<T>(name + ".b");
        for (int layout = 0; layout < layouts::count * layouts::count; layout += 4) {
            INFO("layouts " << layout / layouts::count << " and " << layout % layouts::count);
            const auto x = layouts::lay_out(a, layout / layouts::count),
                       y = layouts::lay_out(b, layout % layouts::count);
            oracle::check_special<T>(nl::matmul(x, y), name + ".c", double(4 * a.shape(-1) + 4),
                                     oracle::special_parts::any);
        }
    }
}

}  // namespace products
