#pragma once

#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <type_traits>

// The operands of the benchmarks: the same numbers in every contestant, peers/numpy/data.py included.
namespace bench {

/// Number i of stream `seed`, from [0, 1). The hash is C. Wellons's lowbias32 (nullprogram.com, 2018).
inline double uniform(std::uint64_t i, std::uint32_t seed) {
    std::uint32_t x = std::uint32_t(i) + seed * 0x9E3779B9u;
    x = (x ^ (x >> 16)) * 0x7feb352du;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    return double(x ^ (x >> 16)) * 0x1p-32;
}

template <class T>
struct number {
    static T from(std::uint64_t i, std::uint32_t seed, double low, double high) {
        const double x = low + (high - low) * uniform(i, seed);
        if constexpr (std::is_same_v<T, bool>) return x < 0.5;
        else if constexpr (std::is_integral_v<T>) return T(std::floor(x));
        else return T(x);
    }
};
template <class T>
struct number<std::complex<T>> {
    static std::complex<T> from(std::uint64_t i, std::uint32_t seed, double low, double high) {
        return {number<T>::from(2 * i, seed, low, high), number<T>::from(2 * i + 1, seed, low, high)};
    }
};

/// Numbers of [low, high): floats as they come, integers rounded down, bool where the number is below 0.5.
template <class T>
void fill(T* out, std::size_t size, std::uint32_t seed, double low, double high) {
    for (std::size_t i = 0; i < size; ++i) out[i] = number<T>::from(i, seed, low, high);
}

}  // namespace bench
