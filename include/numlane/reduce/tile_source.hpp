#pragma once

#include "numlane/expr/scratch.hpp"
#include "numlane/reduce/chunks.hpp"
#include "numlane/reduce/reduction.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A plane of values: rows `stride` elements apart.
struct value_plane {
    const std::byte* data;
    index_t stride;
    bool in_place;  // in the array itself, and of its dtype
};

/// Gives the values of an expression tile by tile: where they lie, if they are an array's and contiguous there, otherwise
/// evaluated, packed and masked in a buffer that stays in the cache.
class tile_source {
public:
    /// Tiles of at most `capacity` elements.
    tile_source(const reduction& r, const reduction_plan& p, index_t capacity)
        : r_(r), p_(p), inputs_(r.output()), capacity_(capacity), memory_(bytes()) {
        start_ = reinterpret_cast<std::byte**>(memory_.take(std::size_t(inputs_ + 1) * sizeof(std::byte*)));
        operands_ = reinterpret_cast<kernel_operand*>(memory_.take(std::size_t(inputs_ + 1) * sizeof(kernel_operand)));
        buffer_ = reinterpret_cast<std::byte**>(memory_.take(std::size_t(inputs_ + 1) * sizeof(std::byte*)));
        splatted_ = reinterpret_cast<const std::byte**>(memory_.take(std::size_t(inputs_ + 1) * sizeof(std::byte*)));
        to_next_ = reinterpret_cast<index_t*>(memory_.take(std::size_t(inputs_ + 1) * sizeof(index_t)));
        values_ = memory_.take(value_bytes());
        for (int c = 0; c < inputs_; ++c) {
            buffer_[c] = memory_.take(buffer_bytes(c));
            splatted_[c] = nullptr;
            to_next_[c] = inner_stride(p_.planes, c) * p_.planes.itemsize[c];
        }
        move_to(0);
    }

    /// Goes to plane number `index`; where array c begins there.
    void move_to(index_t index) {
        for (int c = 0; c <= inputs_; ++c)
            start_[c] = p_.planes.base[c] + offset_of(p_.planes, index, c) * p_.planes.itemsize[c];
    }
    std::byte* start(int c) const { return start_[c]; }

    /// Whether the operands of all elements of the reduced axes lie in place, and planes follow one another by a stride.
    bool lie_in_rows() const {
        bool lie = p_.planes.rank <= 1 && p_.reduced.rank <= 1;
        for (int c = 0; lie && c < r_.operands; ++c) lie = inner_stride(p_.reduced, c) == 1;
        return lie;
    }
    /// Goes from these operands to those of the next plane.
    void next_operands() {
        for (int c = 0; c < r_.operands; ++c)
            operands_[c].data = static_cast<const std::byte*>(operands_[c].data) + to_next_[c];
    }

    /// The operands of the expression for elements [begin, begin + count) of the reduced axes.
    const kernel_operand* operands(index_t begin, index_t count) {
        for (int c = 0; c < r_.operands; ++c) bind_range(c, begin, count);
        return operands_;
    }

    /// The values of elements [begin, begin + count) of the reduced axes, one after another.
    const std::byte* range(index_t begin, index_t count) {
        if (r_.evaluate == nullptr && !r_.masked) {
            bind_range(0, begin, count, true);
            return static_cast<const std::byte*>(operands_[0].data);
        }
        if (r_.evaluate == nullptr) pack(p_.reduced, 0, begin, count, values_);
        else r_.evaluate({values_, operands(begin, count), r_.constants, count, false});
        if (r_.masked) {
            bind_range(r_.operands, begin, count);
            blend(values_, operands_[r_.operands], count);
        }
        return values_;
    }

    /// Whether plane() would give these rows of the array itself.
    bool lie_in_place(index_t row, index_t rows, index_t columns, bool joined) const {
        const bool as_it_lies = r_.evaluate == nullptr || r_.converting_columns != nullptr;
        if (!as_it_lies || r_.masked || !contiguous_columns(0, columns)) return false;
        const index_t inner = inner_extent(p_.reduced);
        return row % inner + rows <= inner && (!joined || inner_stride(p_.reduced, 0) == columns || rows == 1);
    }

