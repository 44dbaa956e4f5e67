#pragma once

#include <bit>
#include <string>
#include <string_view>

#include "numlane/core/dtype.hpp"
#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// The element type of a .npy file: NumPy's kind letter, bytes per element, and whether its bytes stand in the order
// opposite to this machine's.
struct npy_dtype {
    char kind = 0;
    int size = 0;
    bool swapped = false;
};

inline bool same_element(const npy_dtype& a, const npy_dtype& b) { return a.kind == b.kind && a.size == b.size; }

template <element T>
constexpr npy_dtype npy_dtype_of() {
    constexpr char kind = std::is_same_v<T, bool>       ? 'b'
                          : is_complex_v<T>             ? 'c'
                          : std::is_floating_point_v<T> ? 'f'
                          : std::is_signed_v<T>         ? 'i'
                                                        : 'u';
    return {kind, static_cast<int>(sizeof(T)), false};
}

// NumPy's name of the dtype, such as "float64".
inline std::string npy_dtype_name(const npy_dtype& t) {
    if (t.kind == 'b') return "bool";
    const char* base = t.kind == 'i' ? "int" : t.kind == 'u' ? "uint" : t.kind == 'f' ? "float" : "complex";
    return message({base, 8 * t.size});
}

// The C++ element type for the dtype; null for float16, which arrays do not hold.
inline const char* npy_element_name(const npy_dtype& t) {
    const auto by_size = [&](const char* one, const char* two, const char* four, const char* eight) {
        return t.size == 1 ? one : t.size == 2 ? two : t.size == 4 ? four : eight;
    };
    switch (t.kind) {
    case 'b': return "bool";
    case 'i': return by_size("std::int8_t", "std::int16_t", "std::int32_t", "std::int64_t");
    case 'u': return by_size("std::uint8_t", "std::uint16_t", "std::uint32_t", "std::uint64_t");
    case 'f': return by_size(nullptr, nullptr, "float", "double");
    default: return t.size == 8 ? "std::complex<float>" : "std::complex<double>";
    }
}

// The text of the header for a dtype in this machine's byte order, such as "<f8".
inline std::string format_npy_descr(const npy_dtype& t) {
    const char order = t.size == 1 ? '|' : std::endian::native == std::endian::little ? '<' : '>';
    return message({order, t.kind, t.size});
}

// Reads such a text; false when it names none of the dtypes bool, int8..int64, uint8..uint64, float16..float64,
// complex64 and complex128.
inline bool parse_npy_descr(std::string_view text, npy_dtype& out) {
    constexpr char native = std::endian::native == std::endian::little ? '<' : '>';
    char order = native;
    if (!text.empty() && std::string_view("<>=|").find(text[0]) != std::string_view::npos) {
        if (text[0] == '<' || text[0] == '>') order = text[0];
        text.remove_prefix(1);
    }
    if (text == "?") text = "b1";
    if (text.size() < 2) return false;
    const char kind = text[0];
    text.remove_prefix(1);
    const int size = text == "1" ? 1 : text == "2" ? 2 : text == "4" ? 4 : text == "8" ? 8 : text == "16" ? 16 : 0;
    const bool known = kind == 'b'                  ? size == 1
                       : kind == 'i' || kind == 'u' ? size >= 1 && size <= 8
                       : kind == 'f'                ? size >= 2 && size <= 8
                       : kind == 'c'                ? size >= 8
                                                    : false;
    if (!known) return false;
    out = {kind, size, size > 1 && order != native};
    return true;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
