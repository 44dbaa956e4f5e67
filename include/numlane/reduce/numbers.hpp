#pragma once

#include "numlane/core/operation.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace reducer {

/// The extremum of the elements that are not NaN; of none, what `Extremum` starts from, which is infinite.
template <class Extremum>
struct of_numbers : Extremum {
    using extremum = Extremum;
};

/// The same reducer, to which NaN counts.
template <class Reducer>
struct with_nan {
    using type = Reducer;
};
template <class Extremum>
struct with_nan<of_numbers<Extremum>> {
    using type = Extremum;
};

}  // namespace reducer
NUMLANE_END_NAMESPACE
