#include "numlane/core/message.hpp"

#include <cstdint>
#include <limits>

#include "test.hpp"

using nl::detail::message;

namespace {

template <class T>
void check_limits() {
    using limits = std::numeric_limits<T>;
    CHECK(message({limits::min(), ' ', limits::max()}) ==
          std::to_string(limits::min()) + " " + std::to_string(limits::max()));
}

}  // namespace

TEST_CASE("a message is its parts one after another") {
    const std::string string = "string";
    CHECK(message({"literal, ", string, ' ', std::string_view("and view")}) == "literal, string and view");
    CHECK(message({std::string("a string that is long enough to be allocated"), " ", std::string("of its own")}) ==
          "a string that is long enough to be allocated of its own");
}

TEST_CASE("integers are in decimal digits, at their limits too") {
    CHECK(message({0, ' ', 7, ' ', -7, ' ', 10, ' ', 1234567890}) == "0 7 -7 10 1234567890");
    check_limits<std::int8_t>();
    check_limits<std::uint8_t>();
    check_limits<std::int16_t>();
    check_limits<std::uint16_t>();
    check_limits<int>();
    check_limits<unsigned>();
    check_limits<long>();
    check_limits<unsigned long>();
    check_limits<long long>();
    check_limits<unsigned long long>();
}

TEST_CASE("parts may be empty, and so may a message") {
    CHECK(message({}).empty());
    CHECK(message({"", std::string(), std::string_view()}).empty());
    CHECK(message({"", "a", std::string(), "b", std::string_view()}) == "ab");
}

TEST_CASE("a zero ends a literal, but not a view or a string") {
    using namespace std::string_view_literals;
    CHECK(message({"a\0b"sv, 'c'}) == "a\0bc"sv);
    CHECK(message({std::string("a\0b"sv), '\0'}) == "a\0b\0"sv);
    CHECK(message({"a\0b"}) == "a");
}

TEST_CASE("a character is no number, and a bool or a real number is no part") {
    CHECK(message({'7', 7, static_cast<signed char>('7')}) == "7755");
    STATIC_REQUIRE(!std::is_convertible_v<bool, nl::detail::message_part>);
    STATIC_REQUIRE(!std::is_convertible_v<double, nl::detail::message_part>);
}
