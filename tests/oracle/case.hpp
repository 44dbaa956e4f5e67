#pragma once

#include <cmath>
#include <cstring>

#include "every_target.hpp"
#include "numlane/io/npy.hpp"
#include "numlane/manip.hpp"
#include "numlane/ufunc.hpp"

// The cases that make_cases.py writes into the working directory, and how results are compared with them.
namespace oracle {

template <class... T>
struct dtypes {};
using integers = dtypes<std::int8_t, std::int16_t, std::int32_t, std::int64_t, std::uint8_t, std::uint16_t,
                        std::uint32_t, std::uint64_t>;
using floats = dtypes<float, double>;
using complexes = dtypes<std::complex<float>, std::complex<double>>;
template <class... A, class... B>
dtypes<A..., B...> operator+(dtypes<A...>, dtypes<B...>);
using reals = decltype(integers() + floats());
using numbers = decltype(reals() + complexes());
using all = decltype(dtypes<bool>() + numbers());

/// Calls f(T()) for every dtype of the list.
template <class... T, class F>
void for_each(dtypes<T...>, const F& f) {
    (f(T()), ...);
}

template <class T>
nl::array<T> read(const std::string& name) {
    return nl::load<T>(name + ".npy");
}

/// Bitwise, except that NaN equals NaN, and zeros each other where NumPy leaves their sign open. The magnitude of complex
/// numbers, which NumPy leaves to the C library or to loops of its own, may be one ULP off.
struct same_value {
    bool signs_of_zeros = true;
    bool but_for_one_ulp = false;

    template <class T>
    bool operator()(const T& a, const T& b) const {
        if constexpr (nl::is_complex_v<T>) {
            return (*this)(a.real(), b.real()) && (*this)(a.imag(), b.imag());
        } else {
            if (a != a || b != b) return a != a && b != b;
            if constexpr (std::is_floating_point_v<T>)
                if (but_for_one_ulp && std::nextafter(a, b) == b) return true;
            return a == b && (!signs_of_zeros || std::memcmp(&a, &b, sizeof(T)) == 0);
        }
    }
};

template <class T>
std::string text(const T& value) {
    if constexpr (nl::is_complex_v<T>) return "(" + text(value.real()) + ", " + text(value.imag()) + ")";
    else if constexpr (!std::is_floating_point_v<T>) return std::to_string(value);
    else {
        char digits[40];
        std::snprintf(digits, sizeof(digits), "%.17g", double(value));
        return digits;
    }
}

/// Fails at the first element in which the arrays differ.
template <class T>
void check_same(const nl::array<T>& got, const nl::array<T>& expected, const std::string& what, same_value same = {}) {
    INFO(what);
    REQUIRE(got.shape() == expected.shape());
    const T *g = got.data(), *e = expected.data();
    for (nl::index_t i = 0; i < got.size(); ++i) {
        if (same(g[i], e[i])) continue;
        FAIL("element " << i << " is " << text(g[i]) << ", not " << text(e[i]));
    }
    SUCCEED();
}

/// The elements of a vector, which lie apart and backwards in memory.
template <class T>
nl::view<T> scattered(const nl::array<T>& a) {
    nl::array<T> wide = nl::zeros<T>({a.size(), 3});
    auto v = wide(nl::slice(nl::_, nl::_, -1), 1);
    for (nl::index_t i = 0; i < a.size(); ++i) v(i) = a(i);
    return v;
}

/// f of the arrays gives the elements and the dtype of case `name` on every target, contiguous or not.
template <class F, class... T>
void check_case(const std::string& name, same_value same, const F& f, const nl::array<T>&... a) {
    using R = typename decltype(f(a...))::value_type;
    const auto expected = read<R>(name);
    targets::on_every([&] {
        check_same(nl::array<R>(f(a...)), expected, name, same);
        check_same(nl::array<R>(f(scattered(a)...)), expected, name + ", scattered", same);
    });
}

/// f(a, b, c), or as many of them as it takes, is NumPy's function `name` for every dtype of the list.
template <class... T, class F>
void check_function(const std::string& name, dtypes<T...> list, const F& f, same_value same = {}) {
    for_each(list, [&]<class U>(U) {
        const std::string dtype = nl::dtype_name<U>();
        const auto a = read<U>("a." + dtype), b = read<U>("b." + dtype), c = read<U>("c." + dtype);
        if constexpr (requires { f(a); }) check_case(name + "." + dtype, same, f, a);
        else if constexpr (requires { f(a, b); }) check_case(name + "." + dtype, same, f, a, b);
        else check_case(name + "." + dtype, same, f, a, b, c);
    });
}

}  // namespace oracle
