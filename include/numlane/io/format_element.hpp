#pragma once

#include "numlane/core/dtype.hpp"
#include "numlane/io/format_float.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Appends `count` elements as words of one common width, in NumPy's format for T; returns that width. A single element
// of an array without axes (`bare`) is not aligned with anything.
template <class T>
std::size_t format_elements(std::string& words, const T* data, std::size_t count, bool bare) {
    if constexpr (std::is_same_v<T, bool>) {
        for (std::size_t i = 0; i < count; ++i) words += data[i] ? (bare ? "True" : " True") : "False";
    } else if constexpr (is_complex_v<T>) {
        using F = real_t<T>;
        const F* parts = reinterpret_cast<const F*>(data);  // std::complex is laid out as two numbers
        const float_format<F> real(parts, count, 2, false);
        const float_format<F> imag(parts + 1, count, 2, true);
        for (std::size_t i = 0; i < count; ++i) {
            real.append(words, parts[2 * i]);
            imag.append(words, parts[2 * i + 1]);
            words.insert(words.find_last_not_of(' ') + 1, 1, 'j');
        }
    } else if constexpr (std::is_floating_point_v<T>) {
        const float_format<T> format(data, count, 1, false);
        for (std::size_t i = 0; i < count; ++i) format.append(words, data[i]);
    } else {
        char text[24];
        const auto write = [&](T x) {
            using wide = std::conditional_t<std::is_signed_v<T>, long long, unsigned long long>;
            return static_cast<std::size_t>(std::to_chars(text, text + sizeof text, static_cast<wide>(x)).ptr - text);
        };
        std::size_t width = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (const std::size_t size = write(data[i]); size > width) width = size;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t size = write(data[i]);
            words.append(width - size, ' ').append(text, size);
        }
    }
    return count == 0 ? 0 : words.size() / count;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
