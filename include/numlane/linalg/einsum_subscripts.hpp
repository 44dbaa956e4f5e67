#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "numlane/array/shape.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// What the subscripts of einsum say about operands of given shapes: a name for every axis. The axes that an ellipsis
/// stands for have the characters from 1 on as names, counted from the last, so that they broadcast.
struct einsum_subscripts {
    std::vector<std::string> inputs;
    std::string output;
    index_t extent[128] = {};  // of every name; an extent of 1 stretches to that of other axes of its name

    einsum_subscripts(std::string_view given, const std::vector<dims<>>& shapes) : text(given) {
        const std::size_t arrow = given.find("->");
        const std::string_view terms = given.substr(0, arrow);
        std::size_t begin = 0;
        do {
            std::size_t end = terms.find(',', begin);
            if (end == std::string_view::npos) end = terms.size();
            if (inputs.size() == shapes.size())
                refuse(message({"it has more terms than the ", count_of(shapes), " given"}));
            add_input(terms.substr(begin, end - begin), shapes);
            begin = end + 1;
        } while (begin <= terms.size());
        if (inputs.size() < shapes.size())
            refuse(message({"it has fewer terms than the ", count_of(shapes), " given"}));
        if (arrow == std::string_view::npos) imply_output();
        else read_output(given.substr(arrow + 2));
        measure(shapes);
    }

    /// The place of a name in `extent`.
    static std::size_t code_of(char name) { return static_cast<unsigned char>(name); }

    dims<> output_shape() const {
        dims<> shape = dims<>::with_rank(int(output.size()));
        for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = extent[code_of(output[std::size_t(axis)])];
        return shape;
    }

private:
    static std::string count_of(const std::vector<dims<>>& shapes) {
        return message({shapes.size(), shapes.size() == 1 ? " operand" : " operands"});
    }
    [[noreturn]] NUMLANE_COLD void refuse(const std::string& why) const {
        throw error(message({"einsum: the subscripts \"", text, "\" are not right: ", why}));
    }
    [[noreturn]] NUMLANE_COLD void refuse_shape(std::size_t operand, const dims<>& shape,
                                                const std::string& why) const {
        throw shape_error(message({"einsum: the subscripts \"", text, "\" do not fit operand ", operand, " of shape ",
                                   to_string(shape), ": ", why}));
    }

    /// The letters of a term without spaces; an ellipsis becomes one dot.
    std::string letters_of(std::string_view term) const {
        std::string letters;
        for (std::size_t i = 0; i < term.size(); ++i) {
            const char c = term[i];
            if (c == ' ') continue;
            if (c == '.') {
                if (term.substr(i, 3) != "..." || letters.find('.') != std::string::npos)
                    refuse("a '.' is not part of an ellipsis, of which a term may have one");
                i += 2;
            } else if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                refuse(message({"'", c, "' is not a letter"}));
            }
            letters += c;
        }
        return letters;
    }
    static std::string broadcast_names(int count) {
        std::string names;
        for (int i = count; i > 0; --i) names += char(i);
        return names;
    }

    void add_input(std::string_view term, const std::vector<dims<>>& shapes) {
        std::string names = letters_of(term);
        const dims<>& shape = shapes[inputs.size()];
        const std::size_t dot = names.find('.');
        const int letters = int(names.size()) - (dot == std::string::npos ? 0 : 1);
        const int rest = shape.size() - letters;
        if (rest < 0) refuse_shape(inputs.size(), shape, "it has too few axes for its subscripts");
        if (rest > 0 && dot == std::string::npos)
            refuse_shape(inputs.size(), shape, "it has more axes than subscripts, and there is no ellipsis for them");
        if (dot != std::string::npos) names.replace(dot, 1, broadcast_names(rest));
        if (rest > broadcast_) broadcast_ = rest;
        inputs.push_back(std::move(names));
    }

    void read_output(std::string_view term) {
        output = letters_of(term);
        for (std::size_t i = 0; i < output.size(); ++i) {
            const char c = output[i];
            if (c == '.') continue;
            if (output.find(c, i + 1) != std::string::npos) refuse(message({"its output has '", c, "' twice"}));
            bool found = false;
            for (const std::string& names : inputs) found = found || names.find(c) != std::string::npos;
            if (!found) refuse(message({"its output has '", c, "', which no input has"}));
        }
        const std::size_t dot = output.find('.');
        if (dot != std::string::npos) output.replace(dot, 1, broadcast_names(broadcast_));
        else if (broadcast_ > 0) refuse("its output lacks the ellipsis that the inputs have");
    }
    /// The axes of the ellipses, then the letters that occur once, in the order of the alphabet.
    void imply_output() {
        int uses[128] = {};
        for (const std::string& names : inputs)
            for (char name : names) ++uses[code_of(name)];
        output = broadcast_names(broadcast_);
        for (int name = 'A'; name <= 'z'; ++name)
            if (uses[name] == 1) output += char(name);
    }

    [[noreturn]] NUMLANE_COLD void refuse_sizes(char name, std::size_t first, std::size_t second,
                                                const std::vector<dims<>>& shapes, index_t length) const {
        throw shape_error(
            message({"einsum: the subscripts \"", text, "\" do not fit operands ", first, " and ", second,
                     " of shapes ", to_string(shapes[first]), " and ", to_string(shapes[second]), ": the sizes of ",
                     name > ' ' ? message({"their axes '", name, "'"}) : "an axis of their ellipses", ", ",
                     extent[code_of(name)], " and ", length, ", must be equal or 1"}));
    }

    void measure(const std::vector<dims<>>& shapes) {
        for (index_t& e : extent) e = 1;
        std::size_t from[128] = {};  // the operand that has the extent
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            for (std::size_t axis = 0; axis < inputs[i].size(); ++axis) {
                const char name = inputs[i][axis];
                const index_t length = shapes[i][int(axis)], first = shapes[i][int(inputs[i].find(name))];
                if (length != first)
                    refuse_shape(i, shapes[i], message({"its axes '", name, "' have sizes ", first, " and ", length}));
                index_t& known = extent[code_of(name)];
                if (length != 1 && known != 1 && length != known)
                    refuse_sizes(name, from[code_of(name)], i, shapes, length);
                if (known == 1) {
                    known = length;
                    from[code_of(name)] = i;
                }
            }
        }
    }

    std::string_view text;
    int broadcast_ = 0;
};

}  // namespace detail
NUMLANE_END_NAMESPACE
