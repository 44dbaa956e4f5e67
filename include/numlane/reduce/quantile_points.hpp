#pragma once

#include <initializer_list>
#include <vector>

#include "numlane/expr/as_node.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Which quantiles to find: one, a list, or those in an array, whose axes come first in the result.
class quantile_points {
public:
    template <class S>
        requires std::is_arithmetic_v<S>
    quantile_points(S q) : values_{double(q)} {}
    quantile_points(std::initializer_list<double> q) : values_(q), shape_(index_t(q.size())) {}
    quantile_points(std::vector<double> q) : values_(std::move(q)), shape_(index_t(values_.size())) {}
    template <array_operand Q>
        requires(!is_complex_v<typename Q::value_type>)
    quantile_points(const Q& q) {
        const array<double> evaluated(q);
        values_.assign(evaluated.begin(), evaluated.end());
        shape_ = evaluated.shape();
    }

    index_t size() const noexcept { return index_t(values_.size()); }
    double operator[](index_t i) const noexcept { return values_[std::size_t(i)]; }
    const dims<>& shape() const noexcept { return shape_; }

private:
    std::vector<double> values_;
    dims<> shape_;
};

NUMLANE_END_NAMESPACE
