// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/history_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace forestall::history {
namespace {

/// Characters, not bytes, of UTF-8.
std::size_t width(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string wrapped(const std::string& text, std::size_t columns) {
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = std::string_view(text).substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        const std::size_t wide = width(word);
        if (used > 0 && used + 1 + wide > columns) {
            out += '\n';
            used = 0;
        }
        if (used > 0) out += ' ';
        out += word;
        used += wide + (used > 0 ? 1 : 0);
    }
    return out + "\n";
}

std::string paragraph_text(const Paragraph& paragraph) {
    std::string out;
    for (const Sentence& s : paragraph) {
        out += (out.empty() ? "" : " ") + s.text;
        for (const std::size_t k : s.events) out += fmt::format(" [{}]", k);
    }
    return out;
}

}  // namespace

std::string text_of(const Prose& prose, std::size_t columns) {
    std::string out = wrapped(prose.title, columns) + wrapped(prose.about, columns);
    const auto add = [&](const std::string& text) { out += "\n" + wrapped(text, columns); };
    if (!prose.summary.empty()) add(paragraph_text(prose.summary));
    for (std::size_t i = 0; i < prose.chapters.size(); ++i) {
        const ChapterProse& c = prose.chapters[i];
        add(fmt::format("{}. {} ({})", i + 1, c.title, c.dates));
        for (const Paragraph& p : c.paragraphs) add(paragraph_text(p));
    }
    if (!prose.caution.empty()) add(paragraph_text(prose.caution));
    return out;
}

}  // namespace forestall::history
