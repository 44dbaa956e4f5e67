#pragma once

#include <initializer_list>
#include <vector>

#include "numlane/array/indexing.hpp"
#include "numlane/linalg/einsum.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The labels of the axes of an operand of einsum: integers from 0 to 51, and ellipsis.
class einsum_labels {
public:
    struct label {
        int number;
        label(int n) : number(n) {}
        label(ellipsis_t) : number(of_ellipsis) {}
    };

    einsum_labels(std::initializer_list<label> labels) : labels_(labels) {}
    einsum_labels(const std::vector<int>& labels) : labels_(labels.begin(), labels.end()) {}

    /// As the letters of subscripts. Throws error for other numbers.
    std::string letters() const {
        std::string term;
        for (const label& l : labels_) {
            if (l.number == of_ellipsis) term += "...";
            else if (l.number < 0 || l.number > 51)
                throw error(detail::message({"einsum: a label is from 0 to 51, not ", l.number}));
            else term += char(l.number < 26 ? 'A' + l.number : 'a' + (l.number - 26));
        }
        return term;
    }

private:
    static constexpr int of_ellipsis = -1 - 52;
    std::vector<label> labels_;
};

/// Sums of products with the axes of each operand labelled by integers: numpy.einsum(a, [0, 1], b, [1, 2], [0, 2]). The
/// last list labels the axes of the result; without it, those that occur once, in order. More than three operands take
/// subscripts of letters. Throws error for a label out of range, otherwise as einsum with subscripts.
template <operand A>
auto einsum(const A& a, const einsum_labels& of_a) {
    return einsum(of_a.letters(), a);
}
template <operand A>
auto einsum(const A& a, const einsum_labels& of_a, const einsum_labels& out) {
    return einsum(detail::message({of_a.letters(), "->", out.letters()}), a);
}
template <operand A, operand B>
auto einsum(const A& a, const einsum_labels& of_a, const B& b, const einsum_labels& of_b) {
    return einsum(detail::message({of_a.letters(), ",", of_b.letters()}), a, b);
}
template <operand A, operand B>
auto einsum(const A& a, const einsum_labels& of_a, const B& b, const einsum_labels& of_b, const einsum_labels& out) {
    return einsum(detail::message({of_a.letters(), ",", of_b.letters(), "->", out.letters()}), a, b);
}
template <operand A, operand B, operand C>
auto einsum(const A& a, const einsum_labels& of_a, const B& b, const einsum_labels& of_b, const C& c,
            const einsum_labels& of_c) {
    return einsum(detail::message({of_a.letters(), ",", of_b.letters(), ",", of_c.letters()}), a, b, c);
}
template <operand A, operand B, operand C>
auto einsum(const A& a, const einsum_labels& of_a, const B& b, const einsum_labels& of_b, const C& c,
            const einsum_labels& of_c, const einsum_labels& out) {
    return einsum(detail::message({of_a.letters(), ",", of_b.letters(), ",", of_c.letters(), "->", out.letters()}), a,
                  b, c);
}

NUMLANE_END_NAMESPACE
