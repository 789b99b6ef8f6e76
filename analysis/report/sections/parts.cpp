// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/sections/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace forestall::report {

std::string_view actor_colour(std::size_t actor) {
    static constexpr std::array<std::string_view, 10> colours = {
        "#0067a5", "#b84a00", "#00795b", "#9b3a7c", "#6b5900",
        "#3a3f44", "#c2185b", "#5546a3", "#5d4037", "#2e7d32"};
    return colours[actor % colours.size()];
}

std::string clipped(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

Markup assumption_cell(const assumptions::Assumption& a) {
    std::string name;
    for (const char c : a.name) {
        name += escaped(std::string_view(&c, 1));
        if (c == '.' || c == '_') name += "<wbr>";
    }
    Markup out{"<code>" + name + "</code>"};
    if (!a.words.meaning.empty())
        out.html += "<br><span class=\"sub\">" + escaped(a.words.meaning) + "</span>";
    return out;
}

std::string label_of(const assumptions::Assumption& a) {
    std::string meaning = a.words.meaning;
    while (meaning.ends_with('.')) meaning.pop_back();
    // That of an intervention's number begins with its title.
    if (!a.words.intervention.empty() && !meaning.empty()) return meaning;
    return meaning.empty() ? a.name : a.name + " · " + meaning;
}

std::string graded_source(const assumptions::Assumption& a) {
    const std::string grade = a.words.grade.empty() ? "–" : a.words.grade;
    return a.words.source.empty() ? grade : grade + ": " + a.words.source;
}

std::string spaced(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string swatch(std::string_view colour) {
    return fmt::format(
        "<svg class=\"swatch\" aria-hidden=\"true\" viewBox=\"0 0 14 14\"><rect width=\"14\" "
        "height=\"14\" "
        "fill=\"{}\"/></svg>",
        colour);
}

std::string panel(const std::string& title, const std::string& svg) {
    return fmt::format("<div class=\"panel\"><p class=\"panel-title\">{}</p>{}</div>",
                       escaped(title), svg);
}

std::vector<std::pair<double, std::string>> date_names(const Findings& f, std::size_t count) {
    std::vector<std::pair<double, std::string>> out;
    for (const std::size_t t : some_steps(f.dates.size(), count))
        out.emplace_back(static_cast<double>(t), f.dates[t].substr(0, 7));
    return out;
}

std::string long_table(const Compared& compared, std::string_view summary,
                       const std::string& table) {
    return compared.comparison.options.size() > most_drawn ? folded_longest(summary, table) : table;
}

std::string by_means_html(const Findings& f) {
    const comparison::Comparison& c = f.compared->comparison;
    if (!c.about_deaths || c.pairs.best == f.compared->lead.option) return "";
    return fmt::format(
        "<p>This section judges by means, which a few catastrophes lead: by them ‘{}’ is best. The "
        "answer at the top is about the typical future, where ‘{}’ leads.</p>\n",
        escaped(c.options[c.pairs.best].name), escaped(c.options[f.compared->lead.option].name));
}

Range time_range(const Findings& f) { return {0, static_cast<double>(f.dates.size()) - 1}; }

}  // namespace forestall::report
