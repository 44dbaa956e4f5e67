#pragma once

#include <cstddef>
#include <cstdint>

// The peers of the benchmarks: loops as an expert writes them with Highway, without numlane.
namespace handwritten {

/// Escape times of the points x + y[j] i, j < height, into out; y is readable for 64 elements more.
void escape_times(double x, const double* y, std::size_t height, std::int32_t max_iter, std::int32_t* out);
void escape_times(float x, const float* y, std::size_t height, std::int32_t max_iter, std::int32_t* out);

}  // namespace handwritten
