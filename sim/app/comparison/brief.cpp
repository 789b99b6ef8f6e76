// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/brief.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/settling.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using namespace comparison;

constexpr std::size_t line_columns = 110, label_columns = 20;

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

/// A label, and beside it words in lines that hang under each other.
std::string entry(const std::string& label, const std::string& text) {
    std::string out,
        line = label + std::string(label_columns - std::min(label_columns, label.size()), ' ');
    std::istringstream words(text);
    bool first = true;
    for (std::string word; words >> word; first = false) {
        if (!first && width_of(line) + 1 + width_of(word) > line_columns) {
            out += line + "\n";
            line = std::string(label_columns, ' ');
            first = true;
        }
        line += (first ? "" : " ") + word;
    }
    return out + line + "\n";
}

std::string money(double amount, const std::string& currency) {
    const double size = std::fabs(amount);
    if (size >= 1e6) return fmt::format("{} M {}", readable(amount / 1e6), currency);
    if (size >= 1e4) return fmt::format("{} k {}", readable(amount / 1e3), currency);
    return fmt::format("{} {}", readable(amount), currency);
}

std::string limits(const Figure& f) {
    if (!std::isfinite(f.lo)) return "";
    return std::isfinite(f.hi) ? fmt::format(" ({} to {})", rough(f.lo), rough(f.hi))
                               : fmt::format(" ({} or more)", rough(f.lo));
}

std::string outlook_text(const Comparison& c) {
    const Outlook& o = c.outlook;
    std::string out = fmt::format("{} civilians killed in the middle future{}",
                                  rough(o.middle_deaths.value), limits(o.middle_deaths));
    if (std::isfinite(o.one_in_ten.value) && c.members >= 20)
        out += fmt::format("; more than {} in one of ten{}", rough(o.one_in_ten.value),
                           limits(o.one_in_ten));
    if (std::isfinite(o.mass_killing.value))
        out += fmt::format("; mass killing in {} of futures ({})",
                           chance_words(o.mass_killing.value), chance_range(o.mass_killing));
    return out + fmt::format("; {} people away from home at the peak of the middle future{}.",
                             rough(o.middle_displaced.value), limits(o.middle_displaced));
}

std::string effect_text(const OptionFigures& f) {
    const Typical& t = f.answers.deaths;
    if (t.clear == Clear::few || t.clear == Clear::none)
        return "changes too few of these futures to say";
    return fmt::format("{} civilian deaths in the typical future ({})",
                       factor_text(t.ratio.value, of_people), factor_range(t.ratio, of_people));
}

std::string best_text(const Report& report, const Lead& lead) {
    const Comparison& c = report.comparison;
    const OptionFigures& best = c.options[lead.option];
    if (!lead.found && lead.option == c.baseline)
        return "No option looks better than doing nothing.";
    if (!lead.found)
        return fmt::format("No option is clearly better. What looks best is '{}': {}.", best.name,
                           effect_text(best));
    std::string out = fmt::format("'{}': {}.", best.name, effect_text(best));
    if (lead.rivals.empty() && c.options.size() > 2)
        out += " Clearly better than every other option.";
    if (!lead.rivals.empty())
        out += lead.rivals.size() == 1
                   ? fmt::format(" Not clearly better than '{}'.", c.options[lead.rivals[0]].name)
                   : fmt::format(" Not clearly better than {} others.", lead.rivals.size());
    std::vector<std::string> also;
    for (const std::size_t o : ranked(c))
        if (o != lead.option && c.options[o].answers.deaths.clear == Clear::better)
            also.push_back("'" + c.options[o].name + "'");
    constexpr std::size_t most = 3;
    if (also.empty()) return out;
    const std::size_t more = also.size() - std::min(most, also.size());
    also.resize(also.size() - more);
    return out + fmt::format(" Also clearly better than nothing: {}{}.", fmt::join(also, ", "),
                             more > 0 ? fmt::format(" and {} more", more) : "");
}

