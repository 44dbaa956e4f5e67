#include "numlane/array/array.hpp"

#include <span>
#include <vector>

#include "test.hpp"

TEST_CASE("copies are deep and moves leave no elements") {
    nl::array<double> a{{1, 2}, {3, 4}};
    nl::array<double> b = a;
    b(0, 0) = 9;
    CHECK(a(0, 0) == 1);
    const double* data = a.data();
    nl::array<double> c = std::move(a);
    CHECK(c.data() == data);
    CHECK(a.shape() == nl::dims<>(0));
    CHECK(a.data() == nullptr);
    a = std::move(c);
    CHECK(a.data() == data);
    CHECK(c.size() == 0);
    a = *&a;
    CHECK(a(1, 1) == 4);
    c = a;
    CHECK(c(1, 1) == 4);
    CHECK(c.data() != a.data());
}

TEST_CASE("an assignment of equal shape keeps the memory") {
    nl::array<int> a{1, 2, 3};
    const nl::array<int> b{4, 5, 6};
    auto v = a(nl::slice(1, 3));
    const int* data = a.data();
    a = b;
    CHECK(a.data() == data);
    CHECK(v(0) == 5);
    a = nl::array<int>{1, 2};
    CHECK(a.size() == 2);
    CHECK(v(0) == 5);
}

TEST_CASE("an array of rank 0 always has its element") {
    nl::array<int, 0> a;
    CHECK(a() == 0);
    a() = 5;
    nl::array<int, 0> b = std::move(a);
    CHECK(b() == 5);
    a() = 6;
    b = std::move(a);
    CHECK(b() == 6);
    CHECK(a() == 6);
    nl::array<int> c = b;
    CHECK(c.ndim() == 0);
    nl::array<int> d = std::move(c);
    CHECK(d() == 6);
    CHECK(c.ndim() == 1);
}

TEST_CASE("ranks convert, and memory moves with them") {
    nl::array<int, 2> fixed{{1, 2}, {3, 4}};
    const int* data = fixed.data();
    nl::array<int> any = std::move(fixed);
    CHECK(any.data() == data);
    CHECK(fixed.shape() == nl::dims<2>(0, 0));
    nl::array<int, 2> back = std::move(any);
    CHECK(back.data() == data);
    CHECK(any.size() == 0);
    any = back;
    CHECK(any(1, 1) == 4);
    CHECK_THROWS_AS((nl::array<int, 3>(any)), nl::shape_error);
    CHECK_THROWS_AS((nl::array<int, 3>(std::move(any))), nl::shape_error);
    CHECK(any(1, 1) == 4);
    static_assert(!std::is_constructible_v<nl::array<int, 3>, nl::array<int, 2>>);
}

TEST_CASE("arrays are copied from pointers and containers") {
    const double data[4] = {1, 2, 3, 4};
    const nl::array<double> a(data, {2, 2});
    CHECK(a(1, 0) == 3);
    const std::vector<double> values{5, 6};
    const nl::array<double> b(values);
    CHECK(b(1) == 6);
    const nl::array<double, 1> c(std::span<const double>(data, 3));
    CHECK(c.size() == 3);
    const nl::array deduced(values);
    static_assert(std::is_same_v<decltype(deduced), const nl::array<double>>);
    CHECK(nl::array<double>(std::vector<double>()).size() == 0);
    const nl::array<bool> bits(std::vector<bool>{true, false, true});
    CHECK(bits.shape() == nl::dims<>(3));
    CHECK((bits(0) && !bits(1) && bits(2)));
    CHECK(nl::array<bool, 1>(std::vector<bool>()).size() == 0);
    static_assert(std::is_same_v<decltype(nl::array(std::vector<bool>())), nl::array<bool>>);
    static_assert(!std::is_constructible_v<nl::array<int>, std::vector<bool>>);
}

TEST_CASE("a null pointer has no elements to copy") {
    const double* const null = nullptr;
    CHECK(nl::array<double>(null, nl::dims<>(2, 0)).size() == 0);
    CHECK_THROWS_MATCHES(nl::array<double>(null, nl::dims<>(2, 3)), nl::shape_error,
                         Catch::Matchers::Message("array: a null pointer cannot hold an array of shape (2, 3)"));
}

TEST_CASE("arrays are copied from views of any strides") {
    const nl::array<int, 2> a{{1, 2, 3}, {4, 5, 6}};
    const nl::array<int, 2> t = a.T();
    CHECK(t.shape() == nl::dims<2>(3, 2));
    CHECK(t(2, 0) == 3);
    const nl::array<int> r = a(nl::_, nl::slice(nl::_, nl::_, -2));
    CHECK(r(1, 0) == 6);
    CHECK(r(1, 1) == 4);
    CHECK(r.is_contiguous());
    const nl::array<int> none = a(nl::slice(0, 0));
    CHECK(none.shape() == nl::dims<>(0, 3));
}

TEST_CASE("the questions an array answers") {
    const nl::array<float> a{{1, 2, 3}, {4, 5, 6}};
    CHECK(a.ndim() == 2);
    CHECK(a.size() == 6);
    CHECK(a.shape(-1) == 3);
    CHECK_THROWS_AS(a.shape(2), nl::index_error);
    CHECK(a.strides() == nl::dims<>(3, 1));
    CHECK(a.itemsize() == 4);
    CHECK(a.nbytes() == 24);
    float sum = 0;
    for (float x : a) sum += x;
    CHECK(sum == 21);
    CHECK(nl::array<float>().shape() == nl::dims<>(0));
    CHECK(nl::array<float, 3>().size() == 0);
}
