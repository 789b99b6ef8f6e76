// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <span>
#include <utility>

#include "analysis/expression/scanner.hpp"
#include "analysis/expression/syntax.hpp"

namespace forestall::expression {
namespace {

using Level = std::span<const Operator>;
using enum Operator;
constexpr Operator weakest[] = {either};
constexpr Operator weak[] = {both};
constexpr Operator compared[] = {at_most, at_least, equal, different, less, greater};
constexpr Operator added[] = {plus, minus};
constexpr Operator multiplied[] = {times, over};
constexpr Level levels[] = {weakest, weak, compared, added, multiplied};
constexpr std::size_t before_not = 2;  ///< `not` binds weaker than a comparison

class Parser : Scanner {
public:
    explicit Parser(std::string_view text) : Scanner(text) {}

    Parsed whole() {
        Term term = level(0);
        skip();
        if (problem_.empty() && at_ < text_.size()) fail(left_over());
        if (!problem_.empty()) return {{}, problem_, problem_at_};
        return {std::move(term), "", 0};
    }

private:
    /// What stands where an operator or the end should, with what may have been meant.
    std::string left_over() const {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("&")) return "write `and`";
        if (rest.starts_with("|")) return "write `or`";
        if (rest.starts_with("^")) return "there is no power";
        if (rest.starts_with("=")) return "write == to compare";
        return "something is left over";
    }
    std::optional<Operator> take_any(Level of) {
        for (const Operator o : of)
            if (take(operator_words.text(o))) return o;
        return std::nullopt;
    }
    Term operation(Operator o, std::size_t at, std::vector<Term> parts) {
        Term out;
        out.kind = Term::Kind::operation;
        out.operation = o;
        out.parts = std::move(parts);
        out.at = at;
        return out;
    }

    /// Operands of one strength, from left to right. Comparisons do not chain.
    Term level(std::size_t strength) {
        skip();
        const std::size_t begin = at_;
        if (strength == before_not && take("not")) return prefixed(negation, begin, strength);
        if (strength == std::size(levels)) return signed_term();
        Term left = level(strength + 1);
        for (int more = 0; problem_.empty(); ++more) {
            const auto o = take_any(levels[strength]);
            if (!o) break;
            if (levels[strength].data() == compared && more > 0) {
                fail("comparisons do not chain; join two with `and`");
                break;
            }
            std::vector<Term> parts{std::move(left)};
            parts.push_back(level(strength + 1));
            left = operation(*o, begin, std::move(parts));
        }
        return left;
    }

    Term prefixed(Operator o, std::size_t begin, std::size_t strength) {
        if (++depth_ > most_depth) fail("nested too deeply");
        std::vector<Term> parts;
        if (problem_.empty()) parts.push_back(level(strength));
        --depth_;
        return operation(o, begin, std::move(parts));
    }

    Term signed_term() {
        skip();
        const std::size_t begin = at_;
        if (take("-")) return prefixed(sign, begin, std::size(levels));
        return single();
    }

    Term single() {
        skip();
        if (!problem_.empty()) return {};
        if (at_ == text_.size()) {
            fail("something is missing at the end");
            return {};
        }
        const char c = text_[at_];
        if ((c >= '0' && c <= '9') || c == '.') return constant();
        if (begins_name(c)) return named();
        if (take("(")) {
            Term inner = nested();
            if (problem_.empty() && !take(")")) fail("a bracket is not closed");
            return inner;
        }
        fail(fmt::format("'{}' does not belong here", c >= ' ' && c <= '~' ? c : '?'));
        return {};
    }

    Term nested() {
        if (++depth_ > most_depth) fail("nested too deeply");
        Term out;
        if (problem_.empty()) out = level(0);
        --depth_;
        return out;
    }

    Term constant() {
        Term out;
        out.at = at_;
        out.number = number();
        return out;
    }

    Term named() {
        Term out;
        out.kind = Term::Kind::name;
        out.at = at_;
        out.name = std::string(word());
        if (out.name == "and" || out.name == "or" || out.name == "not") {
            fail(fmt::format("'{}' does not belong here", out.name));
            return out;
        }
        at_ += out.name.size();
        if (!take("(")) return out;
        out.kind = Term::Kind::call;
        do out.parts.push_back(nested());
        while (problem_.empty() && take(","));
        if (problem_.empty() && !take(")")) fail("a bracket is not closed");
        return out;
    }

    std::size_t depth_ = 0;
};

}  // namespace

Parsed parse(std::string_view text) {
    if (text.size() > most_letters)
        return {{}, fmt::format("longer than {} letters", most_letters), most_letters};
    return Parser(text).whole();
}

}  // namespace forestall::expression
