#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What one back end computes: the bits of every result, any NaN as the same one.
struct result {
    std::string name;
    std::vector<std::uint64_t> bits;
};

// unit.cpp, compiled with each back end.
std::vector<result> highway();
std::vector<result> scalar();
std::vector<result> xsimd_baseline();
std::vector<result> xsimd_avx2();
std::vector<result> xsimd_avx512();
