#include "oracle/case.hpp"

namespace {

template <class From, class To>
void check_conversion() {
    if constexpr (!nl::is_complex_v<From> || nl::is_complex_v<To>) {
        const std::string from = nl::dtype_name<From>();
        const auto a = oracle::read<From>("a." + from);
        const std::string name = "astype." + from + "." + nl::dtype_name<To>();
        const auto expected = oracle::read<To>(name);
        targets::on_every([&] { oracle::check_same(a.template astype<To>(), expected, name); });
    }
}

template <class From>
void check_conversions() {
    oracle::for_each(oracle::all(), []<class To>(To) { check_conversion<From, To>(); });
}

}  // namespace

TEST_CASE("astype from bool and integers is NumPy's") {
    oracle::for_each(decltype(oracle::dtypes<bool>() + oracle::integers())(),
                     []<class T>(T) { check_conversions<T>(); });
}

TEST_CASE("astype from floats is NumPy's, and defined for all values") {
    oracle::for_each(oracle::floats(), []<class T>(T) { check_conversions<T>(); });
}

TEST_CASE("astype from complex numbers is NumPy's") {
    oracle::for_each(oracle::complexes(), []<class T>(T) { check_conversions<T>(); });
}
