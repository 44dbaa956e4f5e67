#include "numlane/array/slice.hpp"

#include <cstdint>
#include <vector>

#include "test.hpp"

namespace {

// Python's definition, element by element: the indices that range(*slice(...).indices(extent)) gives.
std::vector<nl::index_t> by_definition(bool has_start, nl::index_t start, bool has_stop, nl::index_t stop,
                                       nl::index_t step, nl::index_t extent) {
    const auto clip = [&](nl::index_t i) {
        if (i < 0) i += extent;
        if (step > 0) return i < 0 ? 0 : i > extent ? extent : i;
        return i < 0 ? -1 : i >= extent ? extent - 1 : i;
    };
    const nl::index_t from = has_start ? clip(start) : step > 0 ? 0 : extent - 1;
    const nl::index_t to = has_stop ? clip(stop) : step > 0 ? extent : -1;
    std::vector<nl::index_t> indices;
    for (nl::index_t i = from; step > 0 ? i < to : i > to; i += step) indices.push_back(i);
    return indices;
}

std::vector<nl::index_t> selected(const nl::slice& s, nl::index_t extent) {
    const nl::slice::range r = s.resolve(extent);
    std::vector<nl::index_t> indices;
    for (nl::index_t i = 0; i < r.count; ++i) indices.push_back(r.start + i * r.step);
    return indices;
}

}  // namespace

TEST_CASE("slices clip as Python's do") {
    for (nl::index_t extent = 0; extent <= 5; ++extent) {
        for (nl::index_t step : {-7, -3, -2, -1, 1, 2, 3, 7}) {
            for (nl::index_t start = -8; start <= 8; ++start) {
                for (nl::index_t stop = -8; stop <= 8; ++stop) {
                    REQUIRE(selected(nl::slice(start, stop, step), extent) ==
                            by_definition(true, start, true, stop, step, extent));
                }
                REQUIRE(selected(nl::slice(start, nl::_, step), extent) ==
                        by_definition(true, start, false, 0, step, extent));
                REQUIRE(selected(nl::slice(nl::_, start, step), extent) ==
                        by_definition(false, 0, true, start, step, extent));
            }
            REQUIRE(selected(nl::slice(nl::_, nl::_, step), extent) == by_definition(false, 0, false, 0, step, extent));
        }
    }
}

TEST_CASE("slices of one and two arguments") {
    CHECK(selected(nl::slice(2), 5) == std::vector<nl::index_t>{0, 1});
    CHECK(selected(nl::slice(nl::_), 2) == std::vector<nl::index_t>{0, 1});
    CHECK(selected(nl::slice(1, nl::_), 3) == std::vector<nl::index_t>{1, 2});
    CHECK(selected(nl::slice(1u, 3L), 5) == std::vector<nl::index_t>{1, 2});
}

TEST_CASE("extreme slices do not overflow") {
    for (nl::index_t step : {PTRDIFF_MAX, PTRDIFF_MIN}) {
        CHECK(selected(nl::slice(nl::_, nl::_, step), 5).size() == 1);
        CHECK(selected(nl::slice(PTRDIFF_MIN, PTRDIFF_MAX, step), 5).size() == (step > 0 ? 1 : 0));
        CHECK(selected(nl::slice(PTRDIFF_MAX, PTRDIFF_MIN, step), 5).size() == (step > 0 ? 0 : 1));
    }
    CHECK_THROWS_WITH(nl::slice(0, 1, 0), "slice step cannot be zero");
}
