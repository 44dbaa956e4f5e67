#include <optional>

#include "oracle/case.hpp"

namespace {

// The same list stands in layouts.py.
template <class T>
nl::view<T> view_of(std::int64_t number, nl::array<T>& x) {
    using nl::_, nl::ellipsis, nl::newaxis, nl::slice;
    switch (number) {
    case 1: return x.T();
    case 2: return x(slice(_, _, -1));
    case 3: return x(ellipsis, slice(_, _, -2));
    case 4: return x(ellipsis, slice(1, _, 3));
    case 5: return x.ndim() > 1 ? nl::view<T>(x(slice(1, _), ellipsis, slice(_, -1))) : nl::view<T>(x(slice(1, _)));
    case 6: return x.T()(slice(_, _, 2));
    case 7: return x(ellipsis, newaxis);
    case 8: return x(slice(-1, 0, -2)).T();
    case 9: return nl::swapaxes(x, 0, -1)(newaxis);
    default: return x.as_view();
    }
}

/// An array whose elements lie apart in the memory of a larger one, every other axis backwards; column by column.
template <class T>
struct sparse {
    explicit sparse(const nl::dims<>& shape)
        : around(nl::full(nl::dims<>(3 + 2 * nl::shape_size(shape)), T(1))), strides(shape) {
        nl::index_t stride = 2, offset = 1;
        for (int axis = 0; axis < shape.size(); ++axis) {
            strides[axis] = axis % 2 == 0 ? stride : -stride;
            if (axis % 2 == 1 && shape[axis] > 0) offset += (shape[axis] - 1) * stride;
            stride *= shape[axis];
        }
        elements.emplace(around.data() + offset, shape, strides, around.memory());
    }
    /// True if nothing was written between the elements.
    bool is_whole() const {
        for (nl::index_t i = 0; i < around.size(); i += 2)
            if (around(i) != T(1)) return false;
        return true;
    }
    nl::array<T> around;
    nl::dims<> strides;
    std::optional<nl::view<T>> elements;
};

template <class T>
void check_layouts() {
    const std::string dtype = nl::dtype_name<T>();
    const auto pairs = oracle::read<std::int64_t>("layout_pairs"), shapes = oracle::read<std::int64_t>("layout_shapes");
    const auto results = oracle::read<T>("layout_results." + dtype);
    nl::index_t begin = 0;
    for (nl::index_t i = 0; i < pairs.shape(0); ++i) {
        auto a = oracle::read<T>("layout_a." + dtype + "." + std::to_string(pairs(i, 0)));
        auto b = oracle::read<T>("layout_b." + dtype + "." + std::to_string(pairs(i, 2)));
        auto shape = nl::dims<>::with_rank(int(shapes(i, 0)));
        for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = nl::index_t(shapes(i, axis + 1));
        const auto size = nl::shape_size(shape);
        const nl::array<T> expected = results(nl::slice(begin, begin + size)).reshape(shape);
        begin += size;

        const auto x = view_of(pairs(i, 1), a), y = view_of(pairs(i, 3), b);
        const std::string what = dtype + ", view " + std::to_string(pairs(i, 1)) + " of " + nl::to_string(a.shape()) +
                                 " and view " + std::to_string(pairs(i, 3)) + " of " + nl::to_string(b.shape());
        const auto e = nl::where(x < y, x, y + y);
        oracle::check_same(nl::array<T>(e), expected, what);
        sparse<T> out(shape);
        *out.elements = e;
        oracle::check_same(nl::array<T>(*out.elements), expected, what + ", into strides");
        CHECK(out.is_whole());
    }
    CHECK(begin == results.size());
}

}  // namespace

TEST_CASE("views of all shapes broadcast as NumPy's, into any strides") {
    targets::on_every([] {
        check_layouts<bool>();
        check_layouts<std::int8_t>();
        check_layouts<float>();
        check_layouts<std::int64_t>();
        check_layouts<std::complex<double>>();
    });
}
