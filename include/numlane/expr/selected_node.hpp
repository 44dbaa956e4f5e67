#pragma once

#include "numlane/array/masked_view.hpp"
#include "numlane/expr/node.hpp"

NUMLANE_BEGIN_NAMESPACE

/// What a mask selects of an array. An assignment through the same mask takes the elements where they lie; any other use
/// copies them first.
template <class T, int R, int M>
struct selected_node {
    using value_type = std::remove_const_t<T>;
    using lazy_tag = void;
    static constexpr int rank = masked_view<T, R, M>::rank, operands = 1, constants = 0, copies = 1;
    template <int I, int J>
    using program = numlane::program::load<value_type, I>;

    masked_view<T, R, M> selected;

    dims<rank> shape() const { return selected.shape(); }
    void collect(detail::binding& b) const { b.add_copy(selected.copy()); }
    template <class Binding, int Q>
    bool collect_alike(Binding&, const dims<Q>&) const {
        return false;
    }
    template <array_like Out>
    void assign_to(const Out& out) const {
        detail::evaluate_into(out, *this);
    }
};

NUMLANE_END_NAMESPACE
