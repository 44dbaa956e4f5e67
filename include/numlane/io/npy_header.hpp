#pragma once

#include "numlane/array/shape.hpp"
#include "numlane/io/npy_dtype.hpp"
#include "numlane/io/npy_literal.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Every .npy file starts with these bytes, two of version, and the length of the header in 2 (version 1) or 4 bytes.
inline constexpr std::string_view npy_magic = "\x93NUMPY";

// The longest header that is read: whatever version 1 can hold. Versions 2 and 3 are for structured dtypes, which are
// refused anyhow, and a header of more than 32 axes and a dtype has no use for more.
inline constexpr std::size_t npy_longest_header = 65535;

// What the header of a .npy file says of the array behind it.
struct npy_header {
    npy_dtype dtype;
    bool fortran_order = false;
    dims<> shape;
    std::size_t bytes = 0;  // of all elements together
};

inline void read_npy_dtype(npy_literal_reader& in, npy_dtype& out, std::string_view file) {
    constexpr const char* supported =
        "; numlane reads bool, int8 to int64, uint8 to uint64, float32, float64, complex64 and complex128";
    const char first = in.peek();
    if (first == '[' || first == '(') {
        refuse_npy(file, message({"holds a structured dtype or a sub-array dtype", supported}));
    }
    const std::string_view descr = in.string("descr");
    if (descr == "O" || descr == "|O" || descr == "O8" || descr == "|O8") {
        refuse_npy(file, message({"holds Python objects, which only Python can unpickle", supported}));
    }
    if (!parse_npy_descr(descr, out)) {
        refuse_npy(file, message({"holds elements of dtype ", quoted_bytes(descr), supported}));
    }
}

inline void read_npy_shape(npy_literal_reader& in, dims<>& out) {
    index_t extents[max_rank];
    int rank = 0;
    in.expect('(', "before the shape, which is a tuple");
    while (!in.accept(')')) {
        if (rank == max_rank) in.fail(message({"a shape of more than ", max_rank, " axes"}));
        extents[rank++] = in.integer("an extent of the shape");
        if (in.accept(',')) continue;
        if (rank == 1) in.expect(',', "behind the only extent of the shape");
        in.expect(')', "behind the shape");
        break;
    }
    out = dims<>::with_rank(rank);
    for (int axis = 0; axis < rank; ++axis) out[axis] = extents[axis];
}

// Reads the dictionary of a header (without magic, version and length): the keys descr, fortran_order and shape, each
// once, in any order. Throws io_error, which names the file and what is wrong.
inline npy_header parse_npy_header(std::string_view text, std::string_view file) {
    npy_literal_reader in(text, file);
    npy_header header;
    bool seen[3] = {};
    constexpr const char* keys[3] = {"descr", "fortran_order", "shape"};
    in.expect('{', "at the start");
    while (!in.accept('}')) {
        const std::string_view key = in.string("a key");
        int k = 0;
        while (k < 3 && key != keys[k]) ++k;
        if (k == 3) in.fail(message({"unknown key ", quoted_bytes(key)}));
        if (seen[k]) in.fail(message({"a second key ", keys[k]}));
        seen[k] = true;
        in.expect(':', "behind a key");
        if (k == 0) read_npy_dtype(in, header.dtype, file);
        else if (k == 1) header.fortran_order = in.boolean(keys[k]);
        else read_npy_shape(in, header.shape);
        if (in.accept(',')) continue;
        in.expect('}', "or ',' behind a value");
        break;
    }
    if (!in.at_end()) in.fail("text behind the dictionary");
    for (int k = 0; k < 3; ++k) {
        if (!seen[k]) in.fail(message({"no key ", keys[k]}));
    }
    try {
        header.bytes = shape_bytes(header.shape, static_cast<std::size_t>(header.dtype.size));
    } catch (const shape_error&) {
        refuse_npy(file, message({"shape ", to_string(header.shape), " of ", npy_dtype_name(header.dtype),
                                  " is larger than the address space"}));
    }
    return header;
}

// The first bytes of a .npy file of version 1, up to the data: the same that numpy.save writes. No shape needs
// version 2.
inline std::string format_npy_header(const npy_dtype& dtype, const dims<>& shape) {
    std::string text = message(
        {"{'descr': '", format_npy_descr(dtype), "', 'fortran_order': False, 'shape': ", to_string(shape), ", }"});
    // Room for the first extent to grow to 21 digits in place, then blanks up to a multiple of 64 bytes.
    if (shape.size() > 0) text.append(21 - message({shape[0]}).size(), ' ');
    constexpr std::size_t prefix = npy_magic.size() + 4, align = 64;
    text.append(align - (prefix + text.size() + 1) % align, ' ');
    text += '\n';
    std::string out(npy_magic);
    for (const std::size_t byte : {std::size_t{1}, std::size_t{0}, text.size() & 255, text.size() >> 8}) {
        out += static_cast<char>(byte);
    }
    return out += text;
}

}  // namespace detail

NUMLANE_END_NAMESPACE
