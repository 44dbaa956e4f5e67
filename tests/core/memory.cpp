#include "numlane/core/memory.hpp"

#include <cstring>

#include "test.hpp"

TEST_CASE("blocks of every size can be written to their ends") {
    for (std::size_t bytes : {std::size_t{1}, std::size_t{1000}, nl::detail::huge_page_size * 2 - 1,
                              nl::detail::huge_page_size * 2, nl::detail::huge_page_size * 3 + 5}) {
        const std::size_t size = nl::detail::block_size(bytes);
        CHECK(size >= bytes);
        void* block = nl::detail::allocate_block(size);
        if (size >= nl::detail::mapped_from) {
            CHECK(reinterpret_cast<std::uintptr_t>(block) % nl::detail::huge_page_size == 0);
            CHECK(static_cast<char*>(block)[size - 1] == 0);
        }
        std::memset(block, 1, size);
        nl::detail::free_block(block, size);
    }
}

TEST_CASE("a size beyond the address space is std::bad_alloc") {
    CHECK_THROWS_AS(nl::detail::block_size(SIZE_MAX), std::bad_alloc);
    CHECK_THROWS_AS(nl::detail::block_size(PTRDIFF_MAX), std::bad_alloc);
}
