// Against std::nth_element.
#include "numlane/reduce/nth_element.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "test.hpp"

namespace {

template <class T>
void check_every_rank(const std::vector<T>& x) {
    auto sorted = x;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t rank = 0; rank < x.size(); ++rank) {
        auto found = x;
        nl::detail::nth_element(found.data(), nl::index_t(found.size()), nl::index_t(rank));
        REQUIRE(found[rank] == sorted[rank]);
        REQUIRE(
            std::all_of(found.begin(), found.begin() + std::ptrdiff_t(rank), [&](T v) { return v <= found[rank]; }));
        REQUIRE(std::all_of(found.begin() + std::ptrdiff_t(rank), found.end(), [&](T v) { return v >= found[rank]; }));
        std::sort(found.begin(), found.end());
        REQUIRE(found == sorted);
    }
}

}  // namespace

TEST_CASE("nth_element of every order of up to seven numbers, equal ones among them") {
    for (int n = 1; n <= 7; ++n) {
        for (int distinct = 1; distinct <= n; ++distinct) {
            std::vector<int> x(static_cast<std::size_t>(n));
            for (int i = 0; i < n; ++i) x[std::size_t(i)] = i * distinct / n;
            do check_every_rank(x);
            while (std::next_permutation(x.begin(), x.end()));
        }
    }
}

TEST_CASE("nth_element of longer rows") {
    std::mt19937 random(7);
    for (const int n : {8, 31, 64, 96, 200}) {
        for (const double spread : {3.0, 1e3, 1e300}) {
            std::uniform_real_distribution<double> number(-spread, spread);
            std::vector<double> x(static_cast<std::size_t>(n));
            for (double& v : x) v = spread < 10 ? double(int(number(random))) + 0.0 : number(random);
            check_every_rank(x);
            std::sort(x.begin(), x.end());
            check_every_rank(x);
            std::reverse(x.begin(), x.end());
            check_every_rank(x);
            std::rotate(x.begin(), x.begin() + n / 2, x.end());
            check_every_rank(x);
        }
    }
}
