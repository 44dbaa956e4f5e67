#include <cstring>
#include <memory>

#include "every_target.hpp"
#include "numlane/manip.hpp"
#include "numlane/simd/gather_line.hpp"
#include "numlane/ufunc.hpp"

namespace {

// Exactly so many bytes, so that the sanitizers see what is read or written beyond them; four behind a multiple of eight, as
// complex float32 may lie.
class buffer {
public:
    explicit buffer(nl::index_t bytes) : bytes_(new std::byte[std::size_t(bytes + 4)]) {
        for (nl::index_t i = 0; i < bytes; ++i) at(0)[i] = std::byte((i * 31 + i / 251) & 255);
    }
    std::byte* at(nl::index_t byte) const { return bytes_.get() + 4 + byte; }

private:
    std::unique_ptr<std::byte[]> bytes_;
};

template <std::size_t Bytes>
nl::index_t differences(const std::byte* line, const std::byte* from, nl::index_t stride, nl::index_t count) {
    constexpr nl::index_t size = Bytes;
    nl::index_t wrong = 0;
    for (nl::index_t i = 0; i < count; ++i) wrong += std::memcmp(line + i * size, from + i * stride * size, Bytes) != 0;
    return wrong;
}

template <std::size_t Bytes>
void check_line() {
    constexpr nl::index_t size = Bytes;
    for (nl::index_t stride = -6; stride <= 6; ++stride)
        for (const nl::index_t n : {1, 15, 16, 17, 31, 33, 63, 64, 65, 66, 129, 200, 257}) {
            const nl::index_t reach = (n - 1) * (stride < 0 ? -stride : stride);
            const buffer from((reach + 1) * size), to(n * size);
            const std::byte* const first = from.at(stride < 0 ? reach * size : 0);
            nl::detail::gather_line<Bytes>(to.at(0), first, stride, n);
            INFO(Bytes << " bytes, stride " << stride << ", " << n << " elements");
            REQUIRE(differences<Bytes>(to.at(0), first, stride, n) == 0);
        }
}

// Every choice of fields that begins with the first; `more` elements follow.
template <std::size_t Bytes>
void check_fields(int stride, bool more) {
    constexpr nl::index_t size = Bytes;
    for (int wanted = 1; wanted < 1 << stride; wanted += 2)
        for (const nl::index_t n : {1, 16, 17, 64, 65, 129, 200}) {
            int last = 0;
            for (int k = 0; k < stride; ++k)
                if ((wanted >> k & 1) != 0) last = k;
            const buffer from(((n - (more ? 0 : 1)) * stride + last + 1) * size), to(stride * n * size);
            nl::line_copy c{from.at(0), stride, n, stride, more, {}};
            for (int k = 0; k < stride; ++k)
                if ((wanted >> k & 1) != 0) c.dst[k] = to.at(k * n * size);
            nl::detail::gather_fields<Bytes>(c);
            INFO(Bytes << " bytes, fields " << wanted << " of " << stride << ", " << n << " elements");
            for (int k = 0; k < stride; ++k)
                if (c.dst[k] != nullptr) REQUIRE(differences<Bytes>(c.dst[k], from.at(k * size), stride, n) == 0);
        }
}

template <std::size_t Bytes>
void check_all() {
    check_line<Bytes>();
    for (int stride = 2; stride <= nl::most_fields; ++stride) {
        check_fields<Bytes>(stride, false);
        check_fields<Bytes>(stride, true);
    }
}

// The planes of an (n, m, channels) array, in one piece each.
template <class T>
void check_channels(nl::index_t n, nl::index_t m, nl::index_t channels) {
    nl::array<T> a = nl::empty<T>({n, m, channels}), out = nl::zeros<T>({channels, n, m});
    for (nl::index_t i = 0; i < a.size(); ++i) a.data()[i] = T(float(i % 127));
    out = a.transpose({2, 0, 1});
    const nl::array<T> constructed(a.transpose({2, 0, 1}));
    nl::index_t wrong = 0;
    for (nl::index_t k = 0; k < channels; ++k)
        for (nl::index_t i = 0; i < n * m; ++i) {
            wrong += out.data()[k * n * m + i] != a.data()[i * channels + k];
            wrong += constructed.data()[k * n * m + i] != a.data()[i * channels + k];
        }
    INFO(n << " x " << m << " x " << channels);
    REQUIRE(wrong == 0);
    out = nl::zeros<T>({channels, n, m});
    out.transpose({1, 2, 0}) = a;
    for (nl::index_t i = 0; i < a.size(); ++i) wrong += out.data()[i] != constructed.data()[i];
    nl::array<T> back = nl::zeros<T>({n, m, channels});
    back = out.transpose({1, 2, 0});
    for (nl::index_t i = 0; i < a.size(); ++i) wrong += back.data()[i] != a.data()[i];
    REQUIRE(wrong == 0);
}

}  // namespace

TEST_CASE("elements at any stride are gathered, and nothing beyond them is read") {
    targets::on_every([] {
        check_all<1>();
        check_all<2>();
        check_all<4>();
        check_all<8>();
        check_all<16>();
    });
}

TEST_CASE("channels of every number are taken apart and put together") {
    targets::on_every([] {
        for (nl::index_t channels = 1; channels <= 5; ++channels)
            for (const nl::index_t m : {0, 1, 7, 50, 101}) {
                check_channels<std::uint8_t>(9, m, channels);
                check_channels<float>(9, m, channels);
                check_channels<double>(3, m, channels);
                check_channels<std::complex<double>>(2, m, channels);
            }
    });
}
