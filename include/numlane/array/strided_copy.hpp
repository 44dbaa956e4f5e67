#pragma once

#include <cstddef>
#include <cstring>

#include "numlane/array/copy_bytes.hpp"
#include "numlane/array/shape.hpp"
#include "numlane/core/last_cache.hpp"
#include "numlane/simd/gather_line.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// An axis that two arrays share: its extent and the stride in each, in elements.
struct copy_axis {
    index_t extent;
    index_t dst;
    index_t src;
};

/// Leaves out axes of extent 1, orders the others by dst's strides, the largest first, and merges those that run on
/// in both arrays. Returns how many are left.
inline int plan_copy(copy_axis* axes, int count) noexcept {
    const auto magnitude = [](index_t stride) { return stride < 0 ? -stride : stride; };
    int kept = 0;
    for (int i = 0; i < count; ++i) {
        const copy_axis axis = axes[i];
        if (axis.extent == 1) continue;
        int at = kept++;
        for (; at > 0 && magnitude(axes[at - 1].dst) < magnitude(axis.dst); --at) axes[at] = axes[at - 1];
        axes[at] = axis;
    }
    int last = 0;
    for (int i = 1; i < kept; ++i) {
        copy_axis& outer = axes[last];
        const copy_axis& inner = axes[i];
        if (outer.dst == inner.dst * inner.extent && outer.src == inner.src * inner.extent) {
            outer = {outer.extent * inner.extent, inner.dst, inner.src};
        } else {
            axes[++last] = inner;
        }
    }
    return kept == 0 ? 0 : last + 1;
}

/// One element of a dtype of Bytes bytes: what is copied does not depend on what it means.
template <std::size_t Bytes>
NUMLANE_INLINE void copy_item(std::byte* dst, const std::byte* src) noexcept {
    __builtin_memcpy(dst, src, Bytes);
}

template <std::size_t Bytes>
void copy_line(std::byte* dst, const std::byte* src, const copy_axis& axis) noexcept {
    constexpr index_t size = Bytes;
    if (axis.dst == 1 && axis.src == 1) {
        std::memcpy(dst, src, static_cast<std::size_t>(axis.extent) * Bytes);
    } else if (axis.dst == 1) {
        gather_line<Bytes>(dst, src, axis.src, axis.extent);
    } else {
        const index_t to_next = axis.dst * size, from_next = axis.src * size;
        index_t left = axis.extent;
        for (; left >= 4; left -= 4, dst += 4 * to_next, src += 4 * from_next) {
            copy_item<Bytes>(dst, src);
            copy_item<Bytes>(dst + to_next, src + from_next);
            copy_item<Bytes>(dst + 2 * to_next, src + 2 * from_next);
            copy_item<Bytes>(dst + 3 * to_next, src + 3 * from_next);
        }
        for (; left > 0; --left, dst += to_next, src += from_next) copy_item<Bytes>(dst, src);
    }
}

/// Copies a plane of which src runs along the rows (rows.src is 1) and dst along the columns, in blocks of about a cache
/// line each way; `stream`: past the cache.
template <std::size_t Bytes>
void copy_transposed(std::byte* dst, const std::byte* src, const copy_axis& rows, const copy_axis& columns,
                     bool stream) noexcept {
    if (rows.extent == columns.src && rows.extent <= most_fields && columns.dst == 1) {
        line_copy fields{src, columns.src, columns.extent, int(rows.extent), false, {}};
        for (index_t r = 0; r < rows.extent; ++r) fields.dst[r] = dst + r * rows.dst * index_t(Bytes);
        return gather_fields<Bytes>(fields);
    }
    if constexpr (Bytes == 4 || Bytes == 8 || Bytes == 16) {
        if (columns.dst == 1) {
            transposition t{dst, src, rows.dst, columns.src, rows.extent, columns.extent};
            return dispatch<transpose_kernel<Bytes>>()({&t, nullptr, nullptr, 0, stream});
        }
    }
    constexpr index_t size = Bytes, block = Bytes >= 8 ? 8 : 16;
    for (index_t j = 0; j < columns.extent; j += block) {
        const index_t width = j + block < columns.extent ? block : columns.extent - j;
        for (index_t r = 0; r < rows.extent; ++r) {
            copy_line<Bytes>(dst + (r * rows.dst + j * columns.dst) * size, src + (r + j * columns.src) * size,
                             {width, columns.dst, columns.src});
        }
    }
}

