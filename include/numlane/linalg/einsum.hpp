#pragma once

#include "numlane/linalg/contract.hpp"
#include "numlane/linalg/einsum_path.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// An operand of einsum with a name for every axis: axes of one name become their diagonal, and those of one element are
/// left out, for they stretch to whatever they meet.
template <class T>
named<const T> named_operand(const view<const T>& v, const std::string& names) {
    std::string kept;
    dims<> shape, strides;
    for (std::size_t axis = 0; axis < names.size(); ++axis) {
        const index_t length = v.shape()[int(axis)], stride = v.strides()[int(axis)];
        const std::size_t before = kept.find(names[axis]);
        if (before != std::string::npos) {
            strides[int(before)] += stride;
        } else if (length != 1) {
            shape = with_axes(shape, length);
            strides = with_axes(strides, stride);
            kept += names[axis];
        }
    }
    return {view<const T>(v.data(), shape, strides, v.memory()), kept};
}

/// A new array with axes of these names.
template <class T>
array<T> new_named(const einsum_subscripts& of, const std::string& names) {
    dims<> shape = dims<>::with_rank(int(names.size()));
    for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = of.extent[of.code_of(names[std::size_t(axis)])];
    return array<T>(uninitialized{}, shape);
}

template <class T>
class einsum_run {
public:
    einsum_run(const einsum_subscripts& of, const std::vector<view<const T>>& operands)
        : of_(of), result_(uninitialized{}, of.output_shape()) {
        for (std::size_t i = 0; i < operands.size(); ++i) list_.push_back(named_operand(operands[i], of.inputs[i]));
        out_ = named_output();
        for (std::size_t i = 0; i < list_.size(); ++i) sum_lonely(i);
    }

    array<T> run(const contraction_path& path) {
        for (const contraction_step& step : path) {
            std::vector<named<const T>> taken, left;
            blas::workspace<char> gone(list_.size());  // not of bool, whose vector has iterators of its own to compile
            for (int place : step) {
                if (place < 0 || std::size_t(place) >= list_.size() || gone[std::size_t(place)]) refuse(place);
                gone[std::size_t(place)] = true;
                taken.push_back(list_[std::size_t(place)]);
            }
            for (std::size_t i = 0; i < list_.size(); ++i)
                if (!gone[i]) left.push_back(list_[i]);
            list_ = std::move(left);
            contract_all(taken);
        }
        contract_all(std::exchange(list_, {}));
        if (!list_.empty()) write(list_.front());
        return std::move(result_);
    }

private:
    [[noreturn]] NUMLANE_COLD static void refuse(int place) {
        throw error(
            message({"einsum: a step of the path names operand ", place, ", which is not there or has been taken"}));
    }

    /// The output, without its axes of one element.
    named<T> named_output() {
        std::string names;
        dims<> shape, strides;
        for (std::size_t axis = 0; axis < of_.output.size(); ++axis) {
            if (result_.shape()[int(axis)] == 1) continue;
            shape = with_axes(shape, result_.shape()[int(axis)]);
            strides = with_axes(strides, result_.strides()[int(axis)]);
            names += of_.output[axis];
        }
        return {view<T>(result_.data(), shape, strides, result_.memory()), names};
    }
    bool needed(char name) const {
        if (out_.has(name)) return true;
        for (const auto& x : list_)
            if (x.has(name)) return true;
        return false;
    }

    /// Sums over the axes of operand i that neither the output nor another operand has.
    void sum_lonely(std::size_t i) {
        const named<const T> x = std::exchange(list_[i], named<const T>{});
        std::string kept;
        for (char name : x.names)
            if (needed(name)) kept += name;
        if (kept.size() == x.names.size()) {
            list_[i] = x;
            return;
        }
        if (list_.size() == 1) {
            sum_axes<T>(x, out_);
            return list_.clear();
        }
        array<T> sums = new_named<T>(of_, kept);
        sum_axes<T>(x, {sums.as_view(), kept});
        list_[i] = {std::as_const(sums).as_view(), kept};
    }

