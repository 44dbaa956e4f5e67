#include "numlane/reduce/options.hpp"

#include "numlane/numlane.hpp"
#include "test.hpp"

TEST_CASE("options can be assigned, and take the mask of the other") {
    const nl::array<double> x{1, 2, 4};
    const nl::array<bool> first{true, false, false}, last{false, false, true};
    nl::reduce_options options{.initial = 10, .where = first};
    CHECK(nl::sum(x, options).item() == 11);
    const nl::reduce_options other{.where = last};
    options = other;
    CHECK(nl::sum(x, options).item() == 4);
    CHECK(first(0));
    options.where = x < 3;
    CHECK(nl::sum(x, options).item() == 3);
    options.where = {};
    CHECK(nl::sum(x, options).item() == 7);
    options = *&options;
    nl::moment_options moments{.where = first};
    moments = {.ddof = 1};
    CHECK(!moments.where.given());
    nl::mean_options means;
    means = {.where = last};
    CHECK(nl::mean(x, means).item() == 4);
}
