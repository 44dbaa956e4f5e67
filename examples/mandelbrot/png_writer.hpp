#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

#include "mandelbrot/colormap.hpp"

struct png_struct_def;
struct png_info_def;

namespace mandelbrot {

/// Writes a PNG of 8-bit RGB row by row, whatever its size. The file appears under its name in finish(), and an error before
/// that leaves nothing, unless the path is written in place, as that of a pipe or a device; only a process that is killed
/// leaves the new file beside it, ".mandelbrot-" and six letters. Every member throws std::runtime_error with the reason if
/// it fails.
class png_writer {
public:
    png_writer(const std::string& path, std::int64_t width, std::int64_t height);
    ~png_writer();
    png_writer(const png_writer&) = delete;
    png_writer& operator=(const png_writer&) = delete;

    /// The next row from the top: `width` pixels.
    void write_row(const rgb* row);
    /// Ends the file and gives it its name.
    void finish();

private:
    void open();
    void begin(std::int64_t width, std::int64_t height);
    void end();
    void close_all();
    [[noreturn]] void fail(const std::string& reason) const;

    std::string path_;
    std::string target_;     // what links lead to from path_
    std::string temporary_;  // the new file until finish(); empty if path_ is written in place
    std::string reason_;     // of libpng's last error
    std::FILE* file_ = nullptr;
    png_struct_def* png_ = nullptr;
    png_info_def* info_ = nullptr;
};

}  // namespace mandelbrot
