// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/flip_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/assumptions/words.hpp"
#include "analysis/comparison/verdict.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using namespace assumptions;
using comparison::readable;

std::string option_of(const Question& q, std::size_t o) { return "'" + q.study.options[o] + "'"; }

/// "1,240 (92 % point)"
std::string place(double value, double score) {
    return fmt::format("{} ({:.0f} % point)", number_text(value), 100 * normal_share(score));
}

std::string flips_table(const Question& q, const Flips& flips, std::size_t rows) {
    using enum Table::Align;
    if (flips.each.empty()) return "";
    Table table({left, right, right, left, right, right, left});
    table.row({"assumption", "advice changes at", "distance", "to",
               "averts at the plausible end (95 %) ±", "stands", "grounds"});
    const std::size_t shown = std::min(flips.each.size(), std::max(rows, told_count(flips)));
    for (std::size_t i = 0; i < shown; ++i) {
        const Flip& f = flips.each[i];
        const Assumption& a = q.study.assumptions[f.numbers.front()];
        table.row({f.told ? a.name + " *" : a.name, place(f.value[0], f.score[0]),
                   fmt::format("{:.2f}{}", f.distance, f.plausible ? "" : " far"),
                   q.study.options[f.to],
                   fmt::format("{} ({} to {}) ±{}", readable(f.lead.value), readable(f.lead.lo),
                               readable(f.lead.hi), readable(f.lead.error)),
                   fmt::format("{:.0f} %", 100 * f.stands), shortened(grounds_text(a), 60)});
    }
    std::string out = table.text();
    if (shown < flips.each.size())
        out += fmt::format("({} more; --rows or --json lists them)\n", flips.each.size() - shown);
    return out;
}

std::string pairs_text(const Question& q, const Flips& flips) {
    std::string out;
    for (const Flip& f : flips.pairs)
        out += fmt::format("  {}: then {}; distance {:.2f}\n", change_text(q.study, f),
                           option_of(q, f.to), f.distance);
    return out.empty() ? "" : "\nTwo together, assuming that their effects add up:\n" + out;
}

std::string guesses_line(const Question& q) {
    if (q.study.effects.empty()) return "";
    const std::string text =
        guesses_text(q.study.options[q.study.best], q.study.effects[q.study.best]);
    if (text.empty()) return "";
    return fmt::format(
        "\n{} Does the advice stand without guesses? `forestall flip FILE --confirm 400 "
        "--without-guesses` tests it on fresh members.\n",
        text);
}

std::string worth_text(const Question& q, const FlipAnswer& answer) {
    std::string out;
    const auto side = [&](const std::vector<WorthFlip>& flips, const char* which) {
        for (const WorthFlip& w : flips)
            out += fmt::format(
                "  worth of a unit averted {} {} {} ({} to {}; in {:.0f} % of resamples): {}\n",
                which, readable(w.worth.value), q.currency, readable(w.worth.lo),
                readable(w.worth.hi), 100 * w.crosses, option_of(q, w.to));
    };
    side(answer.worth.below, "below");
    side(answer.worth.above, "above");
    if (out.empty())
        out = fmt::format("  worth of a unit averted: {} at any\n", option_of(q, q.study.best));
    return out;
}

std::string elsewhere_text(const Question& q, const std::vector<Elsewhere>& all) {
    std::string out;
    for (const Elsewhere& e : all)
        out += fmt::format("  {}: {}{}\n", e.text, option_of(q, e.best),
                           e.not_told.empty()
                               ? ", clearly better than all others"
                               : fmt::format(", not clearly better than {}",
                                             counted(e.not_told.size(), "other option", "others")));
    return out;
}

Json flip_row(const Question& q, const Flip& f) {
    Json out = {
        {"to", q.study.options[f.to]}, {"distance", f.distance}, {"plausible", f.plausible}};
    out["numbers"] = Json::array();
    for (std::size_t i = 0; i < f.numbers.size(); ++i) {
        const Assumption& a = q.study.assumptions[f.numbers[i]];
        Json number = assumption_json(a);
        number["value"] = f.value[i];
        number["percent_point"] = 100 * normal_share(f.score[i]);
        number["plausible_from"] = a.at(-plausible_score);
        number["plausible_to"] = a.at(plausible_score);
        out["numbers"].push_back(std::move(number));
    }
    if (f.numbers.size() == 1) {
        out["averts_at_plausible_end"] = json_of(f.lead);
        out["stands"] = f.stands;
        out["told"] = f.told;
    }
    return out;
}

Json elsewhere_json(const Question& q, const std::vector<Elsewhere>& all) {
    Json out = Json::array();
    for (const Elsewhere& e : all) {
        Json row = {{"name", e.name}, {"best", q.study.options[e.best]}};
        row["not_told_from_best"] = Json::array();
        for (const std::size_t o : e.not_told)
            row["not_told_from_best"].push_back(q.study.options[o]);
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace

std::string flip_text(const Question& q, const FlipAnswer& answer, std::size_t rows) {
    std::string out = fmt::format("What would change the advice, from {}\n{}\n{}\n\n",
                                  counted(q.study.members(), "member", "members"), rule_text(q),
                                  clarity_of(q).text);
    out += flips_table(q, answer.flips, rows) + pairs_text(q, answer.flips);
    out += "\nOther ways to judge:\n" + worth_text(q, answer) +
           elsewhere_text(q, answer.discounts) + elsewhere_text(q, answer.outcomes);
    out += guesses_line(q);
    out += fmt::format(
        "\ndistance: from the median, in normal scores; 1.64 is the 5 or 95 % point, within it a "
        "value is plausible. averts: net harm that the other option averts against the advice with "
        "the number at that end; interval over all numbers, options and ends together. stands: "
        "share of resamples in which it averts any. * clear.\nNot examined: {} held at one "
        "value.\n\n{}\n",
        counted(q.study.held, "number", "numbers"), flip_verdict(q.study, answer.flips));
    return out;
}

Json flip_json(const Question& q, const AssumptionsRequest& request, const FlipAnswer& answer) {
    Json out = question_json(q, request);
    out["flips"] = Json::array();
    for (const Flip& f : answer.flips.each) out["flips"].push_back(flip_row(q, f));
    out["plausible_by_chance"] = answer.flips.by_chance;
    out["pairs"] = Json::array();
    for (const Flip& f : answer.flips.pairs) out["pairs"].push_back(flip_row(q, f));
    const auto worth = [&](const std::vector<WorthFlip>& flips) {
        return flips.empty() ? Json(nullptr)
                             : Json{{"worth", json_of(flips[0].worth)},
                                    {"to", q.study.options[flips[0].to]},
                                    {"crosses", flips[0].crosses}};
    };
    out["worth_below"] = worth(answer.worth.below);
    out["worth_above"] = worth(answer.worth.above);
    out["discounts"] = elsewhere_json(q, answer.discounts);
    out["outcomes"] = elsewhere_json(q, answer.outcomes);
    if (!q.study.effects.empty())
        out["effects_of_advice"] = {{"all", q.study.effects[q.study.best].all},
                                    {"guessed", q.study.effects[q.study.best].guessed}};
    out["verdict"] = flip_verdict(q.study, answer.flips);
    return out;
}

}  // namespace forestall::app
