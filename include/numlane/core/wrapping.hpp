#pragma once

#include <type_traits>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The type that integers of type T are computed in: unsigned, so that they wrap as NumPy's do, and not promoted to signed
/// int.
template <class T>
using wrapping_t = std::conditional_t<(sizeof(T) < sizeof(unsigned)), unsigned, std::make_unsigned_t<T>>;

}  // namespace detail
NUMLANE_END_NAMESPACE
