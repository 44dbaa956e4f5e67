#include "numlane/core/error.hpp"

#include "test.hpp"

namespace {

template <class E>
void check_error() {
    try {
        throw E("what went wrong");
    } catch (const nl::error& e) {
        CHECK(std::string(e.what()) == "what went wrong");
        return;
    }
    FAIL("not a numlane::error");
}

}  // namespace

TEST_CASE("every error is a numlane::error, and a std::exception") {
    check_error<nl::error>();
    check_error<nl::shape_error>();
    check_error<nl::index_error>();
    check_error<nl::dtype_error>();
    check_error<nl::linalg_error>();
    check_error<nl::io_error>();
    check_error<nl::blas_error>();
    CHECK_THROWS_AS(throw nl::shape_error("x"), std::exception);
}
