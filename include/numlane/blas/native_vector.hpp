#pragma once

#include <cmath>
#include <limits>

#include "numlane/blas/native_gemm.hpp"
#include "numlane/core/bit.hpp"
#include "numlane/core/operation.hpp"
#include "numlane/core/wrapping.hpp"
#include "numlane/simd/gather_line.hpp"

// The operations on vectors, by the kernels that arrays use. Sums run on a fixed tree of fixed chunks: the same bits on
// every target and number of threads.
NUMLANE_BEGIN_NAMESPACE
namespace blas::native {

inline constexpr index_t vector_chunk = 4096;

template <class T>
T at(const vector_in<T>& x, index_t i) {
    const T value = x.data[i * x.stride];
    if constexpr (is_complex_v<T>) return x.conj ? std::conj(value) : value;
    else return value;
}
/// Combines values in a binary tree whose shape depends on their number alone.
template <class T>
T tree_sum(const T* values, index_t count) {
    if (count == 1) return values[0];
    const index_t half = index_t(numlane::detail::bit_ceil(std::uint64_t(count)) / 2);
    const T first = tree_sum(values, half), second = tree_sum(values + half, count - half);
    if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
        using W = numlane::detail::wrapping_t<T>;
        return T(W(first) + W(second));
    } else {
        return first + second;
    }
}

/// Calls part(chunk) for the chunks of n elements, on several threads where they are many, and combines the results.
template <class T, class Part>
T sum_chunks(index_t n, const Part& part) {
    if (n <= 0) return T(0);
    const index_t chunks = tiles_of(n, vector_chunk);
    if (chunks == 1) return part(index_t(0));
    constexpr index_t few = 64;
    T local[few];
    const packing_memory memory(chunks > few ? std::size_t(chunks) * sizeof(T) : 0);
    T* const partial = chunks > few ? reinterpret_cast<T*>(memory.data()) : local;
    parallel_for(0, chunks, 8, [&](index_t first, index_t last) {
        for (index_t i = first; i < last; ++i) new (partial + i) T(part(i));
    });
    return tree_sum(partial, chunks);
}

/// The elements [first, first + count) of x, side by side: where they are, or copied to `buffer`.
template <class T>
const T* contiguous(const vector_in<T>& x, index_t first, index_t count, T* buffer) {
    if (x.stride == 1) return x.data + first;
    numlane::detail::gather_line<sizeof(T)>(reinterpret_cast<std::byte*>(buffer),
                                            reinterpret_cast<const std::byte*>(x.data + first * x.stride), x.stride,
                                            count);
    return buffer;
}

template <class T, class A, class B>
using product_of = program::call<op::multiply, T, A, B>;

/// x·y of contiguous vectors no longer than a chunk.
template <class T>
T dot_chunk(const T* x, const T* y, index_t count, bool conj_x) {
    T result;
    const kernel_operand operands[] = {{x, 1}, {y, 1}};
    const kernel_args args{&result, operands, nullptr, count, false};
    using plain = numlane::detail::reduce_kernel<reducer::sum, product_of<T, program::load<T, 0>, program::load<T, 1>>>;
    if constexpr (is_complex_v<T>) {
        using conjugate = numlane::detail::reduce_kernel<
            reducer::sum, product_of<T, program::call<op::conj, T, program::load<T, 0>>, program::load<T, 1>>>;
        conj_x ? numlane::detail::dispatch<conjugate>()(args) : numlane::detail::dispatch<plain>()(args);
    } else {
        numlane::detail::dispatch<plain>()(args);
    }
    return result;
}

template <class T>
    requires(!std::is_same_v<T, bool>)
T dot(const dot_args<T>& g) {
    bool conj_x = false, conj_result = false;
    if constexpr (is_complex_v<T>) {
        conj_x = g.x.conj != g.y.conj;
        conj_result = g.y.conj;  // conj(y)·x is the conjugate of y·conj(x)
    }
    const T result = sum_chunks<T>(g.n, [&](index_t chunk) {
        room<T, vector_chunk> buffer_x, buffer_y;
        const index_t first = chunk * vector_chunk, count = g.n - first < vector_chunk ? g.n - first : vector_chunk;
        return dot_chunk(contiguous(g.x, first, count, buffer_x.at), contiguous(g.y, first, count, buffer_y.at), count,
                         conj_x);
    });
    if constexpr (is_complex_v<T>) return conj_result ? std::conj(result) : result;
    else return result;
}

/// The chunks of x as real numbers, times a factor; body(pointer, count) yields the value of each.
template <class T, class Body>
real_t<T> sum_reals(const reduce_args<T>& g, real_t<T> factor, const Body& body) {
    using R = real_t<T>;
    constexpr int parts = is_complex_v<T> ? 2 : 1;
    return sum_chunks<R>(g.n, [&](index_t chunk) {
        room<T, vector_chunk> buffer;
        const index_t first = chunk * vector_chunk, count = g.n - first < vector_chunk ? g.n - first : vector_chunk;
        const R* reals = reinterpret_cast<const R*>(contiguous(g.x, first, count, buffer.at));
        R* const scaled = reinterpret_cast<R*>(buffer.at);
        if (factor != R(1)) {
            for (index_t i = 0; i < count * parts; ++i) scaled[i] = reals[i] * factor;
            reals = scaled;
        }
        return body(reals, count * parts);
    });
}

