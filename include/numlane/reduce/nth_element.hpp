#pragma once

#include <cstdint>
#include <utility>

#include "numlane/core/index.hpp"
#include "numlane/core/order.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Puts at x[rank] what sorting the n numbers would put there, what is not larger before it and what is not less behind
/// it: std::nth_element, by Hoare's selection. Of many numbers it draws those that it takes the pivot from, so that no order
/// they are likely to come in is a slow one.
template <class T>
void nth_element(T* x, index_t n, index_t rank) {
    std::uint32_t drawn = 1;  // by a linear congruential generator, with the factors of Numerical Recipes
    const auto draw = [&drawn](index_t from, index_t count) {
        drawn = drawn * 1664525u + 1013904223u;
        return from + index_t((drawn >> 8) % std::uint64_t(count));
    };
    index_t low = 0, high = n - 1;
    while (low < high) {
        const index_t count = high - low + 1;
        const bool many = count > 128;
        const T a = x[many ? draw(low, count) : low], b = x[many ? draw(low, count) : high];
        const T middle = x[many ? draw(low, count) : low + count / 2];
        const T less = is_less(b, a) ? b : a, more = is_less(b, a) ? a : b;
        const T pivot = is_less(middle, less) ? less : is_less(more, middle) ? more : middle;
        index_t i = low, j = high;
        while (i <= j) {
            while (is_less(x[i], pivot)) ++i;
            while (is_less(pivot, x[j])) --j;
            if (i <= j) std::swap(x[i++], x[j--]);
        }
        if (rank <= j) high = j;
        else if (rank >= i) low = i;
        else return;
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
