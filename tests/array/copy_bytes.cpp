#include "numlane/array/copy_bytes.hpp"

#include <vector>

#include "test.hpp"

TEST_CASE("copy_bytes copies all, alone and shared by threads, and nothing beside it") {
    const auto from = nl::detail::shared_copy_from, piece = nl::detail::shared_copy;
    for (const nl::index_t bytes : {nl::index_t(0), nl::index_t(1), from - 1, from, from + piece + 7}) {
        INFO(bytes << " bytes");
        const std::size_t count = std::size_t(bytes);
        std::vector<unsigned char> src(count + 1), dst(count + 2, 255);
        for (std::size_t i = 0; i < count; ++i) src[i] = static_cast<unsigned char>(i * 7 % 251);
        nl::detail::copy_bytes(dst.data() + 1, src.data(), count);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < count; ++i) wrong += dst[i + 1] != src[i];
        CHECK(wrong == 0);
        CHECK(dst.front() == 255);
        CHECK(dst.back() == 255);
    }
    nl::detail::copy_bytes(nullptr, nullptr, 0);
}
