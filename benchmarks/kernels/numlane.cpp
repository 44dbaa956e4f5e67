// numlane as a contestant; with NUMLANE_BLAS=native it is the contestant "native" as well.
#include "numlane/numlane.hpp"

#include "harness/row.hpp"

bench::contestant bench::self() {
    const auto blas = numlane::blas::info();
    return {blas.provider == "native" ? "native" : "numlane", std::string(NUMLANE_VERSION) + ", " +
                                                                  numlane::simd::active_target() +
                                                                  ", compiled with no -m flag, BLAS: " + blas.provider};
}
