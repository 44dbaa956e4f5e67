#include "numlane/core/dtype.hpp"

#include <string>

#include "test.hpp"

TEST_CASE("dtypes have NumPy's names") {
    CHECK(nl::dtype_name<bool>() == std::string("bool"));
    CHECK(nl::dtype_name<std::int8_t>() == std::string("int8"));
    CHECK(nl::dtype_name<std::int16_t>() == std::string("int16"));
    CHECK(nl::dtype_name<std::int32_t>() == std::string("int32"));
    CHECK(nl::dtype_name<std::int64_t>() == std::string("int64"));
    CHECK(nl::dtype_name<std::uint8_t>() == std::string("uint8"));
    CHECK(nl::dtype_name<std::uint16_t>() == std::string("uint16"));
    CHECK(nl::dtype_name<std::uint32_t>() == std::string("uint32"));
    CHECK(nl::dtype_name<std::uint64_t>() == std::string("uint64"));
    CHECK(nl::dtype_name<float>() == std::string("float32"));
    CHECK(nl::dtype_name<double>() == std::string("float64"));
    CHECK(nl::dtype_name<std::complex<float>>() == std::string("complex64"));
    CHECK(nl::dtype_name<std::complex<double>>() == std::string("complex128"));
}

TEST_CASE("element and scalar tell types apart") {
    STATIC_REQUIRE(nl::element<bool>);
    STATIC_REQUIRE(nl::element<std::complex<float>>);
    STATIC_REQUIRE(!nl::element<long double>);
    STATIC_REQUIRE(!nl::element<const int>);
    STATIC_REQUIRE(!nl::element<char*>);
    STATIC_REQUIRE(nl::scalar<char>);
    STATIC_REQUIRE(nl::scalar<long double>);
    STATIC_REQUIRE(nl::scalar<std::complex<double>>);
    STATIC_REQUIRE(!nl::scalar<std::string>);
    STATIC_REQUIRE(nl::kind_of<bool> < nl::kind_of<std::uint64_t>);
    STATIC_REQUIRE(nl::kind_of<std::uint64_t> < nl::kind_of<float>);
    STATIC_REQUIRE(nl::kind_of<double> < nl::kind_of<std::complex<float>>);
}
