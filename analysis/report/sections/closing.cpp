// SPDX-License-Identifier: Apache-2.0
// What not to read into the page, and where its figures come from.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/percent.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {
namespace {

/// Options whose intervals rest on a handful of members.
std::string few_changes(const comparison::Comparison& c) {
    constexpr std::size_t few = 30, most_listed = 12;
    std::vector<const comparison::OptionFigures*> found;
    for (const auto& option : c.options)
        if (&option != &c.options[c.baseline] && option.members_changed < few)
            found.push_back(&option);
    if (found.size() > most_listed)
        return fmt::format(
            "<li>{} options change the outcome in fewer than {} members: do not rely on their "
            "intervals.</li>\n",
            found.size(), few);
    std::string out;
    for (const auto* option : found)
        out += fmt::format(
            "<li>“{}” changes the outcome in only {} members: do not rely on its interval.</li>\n",
            escaped(option->name), option->members_changed);
    return out;
}

}  // namespace

std::string limits_section(const Findings& f) {
    std::string out =
        "<ul>\n<li>These are futures of a model, not forecasts. What holds for all of them holds "
        "under the model's "
        "rules and the assumptions below.</li>\n"
        "<li>Intervals are about luck and drawn assumptions given the model; they say nothing "
        "about what the model "
        "leaves out.</li>\n"
        "<li>The chance of being best in single futures is about futures that nobody can choose "
        "between; decide on "
        "means and on the worst tenth.</li>\n";
    out +=
        f.members == 1
            ? std::string("<li>One future does not say how likely it is.</li>\n")
            : fmt::format(
                  "<li>{} futures: what happens in fewer than about {} of them may not be among "
                  "these.</li>\n",
                  counted(f.members), analysis::small_percent(3 / static_cast<double>(f.members)));
    if (f.compared) out += few_changes(f.compared->comparison);
    return section("limits", "Limits", out + "</ul>");
}

std::string provenance_section(const Findings& f, const Context& context) {
    const Header& h = f.header;
    HtmlTable table("Where these figures come from", {"what", "value"});
    const auto row = [&](std::string_view name, const std::string& value) {
        table.cell(name).cell(value).end_row();
    };
    row("results file", context.file);
    row("program", fmt::format("forestall {} ({})", h.program.version, h.program.git_commit));
    row("scenario", h.title);
    row("digest of the scenario's files", scenario_digest(h.scenario_files));
    row("seed", std::to_string(h.seed));
    row("members compared", fmt::format("{} of {}", f.members, h.members));
    row("options", fmt::format("{}", fmt::join(h.options, ", ")));
    row("period",
        fmt::format("from {}, {} steps of {} days", h.start_date, h.time.size(), h.step_days));
    return section("provenance", "Provenance",
                   table.html() + "<p>The same results and page again:</p><pre tabindex=\"0\">" +
                       escaped(context.reproduce) + "</pre>");
}

extern const Section section_closing;
const Section section_closing{900, [](const Findings& f, const Context& context) {
                                  return limits_section(f) + provenance_section(f, context);
                              }};

}  // namespace forestall::report
