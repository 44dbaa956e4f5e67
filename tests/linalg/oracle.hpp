#pragma once

#include "matrices.hpp"
#include "numlane/io/npy.hpp"

// The cases that make_cases.py writes into the working directory.
namespace oracle {

using nl::index_t;

template <class T>
nl::array<T> read(const std::string& name) {
    return nl::load<T>(name + ".npy");
}

/// Every element within `times`·eps·(the largest one) of what NumPy gives, in the dtype that NumPy gives.
template <class T>
void check_close(const nl::array<T>& got, const std::string& name, double times) {
    INFO(name);
    const auto expected = read<T>(name);
    REQUIRE(got.shape() == expected.shape());
    double most = 0;
    if constexpr (!std::is_integral_v<T>)
        for (const T& x : expected) most = std::max(most, double(std::abs(x)));
    for (index_t i = 0; i < got.size(); ++i) {
        INFO("element " << i << " of " << got.size());
        const T g = got.data()[i], e = expected.data()[i];
        if constexpr (std::is_integral_v<T>) {
            REQUIRE(g == e);
        } else if (!nl::blas::native_lapack::is_finite(e)) {  // NumPy's complex infinities have NaN parts, or not
            REQUIRE(!nl::blas::native_lapack::is_finite(g));
        } else if (g != e) {
            REQUIRE(double(std::abs(g - e)) <= times * matrices::eps<T> * (std::isfinite(most) ? most : 0));
        }
    }
}

/// How NumPy's NaN and infinities of complex numbers are to be met: in each part, as where products are not summed, or
/// by an element that is not finite either, since libraries multiply sums by a complex 1.
enum class special_parts { each, any };

/// NaN and the infinities where NumPy has them; every finite element within `times`·eps·(the largest of them).
template <class T>
void check_special(const nl::array<T>& got, const std::string& name, double times, special_parts parts) {
    using nl::blas::native_lapack::is_finite;
    INFO(name);
    const auto expected = read<T>(name);
    REQUIRE(got.shape() == expected.shape());
    double most = 0;
    for (const T& x : expected)
        if (is_finite(x)) most = std::max(most, double(std::abs(x)));
    const auto check = [&](auto g, auto e) {
        if (std::isnan(e)) REQUIRE(std::isnan(g));
        else if (std::isinf(e)) REQUIRE(g == e);
        else REQUIRE(double(std::abs(g - e)) <= times * matrices::eps<T> * most);
    };
    for (index_t i = 0; i < got.size(); ++i) {
        const T g = got.data()[i], e = expected.data()[i];
        INFO("element " << i << " of " << got.size() << ": " << g << ", NumPy's " << e);
        if constexpr (!nl::is_complex_v<T>) {
            check(g, e);
        } else if (parts == special_parts::each || is_finite(e)) {
            check(g.real(), e.real());
            check(g.imag(), e.imag());
        } else {
            REQUIRE(!is_finite(g));
        }
    }
}

}  // namespace oracle
