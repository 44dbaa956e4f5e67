#pragma once

#include "numlane/io/npy_error.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// The path itself; io_error if it holds a NUL, where the system would end it and take another file.
inline const std::string& checked_path(const char* operation, const std::string& path) {
    if (path.find('\0') != std::string::npos) {
        throw io_error(message({operation, ": the path ", quoted_bytes(path), " holds a NUL, which no file name can"}));
    }
    return path;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
