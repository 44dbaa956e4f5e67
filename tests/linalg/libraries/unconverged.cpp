// A LAPACK whose iterations do not converge for matrices that begin with a negative element, and that makes nothing of
// others; together with blas/libraries/stub.cpp a library for the tests.
#include <cstdint>

using integer = std::int32_t;

namespace {

constexpr integer asks_for_room = -1;

integer info_of(const double* a) { return a[0] < 0 ? 7 : 0; }

}  // namespace

extern "C" {

void ilaver_(integer* major, integer* minor, integer* patch) { *major = 3, *minor = 11, *patch = 0; }
// By which numlane knows a LAPACK.
void dgesv_() {}

void dgesdd_(const char*, const integer*, const integer*, const double* a, const integer*, double*, double*,
             const integer*, double*, const integer*, double* work, const integer* size, integer*, integer* info) {
    if (*size == asks_for_room) *work = 1;
    else *info = info_of(a);
}
void dsyevd_(const char*, const char*, const integer*, const double* a, const integer*, double*, double* work,
             const integer* size, integer* ints, const integer*, integer* info) {
    if (*size == asks_for_room) *work = 1, *ints = 1;
    else *info = info_of(a);
}
void dgeev_(const char*, const char*, const integer*, const double* a, const integer*, double*, double*, double*,
            const integer*, double*, const integer*, double* work, const integer* size, integer* info) {
    if (*size == asks_for_room) *work = 1;
    else *info = info_of(a);
}
void dgelsd_(const integer*, const integer*, const integer*, const double* a, const integer*, double*, const integer*,
             double*, const double*, integer*, double* work, const integer* size, integer* ints, integer* info) {
    if (*size == asks_for_room) *work = 1, *ints = 1;
    else *info = info_of(a);
}
}
