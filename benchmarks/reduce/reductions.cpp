// Every reduction along every axis of (1000, 1000), and of 1e6 elements, on one thread, against NumPy's medians, which a
// Python beside it measures before and after. Then the read bandwidth that a sum out of the cache reaches.
#include <cstdlib>
#include <map>

#include "bench.hpp"
#include "numlane/numlane.hpp"

namespace nl = numlane;

namespace {

using medians = std::map<std::string, bench::seconds>;

/// Keeps the best of what NumPy's program says, where there is a Python that can run it.
void ask_numpy(medians& best) {
    for (const std::string python : {"python3", "/usr/bin/python3"}) {
        const std::string command = python + " " NUMLANE_SOURCE_DIR "/benchmarks/reduce/reductions.py 9 2>/dev/null";
        std::FILE* const pipe = ::popen(command.c_str(), "r");
        if (pipe == nullptr) continue;
        char dtype[40], function[40], axis[40];
        double seconds = 0;
        while (std::fscanf(pipe, "%39s %39s %39s %lf", dtype, function, axis, &seconds) == 4) {
            double& known = best[std::string(dtype) + " " + function + " " + axis];
            known = known == 0 || seconds < known ? seconds : known;
        }
        if (::pclose(pipe) == 0 && !best.empty()) return;
    }
}

struct measured {
    std::string what;
    bench::seconds seconds;
};

std::vector<measured> ours;
template <class T>
volatile T kept;

template <class F>
void time_it(const std::string& what, const F& f) {
    ours.push_back({what, bench::compare({{"", f}}, 0.02)[0]});
}

/// f(x) and f(x, options) of one function.
template <class A, class F>
void all_axes(const char* dtype, const char* name, const A& flat, const A& square, const F& f) {
    const std::string what = std::string(dtype) + " " + name;
    time_it(what + " all", [&] { (void)f(flat); });
    time_it(what + " 0", [&] { (void)f(square, 0); });
    time_it(what + " 1", [&] { (void)f(square, 1); });
}

#define NUMLANE_BENCH_REDUCTION(name)                                                                                  \
    all_axes(dtype, #name, flat, square, [](const auto& x, auto... axis) {                                             \
        if constexpr (sizeof...(axis) == 0) return nl::name(x);                                                        \
        else return nl::name(x, {.axis = nl::axes(axis...)});                                                          \
    })

template <class T>
void reductions() {
    const char* const dtype = nl::dtype_name<T>();
    nl::array<T> flat = nl::empty<T>({1'000'000});
    for (nl::index_t i = 0; i < flat.size(); ++i)
        flat(i) = std::is_same_v<T, bool> ? T(i % 3 == 0) : T(i * 7919 % 1009 - 500);
    const nl::array<T> square = flat.reshape(1000, 1000);
    NUMLANE_BENCH_REDUCTION(sum);
    NUMLANE_BENCH_REDUCTION(mean);
    NUMLANE_BENCH_REDUCTION(prod);
    NUMLANE_BENCH_REDUCTION(min);
    NUMLANE_BENCH_REDUCTION(max);
    if constexpr (!std::is_same_v<T, bool>) NUMLANE_BENCH_REDUCTION(ptp);
    NUMLANE_BENCH_REDUCTION(var);
    NUMLANE_BENCH_REDUCTION(std);
    NUMLANE_BENCH_REDUCTION(any);
    NUMLANE_BENCH_REDUCTION(all);
    NUMLANE_BENCH_REDUCTION(count_nonzero);
    NUMLANE_BENCH_REDUCTION(argmin);
    NUMLANE_BENCH_REDUCTION(argmax);
    NUMLANE_BENCH_REDUCTION(cumsum);
}

}  // namespace

int main(int argc, char** argv) {
    nl::set_num_threads(1);
    bench::table t("reductions of 1e6 elements, flat and as (1000, 1000), one thread", argc, argv);
    medians numpy;
    ask_numpy(numpy);
    reductions<float>();
    reductions<double>();
    reductions<std::int32_t>();
    reductions<bool>();
    const nl::array<double> x = nl::linspace(-1.0, 1.0, 100'000);
    time_it("float64 sum 1e5", [&] { (void)nl::sum(x); });
    time_it("float64 mean 1e5", [&] { (void)nl::mean(x); });
    ask_numpy(numpy);
    for (const measured& m : ours) {
        const double other = numpy.count(m.what) ? numpy[m.what] : 0;
        char text[120];
        std::snprintf(text, sizeof text, "%-28s %s  NumPy %s (x%.2f)%s", m.what.c_str(),
                      bench::table::human(m.seconds).c_str(), bench::table::human(other).c_str(), other / m.seconds,
                      other < m.seconds ? "  slower" : "");
        t.note(text);
    }

    const nl::array<double> large = nl::linspace(-1.0, 1.0, 20'000'000);
    const auto large_square = large.reshape(20'000, 1000);
    t.row("1.6e8 bytes, out of the cache",
          {{"sum", [&] { kept<double> = nl::sum(large); }},
           {"count x == 7", [&] { kept<double> = double(nl::count_nonzero(large == 7.0)); }},
           {"axis 0", [&] { (void)nl::sum(large_square, {.axis = 0}); }},
           {"axis 1", [&] { (void)nl::sum(large_square, {.axis = 1}); }},
           {"var", [&] { kept<double> = nl::var(large); }}},
          1);
}
