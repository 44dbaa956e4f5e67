#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// A part of a message: a text, which it refers to and does not hold, a character, or an integer in decimal digits.
class message_part {
public:
    message_part(const char* text) : text_(text) {}
    message_part(std::string_view text) : text_(text) {}
    message_part(const std::string& text) : text_(text) {}
    message_part(std::same_as<char> auto character) : text_(buffer_, 1) { buffer_[0] = character; }

    template <std::integral T>
        requires(!std::same_as<T, char> && !std::same_as<T, bool>)
    message_part(T number) {
        const bool negative = number < 0;
        const auto bits = static_cast<unsigned long long>(number);
        write(negative ? 0 - bits : bits, negative);
    }

    message_part(const message_part&) = delete;  // text_ may be its own buffer
    message_part& operator=(const message_part&) = delete;

    std::string_view text() const { return text_; }

private:
    NUMLANE_COLD void write(unsigned long long magnitude, bool negative);

    std::string_view text_;
    char buffer_[20];  // 2^64 - 1 and -2^63 have twenty characters
};

/// The parts in one string. Not by std::string's operator+ and std::to_string: those are instantiated in every file, under
/// names that do not say for which flags, so that the linker may take the copy from the file with the highest.
NUMLANE_COLD NUMLANE_FUNCTION std::string message(std::initializer_list<message_part> parts);
#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION void message_part::write(unsigned long long magnitude, bool negative) {
    char* const end = buffer_ + sizeof buffer_;
    char* first = end;
    do *--first = static_cast<char>('0' + magnitude % 10);
    while ((magnitude /= 10) != 0);
    if (negative) *--first = '-';
    text_ = std::string_view(first, static_cast<std::size_t>(end - first));
}

NUMLANE_FUNCTION std::string message(std::initializer_list<message_part> parts) {
    std::string text;
    for (const message_part& part : parts) text.append(part.text().data(), part.text().size());
    return text;
}
#endif

}  // namespace detail
NUMLANE_END_NAMESPACE
