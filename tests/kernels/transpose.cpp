#include "every_target.hpp"
#include "numlane/core/last_cache.hpp"
#include "numlane/reduce.hpp"

namespace {

template <class T>
nl::array<T> numbered(nl::index_t rows, nl::index_t columns) {
    nl::array<T> a = nl::empty<T>({rows, columns});
    for (nl::index_t i = 0; i < a.size(); ++i) a.data()[i] = static_cast<T>(nl::real_t<T>(i % 251 + i / 251));
    return a;
}

// Element by element, through no kernel.
template <class T>
void require_transposed(const nl::array<T>& copy, const nl::array<T>& of) {
    const nl::index_t rows = of.shape(0), columns = of.shape(1);
    nl::index_t wrong = 0;
    for (nl::index_t i = 0; i < rows; ++i)
        for (nl::index_t j = 0; j < columns; ++j) wrong += copy.data()[j * rows + i] != of.data()[i * columns + j];
    REQUIRE(wrong == 0);
}

template <class T>
void copy_transposed_planes() {
    for (const nl::index_t rows : {1, 3, 4, 8, 15, 16, 17, 33, 100})
        for (const nl::index_t columns : {1, 2, 7, 8, 9, 16, 31, 64, 101}) {
            INFO(rows << " x " << columns << " of " << nl::dtype_name<T>());
            const nl::array<T> a = numbered<T>(rows, columns);
            require_transposed(nl::array<T>(a.T()), a);
        }
}

// Large ones are copied by threads, and past the cache where they lie so that whole lines of it can be written.
template <class T>
void copy_large_planes() {
    for (const nl::index_t rows : {512, 515})
        for (const nl::index_t columns : {640, 1000, 1001}) {
            INFO(rows << " x " << columns << " of " << nl::dtype_name<T>());
            const nl::array<T> a = numbered<T>(rows, columns);
            require_transposed(nl::array<T>(a.T()), a);
            nl::array<T> out = nl::zeros<T>({columns, rows});
            out = a.T();
            require_transposed(out, a);
        }
}

}  // namespace

TEST_CASE("a transposed plane is copied, whatever its size and dtype") {
    targets::on_every([] {
        copy_transposed_planes<double>();
        copy_transposed_planes<float>();
        copy_transposed_planes<std::int16_t>();
        copy_transposed_planes<std::complex<double>>();
    });
}

TEST_CASE("large transposed planes are copied, within the cache and past it") {
    const long before = nl::detail::last_cache_bytes();
    for (const long bytes : {before, 1l << 18}) {
        nl::process::cache_bytes = bytes;
        targets::on_every([] {
            copy_large_planes<double>();
            copy_large_planes<std::int32_t>();
            copy_large_planes<std::complex<double>>();
        });
    }
    nl::process::cache_bytes = before;
}

TEST_CASE("a transposed plane is copied into and out of a larger array, of which nothing else is written") {
    targets::on_every([] {
        const nl::array<double> a = numbered<double>(40, 50);
        nl::array<double> out = nl::zeros<double>({60, 60});
        const nl::array<double> cut = a(nl::slice(2, 35), nl::slice(1, 46));
        out(nl::slice(3, 48), nl::slice(5, 38)) = a(nl::slice(2, 35), nl::slice(1, 46)).T();
        require_transposed(nl::array<double>(out(nl::slice(3, 48), nl::slice(5, 38))), cut);
        REQUIRE(nl::sum(out) == nl::sum(cut));
    });
}
