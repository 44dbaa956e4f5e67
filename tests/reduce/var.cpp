#include "numlane/reduce/var.hpp"

#include <random>

#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/reduce/nan.hpp"
#include "numlane/ufunc.hpp"

namespace {

template <class T>
nl::array<T> around(T center, const nl::dims<>& shape) {
    nl::array<T> x = nl::zeros<T>(shape);
    std::mt19937 bits(3);
    std::normal_distribution<double> normal;
    for (T& value : x) value = T(double(center) + normal(bits));
    return x;
}

template <class T>
long double exact_var(const nl::array<T>& x) {
    long double mean = 0, squares = 0;
    for (const T value : x) mean += value;
    mean /= x.size();
    for (const T value : x) squares += (value - mean) * (value - mean);
    return squares / x.size();
}

/// In two passes, as NumPy computes it.
template <class T>
double var_in_two_passes(const nl::array<T>& x) {
    const T mean = nl::mean(x);
    return double(nl::mean(nl::square(x - mean)));
}

}  // namespace

TEMPLATE_TEST_CASE("a variance is no less accurate than in two passes, wherever the mean lies", "", float, double) {
    using T = TestType;
    const double unit = double(std::numeric_limits<T>::epsilon());
    for (const T center : {T(0), T(100), T(10'000), T(-3e5)}) {
        const auto x = around<T>(center, {1'000'000});
        const double exact = double(exact_var(x)), two_passes = std::abs(var_in_two_passes(x) - exact) / exact;
        INFO("around " << center << ", two passes err by " << two_passes / unit << " epsilons");
        CHECK(std::abs(double(nl::var(x)) - exact) / exact <= two_passes + 4 * unit);
        const double along = double(nl::var(x.reshape(500'000, 2), {.axis = 0})(0));
        const double same = double(nl::var(nl::array<T>(x.reshape(500'000, 2)(nl::_, 0)), {}).item());
        CHECK(std::abs(along - same) / exact <= two_passes + 4 * unit);
    }
}

TEST_CASE("the bits of variances depend neither on target nor on threads") {
    const int before = nl::get_num_threads();
    const nl::dims<> shapes[] = {{300'007}, {100'003, 5}, {1000, 700}, {9, 40'001}};
    for (const auto& shape : shapes) {
        const auto x = around<float>(3, shape);
        for (int axis = 0; axis < x.ndim(); ++axis) {
            const nl::array<float> expected = nl::var(x, {.axis = axis});
            targets::on_every([&] {
                for (const int threads : {1, 2, 5, 16}) {
                    nl::set_num_threads(threads);
                    const nl::array<float> got = nl::var(x, {.axis = axis});
                    REQUIRE(std::memcmp(got.data(), expected.data(), got.nbytes()) == 0);
                }
            });
            nl::set_num_threads(before);
        }
    }
}

TEST_CASE("variances of little, of equals and of what is not finite") {
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(std::isnan(nl::var(nl::zeros<double>({0}))));
    CHECK(nl::var(nl::array<double>{7}) == 0);
    CHECK(std::isnan(nl::var(nl::array<double>{7}, {.ddof = 1}).item()));
    CHECK(nl::var(nl::array<double>{7, 9}, {.ddof = 2}).item() == inf);
    CHECK(nl::var(nl::full<float>({100'000}, 0.1f)) == 0);
    CHECK(std::isnan(nl::var(nl::array<double>{1, inf, 2})));
    CHECK(nl::var(nl::array<std::complex<double>>{std::complex<double>(1, 2), std::complex<double>(3, 4)}) == 2);
    CHECK(nl::std(nl::array<int>{1, 3, 5, 7}, {.ddof = 1}).item() == std::sqrt(20.0 / 3));
}

TEST_CASE("variances of complex numbers are the sums of those of both parts, however they lie") {
    using complex = std::complex<double>;
    const double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    targets::on_every([] {
        for (const nl::dims<>& shape : {nl::dims<>(3, 40, 7), nl::dims<>(1, 300, 5), nl::dims<>(9000, 1, 1)}) {
            nl::array<complex> x = nl::empty<complex>(shape);
            for (nl::index_t i = 0; i < x.size(); ++i) x.data()[i] = {double(i % 17) / 4, double(i % 23) - 9.5};
            const auto same = [](const auto& v, const nl::moment_options& options) {
                const nl::array<double> got = nl::var(v, options);
                const nl::array<double> parts = nl::var(nl::real(v), options) + nl::var(nl::imag(v), options);
                REQUIRE(got.shape() == parts.shape());
                for (nl::index_t i = 0; i < got.size(); ++i)
                    REQUIRE(std::abs(got.data()[i] - parts.data()[i]) <= 1e-14 * parts.data()[i]);
                const nl::array<double> roots = nl::std(v, options);
                for (nl::index_t i = 0; i < got.size(); ++i) REQUIRE(roots.data()[i] == std::sqrt(got.data()[i]));
            };
            for (const nl::axes& axis :
                 {nl::axes(), nl::axes(0), nl::axes(-1), nl::axes(1, 2), nl::axes(nl::dims<>())}) {
                same(x, {.axis = axis});
                same(x.T(), {.axis = axis, .keepdims = true});
                same(x(nl::ellipsis, nl::slice(nl::_, nl::_, -1)), {.axis = axis, .ddof = 0.5});
            }
        }
    });
    const nl::array<complex> two{complex(1, 5), complex(2, 5)};
    CHECK(nl::var(two, {.ddof = 2}).item() == inf);  // though the imaginary parts alone are 0 / 0
    CHECK(std::isnan(nl::var(nl::array<complex>{complex(1, 5)}, {.ddof = 1}).item()));
    CHECK(std::isnan(nl::var(nl::array<complex>{complex(1, nan), complex(2, 5)})));
    CHECK(std::isnan(nl::var(nl::array<complex>{complex(inf, 1), complex(2, 5)})));
    CHECK(std::isnan(nl::var(nl::zeros<complex>({0}))));
    CHECK(nl::var(nl::zeros<complex>({0, 3}), {.axis = 1}).size() == 0);
    CHECK(nl::var(nl::array<std::complex<float>>{std::complex<float>(3, 4), std::complex<float>(1, 0)}) == 5);
    nl::dims<> deepest = nl::dims<>::with_rank(nl::max_rank);
    for (int axis = 0; axis < nl::max_rank; ++axis) deepest[axis] = axis == 20 ? 2 : 1;
    CHECK(nl::var(nl::reshape(two, deepest)) == 0.25);
    CHECK_THROWS_AS(nl::var(two, {.axis = 1}), nl::index_error);
}

TEST_CASE("of complex numbers, masks and NaN in either part leave out both") {
    targets::on_every([] {
        const auto of = []<class R>(R nan) {
            using complex = std::complex<R>;
            for (const nl::dims<>& shape : {nl::dims<>(3, 40, 7), nl::dims<>(1, 300, 5), nl::dims<>(9000, 1, 1)}) {
                nl::array<complex> x = nl::empty<complex>(shape);
                nl::array<bool> mask = nl::ones<bool>(shape), numbers = nl::ones<bool>(shape);
                for (nl::index_t i = 0; i < x.size(); ++i) {
                    const R part = R(i % 17) / 4;
                    const bool left_out = i < 2500 && i % 40 != 3;  // so that chunks have few numbers
                    numbers.data()[i] = !left_out && i % 11 != 0;
                    mask.data()[i] = numbers.data()[i] && i % 3 != 1;
                    x.data()[i] = {part, R(i % 23) - R(9.5)};
                    if (!numbers.data()[i]) x.data()[i] = i % 2 == 0 ? complex(part, nan) : complex(nan, part);
                }
                const auto same = [](const nl::array<R>& got, const auto& v, const nl::moment_options& options) {
                    const nl::array<R> parts = nl::var(nl::real(v), options) + nl::var(nl::imag(v), options);
                    REQUIRE(got.shape() == parts.shape());
                    for (nl::index_t i = 0; i < got.size(); ++i) {
                        if (std::isnan(parts.data()[i])) REQUIRE(std::isnan(got.data()[i]));
                        else
                            REQUIRE(std::abs(got.data()[i] - parts.data()[i]) <=
                                    R(sizeof(R) == 4 ? 4e-6 : 1e-14) * parts.data()[i]);
                    }
                };
                for (const nl::axes& axis : {nl::axes(), nl::axes(0), nl::axes(-1), nl::axes(1, 2)}) {
                    same(nl::nanvar(x, {.axis = axis}), x, {.axis = axis, .where = numbers});
                    same(nl::nanvar(x, {.axis = axis, .where = mask}), x, {.axis = axis, .where = mask});
                    same(nl::var(x, {.axis = axis, .where = mask}), x, {.axis = axis, .where = mask});
                    same(nl::nanvar(x.T(), {.axis = axis}), x.T(), {.axis = axis, .where = numbers.T()});
                    same(nl::var(x * complex(1), {.axis = axis, .where = mask}), x, {.axis = axis, .where = mask});
                }
                REQUIRE(std::isnan(nl::var(x, {.where = nl::ones<bool>(shape)}).item()));  // NaN are among them
            }
        };
        of(std::numeric_limits<float>::quiet_NaN());
        of(std::numeric_limits<double>::quiet_NaN());
    });
}

TEST_CASE("variances that are in range are found where the squares of sums are not") {
    targets::on_every([] {
        for (const nl::index_t n : {nl::index_t(8192), nl::index_t(1) << 20}) {
            nl::array<float> x = nl::zeros<float>({n});
            x(nl::slice(n / 2, nl::_)) = 1e16f;
            const nl::array<std::complex<float>> z = x;
            const auto near = [](float got) { return std::abs(got - 2.5e31f) <= 1e-5f * 2.5e31f; };
            REQUIRE(near(nl::var(x)));
            REQUIRE(near(nl::var(z)));
            const nl::array<float> columns = nl::var(nl::reshape(x, {n / 4, 4}), {.axis = 0});
            for (nl::index_t i = 0; i < 4; ++i) REQUIRE(near(columns(i)));
        }
    });
}

namespace {

/// Some elements of every column and row, none of a column and a row if there are several, and not the first ones.
nl::array<bool> some_of(const nl::dims<>& shape) {
    nl::array<bool> taken = nl::zeros<bool>(shape);
    const nl::index_t columns = shape[shape.size() - 1];
    for (nl::index_t i = 0; i < taken.size(); ++i) {
        const nl::index_t row = i / columns, column = i % columns;
        taken.data()[i] = (i * 7 + row) % 5 > 1 && i > 2 && (columns == 1 || column != 1) && (columns == 1 || row != 2);
    }
    return taken;
}

/// The variance of the elements taken, by its definition.
template <class T>
double var_of_some(const nl::view<const T>& x, const nl::view<const bool>& taken) {
    const nl::array<T> some = x(taken);
    return some.size() == 0 ? std::numeric_limits<double>::quiet_NaN() : double(exact_var(some));
}

}  // namespace

TEMPLATE_TEST_CASE("variances of masked elements and of those that are no NaN are those of what is taken", "", float,
                   double) {
    using T = TestType;
    const double unit = double(std::numeric_limits<T>::epsilon());
    const T nan = std::numeric_limits<T>::quiet_NaN();
    targets::on_every([&] {
        for (const nl::dims<>& shape : {nl::dims<>(1, 1), nl::dims<>(7, 3), nl::dims<>(3, 9001), nl::dims<>(9001, 3),
                                        nl::dims<>(300, 70), nl::dims<>(1, 40), nl::dims<>(5000, 1)}) {
            const auto x = around<T>(T(20), shape);
            const nl::array<bool> taken = some_of(shape);
            nl::array<T> holes = x;
            holes(!taken) = nan;
            nl::array<T> wild = x;  // what is left out must not matter
            wild(!taken) = std::numeric_limits<T>::infinity();
            const auto agrees = [&](double got, const nl::view<const T>& of, const nl::view<const bool>& mask) {
                const double expected = var_of_some<T>(of, mask);
                INFO("shape " << nl::to_string(shape) << ": " << got << ", not " << expected);
                REQUIRE(
                    (std::isnan(expected) ? std::isnan(got) : std::abs(got - expected) <= 30 * unit * (expected + 1)));
            };
            agrees(double(nl::var(wild, {.where = taken}).item()), x, taken);
            agrees(double(nl::nanvar(holes)), x, taken);
            for (int axis = 0; axis < 2; ++axis) {
                const nl::array<T> masked = nl::var(wild, {.axis = axis, .where = taken});
                const nl::array<T> numbers = nl::nanvar(holes, {.axis = axis});
                const nl::array<T> turned = nl::var(wild.T(), {.axis = 1 - axis, .where = taken.T()});
                const nl::array<T> of_expression = nl::var(wild * T(2), {.axis = axis, .where = taken});
                for (nl::index_t i = 0; i < masked.size(); ++i) {
                    const auto along = [&](const auto& a) { return axis == 0 ? a(nl::_, i) : a(i, nl::_); };
                    const nl::view<const T> elements = along(x.as_view());
                    const nl::view<const bool> mask = along(taken.as_view());
                    agrees(double(masked(i)), elements, mask);
                    agrees(double(numbers(i)), elements, mask);
                    REQUIRE(std::memcmp(&turned(i), &masked(i), sizeof(T)) == 0);
                    agrees(double(of_expression(i)) / 4, elements, mask);
                }
            }
        }
    });
    const auto far = around<T>(T(10'000), {100'000});
    nl::array<T> led = far;
    led(nl::slice(0, 9000)) = nan;  // whole chunks without a number
    const nl::array<T> rest = far(nl::slice(9000, nl::_));
    const double exact = double(exact_var(rest)), two_passes = std::abs(var_in_two_passes(rest) - exact) / exact;
    INFO("two passes err by " << two_passes / unit << " epsilons");
    CHECK(std::abs(double(nl::nanvar(led)) - exact) / exact <= two_passes + 4 * unit);
    const auto rows = nl::reshape(led, {50'000, 2});
    const nl::array<T> column = rows(nl::slice(4500, nl::_), 0);
    const double of_column = double(exact_var(column));
    CHECK(std::abs(double(nl::nanvar(rows, {.axis = 0})(0)) - of_column) / of_column <= two_passes + 4 * unit);
    nl::array<T> odd = around<T>(T(10'000), {128, 64});
    odd(nl::slice(nl::_, nl::_, 2)) = nan;
    const nl::array<T> odd_column = odd(nl::slice(1, nl::_, 2), 5);
    CHECK(double(nl::nanvar(odd, {.axis = 0})(5)) == Approx(double(exact_var(odd_column))).epsilon(8 * unit));
    CHECK(nl::all(nl::nanvar(nl::zeros<T>({50, 64}), {.axis = 1}) == 0));
    CHECK(nl::nanvar(nl::zeros<T>({0}), {.ddof = -1}) == 0);  // as NumPy's
    CHECK(nl::var(nl::zeros<std::complex<T>>({0}), {.ddof = -1, .where = nl::ones<bool>({0})}) == 0);
}

TEST_CASE("the bits of weighted and of complex variances depend neither on target nor on threads") {
    const int before = nl::get_num_threads();
    const nl::dims<> shapes[] = {{300'007}, {100'003, 5}, {1000, 700}, {9, 40'001}};
    for (const auto& shape : shapes) {
        nl::array<float> x = around<float>(3, shape);
        for (nl::index_t i = 0; i < x.size(); i += 11) x.data()[i] = std::numeric_limits<float>::quiet_NaN();
        const nl::array<std::complex<float>> z = nl::where(x == x, x, 0.5f) * std::complex<float>(1, -2);
        for (int axis = 0; axis < x.ndim(); ++axis) {
            const nl::array<float> numbers = nl::nanvar(x, {.axis = axis}), parts = nl::var(z, {.axis = axis});
            const nl::array<bool> mask = x < 0.5f;
            const nl::array<float> masked = nl::var(z, {.axis = axis, .where = mask});
            const auto same = [](const nl::array<float>& got, const nl::array<float>& expected) {
                REQUIRE(std::memcmp(got.data(), expected.data(), got.nbytes()) == 0);
            };
            targets::on_every([&] {
                for (const int threads : {1, 2, 5, 16}) {
                    nl::set_num_threads(threads);
                    same(nl::nanvar(x, {.axis = axis}), numbers);
                    same(nl::var(z, {.axis = axis}), parts);
                    same(nl::var(z, {.axis = axis, .where = mask}), masked);
                }
            });
            nl::set_num_threads(before);
            same(nl::var(z * std::complex<float>(1), {.axis = axis}), parts);
        }
    }
}
