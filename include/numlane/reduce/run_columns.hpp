#pragma once

#include "numlane/core/bit.hpp"
#include "numlane/reduce/pivots.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Reduces across contiguous memory. Rows are added up in blocks of columns, a few at a time; `leaf_rows` rows make a leaf
/// of a binary tree over all rows, which depends on their number alone, unless the order changes no bit. A task takes a
/// subtree of it.
class columns_run {
public:
    columns_run(const reduction& r, const reduction_plan& p)
        : r_(r), p_(p), columns_(p.columns.size()), lanes_(p.lanes), width_(columns_ * lanes_),
          block_(lanes_ > 1                            ? width_
                 : block_bytes / r.itemsize < columns_ ? block_bytes / r.itemsize
                                                       : columns_),
          blocks_(ceil_div(width_, block_)), rows_(p.reduced.size() / lanes_), rest_(p.reduced.size() % lanes_),
          chunk_rows_(rows_of_task(block_)), chunks_(ceil_div(rows_, chunk_rows_)),
          far_(p.planes.size() * rows_ * width_ * r.itemsize > last_cache_bytes()) {}

    void run() {
        const index_t planes = p_.planes.size();
        if (r_.hold == accumulators::moments_of_numbers)
            pivots_ = pivots_of_columns(r_, p_, lanes_ > 1 ? columns_ : block_);
        storage memory;
        accumulator_rows partial{};
        if (chunks_ > 1) {
            memory = storage::allocate(std::size_t(planes * chunks_) * row_bytes(width_));
            partial = carve(static_cast<std::byte*>(memory.data()), planes * chunks_ * width_);
        }
        const index_t task_rows = rows_ < chunk_rows_ ? rows_ : chunk_rows_;
        const double ns = 50 + element_ns(r_.cost, r_.itemsize) * double(task_rows * block_);
        run_tasks(planes * chunks_ * blocks_, ns,
                  [&](index_t first, index_t last) { run_tasks_of(partial, first, last); });
        if (chunks_ == 1) return;
        worker w(*this);
        for (index_t plane = 0; plane < planes; ++plane) {
            const accumulator_rows rows = partial.at(r_, plane * chunks_ * width_);
            join_tree(r_, rows, width_, width_, chunks_, chunk_rows_, rows_);
            w.source.move_to(plane);
            if (lanes_ > 1) w.read_pivot(*this, plane, 0, width_);
            complete(w, 0, width_, rows);
        }
    }

private:
    static constexpr index_t leaf_rows = 64, block_bytes = 4096, task_elements = 1 << 17;
    static constexpr int levels = 16;  // more than there are subtrees begun at once, at most 12

    static index_t rows_of_task(index_t block) {
        const index_t leaves = task_elements / (leaf_rows * block);
        return leaf_rows * index_t(bit_ceil(std::uint64_t(leaves < 1 ? 1 : leaves)));
    }
    // The subtrees begun at once, with the leaf at hand.
    int depth() const {
        const index_t rows = rows_ < chunk_rows_ ? rows_ : chunk_rows_;
        return int(bit_width(std::uint64_t(ceil_div(rows, leaf_rows)))) + 1;
    }
    // Accumulators for n columns, with room for their alignment.
    std::size_t row_bytes(index_t n) const {
        return scratch::aligned(std::size_t(n) * std::size_t(r_.itemsize)) +
               scratch::aligned(std::size_t(n) * std::size_t(r_.second_size));
    }
    accumulator_rows carve(std::byte* memory, index_t n) const {
        return {memory,
                r_.second_size == 0 ? nullptr : memory + scratch::aligned(std::size_t(n) * std::size_t(r_.itemsize))};
    }

    // What a thread needs: the values, the accumulators of the subtrees begun, the pivots.
    struct worker {
        tile_source source;
        scratch memory;
        accumulator_rows level[levels];
        double held[levels];
        accumulator_rows extra;
        std::byte* pivot;

        explicit worker(const columns_run& c)
            : source(c.r_, c.p_, rows_at_once * c.block_), memory(std::size_t(c.depth() + 2) * c.row_bytes(c.block_)) {
            for (int i = 0; i < c.depth(); ++i) level[i] = c.carve(memory.take(c.row_bytes(c.block_)), c.block_);
            extra = c.carve(memory.take(c.row_bytes(c.block_)), c.block_);
            pivot = memory.take(c.row_bytes(c.block_));
            if (c.r_.hold == accumulators::located && c.lanes_ > 1)
                for (index_t column = 0; column < c.width_; ++column) rows_before()[column] = column / c.columns_;
        }
        // To locate an extremum, which has no pivot: where in a joined row the column lies.
        std::int64_t* rows_before() { return reinterpret_cast<std::int64_t*>(pivot); }
        // The pivots of all lanes: the first row, or what was found.
        void read_pivot(const columns_run& c, index_t plane, index_t column, index_t columns) {
            if (!c.r_.holds_moments()) return;
            const index_t own = columns / c.lanes_;
            const std::byte* const first =
                c.r_.hold == accumulators::moments
                    ? source.plane(0, 1, column, own, false).data
                    : static_cast<const std::byte*>(c.pivots_.data()) + (plane * c.columns_ + column) * c.r_.itemsize;
            for (index_t lane = 0; lane < c.lanes_; ++lane)
                __builtin_memcpy(pivot + lane * own * c.r_.itemsize, first,
                                 std::size_t(own) * std::size_t(c.r_.itemsize));
        }
    };

