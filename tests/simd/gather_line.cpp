#include "numlane/simd/gather_line.hpp"

#include <cstdint>
#include <memory>

#include "every_target.hpp"
#include "test.hpp"

namespace {

/// `count` elements at `stride`, in memory that has nothing before the first and behind the last of them.
template <class T>
void check(std::ptrdiff_t stride, std::ptrdiff_t count) {
    const std::ptrdiff_t span = count == 0 ? 0 : (count - 1) * (stride < 0 ? -stride : stride) + 1;
    const std::unique_ptr<T[]> from(new T[std::size_t(span)]), to(new T[std::size_t(count) + 1]);
    for (std::ptrdiff_t i = 0; i < span; ++i) from[std::size_t(i)] = T(i * 2654435761u + 1);
    to[std::size_t(count)] = 77;
    const T* const first = stride < 0 ? from.get() + span - 1 : from.get();
    nl::detail::gather_line<sizeof(T)>(reinterpret_cast<std::byte*>(to.get()),
                                       reinterpret_cast<const std::byte*>(first), stride, count);
    for (std::ptrdiff_t i = 0; i < count; ++i)
        if (to[std::size_t(i)] != first[i * stride]) FAIL("stride " << stride << ", element " << i << " of " << count);
    CHECK(to[std::size_t(count)] == 77);
}

}  // namespace

TEST_CASE("a line is gathered at any stride, and nothing else is touched") {
    targets::on_every([] {
        for (const std::ptrdiff_t stride : {1, 2, 3, 4, 5, 0, -1, -2, -3})
            for (const std::ptrdiff_t count : {0, 1, 15, 16, 17, 31, 32, 33, 64, 100, 129}) {
                if (stride == 0 && count == 0) continue;
                check<std::uint8_t>(stride, count);
                check<std::uint16_t>(stride, count);
                check<std::uint32_t>(stride, count);
                check<std::uint64_t>(stride, count);
            }
    });
}
