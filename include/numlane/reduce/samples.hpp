#pragma once

#include "numlane/reduce/order_statistics.hpp"
#include "numlane/reduce/sample_layout.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// Looks at the samples of a layout block by block, one after another or side by side in the lanes of registers.
template <class T>
class samples {
public:
    static constexpr int most = is_complex_v<T> ? 1 : columns_of_keys<column_key<T>>;

    explicit samples(const sample_layout<T>& layout) : layout_(layout) {}

    void move_to(index_t plane, index_t column, int count) {
        const T* const first = layout_.elements.data() + plane * layout_.plane_stride + column * layout_.column_stride;
        count_ = count;
        if constexpr (most > 1)
            if (layout_.width > 1) return make_keys(first);
        numbers_[0] = layout_.size;
        row_ = one_.numbers_of(first, numbers_[0]);
    }

    int count() const { return count_; }
    /// How many elements of sample i are no NaN.
    index_t numbers(int i) const { return numbers_[i]; }

    /// Finds in each sample what sorting its numbers would put at ranks[i] < numbers(i), and the next; nothing useful in
    /// one without numbers.
    void find(const index_t* ranks, neighbours<T>* found) {
        if constexpr (most > 1)
            if (layout_.width > 1) return find_keys(ranks, found);
        if (numbers_[0] > 0) *found = one_.find(row_, numbers_[0], *ranks);
    }

private:
    using K = column_key<T>;

    void make_keys(const T* first) {
        const index_t size = layout_.size;
        job_.rows = first;
        job_.stride = layout_.stride;
        job_.columns = count_;
        job_.count = size;
        job_.keys = keys_.reserve(size * most);
        job_.low = low_;
        job_.high = high_;
        job_.numbers = these_numbers_;
        if (layout_.column_stride != 1) {  // what lies in rows is turned
            T* const turned = turned_.reserve(size * count_);
            copy_plane<sizeof(T)>(
                {reinterpret_cast<std::byte*>(turned), count_, 1},
                {reinterpret_cast<std::byte*>(const_cast<T*>(first)), layout_.stride, layout_.column_stride}, size,
                count_);
            job_.rows = turned;
            job_.stride = count_;
        }
        run<column_keys_kernel<T>>(job_);
        for (int i = 0; i < count_; ++i) numbers_[i] = these_numbers_[i];
    }
    void find_keys(const index_t* ranks, neighbours<T>* found) {
        alignas(64) K low[most], high[most], wanted[most], below[most], above[most], next[most], few[most * few_keys];
        column_keys job = job_;
        for (int i = 0; i < most; ++i) {
            low[i] = low_[i];
            high[i] = high_[i];
            wanted[i] = i < count_ ? K(ranks[i]) : K(0);
        }
        job.low = low;
        job.high = high;
        job.ranks = wanted;
        job.enough = layout_.size > 128 ? few_keys : 1;  // where passes are short, they are cheaper than to sort
        job.below = below;
        job.above = above;
        job.next = next;
        job.few = few;
        run<rank_columns_kernel<K>>(job);
        for (int i = 0; i < count_; ++i) {
            if (numbers_[i] == 0) continue;
            const index_t end = layout_.size - above[i], rank = ranks[i] - below[i], left = end - below[i];
            K at = low[i], behind = end > ranks[i] + 1 ? at : next[i];
            if (low[i] < high[i]) {
                K* const keys = few + i * few_keys;
                nth_element(keys, left, rank);
                at = keys[rank];
                for (index_t k = rank + 1; k < left; ++k) behind = k == rank + 1 || keys[k] < behind ? keys[k] : behind;
            }
            found[i] = {number(at), number(ranks[i] + 1 < numbers_[i] ? behind : at)};
        }
    }
    template <class Kernel>
    static void run(column_keys& job) {
        kernel_args args{};
        args.out = &job;
        dispatch<Kernel>()(args);
    }
    static T number(K key) {
        if constexpr (sizeof(T) == sizeof(K)) return order<T>::number(typename order<T>::key(key) ^ order<T>::sign);
        else return T(key);
    }

    const sample_layout<T>& layout_;
    int count_ = 0;
    index_t numbers_[most];
    const T* row_ = nullptr;
    order_statistics<T> one_;
    row_buffer<T> turned_;
    row_buffer<K> keys_;
    column_keys job_{};
    alignas(64) K low_[most], high_[most], these_numbers_[most];
};

template <>
class samples<bool> {
public:
    static constexpr int most = 1;

    explicit samples(const sample_layout<bool>& layout) : layout_(layout) {}
    void move_to(index_t, index_t column, int) { false_ones_ = layout_.size - layout_.true_ones.data()[column]; }
    int count() const { return 1; }
    index_t numbers(int) const { return layout_.size; }
    void find(const index_t* ranks, neighbours<bool>* found) {
        const index_t next = *ranks + 1 < layout_.size ? *ranks + 1 : *ranks;
        *found = {*ranks >= false_ones_, next >= false_ones_};
    }

private:
    const sample_layout<bool>& layout_;
    index_t false_ones_ = 0;
};

/// Calls body(samples, first) for all blocks, of which `first` is the first result.
template <class T, class Body>
void walk_samples(const sample_layout<T>& layout, const Body& body) {
    const index_t blocks = layout.blocks();
    const double ns =
        layout.width > 1 ? 2.0 * double(layout.size * layout.width) + 500 : 10.0 * double(layout.size) + 10;
    run_tasks(layout.planes * blocks, ns, [&](index_t begin, index_t end) {
        samples<T> block(layout);
        for (index_t i = begin; i < end; ++i) {
            const index_t plane = layout.planes == 1 ? 0 : i / blocks, column = (i - plane * blocks) * layout.width;
            const index_t left = layout.columns - column;
            block.move_to(plane, column, int(left < layout.width ? left : layout.width));
            body(block, plane * layout.columns + column);
        }
    });
}

}  // namespace detail
NUMLANE_END_NAMESPACE
