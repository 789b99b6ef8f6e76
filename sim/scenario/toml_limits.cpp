// SPDX-License-Identifier: Apache-2.0
#include "scenario/toml_limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/csv.hpp"

namespace forestall {
namespace {

/// Walks over the text: quoted text and comments are passed over, brackets and points counted.
class Scan {
public:
    Scan(std::string_view text, const TomlLimits& limits) : text_(text), limits_(limits) {}

    std::optional<TomlExcess> run() {
        while (at_ < text_.size() && !excess_) take(text_[at_]);
        check_line(text_.size());
        return std::move(excess_);
    }

private:
    void take(char c) {
        switch (c) {
            case '#':
                at_ = std::min(text_.find('\n', at_), text_.size());
                return;
            case '"':
            case '\'':
                pass_quoted(c);
                return;
            case '\n':
                check_line(at_);
                line_start_ = at_ + 1;
                [[fallthrough]];
            case ',':
                begin_key();
                return;
            case '[':
            case '{':
                if (++depth_ > limits_.depth)
                    refuse(
                        at_,
                        fmt::format("brackets within brackets, more than {} deep", limits_.depth),
                        "a scenario needs three or four levels");
                begin_key();
                return;
            case ']':
            case '}':
                if (depth_ > 0) --depth_;
                begin_key();
                return;
            case '.':
                if (++points_ >= limits_.parts)
                    refuse(key_start_, fmt::format("a key of more than {} parts", limits_.parts),
                           "a scenario's keys have one or two: quote a name that has points in it");
                ++at_;
                return;
            case '=':
                if (at_ - key_start_ > limits_.key_bytes)
                    refuse(key_start_,
                           fmt::format("a key of more than {} bytes", limits_.key_bytes),
                           "a quote may be missing in this line or before it");
                begin_key();
                return;
            default:
                if (at_ == key_start_ && (c == ' ' || c == '\t')) ++key_start_;
                ++at_;
        }
    }

    /// "…", '…' and both with three quotes. A short one that is not closed ends with its line.
    void pass_quoted(char quote) {
        const bool is_long = text_.substr(at_, 3) == std::string(3, quote);
        at_ += is_long ? 3 : 1;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') {
                if (!is_long) return;
                check_line(at_);
                line_start_ = at_ + 1;
            } else if (c == '\\' && quote == '"' && at_ + 1 < text_.size() &&
                       text_[at_ + 1] != '\n') {
                ++at_;
            } else if (c == quote && (!is_long || text_.substr(at_, 3) == std::string(3, quote))) {
                at_ += is_long ? 3 : 1;
                // """a""""" ends in two quotes of its own.
                for (int own = 0; is_long && own < 2 && at_ < text_.size() && text_[at_] == quote;
                     ++own)
                    ++at_;
                return;
            }
        }
    }

    void begin_key() {
        points_ = 0;
        key_start_ = ++at_;
    }

    void check_line(std::size_t end) {
        if (end - std::min(line_start_, end) > limits_.line_bytes)
            refuse(line_start_, fmt::format("a line of more than {} bytes", limits_.line_bytes),
                   "break it: an array may go over several lines");
    }

    void refuse(std::size_t offset, std::string what, std::string hint) {
        if (excess_) return;
        check_line(offset);  // what lies before must be within the limits
        if (excess_) return;
        excess_ = TomlExcess{offset, 0, 0, std::move(what), std::move(hint)};
        locate(text_, offset, excess_->line, excess_->column);
    }

    std::string_view text_;
    TomlLimits limits_;
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    std::size_t key_start_ = 0;
    int depth_ = 0;
    int points_ = 0;
    std::optional<TomlExcess> excess_;
};

}  // namespace

std::optional<TomlExcess> beyond_limits(std::string_view text, const TomlLimits& limits) {
    return Scan(text, limits).run();
}

}  // namespace forestall
