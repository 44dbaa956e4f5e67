#include "numlane/array/mask_walk.hpp"

#include <memory>
#include <vector>

#include "test.hpp"

namespace {

/// n mask values, of which those are true whose index the test accepts; none of memory behind them.
template <class F>
std::unique_ptr<bool[]> mask_of(nl::index_t n, const F& test) {
    std::unique_ptr<bool[]> mask(new bool[std::size_t(n)]);
    for (nl::index_t i = 0; i < n; ++i) mask[std::size_t(i)] = test(i);
    return mask;
}

using row = std::vector<nl::index_t>;

/// The offset, the length and the stride of every row of a mask of this shape.
std::vector<row> rows_of(const nl::dims<>& shape, const nl::dims<>& strides) {
    nl::index_t size = 1;
    for (const nl::index_t extent : shape) size *= extent;
    const auto mask = mask_of(size, [](nl::index_t) { return true; });
    std::vector<row> rows;
    nl::index_t walked = 0;
    nl::detail::for_each_mask_row(mask.get(), shape, strides,
                                  [&](nl::index_t offset, const bool* at, nl::index_t n, nl::index_t stride) {
                                      CHECK(at == mask.get() + walked);
                                      walked += n;
                                      rows.push_back({offset, n, stride});
                                  });
    CHECK(walked == size);
    return rows;
}

}  // namespace

TEST_CASE("count_true and for_each_true find every true value, at any length") {
    for (const nl::index_t n : {0, 1, 7, 8, 9, 16, 255, 256, 257, 1000})
        for (const nl::index_t every : {1, 2, 3, 17, 300}) {
            const auto mask = mask_of(n, [&](nl::index_t i) { return i % every == every - 1; });
            CHECK(nl::detail::count_true(mask.get(), n) == n / every);
            row found, expected;
            nl::detail::for_each_true(mask.get(), n, [&](nl::index_t i) { found.push_back(i); });
            for (nl::index_t i = every - 1; i < n; i += every) expected.push_back(i);
            CHECK(found == expected);
        }
}

TEST_CASE("runs of equal mask values, and what lies between them") {
    for (const nl::index_t n : {8, 255, 256, 1000, 2040, 2041, 5000})
        for (const nl::index_t run : {1, 8, 13, 64, 300, 3000}) {
            const auto mask = mask_of(n, [&](nl::index_t i) { return i / run % 2 == 0 && i % 97 != 5; });
            row expected, found;
            for (nl::index_t i = 0; i < n; ++i)
                if (mask[std::size_t(i)]) expected.push_back(i);
            const auto count = nl::index_t(expected.size());
            CHECK(nl::detail::count_true(mask.get(), n) == count);
            nl::detail::for_each_true(mask.get(), n, [&](nl::index_t i) { found.push_back(i); });
            CHECK(found == expected);
            row elements(static_cast<std::size_t>(n));
            for (nl::index_t i = 0; i < n; ++i) elements[std::size_t(i)] = i;
            const std::unique_ptr<nl::index_t[]> out(new nl::index_t[std::size_t(count)]);
            CHECK(nl::detail::compress_row(elements.data(), nl::index_t(1), mask.get(), n, out.get()) ==
                  out.get() + count);
            CHECK(row(out.get(), out.get() + count) == expected);
        }
}

TEST_CASE("rows that run on in memory are one") {
    CHECK(rows_of({2, 3}, {3, 1}) == std::vector<row>{{0, 6, 1}});
    CHECK(rows_of({2, 3}, {6, 2}) == std::vector<row>{{0, 6, 2}});
    CHECK(rows_of({2, 3}, {8, 2}) == std::vector<row>{{0, 3, 2}, {8, 3, 2}});
    CHECK(rows_of({2, 3}, {-3, -1}) == std::vector<row>{{0, 6, -1}});
    CHECK(rows_of({2, 1, 2}, {9, 5, 1}) == std::vector<row>{{0, 2, 1}, {9, 2, 1}});
    CHECK(rows_of({2, 0}, {1, 1}).empty());
    CHECK(rows_of(nl::dims<>(), nl::dims<>()) == std::vector<row>{{0, 1, 0}});
}

TEST_CASE("compress_row writes as many elements as are true, and no more") {
    for (const nl::index_t n : {0, 1, 5, 9, 40}) {
        const auto mask = mask_of(n, [](nl::index_t i) { return i % 3 == 1; });
        std::vector<int> elements(std::size_t(2 * n) + 1);
        for (std::size_t i = 0; i < elements.size(); ++i) elements[i] = int(i) * 10;
        const nl::index_t count = nl::detail::count_true(mask.get(), n);
        const std::unique_ptr<double[]> out(new double[std::size_t(count)]);
        CHECK(nl::detail::compress_row(elements.data(), 2, mask.get(), n, out.get()) == out.get() + count);
        for (nl::index_t i = 0; i < count; ++i) CHECK(out[std::size_t(i)] == double((3 * i + 1) * 20));
    }
}
