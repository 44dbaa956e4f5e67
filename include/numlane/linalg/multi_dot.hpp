#pragma once

#include <initializer_list>
#include <vector>

#include "numlane/linalg/stacked_product.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_chain(const dims<>& a, const dims<>& b) {
    throw shape_error(
        message({"multi_dot: matrices of shapes ", to_string(a), " and ", to_string(b), " cannot be multiplied"}));
}

/// The product of matrices [first, last], in the order in which `split` cuts the chain.
template <class T>
array<T> chain_product(const std::vector<view<const T>>& a, const blas::workspace<index_t>& split, index_t first,
                       index_t last) {
    const index_t count = index_t(a.size());
    const index_t cut = split[std::size_t(first * count + last)];
    const array<T> left = first == cut ? array<T>() : chain_product(a, split, first, cut);
    const array<T> right = cut + 1 == last ? array<T>() : chain_product(a, split, cut + 1, last);
    return product<T>(first == cut ? a[std::size_t(first)] : view<const T>(left),
                      cut + 1 == last ? a[std::size_t(last)] : view<const T>(right));
}

template <class T>
array<T> multi_dot(const std::vector<view<const T>>& operands) {
    const std::size_t count = operands.size();
    if (count < 2) throw shape_error(message({"multi_dot: it takes two matrices or more, not ", count}));
    const bool row = operands.front().ndim() == 1, column = operands.back().ndim() == 1;
    std::vector<view<const T>> a;
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 && row) a.push_back(operands[i].expand_dims(0));
        else if (i + 1 == count && column) a.push_back(operands[i].expand_dims(1));
        else a.push_back(operands[i]);
    }
    for (const auto& matrix : a)
        if (matrix.ndim() != 2)
            throw shape_error(
                message({"multi_dot: an array of shape ", to_string(matrix.shape()), " is not a matrix"}));
    blas::workspace<double> size{double(a.front().shape(0))};
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && a[i - 1].shape(1) != a[i].shape(0)) throw_chain(a[i - 1].shape(), a[i].shape());
        size.push_back(double(a[i].shape(1)));
    }
    // The cheapest order, by dynamic programming over the length of the chain (Cormen et al., Introduction to Algorithms).
    blas::workspace<double> cost(count * count, 0.0);
    blas::workspace<index_t> split(count * count, 0);
    for (std::size_t length = 1; length < count; ++length)
        for (std::size_t first = 0; first + length < count; ++first) {
            const std::size_t last = first + length;
            double& least = cost[first * count + last];
            least = std::numeric_limits<double>::infinity();
            for (std::size_t cut = first; cut < last; ++cut) {
                const double c = cost[first * count + cut] + cost[(cut + 1) * count + last] +
                                 size[first] * size[cut + 1] * size[last + 1];
                if (c >= least) continue;
                least = c;
                split[first * count + last] = index_t(cut);
            }
        }
    array<T> result = chain_product(a, split, 0, index_t(count) - 1);
    if (row && column) return array<T>(result.reshape(dims<>::with_rank(0)));
    return row || column ? array<T>(result.ravel()) : result;
}

}  // namespace detail
namespace linalg {

/// The product of two or more matrices in the order that costs the fewest operations: numpy.linalg.multi_dot.
///   a, b...  matrices (m, k), (k, l), ..., of which the first and the last may be vectors
/// Returns the product, without an axis for either vector. Throws shape_error where the shapes do not fit.
template <array_operand A, array_operand... B>
    requires(sizeof...(B) > 0)
auto multi_dot(const A& a, const B&... b) {
    using T = detail::result_t<A, B...>;
    return detail::multi_dot<T>({detail::as_elements<T>(a), detail::as_elements<T>(b)...});
}

/// The same of a list of arrays or of views: `multi_dot({a, b, c})`, which copies arrays into the list, or a std::vector.
template <array_like A>
auto multi_dot(const std::vector<A>& list) {
    using T = typename A::value_type;
    return detail::multi_dot<T>(std::vector<view<const T>>(list.begin(), list.end()));
}
template <array_like A>
auto multi_dot(std::initializer_list<A> list) {
    using T = typename A::value_type;
    return detail::multi_dot<T>(std::vector<view<const T>>(list.begin(), list.end()));
}

}  // namespace linalg
NUMLANE_END_NAMESPACE
