#pragma once

#include <utility>

#include "numlane/core/index.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Puts at x[rank] what sorting the n numbers would put there, what is not larger before it and what is not less behind
/// it: std::nth_element, by Hoare's selection, whose worst case does not matter for as few numbers as it is meant for.
template <class T>
void nth_element(T* x, index_t n, index_t rank) {
    index_t low = 0, high = n - 1;
    while (low < high) {
        const T a = x[low], b = x[high], middle = x[low + (high - low) / 2];
        const T less = b < a ? b : a, more = b < a ? a : b;
        const T pivot = middle < less ? less : more < middle ? more : middle;
        index_t i = low, j = high;
        while (i <= j) {
            while (x[i] < pivot) ++i;
            while (pivot < x[j]) --j;
            if (i <= j) std::swap(x[i++], x[j--]);
        }
        if (rank <= j) high = j;
        else if (rank >= i) low = i;
        else return;
    }
}

}  // namespace detail
NUMLANE_END_NAMESPACE