template <class T>
real_t<T> asum(const reduce_args<T>& g) {
    using R = real_t<T>;
    return sum_reals(g, R(1), [](const R* x, index_t count) {
        R result;
        const kernel_operand operand{x, 1};
        using kernel =
            numlane::detail::reduce_kernel<reducer::sum, program::call<op::absolute, R, program::load<R, 0>>>;
        numlane::detail::dispatch<kernel>()({&result, &operand, nullptr, count, false});
        return result;
    });
}

template <class T>
real_t<T> magnitude(T x) {
    if constexpr (is_complex_v<T>) return std::abs(x.real()) + std::abs(x.imag());
    else return std::abs(x);
}

template <class T>
index_t iamax(const reduce_args<T>& g) {
    index_t best = g.n > 0 ? 0 : -1;
    real_t<T> most = g.n > 0 ? magnitude(g.x.data[0]) : 0;
    for (index_t i = 1; i < g.n; ++i) {
        const real_t<T> here = magnitude(g.x.data[i * g.x.stride]);
        if (here > most) best = i, most = here;
    }
    return best;
}

/// The sum of squares; where that leaves the range in which it is exact enough, once more with x scaled by a power of 2.
template <class T>
real_t<T> nrm2(const reduce_args<T>& g) {
    using R = real_t<T>;
    const auto squares = [](const R* x, index_t count) { return dot_chunk(x, x, count, false); };
    const R sum = sum_reals(g, R(1), squares);
    constexpr R tiny = std::numeric_limits<R>::min() / std::numeric_limits<R>::epsilon();
    if (g.n <= 0 || (sum > tiny && sum <= std::numeric_limits<R>::max()) || std::isnan(sum)) return std::sqrt(sum);
    const R most = magnitude(g.x.data[iamax(g) * g.x.stride]);
    if (most == 0 || !(most <= std::numeric_limits<R>::max())) {
        // Infinite; or finite parts whose sum is not.
        R largest = 0;
        for (index_t i = 0; i < g.n; ++i)
            largest = std::fmax(largest, std::fmax(std::abs(std::real(g.x.data[i * g.x.stride])),
                                                   std::abs(std::imag(g.x.data[i * g.x.stride]))));
        if (largest == 0 || std::isinf(largest)) return largest;
        return std::ldexp(std::sqrt(sum_reals(g, std::ldexp(R(1), -std::ilogb(largest) - 1), squares)),
                          std::ilogb(largest) + 1);
    }
    const int exponent = std::ilogb(most);
    // The factor itself must not overflow for subnormal x.
    const int scale = exponent < std::numeric_limits<R>::min_exponent ? std::numeric_limits<R>::min_exponent : exponent;
    return std::ldexp(std::sqrt(sum_reals(g, std::ldexp(R(1), -scale), squares)), scale);
}

/// y = alpha·x + y of contiguous vectors.
template <class T>
void axpy_contiguous(index_t n, T alpha, const T* x, T* y) {
    kernel_constant factor{};
    __builtin_memcpy(factor.bytes, &alpha, sizeof alpha);
    const kernel_operand operands[] = {{x, 1}, {y, 1}};
    using sum =
        program::call<op::add, T, product_of<T, program::constant<T, 0>, program::load<T, 0>>, program::load<T, 1>>;
    numlane::detail::dispatch<numlane::detail::evaluate_kernel<sum>>()({y, operands, &factor, n, false});
}

/// The least elements worth a thread of their own in operations that only read and write them.
inline constexpr index_t vector_grain = index_t{32} << 10;

template <class T>
void axpy(const axpy_args<T>& g) {
    const bool conj = is_complex_v<T> && g.x.conj;
    parallel_for(0, g.n, vector_grain, [&](index_t first, index_t last) {
        if (g.x.stride == 1 && g.y.stride == 1 && !conj)
            return axpy_contiguous(last - first, g.alpha, g.x.data + first, g.y.data + first);
        for (index_t i = first; i < last; ++i) g.y.data[i * g.y.stride] += multiplied(g.alpha, at(g.x, i));
    });
}

template <class T>
void scal(const scal_args<T>& g) {
    parallel_for(0, g.n, vector_grain, [&](index_t first, index_t last) {
        if (g.x.stride != 1) {
            for (index_t i = first; i < last; ++i)
                g.x.data[i * g.x.stride] = multiplied(g.alpha, g.x.data[i * g.x.stride]);
            return;
        }
        kernel_constant factor{};
        __builtin_memcpy(factor.bytes, &g.alpha, sizeof g.alpha);
        const kernel_operand operand{g.x.data + first, 1};
        using scaled = product_of<T, program::constant<T, 0>, program::load<T, 0>>;
        numlane::detail::dispatch<numlane::detail::evaluate_kernel<scaled>>()(
            {g.x.data + first, &operand, &factor, last - first, false});
    });
}

}  // namespace blas::native
NUMLANE_END_NAMESPACE
