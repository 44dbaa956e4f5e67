#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include "numlane/io/npy_header.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Reads magic, version, length and header of a .npy file from a source of bytes; the source stands at the data then.
template <class Source>
npy_header read_npy_header(Source& source, std::string_view file) {
    unsigned char prefix[12];
    const std::size_t got = source.read(prefix, 10);
    if (got < npy_magic.size() || std::memcmp(prefix, npy_magic.data(), npy_magic.size()) != 0) {
        refuse_npy(file, message({"is no .npy file: it starts with ",
                                  quoted_bytes({reinterpret_cast<const char*>(prefix), got < 6 ? got : 6})}));
    }
    if (got < 10) refuse_npy(file, "ends inside its header");
    const int major = prefix[6], minor = prefix[7];
    if (major < 1 || major > 3 || minor != 0) {
        refuse_npy(file,
                   message({"has version ", major, ".", minor, " of the .npy format; numlane reads 1.0, 2.0 and 3.0"}));
    }
    std::size_t length = prefix[8] + 256u * prefix[9];
    if (major > 1) {
        if (source.read(prefix + 10, 2) < 2) refuse_npy(file, "ends inside its header");
        length += std::size_t{65536} * prefix[10] + std::size_t{16777216} * prefix[11];
    }
    if (length > npy_longest_header) {
        refuse_npy(file, message({"has a header of ", length, " bytes; numlane reads at most ", npy_longest_header}));
    }
    std::string text(length, '\0');
    if (source.read(text.data(), length) < length) refuse_npy(file, "ends inside its header");
    return parse_npy_header(text, file);
}

[[noreturn]] NUMLANE_COLD inline void refuse_short_npy(const npy_header& header, std::size_t found,
                                                       std::string_view file) {
    refuse_npy(file, message({"is too short: shape ", to_string(header.shape), " of ", npy_dtype_name(header.dtype),
                              " needs ", header.bytes, " bytes of data, and there are ", found}));
}

// Bytes that arrive from a source of unknown length: memory grows with what has really come, not with what the header
// claims.
class growing_bytes {
public:
    growing_bytes() = default;
    ~growing_bytes() { std::free(data_); }
    growing_bytes(const growing_bytes&) = delete;
    growing_bytes& operator=(const growing_bytes&) = delete;

    // Reads up to `wanted` bytes; returns how many came.
    template <class Source>
    std::size_t read(Source& source, std::size_t wanted) {
        constexpr std::size_t first = std::size_t{1} << 16;
        std::size_t size = 0;
        for (std::size_t capacity = first; size < wanted; capacity *= 2) {
            if (capacity > wanted) capacity = wanted;
            void* grown = std::realloc(data_, capacity);
            if (grown == nullptr) throw std::bad_alloc();
            data_ = static_cast<char*>(grown);
            size += source.read(data_ + size, capacity - size);
            if (size < capacity) break;
        }
        return size;
    }

    const char* data() const { return data_; }

private:
    char* data_ = nullptr;
};

// Turns the bytes of a file into elements in place: this machine's byte order, and bools that are 0 or 1.
inline void normalize_npy_data(const npy_dtype& dtype, void* data, std::size_t bytes) {
    unsigned char* const at = static_cast<unsigned char*>(data);
    if (dtype.kind == 'b') {
        for (std::size_t i = 0; i < bytes; ++i) at[i] = at[i] != 0;
    } else if (dtype.swapped) {
        const auto swap = [&]<class U>(U word, auto reversed) {
            for (std::size_t i = 0; i < bytes; i += sizeof(U)) {
                std::memcpy(&word, at + i, sizeof(U));
                word = reversed(word);
                std::memcpy(at + i, &word, sizeof(U));
            }
        };
        switch (dtype.kind == 'c' ? dtype.size / 2 : dtype.size) {
        case 2: return swap(std::uint16_t{}, [](std::uint16_t x) { return __builtin_bswap16(x); });
        case 4: return swap(std::uint32_t{}, [](std::uint32_t x) { return __builtin_bswap32(x); });
        case 8: return swap(std::uint64_t{}, [](std::uint64_t x) { return __builtin_bswap64(x); });
        }
    }
}

}  // namespace detail

NUMLANE_END_NAMESPACE
