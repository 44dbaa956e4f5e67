#include "numlane/expr/run_tiles.hpp"

#include <algorithm>
#include <complex>
#include <vector>

#include "every_target.hpp"
#include "numlane/ufunc.hpp"

namespace {

/// Makes the library believe in a last cache of so many bytes.
class cache_of {
public:
    explicit cache_of(long bytes) : before_(nl::detail::last_cache_bytes()) { nl::process::cache_bytes = bytes; }
    ~cache_of() { nl::process::cache_bytes = before_; }

private:
    long before_;
};

template <class T>
nl::array<T> counted(nl::index_t size) {
    nl::array<T> x = nl::zeros<T>({size});
    for (nl::index_t i = 0; i < size; ++i) x(i) = T(float(i % 1000));
    return x;
}

template <class T>
void check_streams() {
    cache_of tiny(1000);
    targets::on_every([] {
        for (const nl::index_t size : {1000, 4096, 50001}) {
            const auto x = counted<T>(size + 1), y = counted<T>(size + 1);
            // One of the outputs is aligned to 64 bytes and the other is not.
            for (const nl::index_t first : {0, 1}) {
                auto out = nl::zeros<T>({size + 1});
                out(nl::slice(first, first + size)) =
                    x(nl::slice(first, first + size)) + y(nl::slice(first, first + size));
                for (nl::index_t i = first; i < first + size; ++i)
                    if (out(i) != T(x(i) + y(i))) FAIL("element " << i << " of " << size);
                REQUIRE(out(first == 0 ? size : 0) == T(0));
            }
        }
    });
}

// Rows that begin anywhere in a line of the cache, and complex elements that lie across its end.
template <class T>
void check_planes() {
    cache_of tiny(1000);
    targets::on_every([] {
        for (const nl::index_t columns : {65, 100, 333}) {
            const nl::index_t rows = 37, width = columns + 3;
            const auto x = counted<T>(rows * width);
            T untouched;
            std::fill_n(reinterpret_cast<nl::real_t<T>*>(&untouched), sizeof(T) / sizeof(nl::real_t<T>),
                        nl::real_t<T>(-1));
            std::vector<nl::real_t<T>> memory(std::size_t(2 * rows * width + 1));
            for (const std::size_t shift : {0, 1}) {
                std::fill(memory.begin(), memory.end(), nl::real_t<T>(-1));
                const auto out = nl::adapt(reinterpret_cast<T*>(memory.data() + shift), {rows, width});
                const auto a = x.reshape(rows, width);
                const auto inner = nl::slice(1, 1 + columns);
                out(nl::_, inner) = a(nl::_, inner) + a(nl::_, nl::slice(2, 2 + columns));
                for (nl::index_t i = 0; i < rows; ++i)
                    for (nl::index_t j = 0; j < width; ++j) {
                        const bool inside = j >= 1 && j <= columns;
                        if (out(i, j) != (inside ? T(a(i, j) + a(i, j + 1)) : untouched))
                            FAIL("element " << i << ", " << j << " of " << columns);
                    }
            }
        }
    });
}

// Packs that fill a part of a register.
void check_narrowing() {
    cache_of tiny(1000);
    targets::on_every([] {
        const auto x = counted<double>(50003);
        const nl::array<float> narrow = x + 1.0;
        const auto small = nl::array<double>(x % 100.0);
        const auto narrower = small.astype<std::int8_t>();
        for (nl::index_t i = 0; i < x.size(); ++i)
            if (narrow(i) != float(x(i) + 1) || narrower(i) != i % 1000 % 100) FAIL("element " << i);
    });
}

// More rows than are splatted at once, short ones and such as are worth a call for their first elements, which lie in lines of
// the cache alike or differently from row to row and from array to array.
template <class T>
void check_rows() {
    targets::on_every([] {
        for (const nl::index_t columns : {65, 200, 600, 5000})
            for (const nl::index_t width : {columns + 3, nl::index_t((columns + 127) / 64 * 64)}) {
                const nl::index_t rows = 37;
                const auto x = counted<T>(rows * width), y = counted<T>(rows * width), column = counted<T>(rows);
                const auto a = x.reshape(rows, width), b = y.reshape(rows, width);
                auto memory = nl::zeros<T>({rows, width});
                const auto out = memory(nl::_, nl::slice(1, 1 + columns));
                const auto one = column(nl::slice(5, 6));
                out = a(nl::_, nl::slice(0, columns)) + column(nl::_, nl::newaxis) +
                      b(nl::_, nl::slice(2, 2 + columns)) + one;
                for (nl::index_t i = 0; i < rows; ++i) {
                    for (nl::index_t j = 0; j < columns; ++j)
                        if (out(i, j) != T(a(i, j) + column(i) + b(i, j + 2) + column(5)))
                            FAIL("element " << i << ", " << j << " of " << columns);
                    REQUIRE((memory(i, 0) == T(0) && memory(i, columns + 1) == T(0)));
                }
            }
    });
}

template <class E>
auto sum_of(const E& e) {
    return e;
}
template <class E, class... More>
auto sum_of(const E& e, const More&... more) {
    return e + sum_of(more...);
}

}  // namespace

