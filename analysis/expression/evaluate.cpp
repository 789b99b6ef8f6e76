// SPDX-License-Identifier: Apache-2.0
#include "analysis/expression/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/expression/functions.hpp"

namespace forestall::expression {
namespace {

/// A comparison with what is not known is false, as a step that never came is before no other.
double joined(Operator o, double a, double b) {
    using enum Operator;
    switch (o) {
        case plus:
            return a + b;
        case minus:
            return a - b;
        case times:
            return a * b;
        case over:
            return a / b;
        default:
            break;
    }
    const bool logic = o == either || o == both;
    if (logic && (std::isnan(a) || std::isnan(b))) return a + b;
    switch (o) {
        case either:
            return a != 0 || b != 0 ? 1 : 0;
        case both:
            return a != 0 && b != 0 ? 1 : 0;
        case less:
            return a < b ? 1 : 0;
        case at_most:
            return a <= b ? 1 : 0;
        case greater:
            return a > b ? 1 : 0;
        case at_least:
            return a >= b ? 1 : 0;
        case equal:
            return a == b ? 1 : 0;
        default:
            return a != b ? 1 : 0;
    }
}

/// Fewer dimensions are the same number along those that are missing.
double number_at(const Values& v, std::size_t member, std::size_t step) {
    const std::size_t m = v.dimensions >= 1 ? member : 0;
    return v.numbers[v.dimensions == 2 ? m * v.steps + step : m];
}

Values joined(Operator o, const Values& a, const Values& b) {
    const Values& wide = a.dimensions >= b.dimensions ? a : b;
    Values out{wide.dimensions, wide.members, wide.steps, std::vector<double>(wide.numbers.size()),
               std::max(a.left_out, b.left_out)};
    for (std::size_t m = 0; m < out.members; ++m)
        for (std::size_t s = 0; s < out.steps; ++s)
            out.numbers[m * out.steps + s] = joined(o, number_at(a, m, s), number_at(b, m, s));
    return out;
}

Values inverted(Operator o, Values of) {
    for (double& x : of.numbers) {
        if (o == Operator::sign) x = -x;
        if (o == Operator::negation && !std::isnan(x)) x = x == 0 ? 1 : 0;
    }
    return of;
}

std::size_t unknown_ones(const std::vector<double>& numbers) {
    return static_cast<std::size_t>(
        std::count_if(numbers.begin(), numbers.end(), [](double x) { return std::isnan(x); }));
}

Values called(const Term& term, const Values& of) {
    const double level = term.parts.size() > 1 ? term.parts[1].number : 0;
    Values out;
    if (const FunctionSpec* f = find_function(term.name); f != nullptr && f->one_by_one) {
        out = of;
        for (double& x : out.numbers) x = std::isnan(x) ? 0 : 1;
        return out;
    }
    if (of.dimensions == 0) throw std::invalid_argument("nothing to take");
    if (of.dimensions == 1) {
        out.numbers = {reduced(term.name, of.numbers, level)};
        out.left_out = std::max(of.left_out, unknown_ones(of.numbers));
        return out;
    }
    out = {1, of.members, 1, {}, of.left_out};
    for (std::size_t m = 0; m < of.members; ++m)
        out.numbers.push_back(
            reduced(term.name, std::span(of.numbers).subspan(m * of.steps, of.steps), level));
    return out;
}

}  // namespace

Values evaluate(const Term& term, const Lookup& lookup) {
    switch (term.kind) {
        case Term::Kind::number:
            return {0, 1, 1, {term.number}};
        case Term::Kind::name:
            return lookup(term.name);
        case Term::Kind::call:
            return called(term, evaluate(term.parts.at(0), lookup));
        case Term::Kind::operation:
            break;
    }
    const Values first = evaluate(term.parts.at(0), lookup);
    if (term.parts.size() == 1) return inverted(term.operation, first);
    return joined(term.operation, first, evaluate(term.parts.at(1), lookup));
}

}  // namespace forestall::expression
