#pragma once

#include <cstdint>
#include <string_view>

#include "numlane/core/index.hpp"
#include "numlane/io/npy_error.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Reads, token by token, the part of Python's literals that the header of a .npy file is made of: strings without
// escapes, True and False, and decimal integers. Anything else is refused with its place.
class npy_literal_reader {
public:
    npy_literal_reader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    // The next character that is no blank; 0 at the end.
    char peek() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    bool at_end() { return peek() == '\0' && at_ == text_.size(); }

    bool accept(char c) {
        if (peek() != c || at_ == text_.size()) return false;
        ++at_;
        return true;
    }

    void expect(char c, const char* where) {
        if (!accept(c)) fail(message({"expected '", c, "' ", where}));
    }

    std::string_view string(const char* what) {
        if (peek() == 'u') ++at_;  // Python 2's unicode strings
        const char quote = peek();
        if (quote != '\'' && quote != '"') fail(message({"expected ", what, " as a quoted string"}));
        const std::size_t first = ++at_;
        while (at_ < text_.size() && text_[at_] != quote) {
            if (text_[at_] == '\\' || text_[at_] == '\n') fail("a string with an escape or a line break");
            ++at_;
        }
        if (at_ == text_.size()) fail("a string that does not end");
        return text_.substr(first, at_++ - first);
    }

    bool boolean(const char* what) {
        peek();
        for (const bool value : {true, false}) {
            const std::string_view word = value ? "True" : "False";
            if (text_.substr(at_, word.size()) == word) {
                at_ += word.size();
                return value;
            }
        }
        fail(message({"expected ", what, " as True or False"}));
    }

    // A non-negative integer, with or without Python 2's suffix L.
    index_t integer(const char* what) {
        if (peek() == '-') fail(message({what, " is negative"}));
        const std::size_t first = at_;
        index_t value = 0;
        for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
            const index_t digit = text_[at_] - '0';
            if (value > (PTRDIFF_MAX - digit) / 10)
                fail(message({what, " does not fit in ", 8 * sizeof value, " bits"}));
            value = 10 * value + digit;
        }
        if (at_ == first) fail(message({"expected ", what, " as a decimal integer"}));
        if (text_[first] == '0' && at_ - first > 1) fail(message({what, " has leading zeros"}));
        if (at_ < text_.size() && text_[at_] == 'L') ++at_;
        return value;
    }

    [[noreturn]] void fail(const std::string& reason) {
        const std::string place =
            at_ < text_.size() ? message({"before ", quoted_bytes(text_.substr(at_))}) : "at its end";
        refuse_npy(file_, message({"malformed header: ", reason, ", ", place}));
    }

private:
    static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

    std::string_view text_;
    std::string_view file_;
    std::size_t at_ = 0;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