    /// The values of rows [row, row + rows) of the reduced axes in columns [column, column + columns). With `joined` rows,
    /// row after row without a gap.
    value_plane plane(index_t row, index_t rows, index_t column, index_t columns, bool joined) {
        if (lie_in_place(row, rows, columns, joined)) return {at(0, row, column), inner_stride(p_.reduced, 0), true};
        const index_t inner = inner_extent(p_.reduced);
        for (index_t done = 0; done < rows;) {
            const index_t left = inner - (row + done) % inner, n = left < rows - done ? left : rows - done;
            fill(row + done, n, column, columns, values_ + done * columns * r_.itemsize);
            done += n;
        }
        return {values_, columns, false};
    }

private:
    bool contiguous_columns(int c, index_t columns) const {
        return columns == 1 || (p_.columns.rank <= 1 && inner_stride(p_.columns, c) == 1);
    }
    static bool all_zero(const loop_nest& nest, int c) {
        for (int axis = 0; axis < nest.rank; ++axis)
            if (nest.strides_of(axis)[c] != 0) return false;
        return true;
    }

    // Whether array c is never packed: all that is asked of it is contiguous where it lies.
    bool stays(int c, bool joined) const {
        if (p_.rows) return p_.reduced.rank <= 1 && inner_stride(p_.reduced, c) == 1;
        const bool one_run = p_.reduced.rank <= 1 && (!joined || inner_stride(p_.reduced, c) == p_.columns.size());
        return contiguous_columns(c, p_.columns.size()) && one_run;
    }
    std::size_t value_bytes() const {
        if (r_.evaluate == nullptr && !r_.masked && stays(0, p_.lanes > 1)) return 0;
        return std::size_t(capacity_) * std::size_t(r_.itemsize);
    }
    std::size_t buffer_bytes(int c) const {
        if (p_.rows ? stays(c, false) : contiguous_columns(c, p_.columns.size())) return 0;
        const index_t items = capacity_ > r_.splat_lanes ? capacity_ : r_.splat_lanes;
        return std::size_t(items) * std::size_t(p_.planes.itemsize[c]);
    }
    std::size_t bytes() const {
        const std::size_t n = std::size_t(inputs_ + 1);
        std::size_t total = 3 * scratch::aligned(n * sizeof(std::byte*)) + scratch::aligned(n * sizeof(index_t)) +
                            scratch::aligned(n * sizeof(kernel_operand)) + scratch::aligned(value_bytes());
        for (int c = 0; c < inputs_; ++c) total += scratch::aligned(buffer_bytes(c));
        return total;
    }

    const std::byte* at(int c, index_t row, index_t column) const {
        return start_[c] + (offset_of(p_.reduced, row, c) + offset_of(p_.columns, column, c)) * p_.reduced.itemsize[c];
    }

    // Elements [begin, begin + count) of a nest that begins at start_.
    void pack(loop_nest nest, int c, index_t begin, index_t count, std::byte* to) {
        if (nest.rank == 0) {
            __builtin_memcpy(to, start_[c], std::size_t(nest.itemsize[c]));
            return;
        }
        nest.base = start_;
        pack_range(nest, c, r_.arrays[c].copy, begin, count, to);
    }

    void splat_operand(int c, const std::byte* from) {
        if (splatted_[c] != from) splat(buffer_[c], from, p_.reduced.itemsize[c], r_.splat_lanes);
        splatted_[c] = from;
        operands_[c] = {buffer_[c], 0};
    }

    void bind_range(int c, index_t begin, index_t count, bool contiguous = false) {
        const loop_nest& nest = p_.reduced;
        if (!contiguous && all_zero(nest, c)) return splat_operand(c, start_[c]);
        const index_t inner = inner_extent(nest), column = begin == 0 ? 0 : begin % inner;
        if (count == 1 || (inner_stride(nest, c) == 1 && column + count <= inner)) {
            operands_[c] = {start_[c] + offset_of(nest, begin, c) * nest.itemsize[c], 1};
            return;
        }
        pack(nest, c, begin, count, buffer_[c]);
        operands_[c] = {buffer_[c], 1};
    }

