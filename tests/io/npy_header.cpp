#include "numlane/io/npy_header.hpp"

#include <string>

#include "test.hpp"

namespace {

nl::detail::npy_header parse(const std::string& text) { return nl::detail::parse_npy_header(text, "a.npy"); }

std::string reason(const std::string& text) {
    try {
        parse(text);
    } catch (const nl::io_error& e) {
        return e.what();
    }
    return "no io_error";
}

std::string with_shape(const std::string& shape) {
    return "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + "}";
}

std::string with_descr(const std::string& descr) {
    return "{'descr': " + descr + ", 'fortran_order': False, 'shape': (1,)}";
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a header of NumPy is read") {
    const auto h = parse("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 4), }          \n");
    CHECK(nl::detail::npy_dtype_name(h.dtype) == "float32");
    CHECK(h.fortran_order);
    CHECK(h.shape == nl::dims<>(3, 4));
    CHECK(h.bytes == 48);
}

TEST_CASE("a header may be written in other ways") {
    CHECK(parse("{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"|b1\"}").shape == nl::dims<>(2));
    CHECK(parse(" {u'descr' :\t'>i8',\n'shape' : ( 2 , 3 , ) , 'fortran_order' : True }").dtype.swapped);
    CHECK(parse(with_shape("()")).shape.size() == 0);
    CHECK(parse(with_shape("()")).bytes == 8);
    CHECK(parse(with_shape("(0, 7)")).bytes == 0);
    CHECK(parse(with_descr("'f2'")).bytes == 2);
    CHECK(parse(with_descr("'=c16'")).bytes == 16);
    CHECK(parse(with_descr("'?'")).dtype.kind == 'b');
}

TEST_CASE("every dtype of numlane is named in a header as NumPy does") {
    using nl::detail::format_npy_descr;
    using nl::detail::npy_dtype_of;
    CHECK(format_npy_descr(npy_dtype_of<bool>()) == "|b1");
    CHECK(format_npy_descr(npy_dtype_of<std::int8_t>()) == "|i1");
    CHECK(format_npy_descr(npy_dtype_of<std::uint16_t>()) == "<u2");
    CHECK(format_npy_descr(npy_dtype_of<std::complex<double>>()) == "<c16");
}

TEST_CASE("a header that is written is the one of numpy.save, a multiple of 64 bytes long, and can be read") {
    const std::string one = nl::detail::format_npy_header(nl::detail::npy_dtype_of<double>(), nl::dims<>(3));
    CHECK(one.size() == 128);
    CHECK(one.substr(0, 10) == std::string("\x93NUMPY\x01\0\x76\0", 10));
    CHECK(one.substr(10, 60) == "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }   ");
    CHECK(one.back() == '\n');
    nl::dims<> largest = nl::dims<>::with_rank(32);
    for (auto& extent : largest) extent = 1;
    largest[0] = PTRDIFF_MAX;
    const std::string big = nl::detail::format_npy_header(nl::detail::npy_dtype_of<bool>(), largest);
    CHECK(big.size() % 64 == 0);
    CHECK(parse(big.substr(10)).shape == largest);
}

TEST_CASE("a malformed header is refused with its reason") {
    CHECK(contains(reason(""), "load: 'a.npy': malformed header: expected '{' at the start, at its end"));
    CHECK(contains(reason("{'descr': '<f8'}"), "no key fortran_order"));
    CHECK(contains(reason("{'descr': '<f8', 'descr': '<f8'}"), "a second key descr"));
    CHECK(contains(reason("{'colour': 1}"), "unknown key \"colour\""));
    CHECK(contains(reason(with_shape("(3,)") + "x"), "text behind the dictionary, before \"x\""));
    CHECK(contains(reason("{'descr': '<f8"), "a string that does not end"));
    CHECK(contains(reason("{'fortran_order': 1}"), "expected fortran_order as True or False"));
    CHECK(contains(reason("{'descr' '<f8'}"), "expected ':' behind a key"));
    CHECK(contains(reason(std::string("{'a\x1b[31m\xff': 1}")), "unknown key \"a\\x1b[31m\\xff\""));
}

TEST_CASE("a shape that no array can have is refused") {
    CHECK(contains(reason(with_shape("(-1,)")), "an extent of the shape is negative"));
    CHECK(contains(reason(with_shape("(3)")), "expected ',' behind the only extent"));
    CHECK(contains(reason(with_shape("[3]")), "the shape, which is a tuple"));
    CHECK(contains(reason(with_shape("(1.5,)")), "expected ',' behind the only extent"));
    CHECK(contains(reason(with_shape("(True,)")), "as a decimal integer"));
    CHECK(contains(reason(with_shape("(007,)")), "leading zeros"));
    constexpr int bits = 8 * int(sizeof(nl::index_t));
    const std::string half = std::to_string(nl::index_t(1) << bits / 2),
                      most = std::to_string(nl::index_t(1) << (bits - 3));
    CHECK(contains(reason(with_shape("(99999999999999999999,)")), "does not fit in " + std::to_string(bits) + " bits"));
    CHECK(contains(reason(with_shape("(" + half + ", " + half + ")")), "larger than the address space"));
    CHECK(contains(reason(with_shape("(" + most + ",)")), "larger than the address space"));
    CHECK(contains(reason(with_shape("(0, " + half + ", " + half + ")")), "larger than the address space"));
    std::string many = "(";
    for (int i = 0; i < 33; ++i) many += "1, ";
    CHECK(contains(reason(with_shape(many + ")")), "a shape of more than 32 axes"));
}

TEST_CASE("a dtype that numlane does not have is refused by name") {
    CHECK(contains(reason(with_descr("'|O'")), "holds Python objects"));
    CHECK(contains(reason(with_descr("[('x', '<f8')]")), "holds a structured dtype"));
    CHECK(contains(reason(with_descr("('<f8', (2,))")), "sub-array dtype"));
    for (const char* other :
         {"<U5", "<M8[ns]", "|S3", "<f16", "<i3", "b2", "|V4", "f", "", "<", "i16", "u0", "\xc3\xa9"}) {
        const std::string text = reason(with_descr(std::string("'") + other + "'"));
        CHECK(contains(text, "holds elements of dtype \""));
        CHECK(contains(text, "numlane reads bool, int8 to int64"));
    }
}
