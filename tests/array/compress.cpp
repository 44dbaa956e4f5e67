#include "numlane/array/compress.hpp"

#include <complex>
#include <cstdint>
#include <memory>
#include <vector>

#include "every_target.hpp"
#include "numlane/parallel.hpp"
#include "test.hpp"

namespace {

/// Every element that `selects` accepts, of n, in memory that has nothing behind the last of them.
template <class T, class F>
void check_compress(nl::index_t n, const F& selects) {
    const std::unique_ptr<T[]> from(new T[std::size_t(n)]);
    const std::unique_ptr<bool[]> mask(new bool[std::size_t(n)]);
    std::vector<T> expected;
    for (nl::index_t i = 0; i < n; ++i) {
        from[std::size_t(i)] = T(nl::real_t<T>(i % 1021));
        mask[std::size_t(i)] = selects(i);
        if (mask[std::size_t(i)]) expected.push_back(from[std::size_t(i)]);
    }
    const std::unique_ptr<T[]> to(new T[expected.size() + 1]);
    to[expected.size()] = T(nl::real_t<T>(-7));
    nl::detail::compress(from.get(), mask.get(), n, to.get(), nl::index_t(expected.size()));
    nl::index_t wrong = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) wrong += to[i] != expected[i];
    INFO(sizeof(T) << " bytes, " << n << " elements, " << expected.size() << " of them selected");
    CHECK(wrong == 0);
    CHECK(to[expected.size()] == T(nl::real_t<T>(-7)));
}

template <class T>
void check_masks(nl::index_t n) {
    check_compress<T>(n, [](nl::index_t) { return false; });
    check_compress<T>(n, [](nl::index_t) { return true; });
    check_compress<T>(n, [](nl::index_t i) { return (i * 2654435761u >> 7) % 2 == 0; });
    check_compress<T>(n, [](nl::index_t i) { return (i * 2654435761u >> 7) % 50 == 0; });
    check_compress<T>(n, [](nl::index_t i) { return i % 64 < 40; });
    check_compress<T>(n, [n](nl::index_t i) { return i == n - 1; });
}

template <class T>
void check_sizes() {
    for (const nl::index_t n : {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 33, 200}) check_masks<T>(n);
}

}  // namespace

TEST_CASE("what a mask selects is copied, and nothing behind it is written") {
    targets::on_every([] {
        check_sizes<std::int8_t>();
        check_sizes<std::int16_t>();
        check_sizes<float>();
        check_sizes<double>();
        check_sizes<std::int64_t>();
        check_sizes<std::complex<float>>();
        check_sizes<std::complex<double>>();
    });
}

TEST_CASE("threads that share a selection find where their own elements go") {
    const int threads = nl::get_num_threads();
    for (const int n : {1, 2, 4}) {
        nl::set_num_threads(n);
        for (const nl::index_t size : {131071, 131072, 200001, 5000000}) {
            check_compress<double>(size, [](nl::index_t i) { return (i * 2654435761u >> 7) % 3 == 0; });
            check_compress<float>(size, [size](nl::index_t i) { return i > size / 2; });
        }
    }
    nl::set_num_threads(threads);
}
