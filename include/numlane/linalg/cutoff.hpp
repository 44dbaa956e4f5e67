#pragma once

#include "numlane/array/full.hpp"
#include "numlane/expr/as_elements.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

/// Below which singular values count as zero: one number, or an array of them, one for each matrix.
class cutoff {
public:
    cutoff(double value) : values_(full<double>(dims<>::with_rank(0), value)) {}
    template <class A>
        requires(array_like<A> || lazy<A>)
    cutoff(const A& values) : values_(detail::as_elements<double>(values)) {}

    const array<double>& values() const { return values_; }

private:
    array<double> values_;
};

}  // namespace linalg
NUMLANE_END_NAMESPACE