TEST_CASE("results larger than the cache are the same") {
    check_streams<float>();
    check_streams<std::int8_t>();
    check_streams<std::complex<float>>();
    check_streams<std::complex<double>>();
    check_narrowing();
    check_planes<float>();
    check_planes<std::int16_t>();
    check_planes<std::complex<float>>();
    check_planes<std::complex<double>>();
}

TEST_CASE("rows of broadcast operands and of parts of arrays") {
    check_rows<std::int8_t>();
    check_rows<std::int16_t>();
    check_rows<float>();
    check_rows<double>();
    check_rows<std::complex<double>>();
}

TEST_CASE("expressions of many operands, contiguous and not, aligned and broadcast") {
    const nl::index_t n = 300;
    nl::array<double> a[8];
    for (int k = 0; k < 8; ++k) a[k] = counted<double>(3 * n) + double(k);
    const auto part = [&](int k) { return a[k](nl::slice(k, k + 2 * n, 2)); };
    const auto whole = [&](int k) { return a[k](nl::slice(k, k + n)); };
    const auto one = [&](int k) { return a[k](nl::slice(k, k + 1)); };
    const auto e = sum_of(part(0), whole(1), one(2), part(3), whole(4), one(5), part(6), whole(7), part(7), whole(6),
                          one(1), part(2), whole(3), one(4), part(5), whole(0), one(6), part(1), whole(2), one(3),
                          part(4), whole(5), one(0), one(7));
    STATIC_REQUIRE(decltype(e)::operands == 24);
    const nl::array<double> r = e;
    for (nl::index_t i = 0; i < n; ++i) {
        double expected = 0;
        for (int k = 0; k < 8; ++k) expected += a[k](k + 2 * i) + a[k](k + i) + a[k](k);
        REQUIRE(r(i) == expected);
    }
}

TEST_CASE("many operands in planes of many rows need more buffers than the stack has") {
    nl::array<std::complex<double>> a[6];
    for (int k = 0; k < 6; ++k) {
        a[k] = nl::zeros<std::complex<double>>({90, 70});
        for (nl::index_t i = 0; i < 90; ++i)
            for (nl::index_t j = 0; j < 70; ++j) a[k](i, j) = {double(i * k), double(j + k)};
    }
    const nl::array<std::complex<double>> r = sum_of(a[0].T(), a[1].T(), a[2].T(), a[3].T(), a[4].T(), a[5].T(),
                                                     a[0].T(), a[1].T(), a[2].T(), a[3].T(), a[4].T(), a[5].T());
    for (nl::index_t i = 0; i < 90; ++i)
        for (nl::index_t j = 0; j < 70; ++j)
            REQUIRE(r(j, i) == std::complex<double>(double(i * 30), double(12 * j + 30)));
}
