#pragma once

#include <string>

namespace mandelbrot {

enum class output_format { png, npy, unknown };

/// What the ending of a file's name asks for.
output_format format_of(const std::string& path);

/// The directory that path stands in, with a slash at its end unless it is the present one.
std::string directory_of(const std::string& path);

/// The file that path is or points to through links; path itself if there is none yet.
std::string target_of(const std::string& path);

/// Throws usage_error unless a file can be written to path. It leaves an existing file as it is and makes none.
void check_writable(const std::string& path);

}  // namespace mandelbrot
