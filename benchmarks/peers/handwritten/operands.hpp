#pragma once

#include <hwy/aligned_allocator.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "harness/row.hpp"

#ifdef _OPENMP
#include <omp.h>
#endif

namespace bench {

inline int threads() {
#ifdef _OPENMP
    return omp_get_max_threads();
#else
    return 1;
#endif
}

/// Aligned memory of n numbers.
template <class T>
class block {
public:
    explicit block(size n) : size_(n), data_(hwy::AllocateAligned<T>(std::size_t(n))) {
        std::memset(static_cast<void*>(data_.get()), 0, std::size_t(n) * sizeof(T));
    }
    T* data() const { return data_.get(); }
    const T* begin() const { return data_.get(); }
    const T* end() const { return data_.get() + size_; }

private:
    size size_;
    hwy::AlignedFreeUniquePtr<T[]> data_;
};

template <class T>
block<T> data(size n, std::uint32_t seed, double low = -1, double high = 1) {
    block<T> b(n);
    fill(b.data(), std::size_t(n), seed, low, high);
    return b;
}

/// body(first, last) for an even share of [0, n) on each thread.
template <class Body>
void share(size n, const Body& body) {
    const int many = threads();
    if (many == 1 || n < 10'000) {
        body(0, n);
        return;
    }
    const size part = (n / many + 63) / 64 * 64;
#ifdef _OPENMP
#pragma omp parallel for schedule(static, 1)
#endif
    for (int t = 0; t < many; ++t) {
        const size first = std::min(n, t * part), last = t + 1 == many ? n : std::min(n, first + part);
        body(first, last);
    }
}

}  // namespace bench
