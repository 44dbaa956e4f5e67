#pragma once

#include "numlane/expr/as_elements.hpp"
#include "numlane/reduce/axes.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The value that a reduction begins with, NumPy's initial: any scalar, or none.
class initial_value {
public:
    constexpr initial_value() noexcept = default;

    template <scalar S>
    constexpr initial_value(S value) noexcept : given_(true) {
        if constexpr (is_complex_v<S>) {
            kind_ = kind::complex;
            re_ = double(value.real());
            im_ = double(value.imag());
        } else if constexpr (std::is_floating_point_v<S>) {
            kind_ = kind::floating;
            re_ = double(value);
        } else {
            kind_ = kind::integer;
            negative_ = value < S(0);
            magnitude_ = static_cast<std::uint64_t>(value);
        }
    }

    constexpr bool given() const noexcept { return given_; }

    /// As dtype T. Throws dtype_error, which names the operation, if T is real and the value complex, or T integer and the
    /// value none that it holds: NumPy cuts 1.5 down to 1.
    template <element T>
    T as(const char* operation) const {
        if (kind_ == kind::integer) {
            if (negative_) return integer_as<T>(operation, static_cast<std::int64_t>(magnitude_));
            return integer_as<T>(operation, magnitude_);
        }
        if constexpr (is_complex_v<T>) {
            return T(real_t<T>(re_), real_t<T>(im_));
        } else {
            if (kind_ == kind::complex || !holds<T>(re_))
                throw dtype_error(
                    detail::message({operation, ": initial: a ", kind_ == kind::complex ? "complex" : "floating-point",
                                     " number does not fit ", dtype_name<T>()}));
            return static_cast<T>(re_);
        }
    }

private:
    template <element T>
    static bool holds(double value) {
        if constexpr (kind_of<T> > kind::integer) return true;
        const double limit = __builtin_ldexp(1.0, std::numeric_limits<T>::digits);
        return value < limit && value >= (std::is_signed_v<T> ? -limit : 0.0) && __builtin_trunc(value) == value;
    }

    template <element T, class I>
    static T integer_as(const char* operation, I value) {
        if constexpr (kind_of<T> == kind::integer)
            if (!std::in_range<T>(value))
                throw dtype_error(detail::message(
                    {operation, ": initial: the integer ", value, " is out of bounds for ", dtype_name<T>()}));
        return detail::weak_value<T>(value);
    }

    double re_ = 0, im_ = 0;
    std::uint64_t magnitude_ = 0;
    kind kind_ = kind::integer;
    bool negative_ = false, given_ = false;
};

/// The elements that a reduction takes, NumPy's where: a mask which broadcasts to the shape of the argument, or all.
class element_mask {
public:
    element_mask() noexcept : given_(false) {}
    template <array_operand X>
    element_mask(const X& mask) : mask_(detail::as_elements<bool>(mask)), given_(true) {
        static_assert(std::is_same_v<typename X::value_type, bool>, "where: a mask is of bool, such as x > 0");
    }

    element_mask(const element_mask&) noexcept = default;
    /// Takes the other mask; the assignment of a view would write its elements.
    element_mask& operator=(const element_mask& other) noexcept {
        if (this == &other) return *this;
        using mask_view = view<const bool>;
        mask_.~mask_view();
        new (&mask_) mask_view(other.mask_);
        given_ = other.given_;
        return *this;
    }

    bool given() const noexcept { return given_; }
    const view<const bool>& mask() const noexcept { return mask_; }

private:
    view<const bool> mask_;
    bool given_;
};

/// The options of reductions, in NumPy's order.
struct reduce_options {
    axes axis = {};              // the axes to reduce; all unless given
    bool keepdims = false;       // leave them in the result, with extent 1
    initial_value initial = {};  // what to begin with
    element_mask where = {};     // the elements to take
};

/// The options of var and std, in NumPy's order.
struct moment_options {
    axes axis = {};
    double ddof = 0;  // the squares are divided by the number of elements less this
    bool keepdims = false;
    element_mask where = {};
};

/// The options of reductions that have no initial value: mean, any, all.
struct mean_options {
    axes axis = {};
    bool keepdims = false;
    element_mask where = {};
};

/// The options of argmin, argmax, count_nonzero, ptp and the like.
struct axis_options {
    axes axis = {};
    bool keepdims = false;
};

NUMLANE_END_NAMESPACE
