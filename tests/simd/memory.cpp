#include <memory>

#include "every_target.hpp"
#include "numlane/ufunc.hpp"

namespace {

template <class T>
T value_at(nl::index_t i) {
    if constexpr (std::is_same_v<T, bool>) return i % 3 == 0;
    else if constexpr (nl::is_complex_v<T>) return T(nl::real_t<T>(i % 50), nl::real_t<T>(-i % 47));
    else return T(i % 50);
}

/// Exactly `size` elements on the heap, so that AddressSanitizer sees a read beyond them.
template <class T>
nl::view<T, 1> exact(nl::index_t size) {
    std::shared_ptr<T[]> memory(new T[std::size_t(size)]);
    for (nl::index_t i = 0; i < size; ++i) memory[i] = value_at<T>(i);
    T* const begin = memory.get();
    return nl::view<T, 1>(begin, nl::dims<1>(size), nl::dims<1>(1), nl::storage::borrow(std::move(memory)));
}

}  // namespace

TEMPLATE_TEST_CASE("loads and stores touch the elements and no others", "", bool, std::int8_t, std::uint16_t, float,
                   double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    targets::on_every([] {
        for (nl::index_t size = 0; size <= 300; ++size) {
            if (size > 140 && size % 7 != 0) continue;
            const auto x = exact<T>(size);
            auto y = exact<T>(size + 2);
            auto inside = y(nl::slice(1, size + 1));
            inside = nl::where(x != x, T(1), x);
            bool right = y(0) == value_at<T>(0) && y(size + 1) == value_at<T>(size + 1);
            for (nl::index_t i = 0; i < size; ++i) right = right && inside(i) == value_at<T>(i);
            if (!right) FAIL("size " << size);
        }
        SUCCEED();
    });
}
