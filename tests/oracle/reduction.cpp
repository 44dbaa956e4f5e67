#include "numlane/reduce.hpp"
#include "oracle/case.hpp"

namespace {

/// Calls f(array, its number) for the array of every size.
template <class T, class F>
void for_each_size(const F& f) {
    const auto sizes = oracle::read<std::int64_t>("reduce_sizes");
    for (nl::index_t i = 0; i < sizes.size(); ++i) {
        const std::string name = std::string("reduce.") + nl::dtype_name<T>() + "." + std::to_string(sizes(i));
        INFO(name);
        f(oracle::read<T>(name), i);
    }
}

template <class T>
auto results(const std::string& name) {
    return oracle::read<T>(name + "." + nl::dtype_name<T>());
}

template <class R, class T>
nl::array<R> results_as(const std::string& name) {
    return oracle::read<R>(name + "." + nl::dtype_name<T>());
}

template <class T>
void check_truth() {
    const auto any = results_as<bool, T>("any"), all = results_as<bool, T>("all");
    const auto count = results_as<std::int64_t, T>("count_nonzero");
    targets::on_every([&] {
        for_each_size<T>([&](const nl::array<T>& x, nl::index_t i) {
            CHECK(nl::any(x) == any(i));
            CHECK(nl::all(x) == all(i));
            CHECK(nl::count_nonzero(x) == count(i));
            CHECK(nl::count_nonzero(oracle::scattered(x)) == count(i));
        });
    });
}

template <class T>
void check_extrema() {
    const auto least = results<T>("min"), most = results<T>("max");
    const oracle::same_value same{false};
    targets::on_every([&] {
        for_each_size<T>([&](const nl::array<T>& x, nl::index_t i) {
            if (i == 0) {
                CHECK_THROWS_AS(nl::min(x), nl::shape_error);
                CHECK_THROWS_AS(nl::max(x), nl::shape_error);
                return;
            }
            CHECK(same(nl::min(x), least(i - 1)));
            CHECK(same(nl::max(x), most(i - 1)));
            CHECK(same(nl::max(oracle::scattered(x)), most(i - 1)));
        });
    });
}

template <class T>
void check_integer_sum() {
    using S = decltype(nl::sum(nl::array<T>()));
    const auto sum = results_as<S, T>("sum");
    targets::on_every([&] {
        for_each_size<T>([&](const nl::array<T>& x, nl::index_t i) {
            CHECK(nl::sum(x) == sum(i));
            CHECK(nl::sum(oracle::scattered(x)) == sum(i));
        });
    });
}

/// How far the sum is from the exact one, in units of the rounding error of the largest possible sum.
template <class T>
double error_of_sum(const nl::array<T>& x, std::complex<double> exact, double magnitudes) {
    const std::complex<double> got(nl::sum(x));
    const double unit = std::numeric_limits<nl::real_t<T>>::epsilon() / 2;
    return magnitudes == 0 ? std::abs(got - exact) : std::abs(got - exact) / (unit * magnitudes);
}

template <class T>
void check_float_sum() {
    using wide = std::conditional_t<nl::is_complex_v<T>, std::complex<double>, double>;
    const auto sum = results_as<wide, T>("sum");
    const auto magnitudes = results_as<double, T>("sum_of_magnitudes");
    targets::on_every([&] {
        for_each_size<T>([&](const nl::array<T>& x, nl::index_t i) {
            if (sum(i) != sum(i)) {
                const T got = nl::sum(x);
                CHECK(got != got);
                return;
            }
            const double error = error_of_sum(x, sum(i), magnitudes(i));
            // The bound is about 140, for a lane adds up to 128 elements one by one, but rounding errors cancel.
            CHECK(error <= 4);
            const auto mean = nl::mean(x);
            if (x.size() == 0) CHECK(mean != mean);
            else CHECK(mean == nl::sum(x) / nl::real_t<T>(x.size()));
        });
    });
}

}  // namespace

TEST_CASE("any, all and count_nonzero are NumPy's") {
    oracle::for_each(oracle::all(), []<class T>(T) { check_truth<T>(); });
}

TEST_CASE("min and max are NumPy's, NaN included, and there is none of nothing") {
    oracle::for_each(decltype(oracle::dtypes<bool>() + oracle::reals())(), []<class T>(T) { check_extrema<T>(); });
}

TEST_CASE("sums of bool and integers are NumPy's, and wrap") {
    oracle::for_each(decltype(oracle::dtypes<bool>() + oracle::integers())(),
                     []<class T>(T) { check_integer_sum<T>(); });
}

TEST_CASE("sums of floats are as good as pairwise summation's") {
    oracle::for_each(decltype(oracle::floats() + oracle::complexes())(), []<class T>(T) { check_float_sum<T>(); });
}
