// Feeds the .npy reader any bytes: it must give an array or an error of its own, and what it gives must
// survive being written and read again.
#include "numlane/io/npy.hpp"

#include <complex>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace nl = numlane;

namespace {

// The same bytes as from a pipe, which does not say how many will come.
class unsized_source : public nl::detail::input_memory {
public:
    using nl::detail::input_memory::input_memory;
    bool size_known() const { return false; }
};

void require(bool good) {
    if (!good) std::abort();
}

template <class T>
void read_as(const std::uint8_t* data, std::size_t size) {
    const nl::array<T> a = nl::detail::load_npy_bytes<T>(data, size);
    unsized_source pipe(data, size);
    const nl::array<T> b = nl::detail::read_npy<T, nl::dynamic>(pipe, "pipe");
    require(a.shape() == b.shape() && (a.size() == 0 || std::memcmp(a.data(), b.data(), a.nbytes()) == 0));

    std::string file = nl::detail::format_npy_header(nl::detail::npy_dtype_of<T>(), a.shape());
    file.append(reinterpret_cast<const char*>(a.data()), a.nbytes());
    const nl::array<T> c = nl::detail::load_npy_bytes<T>(file.data(), file.size());
    require(a.shape() == c.shape() && (a.size() == 0 || std::memcmp(a.data(), c.data(), a.nbytes()) == 0));
}

template <class... T>
void read_as_its_dtype(const nl::detail::npy_dtype& dtype, const std::uint8_t* data, std::size_t size) {
    ((nl::detail::same_element(dtype, nl::detail::npy_dtype_of<T>()) ? read_as<T>(data, size) : void()), ...);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        nl::detail::input_memory source(data, size);
        const nl::detail::npy_header header = nl::detail::read_npy_header(source, "fuzz");
        read_as_its_dtype<bool, std::int8_t, std::int16_t, std::int32_t, std::int64_t, std::uint8_t, std::uint16_t,
                          std::uint32_t, std::uint64_t, float, double, std::complex<float>, std::complex<double>>(
            header.dtype, data, size);
        nl::detail::load_npy_bytes<float, 2>(data, size);
    } catch (const nl::error&) {
    }
    return 0;
}
