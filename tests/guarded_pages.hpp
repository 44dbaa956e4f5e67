#pragma once

#include "numlane/array.hpp"
#include "test.hpp"

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>

/// 1, or 1 + 1j.
template <class T>
T one() {
    if constexpr (nl::is_complex_v<T>) return T(1, 1);
    else return T(1);
}

/// Memory of at least so many bytes, between pages that may not be touched.
class guarded_pages {
public:
    explicit guarded_pages(std::size_t bytes = 8192)
        : page_(std::size_t(sysconf(_SC_PAGESIZE))), end_(page_ + (bytes + page_ - 1) / page_ * page_) {
        void* const memory = mmap(nullptr, end_ + page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        REQUIRE(memory != MAP_FAILED);
        memory_ = static_cast<std::byte*>(memory);
        REQUIRE(mprotect(memory_, page_, PROT_NONE) == 0);
        REQUIRE(mprotect(memory_ + end_, page_, PROT_NONE) == 0);
    }
    guarded_pages(const guarded_pages&) = delete;
    guarded_pages& operator=(const guarded_pages&) = delete;
    ~guarded_pages() { munmap(memory_, end_ + page_); }

    /// `count` ones that end where the second guard begins, or begin where the first ends.
    template <class T>
    nl::view<T> ones(nl::index_t count, bool at_end) {
        T* const first = reinterpret_cast<T*>(memory_ + (at_end ? end_ : page_)) - (at_end ? count : 0);
        for (nl::index_t i = 0; i < count; ++i) first[i] = one<T>();
        return nl::adapt(first, nl::dims<>(count));
    }

private:
    std::size_t page_, end_;
    std::byte* memory_;
};

#endif
