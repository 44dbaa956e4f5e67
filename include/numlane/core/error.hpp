#pragma once

#include <stdexcept>
#include <string>

#include "numlane/core/config.hpp"

// Errors stand outside the inline namespace of the compiler flags, so that a program can catch what a file compiled with
// other flags throws. Their constructors are always inlined: no code of theirs depends on the flags of another file.
namespace numlane {

/// The base of every exception that numlane throws; what() names the operation and the shapes or values at fault.
class error : public std::runtime_error {
public:
    NUMLANE_INLINE explicit error(const std::string& what) : std::runtime_error(what) {}
};

/// Shapes that do not fit together, or sizes that no array can have.
class shape_error : public error {
public:
    NUMLANE_INLINE explicit shape_error(const std::string& what) : error(what) {}
};

/// An index or an axis that is out of range.
class index_error : public error {
public:
    NUMLANE_INLINE explicit index_error(const std::string& what) : error(what) {}
};

/// A value or a file whose dtype does not fit.
class dtype_error : public error {
public:
    NUMLANE_INLINE explicit dtype_error(const std::string& what) : error(what) {}
};

/// A matrix for which the linear algebra has no answer.
class linalg_error : public error {
public:
    NUMLANE_INLINE explicit linalg_error(const std::string& what) : error(what) {}
};

/// A file that cannot be read, written or believed.
class io_error : public error {
public:
    NUMLANE_INLINE explicit io_error(const std::string& what) : error(what) {}
};

/// A BLAS library that cannot be loaded or used.
class blas_error : public error {
public:
    NUMLANE_INLINE explicit blas_error(const std::string& what) : error(what) {}
};

}  // namespace numlane
