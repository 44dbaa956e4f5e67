#include "mandelbrot/one_line.hpp"

namespace mandelbrot {

std::string one_line(const std::string& text) {
    constexpr const char* digits = "0123456789abcdef";
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') line += "\\n";
        else if (c == '\t') line += "\\t";
        else if (byte < 0x20 || byte == 0x7f)
            line.append("\\x").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        else line += c;
    }
    return line;
}

}  // namespace mandelbrot
