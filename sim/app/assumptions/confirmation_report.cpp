// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/confirmation_report.hpp"

#include <fmt/format.h>

#include "analysis/comparison/verdict.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using analysis::Finding;
using comparison::readable;

std::string averts(const comparison::Figure& f) {
    return fmt::format("{} ({} to {}) ±{}", readable(f.value), readable(f.lo), readable(f.hi),
                       readable(f.error));
}

const char* word_of(Finding finding) {
    if (finding == Finding::confirmed) return "confirmed";
    return finding == Finding::refuted ? "refuted" : "inconclusive";
}

/// What the members say without the change, after what they say with it.
const char* as_drawn_text(const analysis::Confirmation& c) {
    if (c.as_drawn.hi < 0) return ", and worse without it";
    if (c.as_drawn.lo > 0)
        return "; but in fresh members it is better without the change as well: the advice itself "
               "was luck";
    return "; without it neither is clearly better";
}

}  // namespace

std::string confirmation_text(const Question& q, const analysis::Confirmation& c) {
    std::vector<std::string> held;
    for (const auto& [name, value] : c.held)
        held.push_back(fmt::format("{} = {}", name, readable(value)));
    const std::string advice = "'" + q.study.options[c.advice] + "'",
                      to = "'" + q.study.options[c.to] + "'";
    std::string out = fmt::format(
        "Run again: {} ({} to {}) with {}.\n{} averts against {}: {}; as drawn, in the same "
        "members: {}.\n",
        counted(c.members, "fresh member", "fresh members"), c.first, c.first + c.members - 1,
        fmt::join(held, ", "), to, advice, averts(c.changed), averts(c.as_drawn));
    if (c.changed.value == c.as_drawn.value && c.changed.error == c.as_drawn.error)
        out += "The change affects neither of the two in these members.\n";
    if (c.finding() == Finding::confirmed)
        out += fmt::format("Confirmed: with this change {} is better than {}{}.", to, advice,
                           as_drawn_text(c));
    else if (c.finding() == Finding::refuted)
        out += fmt::format("Refuted: with this change {} is still worse than {}.", to, advice);
    else
        out += fmt::format(
            "Inconclusive: {} fresh members do not show which of the two is better with this "
            "change.",
            c.members);
    if (c.best == c.advice)
        out += fmt::format(" The best mean of all options is still that of {}.", advice);
    else if (c.best != c.to)
        out += fmt::format(" The best mean of all options is then that of '{}'.",
                           q.study.options[c.best]);
    return out + "\n";
}

Json confirmation_json(const Question& q, const analysis::Confirmation& c) {
    Json held = Json::object();
    for (const auto& [name, value] : c.held) held[name] = value;
    Json out = {{"held", held},
                {"first_member", c.first},
                {"members", c.members},
                {"advice", q.study.options[c.advice]},
                {"to", q.study.options[c.to]},
                {"averts_as_drawn", json_of(c.as_drawn)},
                {"averts_changed", json_of(c.changed)},
                {"best_changed", q.study.options[c.best]},
                {"finding", word_of(c.finding())}};
    out["not_told_from_best"] = Json::array();
    for (const std::size_t o : c.not_told) out["not_told_from_best"].push_back(q.study.options[o]);
    return out;
}

}  // namespace forestall::app
