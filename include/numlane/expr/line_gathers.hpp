#pragma once

#include "numlane/expr/tiling.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The copying of strided arrays, a turn of a row at a time, into buffers. Fields of one array of records, such as the
/// columns of an (n, 3) array, are told apart in one pass over it, and an array that occurs twice is copied once.
class line_gathers {
public:
    struct gather {
        kernel_function run;
        line_copy copy;
        int column;  // the array that begins first in memory
    };

    /// Copies nothing yet; `memory` is room for one gather for each array.
    line_gathers(const loop_nest& nest, gather* memory) : nest_(nest), gathers_(memory) {}

    /// Array c of the nest, by `copy`, to `buffer`. Returns where its elements will lie: there, or with an array that is
    /// the same.
    NUMLANE_COLD std::byte* add(int c, gather_function copy, std::byte* buffer) {
        for (int i = 0; i < count_; ++i)
            if (alike(gathers_[i].column, c))
                if (std::byte* const shared = join(gathers_[i], c, buffer)) return shared;
        gather& g = *new (&gathers_[count_++]) gather{copy(), {}, c};
        g.copy.stride = stride(c);
        g.copy.fields = 1;
        g.copy.dst[0] = buffer;
        return buffer;
    }

    /// Calls start(c), where array c begins, and copies `count` elements of each from element `first` on; with `more`, there
    /// are further ones.
    template <class Start>
    void run(index_t first, index_t count, bool more, const Start& start) const {
        for (int i = 0; i < count_; ++i) {
            gather& g = gathers_[i];
            g.copy.src = start(g.column) + first * g.copy.stride * nest_.itemsize[g.column];
            g.copy.count = count;
            g.copy.more = more;
            g.run({&g.copy, nullptr, nullptr, 0, false});
        }
    }

private:
    index_t stride(int c) const { return nest_.strides_of(nest_.rank - 1)[c]; }

    bool alike(int a, int b) const {
        bool equal = nest_.itemsize[a] == nest_.itemsize[b];
        for (int axis = 0; axis < nest_.rank; ++axis)
            equal = equal && nest_.strides_of(axis)[a] == nest_.strides_of(axis)[b];
        return equal;
    }

    NUMLANE_COLD std::byte* join(gather& g, int c, std::byte* buffer) const {
        const index_t bytes = nest_.base[c] - nest_.base[g.column], item = nest_.itemsize[c], most = stride(c);
        if (bytes == 0) return g.copy.dst[0];
        if (bytes % item != 0 || most < 2 || most > most_fields) return nullptr;
        index_t field = bytes / item, shift = field < 0 ? -field : 0, last = field;
        for (int k = 0; k < most; ++k)
            if (g.copy.dst[k] != nullptr && k > last) last = k;
        if (last + shift >= most) return nullptr;
        if (shift > 0) {
            for (index_t k = most - 1; k >= 0; --k) g.copy.dst[k] = k < shift ? nullptr : g.copy.dst[k - shift];
            g.column = c;
            field = 0;
        }
        if (g.copy.dst[field] != nullptr) return g.copy.dst[field];
        g.copy.fields = int(most);
        return g.copy.dst[field] = buffer;
    }

    const loop_nest& nest_;
    gather* gathers_;
    int count_ = 0;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
