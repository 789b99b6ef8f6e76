// SPDX-License-Identifier: Apache-2.0
// The text of an expression, letter by letter: words, numbers, and the first thing that is wrong.
#pragma once
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace forestall::expression {

constexpr bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
constexpr bool in_name(char c) { return begins_name(c) || (c >= '0' && c <= '9'); }

class Scanner {
protected:
    explicit Scanner(std::string_view text) : text_(text) {}

    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    /// Keeps the first problem, and where it is.
    void fail(std::string problem) {
        if (!problem_.empty()) return;
        problem_ = std::move(problem);
        problem_at_ = at_;
    }
    /// Goes past a sign or a whole word if it is next.
    bool take(std::string_view word) {
        skip();
        if (!text_.substr(at_).starts_with(word)) return false;
        const std::size_t end = at_ + word.size();
        if (in_name(word[0]) && end < text_.size() && in_name(text_[end])) return false;
        at_ = end;
        return true;
    }
    /// The name that is next; stays before it.
    std::string_view word() const {
        std::size_t end = at_;
        while (end < text_.size() && in_name(text_[end])) ++end;
        return text_.substr(at_, end - at_);
    }
    /// Goes past a number; fails if it is none, or not finite.
    double number() {
        double out = 0;
        const char* end = text_.data() + text_.size();
        const auto [rest, error] = std::from_chars(text_.data() + at_, end, out);
        if (error != std::errc() || !std::isfinite(out))
            fail("not a number");
        else
            at_ = static_cast<std::size_t>(rest - text_.data());
        return out;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string problem_;
    std::size_t problem_at_ = 0;
};

}  // namespace forestall::expression
