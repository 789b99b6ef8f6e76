// SPDX-License-Identifier: Apache-2.0
// What an outcome expression says, as a tree. In order of strength, weakest first: `or`, `and`,
// `not`, comparisons, + -, * /, sign; then numbers, names, calls and brackets. A comparison is 1
// where it is true and 0 where not.
//
//   quantile(civilian_deaths, 0.9)      first(stage_true >= 2)      sum(spend) / 1e6
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/vocabulary.hpp"

namespace forestall::expression {

inline constexpr std::size_t most_letters = 1000;  ///< of an expression
inline constexpr std::size_t most_depth = 60;      ///< of brackets, signs and calls

enum class Operator : std::uint8_t {
    either,
    both,
    negation,
    less,
    at_most,
    greater,
    at_least,
    equal,
    different,
    plus,
    minus,
    times,
    over,
    sign
};

inline constexpr auto operator_words = vocabulary<Operator>({{Operator::either, "or"},
                                                             {Operator::both, "and"},
                                                             {Operator::negation, "not"},
                                                             {Operator::less, "<"},
                                                             {Operator::at_most, "<="},
                                                             {Operator::greater, ">"},
                                                             {Operator::at_least, ">="},
                                                             {Operator::equal, "=="},
                                                             {Operator::different, "!="},
                                                             {Operator::plus, "+"},
                                                             {Operator::minus, "-"},
                                                             {Operator::times, "*"},
                                                             {Operator::over, "/"},
                                                             {Operator::sign, "sign"}});

struct Term {
    enum class Kind : std::uint8_t { number, name, call, operation };
    Kind kind = Kind::number;
    double number = 0;
    std::string name;  ///< of a variable or a function
    Operator operation = Operator::plus;
    std::vector<Term> parts;  ///< arguments or operands, in order
    std::size_t at = 0;       ///< letter where it begins, from 0
};

/// A tree, or what is wrong and where.
struct Parsed {
    Term term;
    std::string problem;  ///< "" if there is a tree
    std::size_t at = 0;   ///< of the problem, letters from 0
    bool good() const { return problem.empty(); }
};

/// Never throws for any text. What is longer than `most_letters`, or nested deeper than
/// `most_depth`, is a problem.
Parsed parse(std::string_view text);

/// The tree as text with all brackets, which parses to the same tree.
std::string text_of(const Term& term);

}  // namespace forestall::expression
