#include "numlane/expr/tiling.hpp"

#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

using nl::_, nl::slice;

namespace {

template <class T>
nl::array<T> counted(const nl::dims<>& shape) {
    nl::array<T> x = nl::zeros<T>(shape);
    std::uint32_t next = 1;
    for (T& value : x) value = T((next = next * 1664525u + 1013904223u) >> 20);
    return x;
}

/// out = x - 2y, by a loop over all indices.
template <class T>
void check(const nl::view<T>& out, const nl::view<const T>& x, const nl::view<const T>& y) {
    out = x - T(2) * y;
    nl::dims<> at = out.shape();
    for (auto& i : at) i = 0;
    for (nl::index_t n = 0, size = out.size(); n < size; ++n) {
        nl::index_t o = 0, p = 0, q = 0;
        for (int axis = 0; axis < at.size(); ++axis) {
            o += at[axis] * out.strides()[axis];
            p += at[axis] * x.strides()[axis];
            q += at[axis] * y.strides()[axis];
        }
        if (out.data()[o] != T(x.data()[p] - T(2) * y.data()[q]))
            FAIL("element " << n << " of shape " << nl::to_string(out.shape()));
        for (int axis = at.size() - 1; axis >= 0 && ++at[axis] == out.shape()[axis]; --axis) at[axis] = 0;
    }
    SUCCEED();
}

template <class T>
void check_planes(nl::index_t rows, nl::index_t columns) {
    const auto x = counted<T>({rows, columns}), across = counted<T>({columns, rows}), row = counted<T>({columns}),
               column = counted<T>({rows, 1}), wide = counted<T>({2 * rows, 3 * columns + 1});
    const nl::dims<> shape(rows, columns);
    auto out = nl::zeros<T>(shape), turned = nl::zeros<T>({columns, rows});
    check<T>(out, x, across.T());
    check<T>(turned.T(), x, across.T());
    check<T>(turned.T(), x, x);
    check<T>(out, x, nl::broadcast_to(row, shape));
    check<T>(out, nl::broadcast_to(column, shape), x);
    check<T>(out, nl::broadcast_to(column, shape), nl::broadcast_to(row, shape));
    check<T>(out, x(slice(_, _, -1)), x(_, slice(_, _, -1)));
    check<T>(out, wide(slice(_, _, 2), slice(1, _, 3)), wide(slice(rows, _), slice(_, columns)));
    auto apart = nl::zeros<T>({rows + 1, 2 * columns});
    check<T>(apart(slice(1, _), slice(1, _, 2)), x, across.T());
    check<T>(apart(slice(1, _), slice(columns, _)), x, nl::broadcast_to(column, shape));
}

}  // namespace

TEST_CASE("planes with rows of every short length") {
    for (nl::index_t columns = 1; columns <= 70; ++columns) {
        check_planes<double>(5, columns);
        check_planes<std::int8_t>(67, columns);
    }
}

TEST_CASE("planes about the sizes of tiles") {
    targets::on_every([] {
        for (const nl::index_t rows : {1, 2, 31, 32, 33, 63, 64, 65, 100})
            for (const nl::index_t columns : {1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 700})
                check_planes<float>(rows, columns);
        for (const nl::index_t columns : {2047, 2048, 2049, 4096, 5000}) check_planes<double>(3, columns);
    });
}

TEST_CASE("planes large enough for threads") {
    nl::set_num_threads(4);
    check_planes<double>(1500, 800);
    check_planes<std::int8_t>(100000, 13);
    check_planes<float>(7, 200001);
    nl::set_num_threads(2);
}

TEMPLATE_TEST_CASE("rows of every array may begin anywhere in a line of the cache", "", std::uint8_t, float, double) {
    const nl::index_t item = sizeof(TestType), long_row = 4096 / item, margin = 64 / item;
    targets::on_every([&] {
        // Shorter than what is worth aligning, and longer; rows are an odd number of elements apart.
        for (const nl::index_t columns : {nl::index_t(70), long_row - 1, long_row, long_row + 77}) {
            const nl::dims<> shape(5, (columns + 2 * margin) | 1);
            const auto x = counted<TestType>(shape), y = counted<TestType>(shape), column = counted<TestType>({5, 1});
            for (const nl::index_t at : {nl::index_t(0), nl::index_t(1), nl::index_t(3), margin - 1}) {
                const auto here = slice(at, at + columns), there = slice(2, 2 + columns);
                const auto rows = [&](const auto& out_at, const nl::view<const TestType>& p,
                                      const nl::view<const TestType>& q) {
                    auto out = nl::full<TestType>(shape, TestType(7));
                    check<TestType>(out(_, out_at), p, q);
                    out(_, out_at) = TestType(7);
                    CHECK(nl::all(out == TestType(7)));  // nothing is written beside the rows
                };
                rows(here, x(_, here), y(_, here));
                rows(there, x(_, here), y(_, here));
                rows(here, x(_, here), y(_, there));
                rows(here, x(_, there), nl::broadcast_to(column, {5, columns}));
            }
        }
    });
}

TEST_CASE("vectors about the sizes of chunks, with and without threads") {
    for (const int threads : {1, 2, 3, 16}) {
        nl::set_num_threads(threads);
        for (const nl::index_t size : {1, 511, 512, 513, 32767, 32768, 32769, 65536, 100001, 1'000'003}) {
            const auto x = counted<std::int32_t>({size}), y = counted<std::int32_t>({2 * size});
            auto out = nl::zeros<std::int32_t>({size});
            check<std::int32_t>(out, x, y(slice(_, size)));
            check<std::int32_t>(out, x, y(slice(_, _, 2)));
            check<std::int32_t>(out(slice(_, _, -1)), x, y(slice(_, _, -2)));
        }
    }
    nl::set_num_threads(2);
}

