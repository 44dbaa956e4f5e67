// Loops by hand as a contestant, and what the machine can do at most.
#include <hwy/targets.h>

#include "peers/handwritten/expressions.hpp"
#include "peers/handwritten/limits.hpp"
#include "peers/handwritten/mandelbrot.hpp"
#include "peers/handwritten/operands.hpp"

namespace bench {

contestant self() { return {"handwritten", "Highway loops, OpenMP"}; }

namespace {

template <class T>
job of_one(size n, void (*f)(const T*, T*, std::size_t)) {
    return into(block<T>(n), [a = data<T>(n, 1), f](auto& o) {
        share(size(o.end() - o.begin()),
              [&](size i, size last) { f(a.data() + i, o.data() + i, std::size_t(last - i)); });
    });
}
template <class T>
job of_two(size n, void (*f)(const T*, const T*, T*, std::size_t)) {
    return into(block<T>(n), [a = data<T>(n, 1), b = data<T>(n, 2), f](auto& o) {
        share(size(o.end() - o.begin()),
              [&](size i, size last) { f(a.data() + i, b.data() + i, o.data() + i, std::size_t(last - i)); });
    });
}
template <class T>
void sin_exp(const T* a, const T* b, T* out, std::size_t n) {
    handwritten::sin_exp(a, b, T(0.3), out, n);
}

// The picture of n x n points; x and y as numpy.linspace gives them.
template <class T>
job escape_times(size n, std::int32_t steps, double x0, double x1, double y0, double y1) {
    std::vector<T> x(std::size_t(n), T(0)), y(std::size_t(n + 64), T(0));
    for (size i = 0; i < n; ++i) {
        x[std::size_t(i)] = i + 1 == n ? T(x1) : T(x0 + double(i) * ((x1 - x0) / double(n - 1)));
        y[std::size_t(i)] = i + 1 == n ? T(y1) : T(y0 + double(i) * ((y1 - y0) / double(n - 1)));
    }
    return into(block<std::int32_t>(n * n), [n, steps, x, y](auto& o) {
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic, 1) if (threads() > 1)
#endif
        for (size i = 0; i < n; ++i)
            handwritten::escape_times(x[std::size_t(i)], y.data(), std::size_t(n), steps, o.data() + i * n);
    });
}
template <class T>
job picture(size n, std::int32_t steps) {
    return escape_times<T>(n, steps, -2, 1, -1.5, 1.5);
}
template <class T>
job inside(size n) {
    return escape_times<T>(n, 1000, -0.2, 0.1, -0.15, 0.15);
}

template <class F>
job on_all_threads(F f) {
    return fresh([f] {
        double result = 0;
#ifdef _OPENMP
#pragma omp parallel for reduction(+ : result) if (threads() > 1)
#endif
        for (int t = 0; t < threads(); ++t) result += double(f());
        return result;
    });
}
job triad(size n, bool past_cache) {
    return into(block<double>(n), [a = data<double>(n, 1), b = data<double>(n, 2), past_cache](auto& o) {
        share(size(o.end() - o.begin()), [&](size i, size last) {
            handwritten::triad(a.data() + i, b.data() + i, 3.0, o.data() + i, std::size_t(last - i), past_cache);
        });
    });
}

const rows by_hand{
    {"linear_f64", [](size n) { return of_two<double>(n, handwritten::linear); }},
    {"linear_f32", [](size n) { return of_two<float>(n, handwritten::linear); }},
    {"magnitude_f64", [](size n) { return of_two<double>(n, handwritten::magnitude); }},
    {"magnitude_f32", [](size n) { return of_two<float>(n, handwritten::magnitude); }},
    {"cubic_f64", [](size n) { return of_one<double>(n, handwritten::cubic); }},
    {"cubic_f32", [](size n) { return of_one<float>(n, handwritten::cubic); }},
    {"sin_exp_f64", [](size n) { return of_two<double>(n, sin_exp<double>); }},
    {"sin_exp_f32", [](size n) { return of_two<float>(n, sin_exp<float>); }},
    {"sum_f64",
     [](size n) {
         return fresh([a = std::make_shared<block<double>>(data<double>(n, 1)), n] {
             return handwritten::read(a->data(), std::size_t(n));
         });
     }},
    {"tiny_add_f64",
     [](size n) {
         return into(std::vector<double>(std::size_t(n)), [a = data<double>(n, 1), b = data<double>(n, 2)](auto& o) {
             for (std::size_t i = 0; i < o.size(); ++i) o[i] = a.data()[i] + b.data()[i];
         });
     }},
    {"mandelbrot_f64", [](size n) { return picture<double>(n, 100); }},
    {"mandelbrot_f32", [](size n) { return picture<float>(n, 100); }},
    {"mandelbrot_1000_steps_f64", [](size n) { return picture<double>(n, 1000); }},
    {"mandelbrot_1000_steps_f32", [](size n) { return picture<float>(n, 1000); }},
    {"mandelbrot_inside_f64", [](size n) { return inside<double>(n); }},
    {"mandelbrot_inside_f32", [](size n) { return inside<float>(n); }},
};

// The size is what run.py divides by the time: floating-point operations of a thread, numbers, steps.
const rows limits{
    {"limit_fma_f64", [](size n) { return on_all_threads([n] { return handwritten::fma_f64(std::size_t(n)); }); }},
    {"limit_fma_f32", [](size n) { return on_all_threads([n] { return handwritten::fma_f32(std::size_t(n)); }); }},
    {"limit_cycles",
     [](size n) { return fresh([n] { return handwritten::cycles(std::size_t(n)); }, [](auto) { return 0.0; }); }},
    {"limit_triad_past_cache", [](size n) { return triad(n, true); }},
    {"limit_triad", [](size n) { return triad(n, false); }},
    {"limit_read",
     [](size n) {
         return into(std::vector<double>(1), [a = data<double>(n, 1), n](auto& o) {
             double sum = 0;
#ifdef _OPENMP
#pragma omp parallel for reduction(+ : sum) if (threads() > 1)
#endif
             for (int t = 0; t < threads(); ++t) {
                 const size first = n / threads() * t, last = t + 1 == threads() ? n : first + n / threads();
                 sum += handwritten::read(a.data() + first, std::size_t(last - first));
             }
             o[0] = sum;
         });
     }},
};

}  // namespace
}  // namespace bench