std::string sure_text(const Report& report, std::size_t option) {
    const Comparison& c = report.comparison;
    const OptionFigures& f = c.options[option];
    const Answers& a = f.answers;
    std::string out = fmt::format("'{}': fewer deaths in {} of {} futures, more in {}.", f.name,
                                  a.deaths.less, thousands(c.members), a.deaths.more);
    if (std::isfinite(a.killing.chance.value))
        out += fmt::format(" Mass killing {} ({}), {}.", points_text(a.killing.difference.value),
                           points_range(a.killing.difference), clear_text(a.killing.clear));
    const Typical& away = a.displaced;
    if (away.clear == Clear::few || away.clear == Clear::none)
        out += fmt::format(" Displacement at the peak: {}.", clear_text(away.clear));
    else
        out += fmt::format(" Displacement at the peak {} ({}), {}.",
                           factor_text(away.ratio.value, of_much),
                           factor_range(away.ratio, of_much), clear_text(away.clear));
    const std::string more = settle_sentence(a.deaths, c.members, "futures");
    if (!more.empty()) out += fmt::format(" Deaths of the typical future: {}.", more);
    const bool clear = !f.few && f.difference.clear_of_zero();
    return out + fmt::format(" Mean {}: {} ({}), {}.", report.text, signed_text(f.difference.value),
                             range_text(f.difference), clear ? "clear" : "not clear");
}

std::string cost_text(const Report& report, std::size_t option) {
    const OptionFigures& f = report.comparison.options[option];
    const std::string& currency = report.wording.currency;
    std::string out = fmt::format("'{}': {} (prices of {})", f.name, money(f.cost.value, currency),
                                  report.wording.price_year);
    if (!std::isfinite(f.cost_per_death_averted.value))
        return out + "; what a death averted costs cannot be said: on average it may avert none.";
    return out + fmt::format("; a death averted costs {} ({} to {}) on average.",
                             money(f.cost_per_death_averted.value, currency),
                             money(f.cost_per_death_averted.lo, currency),
                             money(f.cost_per_death_averted.hi, currency));
}

std::string unknown_text(const Comparison& c) {
    std::size_t open = 0, few = 0;
    for (std::size_t o = 0; o < c.options.size(); ++o) {
        if (o == c.baseline) continue;
        const Clear clear = c.options[o].answers.deaths.clear;
        open += clear == Clear::open ? 1 : 0;
        few += clear == Clear::few || clear == Clear::none ? 1 : 0;
    }
    std::string out;
    if (open > 0)
        out += fmt::format("{} of {} options may be no better or worse than nothing. ", open,
                           c.options.size() - 1);
    if (few > 0) out += fmt::format("{} change too few futures to say. ", few);
    return out +
           "What the model leaves out is in no interval; effects of interventions come from a "
           "literature with few measurements. This is no forecast.";
}

}  // namespace

std::string brief_text(const Report& report, const std::string& title,
                       const std::vector<std::string>& by_stage) {
    const Comparison& c = report.comparison;
    const Lead lead = lead_of(c);
    std::string out = fmt::format("{}: {} of a model, {} under the same luck\n\n", title,
                                  counted(c.members, "future", "futures"),
                                  counted(c.options.size(), "option", "options"));
    out +=
        entry(c.options[c.baseline].name == "none" ? "If nothing is done"
                                                   : "Under '" + c.options[c.baseline].name + "'",
              outlook_text(c));
    out += entry("What works best", best_text(report, lead));
    if (lead.option != c.baseline) {
        out += entry("How sure", sure_text(report, lead.option));
        out += entry("At what cost", cost_text(report, lead.option));
    }
    for (std::size_t s = 0; s < by_stage.size(); ++s)
        out += entry(s == 0 ? "At which stage" : "", by_stage[s] + ".");
    return out + entry("What is not known", unknown_text(c)) +
           "\nTypical future: ratio of geometric means. Intervals: 95 %, together for all options "
           "and "
           "answers; clear: no difference is left out.\n";
}

}  // namespace forestall::app
