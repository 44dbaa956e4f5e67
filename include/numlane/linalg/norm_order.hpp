#pragma once

#include <string>
#include <string_view>

#include "numlane/array/dims.hpp"
#include "numlane/core/dtype.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace linalg {

/// NumPy's `ord`: a number, which may be infinite, "fro" or "nuc"; by default that of Euclid and Frobenius.
class norm_order {
public:
    enum class form { none, number, frobenius, nuclear };

    constexpr norm_order() = default;
    template <class N>
        requires std::is_arithmetic_v<N>
    constexpr norm_order(N number) : form_(form::number), number_(double(number)) {}
    /// Throws error unless the name is "fro", "f" or "nuc".
    constexpr norm_order(const char* name) : form_(named(name)) {}
    norm_order(const std::string& name) : form_(named(name)) {}

    constexpr bool is(form f) const { return form_ == f; }
    constexpr bool is(double number) const { return form_ == form::number && number_ == number; }
    constexpr double number() const { return number_; }

private:
    static constexpr form named(std::string_view name) {
        if (name == "fro" || name == "f") return form::frobenius;
        if (name == "nuc") return form::nuclear;
        throw error(detail::message({"norm: the order must be a number, fro or nuc, but is ", name}));
    }

    form form_ = form::none;
    double number_ = 0;
};

struct norm_options {
    norm_order ord = {};
    dims<> axis = {};  // none: all
    bool keepdims = false;
};

}  // namespace linalg
NUMLANE_END_NAMESPACE
