#include <random>

#include "every_target.hpp"
#include "numlane/blas/native_lapack/rotations.hpp"

// Every row of every shape is turned as plain loops do it, to the bit, on every target.
TEMPLATE_TEST_CASE("sweeps of rotations", "", float, double, std::complex<float>, std::complex<double>) {
    using T = TestType;
    using R = nl::real_t<T>;
    using namespace nl::blas::native_lapack;
    std::mt19937 bits(1);
    std::normal_distribution<R> normal;
    const auto number = [&] {
        if constexpr (nl::is_complex_v<T>) {
            const R re = normal(bits), im = normal(bits);
            return T(re, im);
        } else {
            return normal(bits);
        }
    };
    for (const nl::index_t rows : {1, 2, 7, 16, 31, 64, 133}) {
        const owned_matrix<T> a(rows, 9), expected(rows, 9), got(rows, 9);
        for (nl::index_t j = 0; j < 9; ++j)
            for (nl::index_t i = 0; i < rows; ++i) (*a)(i, j) = number();
        struct turn {
            nl::index_t first, step;
            std::vector<R> c, s;
        };
        std::vector<turn> turns{{0, 1, {}, {}}, {8, -1, {}, {}}, {3, 1, {}, {}}, {5, 1, {}, {}}};
        for (turn& t : turns)
            for (nl::index_t k = t.first; t.step > 0 ? k < 8 : k > 0; k += t.step) {
                const R angle = normal(bits);
                t.c.push_back(std::cos(angle));
                t.s.push_back(std::sin(angle));
            }
        turns.back().c.clear();  // a sweep of no rotations
        expected->copy(*a);
        for (const turn& t : turns)
            for (std::size_t k = 0; k < t.c.size(); ++k) {
                T* const x = expected->column(t.first + t.step * nl::index_t(k));
                T* const y = expected->column(t.first + t.step * nl::index_t(k + 1));
                for (nl::index_t i = 0; i < rows; ++i) {
                    const T p = x[i], q = y[i];
                    x[i] = t.c[k] * p + t.s[k] * q;
                    y[i] = t.c[k] * q - t.s[k] * p;
                }
            }
        targets::on_every([&] {
            got->copy(*a);
            rotations<T> collected(*got);
            for (const turn& t : turns) {
                collected.begin(t.first, t.step);
                for (std::size_t k = 0; k < t.c.size(); ++k) collected.add(t.c[k], t.s[k]);
            }
            collected.flush();
            for (nl::index_t j = 0; j < 9; ++j)
                for (nl::index_t i = 0; i < rows; ++i) REQUIRE((*got)(i, j) == (*expected)(i, j));
        });
    }
}

TEST_CASE("rotations of no matrix are forgotten") {
    nl::blas::native_lapack::rotations<double> none({nullptr, 0, 0, 1});
    none.begin(0, 1);
    none.add(1, 0);
    none.flush();
    SUCCEED();
}
