#pragma once

#include "numlane/core/config.hpp"

// The names of the operations that kernels know. An operation has one meaning here and one body per target in
// kernels/; ufunc/ gives it its public name and its dtype rule. `cost` is in units of one addition of a vector: it
// steers how far a loop is unrolled and when it pays to use threads.
// clang-format off: tables, a line for each
NUMLANE_BEGIN_NAMESPACE
namespace op {

struct add { static constexpr const char* name = "add"; static constexpr int cost = 1; };
struct subtract { static constexpr const char* name = "subtract"; static constexpr int cost = 1; };
struct multiply { static constexpr const char* name = "multiply"; static constexpr int cost = 1; };
struct divide { static constexpr const char* name = "divide"; static constexpr int cost = 5; };
struct floor_divide { static constexpr const char* name = "floor_divide"; static constexpr int cost = 60; };
struct remainder { static constexpr const char* name = "remainder"; static constexpr int cost = 60; };
struct negative { static constexpr const char* name = "negative"; static constexpr int cost = 1; };
struct positive { static constexpr const char* name = "positive"; static constexpr int cost = 0; };
struct absolute { static constexpr const char* name = "absolute"; static constexpr int cost = 1; };
struct square { static constexpr const char* name = "square"; static constexpr int cost = 1; };
struct fma { static constexpr const char* name = "fma"; static constexpr int cost = 1; };
struct minimum { static constexpr const char* name = "minimum"; static constexpr int cost = 2; };
struct maximum { static constexpr const char* name = "maximum"; static constexpr int cost = 2; };
struct clip { static constexpr const char* name = "clip"; static constexpr int cost = 4; };
struct where { static constexpr const char* name = "where"; static constexpr int cost = 1; };

struct sqrt { static constexpr const char* name = "sqrt"; static constexpr int cost = 6; };
struct sin { static constexpr const char* name = "sin"; static constexpr int cost = 30; };
struct cos { static constexpr const char* name = "cos"; static constexpr int cost = 30; };
struct exp { static constexpr const char* name = "exp"; static constexpr int cost = 30; };
struct log { static constexpr const char* name = "log"; static constexpr int cost = 30; };

struct equal { static constexpr const char* name = "equal"; static constexpr int cost = 1; };
struct not_equal { static constexpr const char* name = "not_equal"; static constexpr int cost = 1; };
struct less { static constexpr const char* name = "less"; static constexpr int cost = 1; };
struct less_equal { static constexpr const char* name = "less_equal"; static constexpr int cost = 1; };
struct greater { static constexpr const char* name = "greater"; static constexpr int cost = 1; };
struct greater_equal { static constexpr const char* name = "greater_equal"; static constexpr int cost = 1; };

struct logical_and { static constexpr const char* name = "logical_and"; static constexpr int cost = 1; };
struct logical_or { static constexpr const char* name = "logical_or"; static constexpr int cost = 1; };
struct logical_xor { static constexpr const char* name = "logical_xor"; static constexpr int cost = 1; };
struct logical_not { static constexpr const char* name = "logical_not"; static constexpr int cost = 1; };
struct bitwise_and { static constexpr const char* name = "bitwise_and"; static constexpr int cost = 1; };
struct bitwise_or { static constexpr const char* name = "bitwise_or"; static constexpr int cost = 1; };
struct bitwise_xor { static constexpr const char* name = "bitwise_xor"; static constexpr int cost = 1; };
struct invert { static constexpr const char* name = "invert"; static constexpr int cost = 1; };
struct left_shift { static constexpr const char* name = "left_shift"; static constexpr int cost = 2; };
struct right_shift { static constexpr const char* name = "right_shift"; static constexpr int cost = 2; };

struct real { static constexpr const char* name = "real"; static constexpr int cost = 0; };
struct imag { static constexpr const char* name = "imag"; static constexpr int cost = 0; };
struct conj { static constexpr const char* name = "conj"; static constexpr int cost = 1; };

// A kernel of the user's (NUMLANE_KERNEL). Its cost is unknown, so it is taken to be dear.
template <class Kernel>
struct user { static constexpr const char* name = "map"; static constexpr int cost = 100; };

}  // namespace op

// What a reduction combines its elements with.
namespace reducer {

struct sum { static constexpr const char* name = "sum"; };
struct product { static constexpr const char* name = "prod"; };
struct minimum { static constexpr const char* name = "min"; };
struct maximum { static constexpr const char* name = "max"; };

}  // namespace reducer
NUMLANE_END_NAMESPACE
// clang-format on