/// Copies elements of Bytes bytes between layouts of `rank` axes; `axes` is worked upon. `stream`: past the cache where that
/// is quick, and whoever calls ends the stream.
template <std::size_t Bytes>
void copy_axes(std::byte* dst, const std::byte* src, copy_axis* axes, int rank, bool stream = false) noexcept {
    constexpr index_t size = Bytes;
    const int count = plan_copy(axes, rank);
    if (count == 0) return copy_item<Bytes>(dst, src);
    const copy_axis inner = axes[count - 1];
    int outer = count - 1;
    copy_axis rows{};
    for (int i = 0; i < count - 1 && inner.src != 1; ++i) {
        if (axes[i].src != 1) continue;
        rows = axes[i];
        for (--outer; i < outer; ++i) axes[i] = axes[i + 1];
        break;
    }
    index_t index[max_rank] = {};
    for (;;) {
        if (rows.extent > 0) copy_transposed<Bytes>(dst, src, rows, inner, stream);
        else copy_line<Bytes>(dst, src, inner);
        int axis = outer - 1;
        for (; axis >= 0; --axis) {
            dst += axes[axis].dst * size;
            src += axes[axis].src * size;
            if (++index[axis] < axes[axis].extent) break;
            dst -= axes[axis].dst * axes[axis].extent * size;
            src -= axes[axis].src * axes[axis].extent * size;
            index[axis] = 0;
        }
        if (axis < 0) return;
    }
}

/// The same for large arrays: the threads of the pool share the outermost axis of dst.
template <std::size_t Bytes>
void copy_large_axes(std::byte* dst, const std::byte* src, copy_axis* axes, int rank, index_t bytes) {
    constexpr index_t size = Bytes, band = 64;  // as few rows as lines of the cache that change places fill
    const int count = plan_copy(axes, rank);
    if (count == 0) return;
    const copy_axis outer = axes[0];
    const index_t rows = shared_copy / (bytes / outer.extent) / band * band;
    const bool stream = 2 * bytes > last_cache_bytes();
    parallel_for(0, outer.extent, rows > band ? rows : band, [&](index_t first, index_t last) {
        copy_axis part[max_rank];
        for (int i = 0; i < count; ++i) part[i] = axes[i];
        part[0].extent = last - first;
        copy_axes<Bytes>(dst + first * outer.dst * size, src + first * outer.src * size, part, count, stream);
        if (stream) end_streams();
    });
}

/// Copies elements between two layouts of the same shape, which must not overlap. Strides are in elements.
template <class T, int R>
void strided_copy(T* dst, const dims<R>& dst_strides, const T* src, const dims<R>& src_strides, const dims<R>& shape) {
    index_t bytes = sizeof(T);
    for (int i = 0; i < shape.size(); ++i) bytes *= shape[i];
    if (is_contiguous(shape, dst_strides) && is_contiguous(shape, src_strides))
        return copy_bytes(dst, src, std::size_t(bytes));
    if (bytes == 0) return;
    copy_axis axes[max_rank];
    for (int i = 0; i < shape.size(); ++i) axes[i] = {shape[i], dst_strides[i], src_strides[i]};
    auto* const to = reinterpret_cast<std::byte*>(dst);
    const auto* const from = reinterpret_cast<const std::byte*>(src);
    if (bytes < shared_copy_from) copy_axes<sizeof(T)>(to, from, axes, shape.size());
    else copy_large_axes<sizeof(T)>(to, from, axes, shape.size(), bytes);
}

}  // namespace detail
NUMLANE_END_NAMESPACE
