// einsum of every form in einsum.txt, and einsum_path: NumPy's results, in every layout.
#include "products.hpp"

using namespace products;

namespace {

struct einsum_case {
    std::string name, dtype, greedy, optimal, subscripts;
    int operands;
};

std::vector<std::string> fields(const std::string& line, char between, std::size_t most = 100) {
    std::vector<std::string> all;
    std::size_t begin = 0;
    for (std::size_t end; all.size() + 1 < most && (end = line.find(between, begin)) != std::string::npos;
         begin = end + 1)
        all.push_back(line.substr(begin, end - begin));
    all.push_back(line.substr(begin));
    return all;
}

std::vector<einsum_case> cases() {
    std::vector<einsum_case> all;
    std::ifstream file("einsum.txt");
    for (std::string line; std::getline(file, line);) {
        const auto f = fields(line, '|', 5);
        all.push_back({"einsum." + std::to_string(all.size()), f[0], f[2], f[3], f[4], std::stoi(f[1])});
    }
    REQUIRE(all.size() > 500);
    return all;
}

std::string text(const nl::contraction_path& path) {
    std::string all;
    for (const auto& step : path) {
        if (!all.empty()) all += ';';
        for (std::size_t i = 0; i < step.size(); ++i) all += (i == 0 ? "" : ",") + std::to_string(step[i]);
    }
    return all;
}

/// f(operands...) for the case's own number of them.
template <class V, class F>
auto with_operands(const std::vector<V>& x, const F& f) {
    switch (x.size()) {
    case 1: return f(x[0]);
    case 2: return f(x[0], x[1]);
    case 3: return f(x[0], x[1], x[2]);
    case 4: return f(x[0], x[1], x[2], x[3]);
    default: return f(x[0], x[1], x[2], x[3], x[4]);
    }
}

}  // namespace

TEMPLATE_TEST_CASE("einsum is NumPy's", "", double, std::int32_t, std::complex<float>, bool) {
    using T = TestType;
    int checked = 0;
    for (const einsum_case& c : cases()) {
        if (c.dtype != nl::dtype_name<T>()) continue;
        ++checked;
        std::vector<nl::array<T>> x;
        for (int i = 0; i < c.operands; ++i) x.push_back(read<T>(c.name + "." + std::to_string(i)));
        for (int layout = 0; layout < layouts::count; ++layout) {
            INFO(c.subscripts << " in layout " << layout);
            std::vector<nl::view<const T>> v;
            for (std::size_t i = 0; i < x.size(); ++i)
                v.push_back(layouts::lay_out(x[i], (layout + int(i)) % layouts::count));
            const auto got = with_operands(v, [&](const auto&... o) { return nl::einsum(c.subscripts, o...); });
            oracle::check_close(got, c.name + ".result", 1000);
            if (layout > 0 || x.size() < 3) continue;
            const auto best = with_operands(
                v, [&](const auto&... o) { return nl::einsum(c.subscripts, {.optimize = "optimal"}, o...); });
            oracle::check_close(best, c.name + ".result", 1000);
        }
    }
    CHECK(checked > 100);
}

TEST_CASE("einsum_path is NumPy's") {
    for (const einsum_case& c : cases()) {
        if (c.dtype != "float64") continue;
        INFO(c.subscripts);
        std::vector<nl::array<double>> x;
        for (int i = 0; i < c.operands; ++i) x.push_back(read<double>(c.name + "." + std::to_string(i)));
        CHECK(text(with_operands(x, [&](const auto&... o) { return nl::einsum_path(c.subscripts, o...); })) ==
              c.greedy);
        CHECK(text(with_operands(x, [&](const auto&... o) {
                  return nl::einsum_path(c.subscripts, {.optimize = "optimal"}, o...);
              })) == c.optimal);
    }
}