    void blend(std::byte* values, const kernel_operand& mask, index_t count) {
        const kernel_operand both[] = {mask, {values, 1}};
        r_.blend({values, both, &r_.fill, count, false});
    }

    // Array c of a run of rows into a buffer, row after row.
    void pack_rows(int c, index_t row, index_t rows, index_t column, index_t columns, std::byte* to) {
        const loop_nest& nest = p_.columns;
        const int item = nest.itemsize[c];
        const index_t stride = inner_stride(p_.reduced, c);
        const std::byte* from = start_[c] + offset_of(p_.reduced, row, c) * item;
        if (nest.rank <= 1) {
            auto* first = const_cast<std::byte*>(from) + column * inner_stride(nest, c) * item;
            r_.arrays[c].copy({to, columns, 1}, {first, stride, inner_stride(nest, c)}, rows, columns);
            return;
        }
        std::byte* const begin = start_[c];
        for (index_t i = 0; i < rows; ++i) {
            start_[c] = const_cast<std::byte*>(from) + i * stride * item;
            pack(nest, c, column, columns, to + i * columns * item);
        }
        start_[c] = begin;
    }

    // Whether array c need not be packed: its rows are contiguous, or one element stands for all.
    enum class lies { gapless, in_rows, splat, apart };
    lies how_lies(int c, index_t rows, index_t columns) const {
        const index_t stride = inner_stride(p_.reduced, c);
        if (contiguous_columns(c, columns)) return rows == 1 || stride == columns ? lies::gapless : lies::in_rows;
        return all_zero(p_.columns, c) && (rows == 1 || stride == 0) ? lies::splat : lies::apart;
    }
    void bind_rows(int c, lies how, index_t row, index_t rows, index_t column, index_t columns) {
        if (how == lies::splat) return splat_operand(c, at(c, row, column));
        if (how == lies::apart) {
            pack_rows(c, row, rows, column, columns, buffer_[c]);
            splatted_[c] = nullptr;
            operands_[c] = {buffer_[c], 1};
        } else {
            operands_[c] = {at(c, row, column), 1};
        }
    }
    void next_row(int c, lies how, index_t columns) {
        const index_t stride = how == lies::in_rows ? inner_stride(p_.reduced, c) : how == lies::splat ? 0 : columns;
        operands_[c].data = static_cast<const std::byte*>(operands_[c].data) + stride * p_.reduced.itemsize[c];
    }

    // The values of a run of rows, along which every array has one stride, into `to`.
    void fill(index_t row, index_t rows, index_t column, index_t columns, std::byte* to) {
        const int first = r_.evaluate == nullptr ? r_.operands : 0;
        if (r_.evaluate == nullptr) pack_rows(0, row, rows, column, columns, to);
        bool gapless = true;
        for (int c = first; c < inputs_; ++c) {
            const lies how = how_lies(c, rows, columns);
            bind_rows(c, how, row, rows, column, columns);
            gapless = gapless && how != lies::in_rows;
        }
        const index_t calls = gapless ? 1 : rows, count = gapless ? rows * columns : columns;
        for (index_t call = 0; call < calls; ++call, to += columns * r_.itemsize) {
            if (r_.evaluate != nullptr) r_.evaluate({to, operands_, r_.constants, count, false});
            if (r_.masked) blend(to, operands_[r_.operands], count);
            for (int c = first; c < inputs_; ++c) next_row(c, how_lies(c, rows, columns), columns);
        }
    }

    const reduction& r_;
    const reduction_plan& p_;
    int inputs_;
    index_t capacity_;
    scratch memory_;
    std::byte** start_;
    kernel_operand* operands_;
    std::byte** buffer_;
    const std::byte** splatted_;
    index_t* to_next_;  // [inputs_], in bytes, from one plane to the next
    std::byte* values_;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
