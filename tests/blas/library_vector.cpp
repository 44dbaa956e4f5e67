#include "numlane/blas/library_vector.hpp"

#include "libraries.hpp"
#include "numlane/linalg.hpp"

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>

using nl::_, nl::slice;

namespace {

/// Pages between two that may not be touched.
class guarded_pages {
public:
    guarded_pages() : page_(std::size_t(sysconf(_SC_PAGESIZE))) {
        void* const memory = mmap(nullptr, 4 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        REQUIRE(memory != MAP_FAILED);
        memory_ = static_cast<std::byte*>(memory);
        REQUIRE(mprotect(memory_, page_, PROT_NONE) == 0);
        REQUIRE(mprotect(memory_ + 3 * page_, page_, PROT_NONE) == 0);
    }
    guarded_pages(const guarded_pages&) = delete;
    guarded_pages& operator=(const guarded_pages&) = delete;
    ~guarded_pages() { munmap(memory_, 4 * page_); }

    /// `count` ones that end where the second guard begins, or begin where the first ends.
    template <class T>
    nl::view<T> ones(nl::index_t count, bool at_end) {
        T* const first = reinterpret_cast<T*>(memory_ + (at_end ? 3 : 1) * page_) - (at_end ? count : 0);
        for (nl::index_t i = 0; i < count; ++i) first[i] = T(1, 1);
        return nl::adapt(first, nl::dims<>(count));
    }

private:
    std::size_t page_;
    std::byte* memory_;
};

}  // namespace

TEMPLATE_TEST_CASE("products of complex vectors read nothing beside them", "", std::complex<float>,
                   std::complex<double>) {
    using T = TestType;
    guarded_pages pages;
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        nl::blas::use(library.name);
        for (const nl::index_t n : {9, 16, 61})
            for (const nl::index_t stride : {1, 2, 3, -1, -2})
                for (const bool at_end : {false, true}) {
                    INFO(n << " elements, stride " << stride);
                    const nl::index_t span = (n - 1) * (stride < 0 ? -stride : stride) + 1;
                    const auto x = pages.ones<T>(span, at_end)(slice(_, _, stride));
                    const auto y = nl::full({n}, T(1, 1));
                    CHECK(nl::dot(x, x).item() == T(0, nl::real_t<T>(2 * n)));
                    CHECK(nl::dot(y, x).item() == T(0, nl::real_t<T>(2 * n)));
                    CHECK(nl::vdot(x, x) == T(nl::real_t<T>(2 * n)));
                    CHECK(nl::vdot(x, y) == T(nl::real_t<T>(2 * n)));
                    CHECK(nl::vdot(y, x) == T(nl::real_t<T>(2 * n)));
                }
    }
    nl::blas::use("auto");
}
#endif
