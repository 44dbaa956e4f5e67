#pragma once

#include <cstddef>

// Expressions as an expert writes them with Highway: one loop each, unrolled, stores past the cache where the output is
// larger than that. Out is aligned to 64 bytes. The operations are those of the numlane expression in the comment.
namespace handwritten {

void sin_exp(const double* a, const double* b, double c, double* out, std::size_t n);  // sin(a)*b + exp(c*a)
void sin_exp(const float* a, const float* b, float c, float* out, std::size_t n);
void magnitude(const double* a, const double* b, double* out, std::size_t n);  // sqrt(a*a + b*b)
void magnitude(const float* a, const float* b, float* out, std::size_t n);
void cubic(const double* a, double* out, std::size_t n);  // ((0.25*a + 0.5)*a - 2)*a + 1
void cubic(const float* a, float* out, std::size_t n);
void linear(const double* a, const double* b, double* out, std::size_t n);  // 2*a + 3*b
void linear(const float* a, const float* b, float* out, std::size_t n);

/// The triad a + s*b of McCalpin's STREAM, with stores past the cache or through it.
void triad(const double* a, const double* b, double s, double* out, std::size_t n, bool past_cache);

}  // namespace handwritten
