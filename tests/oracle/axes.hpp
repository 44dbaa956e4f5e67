#pragma once

#include <vector>

#include "numlane/reduce.hpp"
#include "oracle/case.hpp"

// The cases of axes.py, in which the same lists stand.
namespace axes {

template <class T>
nl::view<T> view_of(std::int64_t number, nl::array<T>& x) {
    using nl::_, nl::ellipsis, nl::slice;
    switch (number) {
    case 1: return x.T();
    case 2: return x(slice(_, _, -1));
    case 3: return x(ellipsis, slice(_, _, -2));
    case 4: return x.ndim() > 1 ? nl::view<T>(x(slice(1, _), ellipsis, slice(_, -1))) : nl::view<T>(x(slice(1, _)));
    default: return x.as_view();
    }
}

/// The axes of `bits`, as axis_of in axes.py.
inline nl::axes of_bits(std::int64_t bits, int ndim) {
    if (bits < 0) return {};
    nl::dims<> list = nl::dims<>::with_rank(__builtin_popcountll(std::uint64_t(bits)));
    for (int axis = ndim - 1, at = 0; axis >= 0; --axis)
        if (bits >> axis & 1) list[at++] = axis;
    if (list.size() == 1) list[0] -= ndim;
    return nl::axes(list);
}

template <class T>
struct near {
    double epsilons;  // 0: the same bits, but for the signs of zeros

    bool operator()(const T& got, const T& expected) const {
        if (epsilons == 0) return oracle::same_value{false}(got, expected);
        if (got != got || expected != expected) return got != got && expected != expected;
        if (got == expected) return true;
        if constexpr (std::is_integral_v<T>) return false;
        using wide = std::conditional_t<nl::is_complex_v<T>, std::complex<double>, double>;
        const double unit = std::numeric_limits<nl::real_t<T>>::epsilon();
        return std::abs(wide(got) - wide(expected)) <= epsilons * unit * std::abs(wide(expected));
    }
};

/// Where NumPy has no result, it wrote nothing.
enum class nothing { is_there, throws };

template <class R, class T>
using function = std::function<nl::array<R>(const nl::view<T>&, const nl::view<bool>&, const nl::axes&)>;

/// f(view, mask, axes) gives NumPy's results of `name`, which are of dtype R. Compiled once for all functions.
template <class R, class T>
void check(const std::string& name, const function<R, T>& f, double epsilons = 0, nothing empty = nothing::is_there) {
    const std::string dtype = nl::dtype_name<T>();
    const auto cases = oracle::read<std::int64_t>("axes_cases");
    const auto expected = oracle::read<R>("axes_" + name + "." + dtype);
    std::vector<nl::array<T>> values;
    std::vector<nl::array<bool>> masks;
    for (nl::index_t s = 0; s <= cases(-1, 0); ++s) {
        values.push_back(oracle::read<T>("axes_values." + dtype + "." + std::to_string(s)));
        masks.push_back(oracle::read<bool>("axes_mask." + std::to_string(s)));
    }
    targets::on_every([&] {
        nl::index_t at = 0;
        for (nl::index_t i = 0; i < cases.shape(0); ++i) {
            auto& x = values[std::size_t(cases(i, 0))];
            const auto v = view_of(cases(i, 1), x);
            const auto m = view_of(cases(i, 1), masks[std::size_t(cases(i, 0))]);
            INFO(name << " of " << dtype << ", view " << cases(i, 1) << " of " << nl::to_string(x.shape()) << ", axes "
                      << cases(i, 2));
            const nl::axes along = of_bits(cases(i, 2), v.ndim());
            nl::array<R> got = nl::zeros<R>({0});
            try {
                got = f(v, m, along);
            } catch (const nl::shape_error&) {
                REQUIRE(empty == nothing::throws);
                REQUIRE(v.size() == 0);
            } catch (const nl::index_error&) {  // several axes for argmin
                REQUIRE((cases(i, 2) & (cases(i, 2) - 1)) != 0);
            }
            for (nl::index_t k = 0; k < got.size(); ++k, ++at)
                if (!near<R>{epsilons}(got.data()[k], expected(at)))
                    FAIL("element " << k << " is " << oracle::text(got.data()[k]) << ", not "
                                    << oracle::text(R(expected(at))));
        }
        REQUIRE(at == expected.size());
    });
}

}  // namespace axes
