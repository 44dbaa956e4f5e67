#pragma once

#include <cstring>
#include <limits>

#include "numlane/core/promote.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Integers in the order of numbers: those of the bits of a T, of which those of negative floats are reversed. -0.0 comes
/// before 0.0.
template <class T>
struct order {
    using key = typename integer_of<int(sizeof(T)), false>::type;
    static constexpr int bits = 8 * int(sizeof(T));
    static constexpr key sign = key(key(1) << (bits - 1));

    static key of(const T& number) {
        key k;
        std::memcpy(&k, &number, sizeof k);
        if constexpr (std::is_floating_point_v<T>) return key(k ^ (key(key(0) - (k >> (bits - 1))) | sign));
        else if constexpr (std::is_signed_v<T>) return key(k ^ sign);
        else return k;
    }
    /// Whether k is of a zero or a subnormal number.
    static bool is_near_zero(key k) {
        if constexpr (!std::is_floating_point_v<T>) return false;
        else return of(-std::numeric_limits<T>::min()) < k && k < of(std::numeric_limits<T>::min());
    }
    static T number(key k) {
        if constexpr (std::is_floating_point_v<T>) k = key(k & sign ? k ^ sign : ~k);
        else if constexpr (std::is_signed_v<T>) k = key(k ^ sign);
        T number;
        std::memcpy(&number, &k, sizeof k);
        return number;
    }
};

}  // namespace detail
NUMLANE_END_NAMESPACE
