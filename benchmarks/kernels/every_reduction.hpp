#pragma once

#include <array>
#include <string>

#include "kernels/operands.hpp"

// Every reduction and scan of square matrices, flat and along both axes, as rows "reduce_sum_f64", "reduce_sum_axis0_f64".
// They are measured on request only: ./dev bench 'reduce_*'.
namespace bench {

/// The ends of the operands' numbers, for floats, integers and bool: what makes a reduction look at all of them.
using ranges = std::array<double, 6>;
inline constexpr ranges any_numbers{-1, 1, -100, 100, 0, 1}, near_one{0.999, 1.001, -100, 100, 0, 1},
    zeros{0, 0, 0, 1, 0.6, 1}, nonzeros{0.5, 1, 1, 5, 0, 0.4};

template <class T>
struct every_reduction {
    std::string dtype;

    static nl::array<T, 2> operand(size n, const ranges& r) {
        const std::size_t at = std::is_same_v<T, bool> ? 4 : std::is_integral_v<T> ? 2 : 0;
        return square<T>(n, 1, r[at], r[at + 1]);
    }
    /// Rows of Reduce(a, axis), and of Flat(a).
    template <const ranges& Range = any_numbers, class Flat, class Reduce>
    void add(const std::string& name, Flat, Reduce) const {
        rows({{"reduce_" + name + "_" + dtype,
               [](size n) {
                   return fresh([a = operand(n, Range)] {
                       const auto result = Flat()(a);
                       if constexpr (requires { result.data(); }) return result;
                       else return double(result);
                   });
               }},
              {"reduce_" + name + "_axis0_" + dtype,
               [](size n) { return fresh([a = operand(n, Range)] { return Reduce()(a, 0); }); }},
              {"reduce_" + name + "_axis1_" + dtype,
               [](size n) { return fresh([a = operand(n, Range)] { return Reduce()(a, 1); }); }}});
    }

    explicit every_reduction(const char* name) : dtype(name) {
        add("sum", [](auto& a) { return nl::sum(a); }, [](auto& a, int i) { return nl::sum(a, {.axis = i}); });
        add("mean", [](auto& a) { return nl::mean(a); }, [](auto& a, int i) { return nl::mean(a, {.axis = i}); });
        add("var", [](auto& a) { return nl::var(a); }, [](auto& a, int i) { return nl::var(a, {.axis = i}); });
        add("std", [](auto& a) { return nl::std(a); }, [](auto& a, int i) { return nl::std(a, {.axis = i}); });
        add("min", [](auto& a) { return nl::min(a); }, [](auto& a, int i) { return nl::min(a, {.axis = i}); });
        add("max", [](auto& a) { return nl::max(a); }, [](auto& a, int i) { return nl::max(a, {.axis = i}); });
        add("argmin", [](auto& a) { return nl::argmin(a); }, [](auto& a, int i) { return nl::argmin(a, {.axis = i}); });
        add("argmax", [](auto& a) { return nl::argmax(a); }, [](auto& a, int i) { return nl::argmax(a, {.axis = i}); });
        add("median", [](auto& a) { return nl::median(a); }, [](auto& a, int i) { return nl::median(a, {.axis = i}); });
        add("cumsum", [](auto& a) { return nl::cumsum(a); }, [](auto& a, int i) { return nl::cumsum(a, {.axis = i}); });
        add<near_one>(
            "prod", [](auto& a) { return nl::prod(a); }, [](auto& a, int i) { return nl::prod(a, {.axis = i}); });
        add<near_one>(
            "cumprod", [](auto& a) { return nl::cumprod(a); },
            [](auto& a, int i) { return nl::cumprod(a, {.axis = i}); });
        add<zeros>("any", [](auto& a) { return nl::any(a); }, [](auto& a, int i) { return nl::any(a, {.axis = i}); });
        add<nonzeros>(
            "all", [](auto& a) { return nl::all(a); }, [](auto& a, int i) { return nl::all(a, {.axis = i}); });
        add(
            "count_nonzero", [](auto& a) { return nl::count_nonzero(a); },
            [](auto& a, int i) { return nl::count_nonzero(a, {.axis = i}); });
        if constexpr (!std::is_same_v<T, bool>)
            add("ptp", [](auto& a) { return nl::ptp(a); }, [](auto& a, int i) { return nl::ptp(a, {.axis = i}); });
        if constexpr (std::is_floating_point_v<T>) add_nan_twins();
    }
    void add_nan_twins() const {
        add("nansum", [](auto& a) { return nl::nansum(a); }, [](auto& a, int i) { return nl::nansum(a, {.axis = i}); });
        add(
            "nanmean", [](auto& a) { return nl::nanmean(a); },
            [](auto& a, int i) { return nl::nanmean(a, {.axis = i}); });
        add("nanvar", [](auto& a) { return nl::nanvar(a); }, [](auto& a, int i) { return nl::nanvar(a, {.axis = i}); });
        add("nanmin", [](auto& a) { return nl::nanmin(a); }, [](auto& a, int i) { return nl::nanmin(a, {.axis = i}); });
        add("nanmax", [](auto& a) { return nl::nanmax(a); }, [](auto& a, int i) { return nl::nanmax(a, {.axis = i}); });
        add(
            "nanargmin", [](auto& a) { return nl::nanargmin(a); },
            [](auto& a, int i) { return nl::nanargmin(a, {.axis = i}); });
        add(
            "nanmedian", [](auto& a) { return nl::nanmedian(a); },
            [](auto& a, int i) { return nl::nanmedian(a, {.axis = i}); });
        add("nanstd", [](auto& a) { return nl::nanstd(a); }, [](auto& a, int i) { return nl::nanstd(a, {.axis = i}); });
        add(
            "nanargmax", [](auto& a) { return nl::nanargmax(a); },
            [](auto& a, int i) { return nl::nanargmax(a, {.axis = i}); });
        add(
            "nancumsum", [](auto& a) { return nl::nancumsum(a); },
            [](auto& a, int i) { return nl::nancumsum(a, {.axis = i}); });
        add<near_one>(
            "nanprod", [](auto& a) { return nl::nanprod(a); },
            [](auto& a, int i) { return nl::nanprod(a, {.axis = i}); });
        add<near_one>(
            "nancumprod", [](auto& a) { return nl::nancumprod(a); },
            [](auto& a, int i) { return nl::nancumprod(a, {.axis = i}); });
    }
};

}  // namespace bench