    void run_tasks_of(accumulator_rows partial, index_t first, index_t last) {
        worker w(*this);
        index_t at = -1;
        for (index_t task = first; task < last; ++task) {
            const index_t column = task % blocks_ * block_, chunk = task / blocks_ % chunks_,
                          plane = task / blocks_ / chunks_;
            const index_t n = width_ - column < block_ ? width_ - column : block_;
            if (plane != at) w.source.move_to(at = plane);
            w.read_pivot(*this, plane, column, n);
            const index_t begin = chunk * chunk_rows_, end = begin + chunk_rows_ < rows_ ? begin + chunk_rows_ : rows_;
            reduce_subtree(w, column, n, begin, end);
            if (chunks_ == 1) {
                complete(w, column, n, w.level[0]);
                continue;
            }
            const accumulator_rows to = partial.at(r_, (plane * chunks_ + chunk) * width_ + column);
            __builtin_memcpy(to.first, w.level[0].first, std::size_t(n) * std::size_t(r_.itemsize));
            if (to.second) __builtin_memcpy(to.second, w.level[0].second, std::size_t(n) * std::size_t(r_.second_size));
        }
    }

    // Rows [begin, end) of a block of columns into w.level[0].
    void reduce_subtree(worker& w, index_t column, index_t columns, index_t begin, index_t end) {
        int depth = 0;
        index_t leaves = 0;
        // Where no bit depends on the tree, and all rows have one stride, a leaf is the whole chunk.
        const index_t leaf = r_.in_any_order && p_.reduced.rank <= 1 ? chunk_rows_ : leaf_rows;
        for (index_t row = begin; row < end; row += leaf) {
            reduce_leaf(w, column, columns, row, row + leaf < end ? row + leaf : end, depth);
            for (index_t done = ++leaves; done % 2 == 0; done /= 2) join_top(w, columns, --depth);
            ++depth;
        }
        while (--depth > 0) join_top(w, columns, depth - 1);
    }
    void join_top(worker& w, index_t columns, int level) {
        join(r_, w.level[level], w.level[level + 1], columns, w.held[level], w.held[level + 1]);
        w.held[level] += w.held[level + 1];
    }

    void reduce_leaf(worker& w, index_t column, index_t columns, index_t begin, index_t end, int level) {
        column_job job{};
        job.first = w.level[level].first;
        job.second = w.level[level].second;
        job.columns = columns;
        job.pivot = w.pivot;
        job.rows_before = w.rows_before();
        job.lanes = columns / lanes_;
        for (index_t row = begin, rows; row < end; row += rows) {
            rows = end - row;
            if (rows > rows_at_once &&
                !w.source.lie_in_place(row * lanes_, rows * lanes_, columns / lanes_, lanes_ > 1))
                rows = rows_at_once;
            value_plane values = w.source.plane(row * lanes_, rows * lanes_, column, columns / lanes_, lanes_ > 1);
            if (lanes_ > 1) values.stride = columns;
            add_rows(job, values, rows, row == begin, double(row - begin), row * lanes_);
        }
        w.held[level] = double(end - begin);
    }
    void add_rows(column_job& job, const value_plane& values, index_t rows, bool fresh, double before, index_t index) {
        job.rows = values.data;
        job.stride = values.stride;
        job.ahead = values.in_place && far_;
        job.count = rows;
        job.fresh = fresh;
        job.before = before;
        job.index = index;
        kernel_args args{};
        args.out = &job;
        (values.in_place && r_.converting_columns != nullptr ? r_.converting_columns : r_.columns)(args);
    }

    // Joins the lanes of the accumulators, and the rows that no lane took; writes the results.
    void complete(worker& w, index_t column, index_t columns, accumulator_rows from) {
        double held = double(rows_);
        for (index_t half = width_ / 2; lanes_ > 1 && half >= columns_; half /= 2, held *= 2)
            join(r_, from, from.at(r_, half), half, held, held);
        const index_t n = lanes_ > 1 ? columns_ : columns;
        for (index_t done = 0; done < rest_; done += rows_at_once) {
            const index_t rows = rest_ - done < rows_at_once ? rest_ - done : index_t(rows_at_once);
            column_job job{};
            job.first = w.extra.first;
            job.second = w.extra.second;
            job.columns = job.lanes = n;
            job.pivot = w.pivot;
            const index_t row = rows_ * lanes_ + done;
            add_rows(job, w.source.plane(row, rows, column, n, false), rows, true, 0, row);
            join(r_, from, w.extra, n, held, double(rows));
            held += double(rows);
        }
        emit(r_, p_.columns, w.source.start(r_.output()), column, n, from);
    }

    const reduction& r_;
    const reduction_plan& p_;
    index_t columns_, lanes_, width_, block_, blocks_, rows_, rest_, chunk_rows_, chunks_;
    storage pivots_;  // where they had to be found
    bool far_;        // the elements are in memory: what comes next is asked for, which in a cache only costs time
};

}  // namespace detail
NUMLANE_END_NAMESPACE
