// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/page.hpp"

#include <fmt/format.h>

#include "analysis/report/answer.hpp"
#include "analysis/report/assets.hpp"
#include "analysis/report/data_block.hpp"
#include "analysis/report/drawings.hpp"
#include "analysis/report/ledger.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/tables.hpp"

namespace forestall::report {
namespace {

std::string comparison_sections(const Findings& f, const Context& context) {
    const Compared& c = *f.compared;
    std::string out = section(
        "options", "The options",
        options_table(c, context) +
            figure_html("forest",
                        "Each line is the 95 % interval of what the option changes under the same luck; lines that "
                        "cross 0 cannot be told apart from the baseline.",
                        forest_drawing(c)));
    if (const std::string matrix = matrix_table(c); !matrix.empty())
        out += section("matrix", "What, and when: intervention by stage", matrix);
    out += section("costs", "What it costs",
                   costs_table(c) +
                       figure_html("plane",
                                   "Right is better, up is dearer; lines are 95 % intervals. ★ and filled: no other "
                                   "option is both better and cheaper.",
                                   plane_drawing(c)) +
                       figure_html("acceptability",
                                   "How likely each option is to be worth its money, by what one would pay to avert "
                                   "a death.",
                                   acceptability_drawing(c)) +
                       folded("The same as a table", acceptability_table(c)));
    return out + section("groups", "Who gains and who loses", groups_table(c));
}

std::string shown_note(const Findings& f) {
    if (f.shown.size() == f.options.size()) return "";
    return fmt::format("<p>Of {} options, the baseline and the {} with the best means are drawn.</p>", f.options.size(),
                       f.shown.size() - 1);
}

std::string time_sections(const Findings& f, const Context& context) {
    const std::string reading =
        "Line: median of members; dark band: their middle half; light band: 90 % of them; dashed: mean.";
    std::string out =
        section("deaths", "Deaths over time",
                shown_note(f) +
                    figure_html("fan-deaths", "Civilians killed since the start. " + reading, fan_drawing(f, false)) +
                    folded("The same as a table", fan_table(f, false)));
    out += section("displaced", "Displacement over time",
                   figure_html("fan-displaced", "Persons away from home. " + reading, fan_drawing(f, true)) +
                       folded("The same as a table", fan_table(f, true)));
    out += section("map", "Where",
                   figure_html("places",
                               "Filled circles: civilians killed (area); rings: displaced persons there at the end "
                               "(area); means over members. Lines: routes. Scales are the same on all maps.",
                               map_drawing(f, context)) +
                       folded("The same as a table", places_table(f)));
    return out +
           section("stages", "Stages over time",
                   figure_html("stage-shares",
                               "Share of members in each stage: as it truly is in the model, and as observers see "
                               "it, late and in part. Options start on what is observed.",
                               stage_drawing(f)) +
                       folded("The same as a table", stages_table(f)));
}

std::string limits_section(const Findings& f) {
    std::string out =
        "<ul>\n<li>These are futures of a model, not forecasts. What holds for all members holds under the model's "
        "rules and the assumptions below.</li>\n"
        "<li>Intervals are about luck and drawn assumptions given the model; they say nothing about what the model "
        "leaves out.</li>\n"
        "<li>The chance of being best in single futures is about futures that nobody can choose between; decide on "
        "means and on the worst tenth.</li>\n";
    out += fmt::format(
        "<li>{} members: what happens in fewer than about {:.2g} % of futures may not be among them.</li>\n", f.members,
        300 / static_cast<double>(f.members));
    if (f.compared)
        for (const auto& option : f.compared->comparison.options)
            if (&option != &f.compared->comparison.options[f.compared->comparison.baseline] &&
                option.members_changed < 30)
                out +=
                    fmt::format("<li>“{}” changes the outcome in only {} members: do not rely on its interval.</li>\n",
                                escaped(option.name), option.members_changed);
    return section("limits", "Limits", out + "</ul>");
}

std::string provenance_section(const Findings& f, const Context& context) {
    const Header& h = f.header;
    HtmlTable table("Where these figures come from", {"what", "value"});
    const auto row = [&](std::string_view name, const std::string& value) { table.cell(name).cell(value).end_row(); };
    row("results file", context.file);
    row("program", fmt::format("forestall {} ({})", h.program.version, h.program.git_commit));
    row("scenario", h.title);
    row("digest of the scenario's files", scenario_digest(h.scenario_files));
    row("seed", std::to_string(h.seed));
    row("members compared", fmt::format("{} of {}", f.members, h.members));
    row("options", fmt::format("{}", fmt::join(h.options, ", ")));
    row("period", fmt::format("from {}, {} steps of {} days", h.start_date, h.time.size(), h.step_days));
    return section("provenance", "Provenance",
                   table.html() + "<p>The same results and page again:</p><pre tabindex=\"0\">" +
                       escaped(context.reproduce) + "</pre>");
}

/// `{{name}}` in the template; what is put in is not looked at again.
std::string filled(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
    std::string out;
    for (;;) {
        const auto open = text.find("{{");
        const auto close = text.find("}}", open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) return out.append(text);
        out.append(text.substr(0, open));
        if (const auto at = values.find(text.substr(open + 2, close - open - 2)); at != values.end()) out += at->second;
        text.remove_prefix(close + 2);
    }
}

}  // namespace

std::string page_of(const Findings& f, const Context& context, std::string_view charts) {
    std::string main = section("answer", "The answer", answer_html(f, context));
    if (f.compared) main += comparison_sections(f, context);
    main += time_sections(f, context);
    if (f.compared) main += section("ledger", "What it rests on: the assumption ledger", ledger_html(f, context));
    main += limits_section(f) + provenance_section(f, context);
    return filled(page_template(),
                  {{"title", escaped(f.header.title)},
                   {"question", escaped(question_text(f))},
                   {"members", fmt::format("{} simulated futures, the same luck under every option", f.members)},
                   {"style", std::string(page_style())},
                   {"main", std::move(main)},
                   {"data", script_safe(data_of(f, context))},
                   {"charts", std::string(charts)},
                   {"script", std::string(page_script())}});
}

}  // namespace forestall::report