    /// Contracts operands one after the other, and puts the result at the end of the list, or into the output if it is the
    /// last.
    void contract_all(std::vector<named<const T>> operands) {
        if (operands.empty()) return;
        while (operands.size() > 1) {
            const named<const T> a = operands[0], b = operands[1];
            operands.erase(operands.begin(), operands.begin() + 2);
            if (list_.empty() && operands.empty()) return contract<T>(a, b, out_);
            const auto stays = [&](char name) {
                if (needed(name)) return true;
                for (const auto& x : operands)
                    if (x.has(name)) return true;
                return false;
            };
            // In the order that costs no copy: shared axes, those of a, those of b.
            std::string shared, names;
            for (char name : a.names)
                if (stays(name)) (b.has(name) ? shared : names) += name;
            for (char name : b.names)
                if (!a.has(name)) names += name;
            names.insert(0, shared);
            array<T> c = new_named<T>(of_, names);
            contract<T>(a, b, {c.as_view(), names});
            operands.insert(operands.begin(), {std::as_const(c).as_view(), names});
        }
        list_.push_back(operands.front());
    }

    /// What is left, as the output.
    void write(const named<const T>& x) {
        const view<const T> from = x.arranged(out_.names);
        strided_copy(out_.data, out_.strides, from.data(), from.strides(), from.shape());
    }

    const einsum_subscripts& of_;
    array<T> result_;
    named<T> out_;
    std::vector<named<const T>> list_;
};

template <class T>
array<T> einsum(std::string_view subscripts, const einsum_options& options,
                const std::vector<view<const T>>& operands) {
    std::vector<dims<>> shapes;
    for (const auto& x : operands) shapes.push_back(x.shape());
    const einsum_subscripts of(subscripts, shapes);
    contraction_path path = options.path;
    if (path.empty() && operands.size() > 2) path = einsum_planner(of).plan(options.optimize);
    return einsum_run<T>(of, operands).run(path);
}

}  // namespace detail

/// Sums of products by Einstein's convention: numpy.einsum.
///   subscripts  letters for the axes of each operand, with commas between, and of the result behind "->"; without that,
///               the letters that occur once, in alphabetical order. An ellipsis stands for other axes, which broadcast; a
///               letter twice in a term for a diagonal; spaces mean nothing
///   options     {.optimize = "optimal"}, the order of three and more operands, or {.path = ...} as of einsum_path
///   operands    arrays or scalars
/// Returns an array, in the dtype of the operands; integers wrap, bool is `or` of `and`s. Operands are contracted in pairs,
/// as matrix products where they are that (NumPy's optimize=True); an axis of one element stretches. Throws error for
/// subscripts that are not right, shape_error where they do not fit the operands.
template <operand... X>
    requires(sizeof...(X) > 0)
auto einsum(std::string_view subscripts, const einsum_options& options, const X&... operands) {
    using T = detail::result_t<X...>;
    return detail::einsum<T>(subscripts, options, {detail::factor_elements<T>(operands)...});
}
template <operand... X>
    requires(sizeof...(X) > 0)
auto einsum(std::string_view subscripts, const X&... operands) {
    return einsum(subscripts, einsum_options(), operands...);
}

// clang-format off: compilers show this line
template <class A, class... X> requires((array_like<A> || lazy<A>) && (std::is_convertible_v<X, std::string_view> || ...)) auto einsum(const A&, const X&...) = delete;  // the subscripts come first: einsum("ij,jk->ik", a, b)
// clang-format on

/// The same in dtype D, of no lower kind than the operands: numpy.einsum(..., dtype=D).
template <element D, operand... X>
    requires(sizeof...(X) > 0)
auto einsum(std::string_view subscripts, const einsum_options& options, const X&... operands) {
    static_assert(kind_of<D> >= kind_of<detail::result_t<X...>>, "einsum: the dtype cannot hold the operands");
    return detail::einsum<D>(subscripts, options, {detail::factor_elements<D>(operands)...});
}
template <element D, operand... X>
    requires(sizeof...(X) > 0)
auto einsum(std::string_view subscripts, const X&... operands) {
    return einsum<D>(subscripts, einsum_options(), operands...);
}

NUMLANE_END_NAMESPACE
