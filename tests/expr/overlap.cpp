#include "numlane/expr/overlap.hpp"

#include <cstdlib>

#include "numlane/array.hpp"
#include "numlane/ufunc.hpp"
#include "test.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COUNTS_ALLOCATIONS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define COUNTS_ALLOCATIONS 0
#endif
#endif
#if !defined(COUNTS_ALLOCATIONS) && defined(__GLIBC__)
#define COUNTS_ALLOCATIONS 1
#elif !defined(COUNTS_ALLOCATIONS)
#define COUNTS_ALLOCATIONS 0
#endif

namespace {

// Half of the arrays below, which is more than the buffers of tiles take.
constexpr std::size_t large = 100'000;
int large_blocks = 0;

}  // namespace

#if COUNTS_ALLOCATIONS
extern "C" void* __libc_malloc(std::size_t);
extern "C" void* malloc(std::size_t size) {
    if (size >= large) ++large_blocks;
    return __libc_malloc(size);
}
#endif

using nl::_, nl::slice;

namespace {

/// Calls f and fails unless it allocates exactly `blocks` temporaries.
template <class F>
void check_temporaries(int blocks, const F& f, int line = __builtin_LINE()) {
    INFO("line " << line);
    const int before = large_blocks;
    f();
    if (COUNTS_ALLOCATIONS) CHECK(large_blocks - before == blocks);
}

bool overlap(const nl::view<const double>& a, const nl::view<const double>& b) {
    nl::detail::loop_nest_storage<2> memory;
    nl::detail::loop_nest nest = memory.nest();
    nest.columns = 2;
    const nl::detail::raw_array arrays[] = {nl::detail::raw_array::of(a), nl::detail::raw_array::of(b)};
    REQUIRE(nl::detail::fill_nest(nest, arrays[0].shape, arrays[0].rank, arrays));
    return nl::detail::may_overlap(nest, 0, 1) && !nl::detail::coincide(nest, 0, 1);
}

}  // namespace

TEST_CASE("arrays that share no element do not overlap") {
    auto a = nl::zeros<double>({8, 9});
    const auto b = nl::zeros<double>({8, 9});
    CHECK(!overlap(a, b));
    CHECK(!overlap(a, a));
    CHECK(!overlap(a[0], a[1]));
    CHECK(!overlap(a(_, 3), a(_, 4)));
    CHECK(!overlap(a(_, slice(_, 4)), a(_, slice(4, 8))));
    CHECK(!overlap(a(_, slice(_, 8, 2)), a(_, slice(1, _, 2))));
    CHECK(!overlap(a(slice(_, _, -2)), a(slice(_, _, 2))));
    CHECK(!overlap(a(slice(_, 4)), a(slice(4, _))));
}

TEST_CASE("arrays that share elements at other indices overlap") {
    auto a = nl::zeros<double>({9, 9});
    CHECK(overlap(a, a.T()));
    CHECK(overlap(a(slice(1, _)), a(slice(_, -1))));
    CHECK(overlap(a(_, slice(1, _)), a(_, slice(_, -1))));
    CHECK(overlap(a, a(slice(_, _, -1))));
    CHECK(overlap(a(slice(_, 5)), a(slice(_, _, 2))));
    CHECK(overlap(a[3], a(_, 3)));
}

TEST_CASE("a temporary is made only where output and inputs overlap") {
    auto a = nl::zeros<double>({170, 172});
    auto square = nl::zeros<double>({170, 170});
    const auto b = nl::zeros<double>({170, 172}), half = nl::zeros<double>({170, 86});
    check_temporaries(0, [&] { a += b; });
    check_temporaries(0, [&] { a = a * b + a; });
    check_temporaries(0, [&] { a(_, slice(_, _, 2)) = a(_, slice(1, _, 2)); });
    check_temporaries(0, [&] { a(_, slice(_, _, 2)) += half + a(_, slice(1, _, 2)); });
    check_temporaries(0, [&] { a(slice(_, 85)) = a(slice(85, _)) + b(slice(_, 85)); });
    check_temporaries(0, [&] { a(slice(_, _, -1)) = a(slice(_, _, -1)) * 2.0; });
    check_temporaries(0, [&] { a(_, slice(_, -1)) = b(_, slice(1, _)).T().T(); });
    check_temporaries(0, [&] { a(_, slice(_, 86)) = a(_, slice(86, _)) + half; });
    check_temporaries(1, [&] { square = square.T() + square; });
    check_temporaries(1, [&] { a(slice(1, _)) = a(slice(_, -1)); });
    check_temporaries(1, [&] { a.as_view() = a(slice(_, _, -1)) + 1.0; });
    CHECK((COUNTS_ALLOCATIONS == 0 || large_blocks > 0));
}
