#include "mandelbrot/options.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <limits>

#include "mandelbrot/colormap.hpp"
#include "mandelbrot/number_text.hpp"
#include "mandelbrot/output_path.hpp"
#include "mandelbrot/standard_output.hpp"

namespace mandelbrot {
namespace {

void check_interval(const char* low_name, double low, const char* high_name, double high) {
    const std::string names = std::string(low_name) + " and " + high_name;
    if (!std::isfinite(low) || !std::isfinite(high)) throw usage_error(names + " must be finite numbers");
    if (!(low < high)) throw usage_error(std::string(low_name) + " must be less than " + high_name);
    if (!std::isfinite(high - low)) throw usage_error(names + " are too far apart");
}

// The most memory that the methods need per point: the counts, and for arrays c, z, the mask and what it selects.
std::int64_t bytes_per_point(const options& o) {
    if (o.how == method::kernel) return 4;
    return o.single_precision ? 4 + 1 + 5 * 8 : 4 + 1 + 5 * 16;
}

void check_size(const options& o) {
    const auto [width, height] = std::pair(o.grid.width, o.grid.height);
    if (width < 1) throw usage_error("--width must be at least 1, but is " + std::to_string(width));
    if (height < 1) throw usage_error("--height must be at least 1, but is " + std::to_string(height));
    const std::string size = std::to_string(width) + " x " + std::to_string(height) + " points";
    const std::int64_t each = bytes_per_point(o);
    if (width > std::numeric_limits<std::int64_t>::max() / each / height) throw usage_error(size + " are too many");
    const double needed = double(width) * double(height) * double(each);
    const double present = double(sysconf(_SC_PHYS_PAGES)) * double(sysconf(_SC_PAGESIZE));
    if (needed > present) {
        char text[100];
        std::snprintf(text, sizeof text, " need %.1f GiB, and this machine has %.1f", needed / (1 << 30),
                      present / (1 << 30));
        throw usage_error(size + text);
    }
}

void check_outputs(const options& o) {
    for (const std::string& path : o.outputs) {
        const output_format format = format_of(path);
        if (format == output_format::unknown)
            throw usage_error("--output " + path + ": the name must end in .png or .npy");
        if (format == output_format::png && (o.grid.width > INT32_MAX || o.grid.height > INT32_MAX))
            throw usage_error("--output " + path + ": a PNG has at most 2147483647 columns and rows");
        check_writable(path);
    }
}

}  // namespace

std::optional<options> parse_options(int argc, const char* const* argv) {
    options o;
    CLI::App app("Escape times of the Mandelbrot set, computed with numlane.", "mandelbrot");
    const CLI::Validator number(check_number, "");
    app.add_option("--xmin", o.grid.xmin, "the left edge")->transform(number)->capture_default_str();
    app.add_option("--xmax", o.grid.xmax, "the right edge")->transform(number)->capture_default_str();
    app.add_option("--ymin", o.grid.ymin, "the lower edge")->transform(number)->capture_default_str();
    app.add_option("--ymax", o.grid.ymax, "the upper edge")->transform(number)->capture_default_str();
    app.add_option("--width", o.grid.width, "points from left to right")->check(check_integer)->capture_default_str();
    app.add_option("--height", o.grid.height, "points from bottom to top")->check(check_integer)->capture_default_str();
    app.add_option("--max-iter", o.grid.max_iter, "steps after which a point counts as inside")
        ->check(check_int)
        ->capture_default_str();
    std::string precision = "double", how = "kernel";
    app.add_option("--precision", precision, "arithmetic: double or float")->capture_default_str();
    app.add_option("--threads", o.threads, "threads to use (default: all that the process may have)")->check(check_int);
    app.add_option("--target", o.target, "instruction set to use, such as AVX2 (default: the best)")
        ->check(check_not_empty);
    app.add_option("--method", how, "kernel (fast) or arrays (the NumPy program line by line)")->capture_default_str();
    app.add_option("--output", o.outputs, "file to write: .png, or .npy for the counts; may be repeated")
        ->type_name("FILE")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--colormap", o.colormap, "colours of the picture: " + colormap_names())->capture_default_str();
    app.add_flag("--json", o.json, "print the summary as JSON");
    app.add_flag("--quiet", o.quiet, "print no summary and no progress");
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success&) {
        print(app.help());
        return std::nullopt;
    } catch (const CLI::ParseError& e) {
        throw usage_error(e.what());
    }

    check_interval("--xmin", o.grid.xmin, "--xmax", o.grid.xmax);
    check_interval("--ymin", o.grid.ymin, "--ymax", o.grid.ymax);
    if (o.grid.max_iter < 1)
        throw usage_error("--max-iter must be at least 1, but is " + std::to_string(o.grid.max_iter));
    if (app.count("--threads") != 0 && o.threads < 1)
        throw usage_error("--threads must be at least 1, but is " + std::to_string(o.threads));
    if (precision != "double" && precision != "float")
        throw usage_error("--precision must be double or float, not " + precision);
    if (how != "kernel" && how != "arrays") throw usage_error("--method must be kernel or arrays, not " + how);
    o.single_precision = precision == "float";
    o.how = how == "arrays" ? method::arrays : method::kernel;
    if (find_colormap(o.colormap) == nullptr)
        throw usage_error("--colormap must be one of " + colormap_names() + ", not " + o.colormap);
    check_size(o);
    check_outputs(o);
    return o;
}

}  // namespace mandelbrot
