#pragma once

#include <cstddef>
#include <cstdint>

// What the machine can do at most, on one thread.
namespace handwritten {

/// Independent fused multiplications and additions of full vectors, some `flops` floating-point operations of them.
double fma_f64(std::size_t flops);
double fma_f32(std::size_t flops);

/// The sum of n numbers, which costs nothing beside reading them.
double read(const double* a, std::size_t n);

/// `steps` turns of a chain of two operations of one cycle each.
std::uint64_t cycles(std::size_t steps);

}  // namespace handwritten
