// Compiled once for each back end, with NUMLANE_UNIT naming the function.
#include "unit.hpp"

#include "numlane/array/linspace.hpp"
#include "numlane/array/zeros.hpp"
#include "numlane/manip/astype.hpp"
#include "numlane/reduce.hpp"
#include "numlane/ufunc.hpp"

namespace nl = numlane;

namespace {

template <class T>
std::uint64_t bits_of(T value) {
    if (value != value) return 0x7FF8000000000000;
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof(value));
    return bits;
}

std::vector<result> results;

template <class T>
void keep(const char* name, const nl::array<T>& values) {
    result r{name, {}};
    for (const T& value : values) {
        if constexpr (nl::is_complex_v<T>) {
            r.bits.push_back(bits_of(value.real()));
            r.bits.push_back(bits_of(value.imag()));
        } else {
            r.bits.push_back(bits_of(value));
        }
    }
    results.push_back(std::move(r));
}
template <class T>
    requires std::is_arithmetic_v<T>
void keep(const char* name, T value) {
    results.push_back({name, {bits_of(value)}});
}

// Of every magnitude, with zeros of both signs, infinities and NaN among them.
template <class T>
nl::array<T> numbers(nl::index_t size, unsigned state) {
    nl::array<T> x = nl::empty<T>({size});
    for (nl::index_t i = 0; i < size; ++i) {
        state = state * 1664525u + 1013904223u;
        const std::int64_t n = std::int64_t(state) - (1LL << 31);
        if constexpr (std::is_floating_point_v<T>) {
            const T special[] = {T(0), T(-0.0), T(INFINITY), T(-INFINITY), T(NAN)};
            x(i) = i % 11 < 5 && i % 3 == 0 ? special[i % 11] : std::ldexp(T(n), int(state >> 5 & 63) - 60);
        } else {
            x(i) = T(n >> 3);
        }
    }
    return x;
}

template <class T>
void of_floats() {
    const auto a = numbers<T>(1003, 1), b = numbers<T>(1003, 2);
    keep("arithmetic", nl::array<T>((a + b) * a - b / (a - 3)));
    keep("roots", nl::array<T>(nl::sqrt(nl::abs(a)) + -b));
    keep("extrema", nl::array<T>(nl::minimum(a, b) - nl::maximum(b, a)));
    keep("where", nl::array<T>(nl::where((a < b) | (a != a), a, b)));
    keep("fma", nl::array<T>(nl::fma(a, b, a)));
    keep("order", nl::array<bool>((a <= b) & !(a == b)));
    keep("sum", nl::sum(nl::where(nl::abs(a) < 1e9, a, b * 0)));
    keep("max", nl::max(nl::where(a == a, a, -1)));
    keep("nan", nl::min(a));
    keep("int8", nl::astype<std::int8_t>(a));
    keep("int64", nl::astype<std::int64_t>(a));
    keep("uint64", nl::astype<std::uint64_t>(a));
}

template <class T>
void of_integers() {
    const auto a = numbers<T>(1003, 3), b = numbers<T>(1003, 4);
    keep("arithmetic", nl::array<T>((a + b) * a - b));
    keep("bits", nl::array<T>((a & b) ^ ~(a | T(5))));
    keep("shifts", nl::array<T>((a << (b & T(15))) - (a >> T(3))));
    keep("extrema", nl::array<T>(nl::minimum(a, b) + nl::abs(nl::maximum(a, b))));
    keep("where", nl::array<T>(nl::where(a < b, a, b)));
    keep("order", nl::array<bool>((a <= b) ^ (a == b)));
    keep("sum", nl::sum(a));
    keep("max", nl::max(a));
    keep("float", nl::astype<float>(a));
    keep("double", nl::astype<double>(a));
}

NUMLANE_KERNEL(steps, (auto x, int limit), {
    auto n = like<std::int16_t>(x, 0);
    for (int i = 0; i < limit && any_of(x > 1); ++i) {
        n = select(x > 1, n + 1, n);
        x = select(x > 1, x * 0.75 - 0.1, x);
    }
    return n;
})

}  // namespace

std::vector<result> NUMLANE_UNIT() {
    of_floats<float>();
    of_floats<double>();
    of_integers<std::int8_t>();
    of_integers<std::uint16_t>();
    of_integers<std::int64_t>();
    const auto x = nl::linspace(-1.0, 100.0, 517);
    const nl::array<std::complex<double>> c = x * std::complex<double>(1, -2);
    keep("complex", nl::array<std::complex<double>>(c * c / (c + std::complex<double>(3, 1))));
    keep("complex sum", nl::array<double>({nl::sum(c).real(), nl::sum(c).imag()}));
    keep("mixed", nl::array<double>(nl::where(numbers<float>(517, 5) < 0, x, numbers<std::int8_t>(517, 6))));
    keep("kernel", nl::array<std::int16_t>(nl::map(steps, x, 50)));
    keep("variance", nl::var(x));
    keep("columns", nl::array<double>(nl::sum(nl::zeros<double>({19, 517}) + x, {.axis = 0})));
    return std::move(results);
}
