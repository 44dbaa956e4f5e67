// Prints the active target, then the supported ones, and a line "NAME HASH" for the bits of each of many results, so that runs on different targets,
// CPUs and architectures can be compared. Names that begin with "math" are compared only among targets that have FMA.
#include <cinttypes>
#include <complex>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include "running_target.hpp"

#include "numlane/numlane.hpp"

namespace {

namespace nl = numlane;

constexpr nl::index_t rows = 37, columns = 1013;

NUMLANE_KERNEL(newton, (auto x, int steps), {  // the cube root by so many steps of Newton's method
    auto y = x * 0.5 + 0.5;
    for (int i = 0; i < steps; ++i) {
        const auto next = y - (y * y * y - x) / (y * y * 3);
        if (all_of(next == y)) break;
        y = select(x > 1, next, min(next, y));
    }
    return y;
})

NUMLANE_KERNEL(bits_and_shifts, (auto x), {
    const auto three = x - x + 3;
    return ((x << three) ^ (x >> three * 2)) + (x & (three + 0x5a5a));
})

// Every NaN counts as the same one: CPUs make them with different signs.
template <class T>
void add_to_hash(std::uint64_t& hash, T value) {
    if (value != value) value = T(12345);
    unsigned char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3;
}
template <class T>
void add_to_hash(std::uint64_t& hash, std::complex<T> value) {
    add_to_hash(hash, value.real());
    add_to_hash(hash, value.imag());
}

const char* of_dtype = "";  // the operands'

template <class T>
void show(const std::string& name, const nl::array<T>& a) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const T value : a) add_to_hash(hash, value);
    std::printf("%s.%s.%s %016" PRIx64 "\n", name.c_str(), of_dtype, nl::dtype_name<T>(), hash);
}
template <class T>
    requires nl::element<T>
void show(const std::string& name, T value) {
    nl::array<T> one = nl::zeros<T>({1});
    one(0) = value;
    show(name, one);
}

// Numbers of many magnitudes, the same everywhere: D. H. Lehmer's generator with the multiplier of Steele and Vigna (2021).
template <class T>
nl::array<T> sample(std::uint64_t seed) {
    nl::array<T> a = nl::zeros<T>({rows, columns});
    std::uint64_t state = seed;
    const auto next = [&] {
        state = state * 0xd1342543de82ef95 + 1;
        return state >> 32;
    };
    T* const p = a.data();
    for (nl::index_t i = 0; i < a.size(); ++i) {
        if constexpr (nl::is_complex_v<T>) {
            using R = nl::real_t<T>;
            const R re = R(double(std::int32_t(next())) * 0x1p-20), im = R(double(std::int32_t(next())) * 0x1p-24);
            p[i] = T(re, im);
        } else if constexpr (std::is_floating_point_v<T>) {
            const double mantissa = double(std::int32_t(next()));
            const int exponent = int(next() % 24);
            p[i] = T(mantissa / double(std::int64_t(1) << (exponent + 20)));
        } else {
            p[i] = T(next());
        }
    }
    if constexpr (std::is_floating_point_v<T>) {
        const T tiny = std::numeric_limits<T>::denorm_min();
        const T special[] = {
            T(0), -T(0), tiny * 3, -tiny * 5, std::numeric_limits<T>::min(), std::numeric_limits<T>::infinity()};
        for (int i = 0; i < 6; ++i) p[1000 + 7 * i] = special[i];
    }
    return a;
}

template <class T>
void show_arithmetic(const nl::array<T>& a, const nl::array<T>& b) {
    show<T>("add_multiply", a * b + a);
    show<T>("subtract", a - b);
    show<T>("broadcast", a - b(nl::_, nl::slice(3, 4)));
    show<T>("strided", a(nl::_, nl::slice(0, 1000, 3)) + b(nl::_, nl::slice(5, 1005, 3)));
    show<bool>("equal", a == b);
    using S = decltype(nl::sum(a));
    show<S>("sum", nl::sum(a));
    show<S>("sum0", nl::sum(a, {.axis = 0}));
    show<S>("sum1", nl::sum(a, {.axis = 1}));
    show<S>("cumsum", nl::cumsum(a[3]));
    // No BLAS is called for so few.
    show<T>("vecdot5", nl::vecdot(a(nl::_, nl::slice(0, 5)), b(nl::_, nl::slice(5, 10))));
}

template <class T>
void show_real(const nl::array<T>& a, const nl::array<T>& b) {
    show<T>("where", nl::where(a > b, a, -b));
    show<T>("minimum", nl::minimum(a, b));
    show<T>("max1", nl::max(a, {.axis = 1}));
    show<std::int64_t>("argmin0", nl::argmin(a, {.axis = 0}));
    show<T>("floor_divide", nl::floor_divide(a, b));
    show<T>("remainder", nl::remainder(a, b));
}

template <class T>
void show_floats(const nl::array<T>& a, const nl::array<T>& b) {
    const nl::array<T> positive = nl::abs(a) + T(0.001), finite = nl::where(positive < T(1e6), a, T(1));
    show<T>("divide", a / positive);
    show<T>("sqrt", nl::sqrt(positive));
    show<T>("fma", nl::fma(a, b, a));
    show<T>("mean0", nl::mean(finite, {.axis = 0}));
    show<T>("var1", nl::var(finite, {.axis = 1}));
    show<T>("newton", nl::map(newton, positive, 8));
    show<std::int32_t>("to_int32", nl::astype<std::int32_t>(finite));
    show<std::uint8_t>("to_uint8", nl::astype<std::uint8_t>(nl::abs(finite)));
    show<double>("to_double", nl::astype<double>(a * b));
    show<float>("to_float", nl::astype<float>(a * b));
    show<T>("math_sin", nl::sin(finite));
    show<T>("math_cos", nl::cos(finite));
    show<T>("math_exp", nl::exp(nl::minimum(finite, T(80))));
    show<T>("math_log", nl::log(positive));
}

template <class T>
void show_dtype() {
    of_dtype = nl::dtype_name<T>();
    const nl::array<T> a = sample<T>(1), b = sample<T>(2);
    show_arithmetic(a, b);
    if constexpr (nl::is_complex_v<T>) {
        show<T>("divide", a / b);
        show<nl::real_t<T>>("absolute", nl::abs(a));
    } else {
        show_real(a, b);
        if constexpr (std::is_floating_point_v<T>) show_floats(a, b);
        else show<T>("bits", nl::map(bits_and_shifts, a));
    }
}

}  // namespace

int main() {
    const std::string running = targets::running();
    if (running != nl::simd::active_target()) return 1;
    std::printf("target %s", running.c_str());
    for (const char* const name : nl::simd::supported_targets()) std::printf(" %s", name);
    std::printf("\n");
    show_dtype<float>();
    show_dtype<double>();
    show_dtype<std::int32_t>();
    show_dtype<std::complex<double>>();
}
