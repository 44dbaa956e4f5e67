#pragma once

#include <cmath>
#include <cstring>
#include <functional>

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

/// Bitwise, except that NaN equals NaN, and zeros each other where NumPy leaves their sign open. `near` allows one ULP,
/// where NumPy's own bits depend on its version and the C library.
struct same_value {
    bool signs_of_zeros = true;
    bool near = false;

    template <class T>
    bool operator()(const T& a, const T& b) const {
        if constexpr (nl::is_complex_v<T>) {
            return (*this)(a.real(), b.real()) && (*this)(a.imag(), b.imag());
        } else {
            if (a != a || b != b) return a != a && b != b;
            if constexpr (std::is_floating_point_v<T>)
                if (near && std::nextafter(a, b) == b) return true;
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

/// The elements of a vector, one after another, and scattered.
template <class T>
struct operand {
    nl::view<const T> contiguous, apart;

    explicit operand(const std::string& name) : operand(read<T>(name)) {}
    explicit operand(const nl::array<T>& a) : contiguous(a), apart(scattered(a)) {}
    const nl::view<const T>& lying(bool scattered) const { return scattered ? apart : contiguous; }
};

template <class T>
struct operands {
    const std::string dtype = nl::dtype_name<T>();
    const operand<T> a{"a." + dtype}, b{"b." + dtype}, c{"c." + dtype};
};
template <class T>
const operands<T>& operands_of() {
    static const operands<T> read_once;
    return read_once;
}

// The cases of a dtype have this in common, whatever is computed: it is compiled once for all.
template <class R>
void check_result(const std::string& name, same_value same, const std::function<nl::array<R>(bool)>& result) {
    const auto expected = read<R>(name);
    targets::on_every([&] {
        check_same(result(false), expected, name, same);
        check_same(result(true), expected, name + ", scattered", same);
    });
}

/// f of the arrays gives the elements and the dtype of case `name` on every target, contiguous or not.
template <class F, class... T>
void check_case(const std::string& name, same_value same, const F& f, const operand<T>&... a) {
    using R = typename decltype(f(a.lying(false)...))::value_type;
    check_result<R>(name, same, [&](bool apart) { return nl::array<R>(f(a.lying(apart)...)); });
}

/// f(a, b, c), or as many of them as it takes, is NumPy's function `name` for every dtype of the list.
template <class... T, class F>
void check_function(const std::string& name, dtypes<T...> list, const F& f, same_value same = {}) {
    for_each(list, [&]<class U>(U) {
        const operands<U>& of = operands_of<U>();
        const std::string full = name + "." + of.dtype;
        const nl::view<const U>& x = of.a.apart;
        if constexpr (requires { f(x); }) check_case(full, same, f, of.a);
        else if constexpr (requires { f(x, x); }) check_case(full, same, f, of.a, of.b);
        else check_case(full, same, f, of.a, of.b, of.c);
    });
}

}  // namespace oracle
