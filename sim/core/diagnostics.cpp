// SPDX-License-Identifier: Apache-2.0
#include "core/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/visible.hpp"

namespace forestall {

void Diagnostics::error(SourcePosition at, std::string_view code, std::string message,
                        std::string hint) {
    items_.push_back(
        {std::move(at), Severity::error, std::string(code), std::move(message), std::move(hint)});
}

void Diagnostics::warning(SourcePosition at, std::string_view code, std::string message,
                          std::string hint) {
    items_.push_back(
        {std::move(at), Severity::warning, std::string(code), std::move(message), std::move(hint)});
}

bool Diagnostics::has_errors() const {
    return std::any_of(items_.begin(), items_.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Diagnostics::sort() {
    std::stable_sort(items_.begin(), items_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.at.file, a.at.line, a.at.column, a.code) <
               std::tie(b.at.file, b.at.line, b.at.column, b.code);
    });
}

std::string to_string(const Diagnostic& d) {
    const char* severity = d.severity == Severity::error ? "error" : "warning";
    std::string text = d.at.file;
    if (d.at.line > 0) text += fmt::format(":{}", d.at.line);
    if (d.at.line > 0 && d.at.column > 0) text += fmt::format(":{}", d.at.column);
    text += fmt::format(": {} {}: {}", severity, d.code, d.message);
    if (!d.hint.empty()) text += "; " + d.hint;
    return one_line(text);
}

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] =
                std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 64;
    if (word.size() > longest) return "";
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t d = edit_distance(word, candidate);
        if (d < best_distance || (d == best_distance && !best.empty() && candidate < best)) {
            best_distance = d;
            best = candidate;
        }
    }
    return best;
}

}  // namespace forestall
