#include "mandelbrot/report.hpp"

#include <cstdio>

namespace mandelbrot {
namespace {

template <class... A>
std::string format(const char* pattern, A... values) {
    char text[500];
    std::snprintf(text, sizeof text, pattern, values...);
    return text;
}

const char* precision(const options& o) { return o.single_precision ? "float" : "double"; }
const char* how(const options& o) { return o.how == method::kernel ? "kernel" : "arrays"; }

}  // namespace

std::string summary(const options& o, const report& r) {
    return format("%lld x %lld points, %d iterations: %.4f s, %.3g pixel-iterations/s (%d thread%s, %s, %s, %s)",
                  static_cast<long long>(o.grid.width), static_cast<long long>(o.grid.height), o.grid.max_iter,
                  r.seconds, double(r.pixel_iterations) / r.seconds, r.threads, r.threads == 1 ? "" : "s",
                  r.target.c_str(), precision(o), how(o));
}

std::string json(const options& o, const report& r) {
    return format(
        "{\"width\": %lld, \"height\": %lld, \"max_iter\": %d, \"seconds\": %.6g, \"pixel_iterations\": %lld, "
        "\"threads\": %d, \"target\": \"%s\", \"precision\": \"%s\", \"method\": \"%s\"}",
        static_cast<long long>(o.grid.width), static_cast<long long>(o.grid.height), o.grid.max_iter, r.seconds,
        static_cast<long long>(r.pixel_iterations), r.threads, r.target.c_str(), precision(o), how(o));
}

}  // namespace mandelbrot
