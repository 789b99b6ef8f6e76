// SPDX-License-Identifier: Apache-2.0
#include "scenario/report.hpp"

#include <fmt/format.h>

#include "scenario/codes.hpp"
#include "scenario/csv.hpp"

namespace forestall {

void Report::add(std::string_view code, const SourcePosition& at, std::string message, std::string hint) {
    const bool is_error = code.front() == 'E';
    if (is_error) ++errors_;
    ++said_;
    last_ = code;
    if (++counts_[{at.file, std::string(code)}] > shown_) return;
    if (hint == "-") {
        hint.clear();
    } else if (hint.empty()) {
        if (const CodeSpec* spec = find_code(code)) hint = spec->hint;
    }
    const SourcePosition readable{readable_utf8(at.file), at.line, at.column};
    if (is_error) {
        out_->error(readable, code, std::move(message), std::move(hint));
    } else {
        out_->warning(readable, code, std::move(message), std::move(hint));
    }
}

std::string Report::why(std::uint64_t since) const {
    if (said_ == since) return failed() ? "follows from another fault" : "not said";
    const CodeSpec* spec = find_code(last_);
    return spec == nullptr ? last_ : std::string(spec->meaning);
}

bool Report::wants(std::string_view code, const std::string& file) const {
    const auto found = counts_.find({file, std::string(code)});
    return found == counts_.end() || found->second < shown_;
}

void Report::finish() {
    for (const auto& [where, count] : counts_) {
        if (count <= shown_) continue;
        out_->warning({readable_utf8(where.first), 0, 0}, "W008",
                      fmt::format("{} more of {} in this file are not listed", count - shown_, where.second),
                      "mend those listed first");
    }
    counts_.clear();
}

std::string shown(std::string_view user_text) {
    const std::string text = readable_utf8(user_text);
    constexpr std::size_t longest = 60;
    std::string out = "'";
    std::size_t taken = 0;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool starts_character = (byte & 0xC0U) != 0x80U;
        if (starts_character && ++taken > longest) break;
        out += byte < 0x20 || byte == 0x7F ? '?' : text[i];
    }
    if (i < text.size()) out += "…";
    return out + "'";
}

std::string joined(std::span<const std::string> names) {
    std::string out;
    for (const auto& name : names) out += out.empty() ? name : ", " + name;
    return out;
}

std::string listed(std::string_view choices) {
    std::string out;
    for (const char c : choices) out += c == '|' ? std::string(", ") : std::string(1, c);
    return out;
}

std::string did_you_mean(std::string_view nearest_name) {
    return nearest_name.empty() ? std::string() : fmt::format("did you mean {}?", shown(nearest_name));
}

}  // namespace forestall
