#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "harness/checksum.hpp"
#include "harness/data.hpp"

// How a contestant states its rows. A file of rows is
//
//     static const bench::rows arithmetic{
//         {"add_f64", [](bench::size n) { return bench::into(zeros(n), [a = data(n, 1), b = data(n, 2)](auto& out) { out = a + b; }); }},
//     };
//
// and the programs of harness/ do the rest: main.cpp times them with Google Benchmark.
namespace bench {

using size = std::ptrdiff_t;

/// One kernel with its operands.
struct job {
    std::function<void(benchmark::State&)> run;  // times it
    std::function<checksum()> check;             // runs it once, before it is timed
};

/// f(out) writes into out.
template <class Out, class F>
job into(Out out, F f) {
    auto held = std::make_shared<std::pair<Out, F>>(std::move(out), std::move(f));
    return {[held](benchmark::State& state) {
                for (auto _ : state) {
                    held->second(held->first);
                    benchmark::ClobberMemory();
                }
            },
            [held] {
                held->second(held->first);
                return checksum_of(held->first);
            }};
}

struct all_of_it {
    template <class T>
    const T& operator()(const T& result) const {
        return result;
    }
};

/// f() returns the result, fresh memory and all; compared is what checked(result) takes of it.
template <class F, class Checked = all_of_it>
job fresh(F f, Checked checked = {}) {
    auto held = std::make_shared<F>(std::move(f));
    return {[held](benchmark::State& state) {
                for (auto _ : state) {
                    auto result = (*held)();
                    benchmark::DoNotOptimize(&result);
                    benchmark::ClobberMemory();
                }
            },
            [held, checked] { return checksum_of(checked((*held)())); }};
}

/// As fresh; before() runs before each call, without being timed.
template <class Before, class F>
job after(Before before, F f) {
    job j = fresh(f);
    j.run = [before, f = std::move(f)](benchmark::State& state) {
        for (auto _ : state) {
            state.PauseTiming();
            before();
            state.ResumeTiming();
            auto result = f();
            benchmark::DoNotOptimize(&result);
        }
    };
    return j;
}

struct row {
    std::string name;
    job (*make)(size);
};

/// All rows of the program.
class rows {
public:
    rows(std::initializer_list<row> list);
    /// The row of this name, or nullptr.
    static const row* find(const std::string& name);
};

/// What each contestant says of itself, in a file of its own.
struct contestant {
    const char* name;
    std::string version;
};
contestant self();

}  // namespace bench
