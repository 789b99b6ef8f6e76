// SPDX-License-Identifier: Apache-2.0
#include "scenario/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/visible.hpp"
#include "scenario/codes.hpp"
#include "scenario/csv.hpp"

namespace forestall {

Report::Report(Diagnostics& out, std::uint64_t shown) : out_(&out), shown_(shown) {
    const auto all = out.all();
    errors_ = static_cast<std::uint64_t>(std::count_if(
        all.begin(), all.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

void Report::add(std::string_view code, const SourcePosition& at, std::string message,
                 std::string hint) {
    if (code.front() == 'E') ++errors_;
    ++said_;
    last_ = code;
    if (++counts_[{at.file, std::string(code)}] > shown_) return;
    tell(code, at, std::move(message), std::move(hint));
}

void Report::add_cause(std::string_view code, const SourcePosition& at, const std::string& cause,
                       std::string message, std::string hint) {
    if (code.front() == 'E') ++errors_;
    ++said_;
    last_ = code;
    const auto known = causes_.find({at.file, std::string(code), cause});
    if (known != causes_.end()) {
        ++known->second.times;
    } else if (++counts_[{at.file, std::string(code)}] <= shown_) {
        causes_[{at.file, std::string(code), cause}] =
            Told{std::string(code), at, std::move(message), std::move(hint), 1};
    }
}

void Report::tell(std::string_view code, const SourcePosition& at, std::string message,
                  std::string hint) {
    const bool is_error = code.front() == 'E';
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
    if (said_ == since) return failed() ? "follows from another error" : "not said";
    const CodeSpec* spec = find_code(last_);
    return spec == nullptr ? last_ : std::string(spec->meaning);
}

bool Report::wants(std::string_view code, const std::string& file) const {
    const auto found = counts_.find({file, std::string(code)});
    return found == counts_.end() || found->second < shown_;
}

bool Report::wants_cause(std::string_view code, const std::string& file,
                         const std::string& cause) const {
    return wants(code, file) && !causes_.contains({file, std::string(code), cause});
}

void Report::finish() {
    for (auto& [cause, told] : causes_) {
        if (told.times == 2) told.message += ", here and once more";
        if (told.times > 2) told.message += fmt::format(", here and {} more times", told.times - 1);
        tell(told.code, told.at, std::move(told.message), std::move(told.hint));
    }
    causes_.clear();
    for (const auto& [where, count] : counts_) {
        if (count <= shown_) continue;
        out_->warning(
            {readable_utf8(where.first), 0, 0}, "W008",
            fmt::format("{} more of {} in this file are not listed", count - shown_, where.second),
            "fix those listed first");
    }
    counts_.clear();
}

std::string shown(std::string_view user_text) {
    const std::string text = readable_utf8(user_text);
    constexpr std::size_t longest = 60;
    std::size_t taken = 0;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool starts_character = (byte & 0xC0U) != 0x80U;
        if (starts_character && ++taken > longest) break;
    }
    return fmt::format("'{}{}'", one_line(text.substr(0, i)), i < text.size() ? "…" : "");
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
    return nearest_name.empty() ? std::string()
                                : fmt::format("did you mean {}?", shown(nearest_name));
}

}  // namespace forestall
