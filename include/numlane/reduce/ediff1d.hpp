#pragma once

#include <initializer_list>

#include "numlane/reduce/differences.hpp"

NUMLANE_BEGIN_NAMESPACE

/// What ediff1d puts before or behind the differences: nothing, a scalar, a list, or the elements of an array. Its dtype
/// must not be of a higher kind than T, NumPy's "same_kind".
template <element T>
class end_values {
public:
    end_values() = default;
    template <scalar S>
        requires(kind_of<S> <= kind_of<T>)
    end_values(S value) : values_(detail::uninitialized{}, dims<1>(1)) {
        values_.data()[0] = detail::weak_value<T>(value);
    }
    end_values(std::initializer_list<T> values) : values_(values.begin(), dims<1>(index_t(values.size()))) {}
    template <array_operand A>
        requires(kind_of<typename A::value_type> <= kind_of<T>)
    end_values(const A& values) : values_(array<T>(values).ravel()) {}

    index_t size() const noexcept { return values_.size(); }
    const T* begin() const noexcept { return values_.begin(); }
    const T* end() const noexcept { return values_.end(); }

private:
    array<T, 1> values_;
};

/// The differences of neighbours in C order: numpy.ediff1d.
///   x                 of any shape
///   to_end, to_begin  what comes behind and before the differences: `ediff1d(x, {88, 99}, -99)`
/// Returns a vector of x's dtype; for bool, where neighbours differ. Throws dtype_error for an integer that it cannot hold.
template <array_operand X>
auto ediff1d(const X& x, const end_values<typename X::value_type>& to_end = {},
             const end_values<typename X::value_type>& to_begin = {}) {
    using T = typename X::value_type;
    const view<const T> v = detail::as_elements<T>(x).ravel();
    const index_t before = to_begin.size(), count = v.size() > 0 ? v.size() - 1 : 0;
    array<T, 1> result(detail::uninitialized{}, dims<1>(before + count + to_end.size()));
    std::copy(to_begin.begin(), to_begin.end(), result.begin());
    if (count > 0)
        detail::neighbours_difference<T>(v, 0).assign_to(
            view<T>(result.data() + before, dims<>(count), dims<>(1), result.memory()));
    std::copy(to_end.begin(), to_end.end(), result.begin() + before + count);
    return array<T>(std::move(result));
}

NUMLANE_END_NAMESPACE
