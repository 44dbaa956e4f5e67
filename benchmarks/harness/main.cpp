// The program of a contestant written in C++. run.py keeps it as a process and talks to it by lines:
//
//     add_f64 100000 0.02 0      ->  {"ns": 20431.5, "iterations": 980, "sum": 12.5, "magnitude": 80.25}
//     add_f64 100000 0.02 980    ->  {"ns": 20391.1, "iterations": 980}
//     no_such_row 8 0.02 0       ->  {"missing": true}
//
// that is a row, its size, the least seconds to time it for, and the number of calls to time instead once that is known.
// By hand, `bench_numlane add_f64/1000 sum_f64/1000 --benchmark_min_time=0.1` is a program of Google Benchmark.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <sstream>
#include <vector>

#include "harness/row.hpp"

namespace bench {
namespace {

std::map<std::string, row>& table() {
    static std::map<std::string, row> rows_by_name;
    return rows_by_name;
}

/// Keeps the last figure instead of printing it.
class quiet : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& r : runs) {
            iterations = r.iterations;
            ns = 1e9 * r.real_accumulated_time / double(std::max<benchmark::IterationCount>(1, r.iterations));
        }
    }
    double ns = 0;
    benchmark::IterationCount iterations = 0;
};

void time(const job& j, double seconds, benchmark::IterationCount iterations, quiet& reporter) {
    benchmark::ClearRegisteredBenchmarks();
    auto* const b = benchmark::RegisterBenchmark("row", [&](benchmark::State& state) { j.run(state); });
    b->UseRealTime();
    if (iterations > 0) b->Iterations(iterations);
    else b->MinTime(seconds);
    benchmark::RunSpecifiedBenchmarks(&reporter, ".");
}

void serve() {
    std::string line, ready;
    job current;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string name;
        size n = 0;
        double seconds = 0;
        benchmark::IterationCount iterations = 0;
        words >> name >> n >> seconds >> iterations;
        const row* const r = rows::find(name);
        if (r == nullptr) {
            current = {};
            ready.clear();
            std::puts("{\"missing\": true}");
        } else try {
                std::string check;
                const std::string key = name + "/" + std::to_string(n);
                if (key != ready) {
                    ready.clear();
                    current = {};
                    current = r->make(n);
                    ready = key;
                    const checksum c = current.check();
                    char text[160];
                    std::snprintf(text, sizeof text, ", \"sum\": %.17g, \"magnitude\": %.17g, \"total\": %.17g", c.sum,
                                  c.magnitude, c.total);
                    check = text;
                }
                quiet reporter;
                time(current, seconds, iterations, reporter);
                std::printf("{\"ns\": %.6g, \"iterations\": %lld%s}\n", reporter.ns,
                            static_cast<long long>(reporter.iterations), check.c_str());
            } catch (const std::exception& e) {
                ready.clear();
                current = {};
                std::string what = e.what();
                std::replace_if(what.begin(), what.end(), [](char c) { return c == '"' || c == '\\' || c < ' '; }, ' ');
                std::printf("{\"error\": \"%s\"}\n", what.c_str());
            }
        std::fflush(stdout);
    }
}

int by_hand(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        const std::string text = argv[i];
        const std::size_t slash = text.find('/');
        const row* const r = rows::find(text.substr(0, slash));
        if (r == nullptr || slash == std::string::npos) {
            std::fprintf(stderr, "%s: not NAME/SIZE of a row. The rows are:\n", argv[i]);
            for (const auto& [name, known] : table()) std::fprintf(stderr, "  %s\n", name.c_str());
            return 1;
        }
        const size n = std::stol(text.substr(slash + 1));
        benchmark::RegisterBenchmark(argv[i], [r, n](benchmark::State& state) {
            r->make(n).run(state);
        })->UseRealTime();
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace

rows::rows(std::initializer_list<row> list) {
    for (const row& r : list)
        if (!table().emplace(r.name, r).second) std::fprintf(stderr, "two rows of the name %s\n", r.name.c_str());
}
const row* rows::find(const std::string& name) {
    const auto at = table().find(name);
    return at == table().end() ? nullptr : &at->second;
}

}  // namespace bench

int main(int argc, char** argv) {
    if (argc != 2 || std::string(argv[1]) != "--serve") return bench::by_hand(argc, argv);
    // As in a program that has had large arrays before: glibc then keeps freed memory instead of returning it at once.
    void* volatile large = std::malloc(std::size_t{31} << 20);
    std::free(large);
    std::printf("{\"name\": \"%s\", \"version\": \"%s\"}\n", bench::self().name, bench::self().version.c_str());
    std::fflush(stdout);
    bench::serve();
}
