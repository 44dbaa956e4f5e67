#include "mandelbrot/progress.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace mandelbrot {

progress::progress(const char* what, double total, bool quiet)
    : what_(what), total_(total), enabled_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

progress::~progress() {
    if (visible_) std::fputs("\r\033[K", stderr);
}

void progress::show(double done) {
    const clock::time_point now = clock::now();
    if (!enabled_ || now < next_) return;
    next_ = now + std::chrono::milliseconds(100);
    visible_ = true;
    constexpr int width = 40;
    const double part = done / total_;
    const int full = int(part * width);
    const std::string bar = std::string(std::size_t(full), '#') + std::string(std::size_t(width - full), '.');
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r%s [%s] %3.0f%% %.0f s", what_, bar.c_str(), 100 * part, seconds);
    std::fflush(stderr);
}

}  // namespace mandelbrot
