#include "mandelbrot/png_writer.hpp"

#include <png.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "mandelbrot/output_path.hpp"

namespace mandelbrot {
namespace {

void on_error(png_structp png, png_const_charp message) {
    *static_cast<std::string*>(png_get_error_ptr(png)) = message;
    png_longjmp(png, 1);
}
void on_warning(png_structp, png_const_charp) {}

}  // namespace

png_writer::png_writer(const std::string& path, std::int64_t width, std::int64_t height) : path_(path) {
    open();
    png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, &reason_, on_error, on_warning);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
    try {
        if (file_ == nullptr || info_ == nullptr) fail("out of memory");
        begin(width, height);
    } catch (...) {
        close_all();
        throw;
    }
}

png_writer::~png_writer() { close_all(); }

void png_writer::open() {
    open_output output = open_for_writing(path_);
    target_ = output.target;
    temporary_ = output.temporary;
    file_ = ::fdopen(output.fd, "wb");
    if (file_ == nullptr) ::close(output.fd);
}

// libpng reports errors by longjmp. No function that sets a jump has objects of its own to destroy.
void png_writer::begin(std::int64_t width, std::int64_t height) {
    if (setjmp(png_jmpbuf(png_))) fail(reason_);
    png_init_io(png_, file_);
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_compression_level(png_, 4);
    png_set_IHDR(png_, info_, png_uint_32(width), png_uint_32(height), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png_, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB | PNG_FILTER_UP);
    png_write_info(png_, info_);
}

void png_writer::write_row(const rgb* row) {
    if (setjmp(png_jmpbuf(png_))) fail(reason_);
    png_write_row(png_, reinterpret_cast<png_const_bytep>(row));
}

void png_writer::end() {
    if (setjmp(png_jmpbuf(png_))) fail(reason_);
    png_write_end(png_, info_);
}

void png_writer::finish() {
    end();
    std::FILE* const file = file_;
    file_ = nullptr;
    if (std::fclose(file) != 0) fail(std::strerror(errno));
    if (temporary_.empty()) return;
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(std::strerror(errno));
    temporary_.clear();
}

void png_writer::close_all() {
    png_destroy_write_struct(&png_, &info_);
    if (file_ != nullptr) std::fclose(file_);
    file_ = nullptr;
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void png_writer::fail(const std::string& reason) const {
    throw std::runtime_error("cannot write " + path_ + ": " + reason);
}

}  // namespace mandelbrot
