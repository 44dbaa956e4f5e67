#include "numlane/blas/gemm_buffers.hpp"

#include <algorithm>
#include <cstdint>
#include <new>

#include "test.hpp"

using nl::blas::packing_memory;
using nl::blas::workspace;
using nl::blas::workspace_allocator;

TEST_CASE("packing memory is aligned, can be written to its end, and is kept for the next product") {
    std::byte* first = nullptr;
    {
        const packing_memory memory(100'000);
        first = memory.data();
        CHECK(reinterpret_cast<std::uintptr_t>(first) % 64 == 0);
        std::fill_n(first, 100'000, std::byte{1});
    }
    const packing_memory again(50'000);
    CHECK(again.data() == first);
    const packing_memory beside(50'000);
    CHECK(beside.data() != first);
}

TEST_CASE("workspaces of every size begin with zeros and can be written to their ends") {
    for (const std::size_t n : {std::size_t{1}, std::size_t{2047}, std::size_t{2048}, std::size_t{524'288},
                                std::size_t{524'289}, std::size_t{1'000'003}}) {
        for (int round = 0; round < 2; ++round) {
            workspace<double> w(n);
            CHECK(std::count(w.begin(), w.end(), 0.0) == std::ptrdiff_t(n));
            std::fill(w.begin(), w.end(), 1.0);
        }
    }
}

#if !NUMLANE_SANITIZED_MEMORY
TEST_CASE("the memory of large workspaces is kept with that of arrays") {
    nl::release_cached_memory();
    const double* first = nullptr;
    {
        const workspace<double> w(1'000'000);
        first = w.data();
    }
    CHECK(nl::process::freed_blocks.count == 1);
    const workspace<double> again(1'000'000);
    CHECK(again.data() == first);
    CHECK(nl::process::freed_blocks.count == 0);
}
#endif

TEST_CASE("a workspace beyond the address space is refused") {
    CHECK_THROWS_AS(workspace_allocator<double>().allocate(SIZE_MAX / 4), std::bad_alloc);
}
