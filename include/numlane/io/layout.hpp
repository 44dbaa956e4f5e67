#pragma once

#include <string>
#include <string_view>

#include "numlane/array/dims.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// NumPy's defaults (numpy.get_printoptions()).
inline constexpr index_t print_threshold = 1000;
inline constexpr index_t print_edge_items = 3;
inline constexpr std::size_t print_line_width = 75;

// The extent to show of an axis of `extent` elements: both edges of a long axis if the array is summarised.
inline index_t shown_extent(index_t extent, bool summarised) {
    return summarised && extent > 2 * print_edge_items ? 2 * print_edge_items : extent;
}

// Sets the words of an array in nested brackets behind "array(", breaking long rows, with "..." for what is left out.
class array_layout {
public:
    // `words` holds the shown elements in C order, each `width` characters long.
    array_layout(std::string_view words, std::size_t width, const dims<>& shape, bool summarised)
        : words_(words), width_(width), shape_(shape), summarised_(summarised) {}

    std::string text() {
        out_ = opening;
        if (shape_.size() == 0) out_ += words_;
        else nested(0);
        return std::move(out_);
    }

private:
    static constexpr std::string_view opening = "array(";

    void nested(int axis) {
        const bool innermost = axis + 1 == shape_.size();
        const index_t shown = shown_extent(shape_[axis], summarised_);
        const bool gap = shown != shape_[axis];
        column_ = indent(axis);
        out_ += '[';
        for (index_t i = 0; i < shown; ++i) {
            if (i > 0) separate(axis);
            if (gap && i == print_edge_items) {
                if (innermost) word(axis, "...");
                else out_ += "...";
                separate(axis);
            }
            if (innermost) word(axis, next_word());
            else nested(axis + 1);
        }
        out_ += ']';
    }

    void separate(int axis) {
        const int inner_axes = shape_.size() - axis - 1;
        if (inner_axes == 0) {
            out_ += ", ";
            column_ += 2;
        } else {
            out_ += ',';
            out_.append(static_cast<std::size_t>(inner_axes), '\n').append(indent(axis), ' ');
        }
    }

    void word(int axis, std::string_view text) {
        // Room is kept for the brackets that close, and for the comma or parenthesis behind the last of them.
        const std::size_t limit = print_line_width - 2 - static_cast<std::size_t>(axis);
        if (column_ + text.size() > limit && column_ > indent(axis)) {
            out_.back() = '\n';  // was the blank behind a comma
            out_.append(indent(axis), ' ');
            column_ = indent(axis);
        }
        out_ += text;
        column_ += text.size();
    }

    std::string_view next_word() {
        const std::string_view word = words_.substr(0, width_);
        words_.remove_prefix(width_);
        return word;
    }

    static std::size_t indent(int axis) { return opening.size() + 1 + static_cast<std::size_t>(axis); }

    std::string out_;
    std::string_view words_;
    std::size_t width_;
    const dims<>& shape_;
    bool summarised_;
    std::size_t column_ = 0;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
