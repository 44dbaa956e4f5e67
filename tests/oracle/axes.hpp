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
        const double size = std::abs(wide(expected));
        return size < std::numeric_limits<double>::infinity() &&
               std::abs(wide(got) - wide(expected)) <= epsilons * unit * size;
    }
};

struct options {
    nl::axes axis;
    bool keepdims;
    nl::view<bool> where;
};

/// Row i as a shape; that of one axis of -1 where NumPy raises an error.
inline nl::dims<> shape_of(const nl::array<std::int64_t>& shapes, nl::index_t i) {
    if (shapes(i, 0) < 0) return nl::dims<>(-1);
    nl::dims<> shape = nl::dims<>::with_rank(int(shapes(i, 0)));
    for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = shapes(i, axis + 1);
    return shape;
}

template <class R, class T>
using function = std::function<nl::array<R>(const nl::view<T>&, const options&)>;

/// So many elements, where results are as many as elements, or NumPy computes them one by one in Python.
inline constexpr nl::index_t small = 1000;

/// f(view, options) gives NumPy's results of `name`, which are of dtype R, for arrays of up to `most` elements, and
/// throws where NumPy does. Compiled once for all functions.
template <class R, class T>
void check(const std::string& name, const function<R, T>& f, double epsilons = 0,
           nl::index_t most = std::numeric_limits<nl::index_t>::max()) {
    const std::string dtype = std::string(".") + nl::dtype_name<T>();
    const std::string prefix = name.find("of_nan_") == 0 ? "axes_of_nan_" : "axes_";
    const auto cases = oracle::read<std::int64_t>("axes_cases");
    const auto expected = oracle::read<R>("axes_" + name + dtype);
    const auto shapes = oracle::read<std::int64_t>("axes_" + name + "_shapes" + dtype);
    std::vector<nl::array<T>> values;
    std::vector<nl::array<bool>> masks;
    for (nl::index_t s = 0; s <= cases(-1, 0); ++s) {
        values.push_back(oracle::read<T>(prefix + "values" + dtype + "." + std::to_string(s)));
        masks.push_back(oracle::read<bool>("axes_mask." + std::to_string(s)));
    }
    targets::on_every([&] {
        nl::index_t at = 0, result = 0;
        for (nl::index_t i = 0; i < cases.shape(0); ++i) {
            auto& x = values[std::size_t(cases(i, 0))];
            if (x.size() > most) continue;
            const auto v = view_of(cases(i, 1), x);
            const options given{of_bits(cases(i, 2), v.ndim()), cases(i, 3) == 1,
                                view_of(cases(i, 1), masks[std::size_t(cases(i, 0))])};
            INFO(name << " of " << nl::dtype_name<T>() << ", view " << cases(i, 1) << " of " << nl::to_string(x.shape())
                      << ", axes " << cases(i, 2) << ", keepdims " << given.keepdims);
            const nl::dims<> shape = shape_of(shapes, result++);
            nl::array<R> got = nl::zeros<R>({0});
            try {
                got = f(v, given);
                REQUIRE(got.shape() == shape);
            } catch (const nl::index_error&) {  // several axes for a function of one
                REQUIRE(shape == nl::dims<>(-1));
                REQUIRE((cases(i, 2) & (cases(i, 2) - 1)) != 0);
            } catch (const nl::shape_error&) {
                REQUIRE(shape == nl::dims<>(-1));
                REQUIRE(v.size() == 0);
            } catch (const nl::error&) {  // nothing but NaN, or no weight
                REQUIRE(shape == nl::dims<>(-1));
                REQUIRE((name.find("of_nan_nanarg") == 0 || name.find("weight") != std::string::npos));
            }
            for (nl::index_t k = 0; k < got.size(); ++k, ++at)
                if (!near<R>{epsilons}(got.data()[k], expected(at)))
                    FAIL("element " << k << " is " << oracle::text(got.data()[k]) << ", not "
                                    << oracle::text(R(expected(at))));
        }
        REQUIRE(at == expected.size());
        REQUIRE(result == shapes.shape(0));
    });
}

}  // namespace axes
