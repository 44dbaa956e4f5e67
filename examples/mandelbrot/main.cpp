// Computes the escape times of the Mandelbrot set, draws them and says how long that took.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "mandelbrot/escape_time.hpp"
#include "mandelbrot/escape_time_arrays.hpp"
#include "mandelbrot/one_line.hpp"
#include "mandelbrot/options.hpp"
#include "mandelbrot/output_path.hpp"
#include "mandelbrot/picture.hpp"
#include "mandelbrot/progress.hpp"
#include "mandelbrot/report.hpp"
#include "mandelbrot/standard_output.hpp"

namespace nl = numlane;

namespace mandelbrot {
namespace {

template <class T>
nl::array<std::int32_t, 2> compute(const options& o) {
    if (o.how == method::arrays) return escape_time_arrays<T>(o.grid);
    progress bar("computing", double(o.grid.width), o.quiet);
    return escape_time<T>(o.grid, [&](std::int64_t columns) { bar.show(double(columns)); });
}

int run(int argc, char** argv) {
    const std::optional<options> parsed = parse_options(argc, argv);
    if (!parsed) return 0;
    const options& o = *parsed;
    if (!o.target.empty()) nl::simd::set_target(o.target);
    if (o.threads > 0) nl::set_num_threads(o.threads);

    const auto start = std::chrono::steady_clock::now();
    const nl::array<std::int32_t, 2> counts = o.single_precision ? compute<float>(o) : compute<double>(o);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;

    for (const std::string& path : o.outputs) {
        if (format_of(path) == output_format::png) draw(path, o, counts);
        else nl::save(path, counts);
    }
    if (o.quiet && !o.json) return 0;
    const report r{taken.count(), nl::sum(counts), nl::get_num_threads(), nl::simd::active_target()};
    print((o.json ? json(o, r) : summary(o, r)) + "\n");
    return 0;
}

}  // namespace
}  // namespace mandelbrot

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is an error like others
    std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that grows beyond the limit
    try {
        return mandelbrot::run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("mandelbrot: not enough memory\n", stderr);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "mandelbrot: %s\n", mandelbrot::one_line(e.what()).c_str());
    }
    return 2;
}
