#pragma once

#include "numlane/io/array_valued.hpp"
#include "numlane/io/format_element.hpp"
#include "numlane/io/layout.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Copies the elements to show, in C order, to `out`; returns the place behind the last.
template <class T>
T* gather_shown(T* out, const T* from, const index_t* shape, const index_t* strides, int rank, bool summarised) {
    if (rank == 0) {
        *out = *from;
        return out + 1;
    }
    const index_t shown = shown_extent(*shape, summarised);
    for (index_t i = 0; i < shown; ++i) {
        const index_t index = i < print_edge_items ? i : *shape - shown + i;
        out = gather_shown(out, from + index * *strides, shape + 1, strides + 1, rank - 1, summarised);
    }
    return out;
}

// Closes the parenthesis behind the elements, after the dtype if one is to be named.
inline std::string close_repr(std::string text, const char* dtype) {
    if (dtype == nullptr) return text += ')';
    text += ',';
    const std::string tail = message({"dtype=", dtype, ')'});
    const std::size_t column = text.size() - (text.rfind('\n') + 1);
    text += column + tail.size() + 1 > print_line_width ? "\n      " : " ";
    return text += tail;
}

}  // namespace detail

/// The text of an array, of a view, or of an expression or a selection by a mask, which is evaluated first:
/// numpy.array_repr of NumPy 1.24 with NumPy's default print options, byte for byte. Above 1000 elements only three at
/// each end of a long axis are written.
template <array_valued A>
std::string array_repr(const A& a) {
    using T = typename A::value_type;
    if constexpr (!array_like<A>) {
        return array_repr(array<T, A::rank>(a));
    } else {
        const dims<> shape = a.shape();
        const dims<> strides = a.strides();
        const index_t size = shape_size(shape);
        if (size == 0) {
            const std::string where = shape.size() == 1 ? "" : detail::message({", shape=", to_string(shape)});
            return detail::close_repr(detail::message({"array([]", where}), dtype_name<T>());
        }
        const bool summarised = size > detail::print_threshold;
        std::size_t shown = 1;
        for (const index_t extent : shape) shown *= static_cast<std::size_t>(detail::shown_extent(extent, summarised));
        const storage memory = storage::allocate(shown * sizeof(T));
        T* const elements = static_cast<T*>(memory.data());
        const T* const first = a.data();
        detail::gather_shown(elements, first, shape.data(), strides.data(), shape.size(), summarised);

        std::string words;
        const std::size_t width = detail::format_elements(words, elements, shown, shape.size() == 0);
        // NumPy does not name the dtypes that Python's own numbers become.
        constexpr bool implied = std::is_same_v<T, bool> || std::is_same_v<T, std::int64_t> ||
                                 std::is_same_v<T, double> || std::is_same_v<T, std::complex<double>>;
        return detail::close_repr(detail::array_layout(words, width, shape, summarised).text(),
                                  implied ? nullptr : dtype_name<T>());
    }
}

NUMLANE_END_NAMESPACE
