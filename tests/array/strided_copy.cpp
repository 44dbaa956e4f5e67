#include "numlane/array/strided_copy.hpp"

#include <complex>
#include <vector>

#include "numlane/array/shape.hpp"
#include "test.hpp"

namespace {

// Copies a box of `shape` whose axes lie in memory in the order of `axes`, reversed where `backwards` says so.
template <class T>
void check_copy(const nl::dims<>& shape, const std::vector<int>& axes, int backwards) {
    nl::dims<> packed = shape;
    for (int i = 0; i < shape.size(); ++i) packed[i] = shape[axes[std::size_t(i)]];
    const nl::dims<> in_order = nl::contiguous_strides(packed);
    nl::dims<> strides = shape;
    nl::index_t first = 0;
    for (int i = 0; i < shape.size(); ++i) {
        const int axis = axes[std::size_t(i)];
        strides[axis] = in_order[i];
        if ((backwards >> axis & 1) != 0) {
            first += (shape[axis] - 1) * strides[axis];
            strides[axis] = -strides[axis];
        }
    }
    const nl::index_t size = nl::shape_size(shape);
    std::vector<T> src(static_cast<std::size_t>(size));
    for (nl::index_t i = 0; i < size; ++i) src[std::size_t(i)] = T(int(i % 101));
    std::vector<T> dst(src.size());
    const nl::dims<> dst_strides = nl::contiguous_strides(shape);
    nl::detail::strided_copy(dst.data(), dst_strides, src.data() + first, strides, shape);
    bool equal = true;
    for (nl::index_t i = 0; i < size; ++i) {
        nl::index_t from = first;
        nl::index_t rest = i;
        for (int axis = shape.size() - 1; axis >= 0; --axis) {
            from += rest % shape[axis] * strides[axis];
            rest /= shape[axis];
        }
        equal = equal && dst[std::size_t(i)] == src[std::size_t(from)];
    }
    CHECK(equal);
}

}  // namespace

TEST_CASE("strided_copy keeps every element in its place") {
    for (int backwards = 0; backwards < 8; ++backwards) {
        for (const std::vector<int>& axes :
             {std::vector<int>{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            check_copy<double>(nl::dims<>(3, 40, 33), axes, backwards);
            check_copy<unsigned char>(nl::dims<>(1, 5, 7), axes, backwards);
            check_copy<std::complex<double>>(nl::dims<>(65, 2, 34), axes, backwards);
        }
    }
    check_copy<float>(nl::dims<>(), {}, 0);
    check_copy<float>(nl::dims<>(1), {0}, 0);
    check_copy<float>(nl::dims<>(100), {0}, 1);
}

TEST_CASE("strided_copy repeats along strides of 0 and does nothing for no elements") {
    const int one = 7;
    int out[6] = {};
    nl::detail::strided_copy(out, nl::dims<2>(3, 1), &one, nl::dims<2>(0, 0), nl::dims<2>(2, 3));
    for (int x : out) CHECK(x == 7);
    nl::detail::strided_copy<int>(nullptr, nl::dims<2>(0, 1), nullptr, nl::dims<2>(0, 1), nl::dims<2>(3, 0));
}

TEST_CASE("strided_copy writes into strided places") {
    int out[8] = {};
    const int in[4] = {1, 2, 3, 4};
    nl::detail::strided_copy(out, nl::dims<2>(4, 2), in, nl::dims<2>(2, 1), nl::dims<2>(2, 2));
    CHECK(out[0] == 1);
    CHECK(out[2] == 2);
    CHECK(out[4] == 3);
    CHECK(out[6] == 4);
    CHECK(out[1] == 0);
}
