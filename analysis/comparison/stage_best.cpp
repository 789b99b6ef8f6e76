// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/stage_best.hpp"

#include <fmt/format.h>

#include <map>

#include "analysis/comparison/phrases.hpp"
#include "core/stage.hpp"
#include "world/stage_start.hpp"

namespace forestall::comparison {
namespace {

/// Whether the option at `a` is to be named rather than that at `b`.
bool ahead(const Comparison& c, std::size_t a, std::size_t b) {
    const Typical &x = c.options[a].answers.deaths, &y = c.options[b].answers.deaths;
    const bool first = x.clear == Clear::better, second = y.clear == Clear::better;
    return first == second ? x.ratio.value < y.ratio.value : first;
}

void count(StageBest& at, const Comparison& c, std::size_t option, const std::string& name) {
    ++at.cells;
    const Clear clear = c.options[option].answers.deaths.clear;
    at.better += clear == Clear::better ? 1 : 0;
    at.worse += clear == Clear::worse ? 1 : 0;
    at.few += clear == Clear::few || clear == Clear::none ? 1 : 0;
    if (clear == Clear::few || clear == Clear::none) return;
    if (at.option && !ahead(c, option, *at.option)) return;
    at.option = option;
    at.intervention = name;
}

}  // namespace

std::vector<StageBest> best_by_stage(const Comparison& c) {
    std::map<std::string, StageBest> found;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        const auto start = parse_stage_option(c.options[o].name);
        if (start && start->weeks == 0 && o != c.baseline)
            count(found[start->stage], c, o, start->intervention);
    }
    std::vector<StageBest> out;
    for (const auto& word : stage_words) {
        const auto at = found.find(std::string(word.text));
        if (at == found.end()) continue;
        at->second.stage = at->first;
        out.push_back(at->second);
    }
    return out;
}

std::string stage_sentence(const StageBest& s, const Comparison& c) {
    if (!s.option)
        return fmt::format("{}: nothing can be said; too few futures differ under each of {}",
                           s.stage, s.cells);
    const Figure& ratio = c.options[*s.option].answers.deaths.ratio;
    const std::string most =
        fmt::format("'{}', {} deaths ({})", s.intervention, factor_text(ratio.value, of_people),
                    factor_range(ratio, of_people));
    if (s.better == 0)
        return fmt::format(
            "{}: none of {} clearly reduces deaths in the typical future; at best {}", s.stage,
            s.cells, most);
    return fmt::format("{}: {} of {} clearly reduce{} deaths in the typical future, most of all {}",
                       s.stage, s.better, s.cells, s.better == 1 ? "s" : "", most);
}

}  // namespace forestall::comparison
