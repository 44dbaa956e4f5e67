// hn for scalar code: every register is plain lanes.

// clang-format off: the order matters
#include "numlane/simd/lanes/lanes-inl.hpp"

NUMLANE_BEGIN_TARGET
namespace hn {

template <class D>
using Vec = lane_array<typename D::value_type, D::size>;
template <class D>
using Mask = truth_array<D::size>;

}  // namespace hn
NUMLANE_END_TARGET

#include "numlane/simd/lanes/arithmetic-inl.hpp"
#include "numlane/simd/lanes/moves-inl.hpp"
#include "numlane/simd/lanes/masks-inl.hpp"
#include "numlane/simd/lanes/memory-inl.hpp"
// clang-format on
