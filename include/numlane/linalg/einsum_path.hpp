#pragma once

#include <bitset>

#include "numlane/linalg/einsum_subscripts.hpp"
#include "numlane/linalg/factor.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The operands that a step of einsum contracts: their places in the list, from which they are taken away; the result is
/// put at its end.
using contraction_step = blas::workspace<int>;
using contraction_path = blas::workspace<contraction_step>;

struct einsum_options {
    std::string_view optimize = "greedy";  // or "optimal"
    contraction_path path = {};            // the steps, if they are known
};

namespace detail {

/// The search for an order of contractions. Costs and choices are those of numpy.einsum_path: as many operations as the
/// product of the extents in a step, times the operands if something is summed, and no result larger than the largest of
/// all operands and the output.
template <class Subscripts>  // einsum_subscripts; a template, so that only who calls einsum pays for its compilation
class einsum_planner {
    using names = std::bitset<128>;

public:
    explicit einsum_planner(const Subscripts& of) : of_(of), output_(set_of(of.output)) {
        for (const std::string& input : of.inputs) inputs_.push_back(set_of(input));
        limit_ = size_of(output_);
        names all;
        for (const names& input : inputs_) {
            all |= input;
            if (size_of(input) > limit_) limit_ = size_of(input);
        }
        nothing_to_choose_ = inputs_.size() <= 2 || all == output_;
        naive_ = cost_of(all, (all & ~output_).any(), inputs_.size());
    }

    contraction_path plan(std::string_view how) {
        if (how != "greedy" && how != "optimal")
            throw error(message({"einsum: optimize is \"greedy\" or \"optimal\", not \"", how, "\""}));
        if (nothing_to_choose_) return {everything(inputs_.size())};
        return how == "greedy" ? greedy() : optimal();
    }

private:
    static names set_of(const std::string& letters) {
        names set;
        for (char name : letters) set.set(Subscripts::code_of(name));
        return set;
    }
    static contraction_step everything(std::size_t count) {
        contraction_step all(count);
        for (std::size_t i = 0; i < count; ++i) all[i] = int(i);
        return all;
    }
    double size_of(const names& set) const {
        double size = 1;
        for (std::size_t name = 0; name < set.size(); ++name)
            if (set[name]) size *= double(of_.extent[name]);
        return size;
    }
    double cost_of(const names& set, bool sums, std::size_t operands) const {
        return size_of(set) * (double(operands > 2 ? operands - 1 : 1) + (sums ? 1 : 0));
    }

    struct step {
        names result;
        double saved, cost;
        bool fits;
    };
    /// The contraction of operands x and y of a list.
    step contraction(const blas::workspace<names>& list, std::size_t x, std::size_t y) const {
        names needed = output_;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (i != x && i != y) needed |= list[i];
        const names both = list[x] | list[y], result = both & needed;
        const double size = size_of(result);
        return {result, size_of(list[x]) + size_of(list[y]) - size, cost_of(both, (both & ~result).any(), 2),
                size <= limit_};
    }
    static blas::workspace<names> after(const blas::workspace<names>& list, std::size_t x, std::size_t y,
                                        const names& result) {
        blas::workspace<names> rest;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (i != x && i != y) rest.push_back(list[i]);
        rest.push_back(result);
        return rest;
    }

    /// Always the pair that makes the most memory superfluous, the cheaper one of equals. Pairs that share no name are
    /// looked at only if there are no others. A pair is weighed once, when it comes up.
    contraction_path greedy() const {
        struct candidate {
            step what;
            std::size_t x, y;
        };
        blas::workspace<names> list = inputs_;
        blas::workspace<candidate> known;
        contraction_path path;
        double spent = 0;
        const auto weigh = [&](std::size_t x, std::size_t y) {
            const step s = contraction(list, x, y);
            if (s.fits && spent + s.cost <= naive_) known.push_back({s, x, y});
        };
        while (list.size() > 1) {
            const std::size_t last = list.size() - 1;
            for (std::size_t x = 0; x < list.size(); ++x)
                for (std::size_t y = path.empty() || x == last ? x + 1 : last; y < list.size(); ++y)
                    if ((list[x] & list[y]).any()) weigh(x, y);
            if (known.empty())
                for (std::size_t x = 0; x < list.size(); ++x)
                    for (std::size_t y = x + 1; y < list.size(); ++y) weigh(x, y);
            if (known.empty()) {
                path.push_back(everything(list.size()));
                break;
            }
            candidate best = known.front();
            for (const candidate& c : known)
                if (c.what.saved > best.what.saved || (c.what.saved == best.what.saved && c.what.cost < best.what.cost))
                    best = c;
            list = after(list, best.x, best.y, best.what.result);
            spent += best.what.cost;
            path.push_back({int(best.x), int(best.y)});
            blas::workspace<candidate> left;
            const auto place = [&best](std::size_t i) { return i - (i > best.x) - (i > best.y); };
            for (const candidate& c : known)
                if (c.x != best.x && c.x != best.y && c.y != best.x && c.y != best.y)
                    left.push_back({c.what, place(c.x), place(c.y)});
            known = std::move(left);
        }
        return path;
    }

    struct search {
        contraction_path now, best;
        double cost = 0;
        std::size_t best_left;
    };
    /// All orders. Where none leads to the end, the longest of the cheapest ones, and then the rest at once.
    contraction_path optimal() const {
        search s;
        s.best_left = inputs_.size() + 1;
        try_all(inputs_, 0, s);
        if (s.best_left > 1) s.best.push_back(everything(s.best_left));
        return s.best;
    }
    void try_all(const blas::workspace<names>& list, double cost, search& s) const {
        if (list.size() < s.best_left || (list.size() == s.best_left && cost < s.cost)) {
            s.best = s.now;
            s.cost = cost;
            s.best_left = list.size();
        } else if (s.best_left == 1 && cost >= s.cost) {
            return;
        }
        for (std::size_t x = 0; x < list.size(); ++x) {
            for (std::size_t y = x + 1; y < list.size(); ++y) {
                const step what = contraction(list, x, y);
                if (!what.fits) continue;
                s.now.push_back({int(x), int(y)});
                try_all(after(list, x, y, what.result), cost + what.cost, s);
                s.now.pop_back();
            }
        }
    }

    const Subscripts& of_;
    names output_;
    blas::workspace<names> inputs_;
    double limit_, naive_;
    bool nothing_to_choose_;
};

template <operand X>
dims<> shape_of(const X& x) {
    if constexpr (scalar<X>) return dims<>();
    else if constexpr (is_masked_view<X>) return x.copy().shape();
    else return dims<>(x.shape());
}

}  // namespace detail

/// The order in which einsum contracts its operands: numpy.einsum_path, whose first result it is, without the word
/// "einsum_path" that begins NumPy's list, and without NumPy's printed account, its second.
///   subscripts  as einsum's
///   options     {.optimize = "greedy"} or "optimal", which tries all orders
///   operands    arrays of which only the shapes matter
/// Throws as einsum.
template <operand... X>
    requires(sizeof...(X) > 0)
contraction_path einsum_path(std::string_view subscripts, const einsum_options& options, const X&... operands) {
    const detail::einsum_subscripts of(subscripts, {detail::shape_of(operands)...});
    return detail::einsum_planner(of).plan(options.optimize);
}
template <operand... X>
    requires(sizeof...(X) > 0)
contraction_path einsum_path(std::string_view subscripts, const X&... operands) {
    return einsum_path(subscripts, einsum_options(), operands...);
}

NUMLANE_END_NAMESPACE
