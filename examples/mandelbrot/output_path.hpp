#pragma once

#include <string>

namespace mandelbrot {

enum class output_format { png, npy, unknown };

/// What the ending of a file's name asks for.
output_format format_of(const std::string& path);

/// Throws usage_error unless a file can be written to path. It leaves an existing file as it is and makes none.
void check_writable(const std::string& path);

/// A file open for writing.
struct open_output {
    int fd = -1;
    std::string
        temporary;       // the new file, to be renamed to target when it is complete; empty if path is written in place
    std::string target;  // what links lead to from path
};

/// Opens path as nl::save does: what links point to is replaced, or made, not the link, and keeps its owner and permissions.
/// Written in place is what cannot be replaced: a pipe or a device, a file in a directory that takes no new ones, and one
/// whose owner or group a new file may not have. Throws usage_error with the reason.
open_output open_for_writing(const std::string& path);

}  // namespace mandelbrot
