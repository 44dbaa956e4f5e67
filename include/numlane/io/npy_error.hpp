#pragma once

#include <string>
#include <string_view>

#include "numlane/core/error.hpp"
#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Text out of a file, fit for an error message: quoted, cut to a line, and with no byte that a terminal would obey.
inline std::string quoted_bytes(std::string_view text) {
    constexpr std::size_t longest = 60;
    constexpr const char* hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text.substr(0, longest)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f) out += c;
        else out.append("\\x").append(1, hex[byte >> 4]).append(1, hex[byte & 15]);
    }
    return out += text.size() > longest ? "...\"" : "\"";
}

[[noreturn]] NUMLANE_COLD inline void refuse_npy(std::string_view file, const std::string& reason) {
    throw io_error(message({"load: '", file, "': ", reason}));
}

}  // namespace detail

NUMLANE_END_NAMESPACE
