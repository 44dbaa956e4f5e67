#include "numlane/array/eye.hpp"

#include "test.hpp"

TEST_CASE("eye has ones on the k-th diagonal") {
    for (int n = 0; n < 4; ++n) {
        for (int m = 0; m < 4; ++m) {
            for (int k = -5; k <= 5; ++k) {
                const auto a = nl::eye<int>(n, m, k);
                bool right = a.shape() == nl::dims<2>(n, m);
                for (int i = 0; i < n; ++i) {
                    for (int j = 0; j < m; ++j) right = right && a(i, j) == (j - i == k ? 1 : 0);
                }
                CHECK(right);
            }
        }
    }
    CHECK(nl::eye(3).shape() == nl::dims<2>(3, 3));
    CHECK(nl::identity<float>(2)(1, 1) == 1.0f);
    CHECK(nl::eye(2, 2, PTRDIFF_MIN)(0, 0) == 0);
    CHECK_THROWS_AS(nl::eye(-1), nl::shape_error);
}