TEST_CASE("five axes in any order, some backwards and some repeated") {
    const auto x = counted<double>({3, 4, 5, 6, 7}), small = counted<double>({4, 1, 6, 1});
    const nl::dims<> orders[] = {{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {1, 0, 3, 2, 4},
                                 {2, 4, 0, 1, 3}, {0, 2, 1, 4, 3}, {3, 0, 4, 2, 1}};
    for (const auto& order : orders) {
        const auto v = x.transpose(order);
        const auto shape = v.shape();
        auto out = nl::zeros<double>(shape);
        check<double>(out, v, nl::array<double>(v));
        check<double>(out, v(nl::ellipsis, slice(_, _, -1)), v(slice(_, _, -1)));
        for (const auto& other : orders) {
            nl::dims<> placed = shape;
            for (int axis = 0; axis < 5; ++axis) placed[int(other[axis])] = shape[axis];
            auto base = nl::zeros<double>(placed);
            check<double>(base.transpose(other), v, v);
        }
    }
    auto out = nl::zeros<double>({3, 4, 5, 6, 7});
    check<double>(out, x, nl::broadcast_to(small, x.shape()));
}

TEST_CASE("thirty-two axes") {
    nl::dims<> shape = nl::dims<>::with_rank(32);
    for (int axis = 0; axis < 32; ++axis) shape[axis] = axis % 3 == 0 ? 2 : 1;
    const auto x = counted<float>(shape);
    auto out = nl::zeros<float>(shape);
    check<float>(out, x, x);
    nl::dims<> turned = shape;
    for (int axis = 0; axis < 32; ++axis) turned[axis] = shape[31 - axis];
    auto across = nl::zeros<float>(turned);
    check<float>(across.T(), x, x);
}

TEST_CASE("strided arrays are copied in short turns, and short rows share a tile") {
    nl::detail::loop_nest_storage<3> memory{};
    nl::detail::loop_nest nest = memory.nest();
    nest.rank = 2;
    nest.extent[0] = 30;
    nest.extent[1] = 1000;
    for (int c = 0; c < 3; ++c) {
        nest.itemsize[c] = 8;
        nest.strides_of(0)[c] = 2000;
        nest.strides_of(1)[c] = c == 0 ? 1 : 2;
    }
    const nl::detail::tiling all = nl::detail::cut(nest, nest.size()), some = nl::detail::cut(nest, 4096),
                             part = nl::detail::cut(nest, 512);
    CHECK(all.rows == 30);
    CHECK(all.columns == 1000);
    CHECK(all.turn == 512);
    CHECK(some.rows == 4);
    CHECK(some.count == 8);
    CHECK(part.rows == 1);
    CHECK(part.columns == 512);
    CHECK(part.count == 60);
    nest.itemsize[1] = 4;
    nest.strides_of(1)[2] = 0;  // one element for all, which is not copied
    CHECK(nl::detail::cut(nest, nest.size()).turn == 1000);
    nest.itemsize[1] = 16;
    CHECK(nl::detail::cut(nest, nest.size()).turn == 512);
    nest.strides_of(1)[1] = 1;
    CHECK(nl::detail::cut(nest, nest.size()).turn == 1000);
}

TEST_CASE("fields of one array of records, some of them twice, and of others") {
    targets::on_every([] {
        for (const nl::index_t n : {1, 17, 200, 1000}) {
            nl::array<double> a = nl::zeros<double>({n, 4}), b = nl::zeros<double>({n, 4});
            for (nl::index_t i = 0; i < a.size(); ++i) a.data()[i] = double(i % 1009), b.data()[i] = double(i % 997);
            const nl::array<double> r = a(_, 2) * a(_, 1) + a(_, 3) * a(_, 2) - b(_, 3) * a(_, 0) + a(_, 1);
            const nl::array<double> back = a(slice(_, _, -1), 2) - a(slice(_, _, -1), 0) * b(slice(_, _, -1), 1);
            nl::index_t wrong = 0;
            for (nl::index_t i = 0; i < n; ++i) {
                wrong += r(i) != a(i, 2) * a(i, 1) + a(i, 3) * a(i, 2) - b(i, 3) * a(i, 0) + a(i, 1);
                const nl::index_t j = n - 1 - i;
                wrong += back(i) != a(j, 2) - a(j, 0) * b(j, 1);
            }
            REQUIRE(wrong == 0);
            a(_, 1) = a(_, 3) - a(_, 0) * a(_, 2);  // in between what is read
            for (nl::index_t i = 0; i < n; ++i) wrong += a(i, 1) != a(i, 3) - a(i, 0) * a(i, 2);
            REQUIRE(wrong == 0);
        }
    });
}

TEST_CASE("a large sum of strided arrays has every element in its place") {
    nl::array<double> a = nl::zeros<double>({700, 2003}), b = a;
    for (nl::index_t i = 0; i < a.size(); ++i) a.data()[i] = double(i), b.data()[i] = double(i % 1013);
    const auto x = a(_, slice(_, _, 2)), y = b(_, slice(_, _, -2));
    const nl::array<double> sum = x + y;
    nl::index_t wrong = 0;
    for (nl::index_t r = 0; r < 700; ++r)
        for (nl::index_t c = 0; c < 1002; ++c) wrong += sum(r, c) != a(r, 2 * c) + b(r, 2002 - 2 * c);
    CHECK(wrong == 0);
}
