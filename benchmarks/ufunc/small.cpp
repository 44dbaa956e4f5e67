// What a call costs when there is little to compute.
#include <thread>

#include "bench.hpp"
#include "numlane/numlane.hpp"

namespace nl = numlane;

// The seconds of one evaluation after the pool has slept; the median of many.
bench::seconds after_idling(int threads) {
    constexpr nl::index_t n = 200'000;
    static const nl::array<double, 1> a = nl::linspace(0.0, 1.0, n);
    static nl::array<double, 1> out = nl::zeros<double, 1>({n});
    nl::set_num_threads(threads);
    std::vector<bench::seconds> times;
    for (int i = 0; i < 60; ++i) {
        out = nl::sqrt(a);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        times.push_back(bench::time_of([&] { out = nl::sqrt(a); }, 1));
    }
    return bench::median(times);
}

template <class T>
void compare_small(bench::table& t) {
    const nl::array<T, 1> a = nl::linspace<T>(0.0, 1.0, 8), b = nl::linspace<T>(1.0, 2.0, 8);
    nl::array<T, 1> out = nl::zeros<T, 1>({8});
    const nl::array<T> da = a, db = b;
    nl::array<T> dynamic = out;
    t.row(std::string("out = a + b of 8 ") + nl::dtype_name<T>(), {{"fixed rank", [&] { out = a + b; }},
                                                                   {"dynamic rank", [&] { dynamic = da + db; }},
                                                                   {"a bare loop", [&] {
                                                                        for (int i = 0; i < 8; ++i)
                                                                            out.data()[i] = a.data()[i] + b.data()[i];
                                                                        asm volatile("" : : "r"(out.data()) : "memory");
                                                                    }}});
}

int main(int argc, char** argv) {
    bench::table t("small arrays and idle threads", argc, argv);
    const int all = nl::get_num_threads();
    compare_small<double>(t);
    compare_small<float>(t);

    const bench::seconds serial = after_idling(1), parallel = after_idling(all);
    char text[200];
    std::snprintf(text, sizeof text, "sqrt of 2e5 after 20 ms of idling: %s on one thread, %s on %d; %+.1f us",
                  bench::table::human(serial).c_str(), bench::table::human(parallel).c_str(), all,
                  1e6 * (parallel - serial));
    t.note(text);
}
