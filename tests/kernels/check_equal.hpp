#pragma once

#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

/// Whether what a kernel computes has this dtype and these elements.
template <class E, class T>
void check_equal(const E& lazy, const nl::array<T>& expected) {
    STATIC_REQUIRE(std::is_same_v<typename E::value_type, T>);
    CHECK(nl::all(nl::array<T>(lazy) == expected));
}
