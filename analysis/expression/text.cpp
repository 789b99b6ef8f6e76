// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "analysis/expression/syntax.hpp"

namespace forestall::expression {
namespace {

std::string operation_text(const Term& term) {
    if (term.operation == Operator::sign) return fmt::format("(-{})", text_of(term.parts[0]));
    if (term.operation == Operator::negation)
        return fmt::format("(not {})", text_of(term.parts[0]));
    return fmt::format("({} {} {})", text_of(term.parts[0]), operator_words.text(term.operation),
                       text_of(term.parts[1]));
}

}  // namespace

std::string text_of(const Term& term) {
    switch (term.kind) {
        case Term::Kind::number:
            return fmt::format("{}", term.number);
        case Term::Kind::name:
            return term.name;
        case Term::Kind::operation:
            return operation_text(term);
        case Term::Kind::call:
            break;
    }
    std::string arguments;
    for (const Term& part : term.parts)
        arguments += (arguments.empty() ? "" : ", ") + text_of(part);
    return fmt::format("{}({})", term.name, arguments);
}

}  // namespace forestall::expression
