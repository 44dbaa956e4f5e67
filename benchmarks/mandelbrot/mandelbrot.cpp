// The main example: escape times of 1000 x 1000 points, 100 iterations. The kernel against a hand-written loop, on one
// thread and on all, and against the lesson's NumPy program where there is a Python that can run it.
#include "handwritten/mandelbrot.hpp"

#include <cstdlib>

#include "bench.hpp"
#include "mandelbrot/escape_time.hpp"

namespace nl = numlane;

template <class T>
nl::array<std::int32_t, 2> by_hand(const mandelbrot::region& grid) {
    constexpr nl::index_t readable_past_the_end = 64;
    const nl::array<T, 1> x = nl::linspace<T>(grid.xmin, grid.xmax, grid.width);
    nl::array<T, 1> y = nl::zeros<T, 1>({grid.height + readable_past_the_end});
    y(nl::slice(0, grid.height)) = nl::linspace<T>(grid.ymin, grid.ymax, grid.height);
    nl::array<std::int32_t, 2> counts = nl::empty<std::int32_t, 2>({grid.width, grid.height});
    nl::parallel_for(0, grid.width, 1, [&](nl::index_t first, nl::index_t last) {
        for (nl::index_t i = first; i < last; ++i) {
            handwritten::escape_times(x(i), y.data(), std::size_t(grid.height), grid.max_iter,
                                      counts.data() + i * grid.height);
        }
    });
    return counts;
}

// Seconds that the lesson's program takes, which it says itself; 0 without a Python that has NumPy.
bench::seconds lesson() {
    for (const std::string python : {"python3", "/usr/bin/python3"}) {
        const std::string command = python + " " NUMLANE_SOURCE_DIR "/examples/mandelbrot/lesson.py 2>/dev/null";
        std::FILE* const pipe = ::popen(command.c_str(), "r");
        if (pipe == nullptr) continue;
        char text[500] = {};
        const std::size_t length = std::fread(text, 1, sizeof text - 1, pipe);
        const bool ended_well = ::pclose(pipe) == 0;
        const char* const at = std::strstr(text, "\"seconds\": ");
        if (ended_well && length > 0 && at != nullptr) return std::atof(at + 11);
    }
    return 0;
}

template <class T>
bench::seconds compare_with_hand(bench::table& t, const char* dtype) {
    const mandelbrot::region grid;
    if (!nl::all(mandelbrot::escape_time<T>(grid) == by_hand<T>(grid))) {
        std::fprintf(stderr, "mandelbrot: the kernel and the hand-written loop differ\n");
        std::exit(1);
    }
    const int all = nl::get_num_threads();
    bench::seconds one_thread = 0, medians = 0;
    for (const int threads : {1, all}) {
        nl::set_num_threads(threads);
        medians = t.row(
            std::string(dtype) + ", threads: " + std::to_string(threads),
            {{"kernel", [&] { mandelbrot::escape_time<T>(grid); }}, {"hand-written", [&] { by_hand<T>(grid); }}}, 2)[0];
        if (threads == 1) one_thread = medians;
    }
    char text[80];
    std::snprintf(text, sizeof text, "%.2f times as fast with %d threads", one_thread / medians, all);
    t.note(text);
    return medians;
}

int main(int argc, char** argv) {
    bench::table t("mandelbrot, 1000 x 1000 points, 100 iterations", argc, argv);
    std::vector<bench::seconds> lessons = {lesson(), lesson(), lesson()};
    const bench::seconds kernel = compare_with_hand<double>(t, "float64");
    compare_with_hand<float>(t, "float32");
    lessons.push_back(lesson());
    lessons.push_back(lesson());
    const bench::seconds numpy = bench::median(lessons);
    if (numpy > 0) {
        char text[120];
        std::snprintf(text, sizeof text, "NumPy float64 %s: the kernel is %.0f times as fast",
                      bench::table::human(numpy).c_str(), numpy / kernel);
        t.note(text);
    }
}