TEST_CASE("einsum refuses what NumPy refuses, and names it") {
    using Catch::Matchers::ContainsSubstring;
    std::ifstream file("misfits.txt");
    int count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        const auto f = fields(line, '|', 2);
        std::vector<nl::array<double>> x;
        for (const std::string& shape : fields(f[0], ';')) {
            nl::dims<> extents = nl::dims<>::with_rank(int(fields(shape, ',').size()));
            for (int axis = 0; axis < extents.size(); ++axis)
                extents[axis] = std::stol(fields(shape, ',')[std::size_t(axis)]);
            x.push_back(nl::ones<double>(extents));
        }
        INFO(line);
        CHECK_THROWS_WITH(with_operands(x, [&](const auto&... o) { return nl::einsum(f[1], o...); }),
                          ContainsSubstring("einsum") && ContainsSubstring("\"" + f[1] + "\""));
    }
    CHECK(count > 15);
    const auto a = nl::ones<double>({2, 3});
    CHECK_THROWS_WITH(nl::einsum("ij,jk", a, a),
                      ContainsSubstring("operands 0 and 1 of shapes (2, 3) and (2, 3)") && ContainsSubstring("'j'"));
    CHECK_THROWS_AS(nl::einsum("ij,jk", a, a), nl::shape_error);
    CHECK_THROWS_WITH(nl::einsum("ij,jk,kl", {.optimize = "best"}, a, a.T(), a), ContainsSubstring("best"));
    CHECK_THROWS_WITH(nl::einsum("ij,jk,kl", {.path = {{0, 3}}}, a, a.T(), a), ContainsSubstring("operand 3"));
    CHECK_THROWS_WITH(nl::einsum("ij,jk,kl", {.path = {{1, 1}}}, a, a.T(), a), ContainsSubstring("operand 1"));
}

TEST_CASE("einsum takes scalars, expressions, several dtypes and a path") {
    const nl::array<float> x{1, 2};
    const nl::array<std::int32_t> n{3, 4};
    const auto y = nl::einsum("i,,i->i", x + 1, 2, n);
    static_assert(std::is_same_v<decltype(y)::value_type, double>);
    CHECK(y(0) == 12);
    CHECK(y(1) == 24);
    CHECK(nl::einsum("i,i,i", {.path = {{0, 2}, {0, 1}}}, x, x, x).item() == 9);
    CHECK(nl::einsum("i,i,i", {.path = {{0, 2}}}, x, x, x).item() == 9);
    const std::complex<double> inf(std::numeric_limits<double>::infinity(), 1);
    const auto total = nl::einsum("i->", nl::array<std::complex<double>>{inf, std::complex<double>(1, 1)}).item();
    CHECK(total.real() == inf.real());
    CHECK(total.imag() == 2);
}

TEMPLATE_TEST_CASE("axes that no stride makes one are gone through one by one, in every layout", "", double,
                   std::int32_t) {
    using T = TestType;
    nl::array<T> a = nl::zeros<T>({3, 5, 66}), b = nl::zeros<T>({2, 5, 20});
    for (nl::index_t i = 0; i < a.size(); ++i) a.data()[i] = T(i % 7 - 3);
    for (nl::index_t i = 0; i < b.size(); ++i) b.data()[i] = T(i % 11 - 5);
    const nl::array<T> c = nl::einsum("ijk,ljr->iklr", a, b), turned = nl::einsum("ijk,ljr->lrki", a, b),
                       dotted = nl::tensordot(a, b, {{1}, {1}}), swapped = nl::tensordot(b, a, {{1}, {1}}),
                       backwards = nl::einsum("ijk,ljr->iklr", nl::flip(a), b);
    REQUIRE(nl::all(dotted == c));
    bool same = true;
    for (nl::index_t i = 0; i < 3; ++i)
        for (nl::index_t k = 0; k < 66; ++k)
            for (nl::index_t l = 0; l < 2; ++l)
                for (nl::index_t r = 0; r < 20; ++r) {
                    T sum = 0, of_flipped = 0;
                    for (nl::index_t j = 0; j < 5; ++j) {
                        sum += a(i, j, k) * b(l, j, r);
                        of_flipped += a(2 - i, 4 - j, 65 - k) * b(l, j, r);
                    }
                    same = same && c(i, k, l, r) == sum && turned(l, r, k, i) == sum && swapped(l, r, i, k) == sum &&
                           backwards(i, k, l, r) == of_flipped;
                }
    REQUIRE(same);
    nl::array<T> wide = nl::zeros<T>({70, 90});
    for (nl::index_t i = 0; i < wide.size(); ++i) wide.data()[i] = T(i % 13 - 6);
    const auto x = wide(nl::_, nl::slice(0, 70)).T();
    T whole = 0, of_turned = 0;
    for (nl::index_t i = 0; i < 70; ++i)
        for (nl::index_t j = 0; j < 70; ++j) {
            whole += x(i, j) * x(i, j);
            of_turned += x(i, j) * x(j, i);
        }
    CHECK(nl::vdot(x, x) == whole);
    CHECK(nl::vdot(x, x.T()) == of_turned);
    CHECK(nl::einsum("ij,ij->", x, x).item() == whole);
    CHECK(nl::einsum("ij,ij->", x, x.T()).item() == of_turned);
    CHECK(nl::tensordot(x, x).item() == whole);
}
