// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/exact.hpp"
#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/verdict.hpp"
#include "app/exercise/review.hpp"
#include "app/frame/numbers.hpp"
#include "core/visible.hpp"

namespace forestall::app::exercise {
namespace {

using comparison::readable;

/// Beyond these shares of futures luck is named.
constexpr double lucky = 0.25, unlucky = 0.75;

std::string interval(const comparison::Figure& f) {
    return fmt::format("{} to {}", readable(f.lo), readable(f.hi));
}

bool is_clear(comparison::Clear clear) {
    return clear == comparison::Clear::better || clear == comparison::Clear::worse;
}

/// All that can be told of a change: "12 % fewer civilian deaths in the typical future (95 %
/// interval 3 to 20 % fewer) and 120 fewer civilian deaths on average (95 % interval 80 to 160
/// fewer)".
std::string amounts_of(const Change& c, const std::string& text) {
    std::vector<std::string> parts;
    const comparison::Answers& a = c.answers;
    if (is_clear(a.deaths.clear))
        parts.push_back(
            fmt::format("{} civilian deaths in the typical future (95 % interval {})",
                        comparison::factor_text(a.deaths.ratio.value, comparison::of_people),
                        comparison::factor_range(a.deaths.ratio, comparison::of_people)));
    if (is_clear(a.killing.clear))
        parts.push_back(fmt::format("a chance of mass killing {} (95 % interval {})",
                                    comparison::points_text(a.killing.difference.value),
                                    comparison::points_range(a.killing.difference)));
    if (is_clear(a.displaced.clear))
        parts.push_back(
            fmt::format("{} displacement at its peak (95 % interval {})",
                        comparison::factor_text(a.displaced.ratio.value, comparison::of_much),
                        comparison::factor_range(a.displaced.ratio, comparison::of_much)));
    if (c.told)
        parts.push_back(fmt::format("{} {} on average (95 % interval {})",
                                    comparison::signed_text(c.difference.value), text,
                                    comparison::range_text(c.difference)));
    if (parts.size() < 2) return parts.empty() ? "" : parts.front();
    return fmt::format("{} and {}", fmt::join(parts.begin(), parts.end() - 1, ", "), parts.back());
}

/// The factor of the typical future, for a table.
std::string factor_cell(const Change& c) {
    const comparison::Typical& t = c.answers.deaths;
    if (t.clear == comparison::Clear::few || t.clear == comparison::Clear::none)
        return comparison::clear_text(t.clear);
    return fmt::format("{} ({})", comparison::factor_text(t.ratio.value, comparison::of_people),
                       comparison::factor_range(t.ratio, comparison::of_people));
}

/// Luck is named where the share is far from one half and its exact interval leaves that out.
std::string_view luck_words(double better, std::size_t count, std::size_t futures) {
    const comparison::Figure share = comparison::exact_share(count, futures, 0.05);
    if (better >= lucky && better <= unlucky) return "luck was neither for nor against you";
    if (better > unlucky && share.lo > 0.5) return "you were unlucky";
    if (better < lucky && share.hi < 0.5) return "you were lucky";
    return "so few futures do not say whether that was luck";
}

std::string luck_sentence(const Review& r) {
    const double real_count = r.better * static_cast<double>(r.futures);
    const auto count = static_cast<std::size_t>(std::floor(real_count + 0.5));
    const double ties = static_cast<double>(r.same) / 2;
    const auto better = static_cast<std::size_t>(std::floor(real_count - ties + 0.5));
    return fmt::format("With these orders, {} of {} such countries do better than yours did{}: {}.",
                       thousands(better), thousands(r.futures),
                       r.same > 0 ? fmt::format(", and {} as well", thousands(r.same)) : "",
                       luck_words(r.better, count, r.futures));
}

std::string against(const Change& c) {
    return c.option == "none" ? "doing nothing" : "'" + c.option + "'";
}

std::string untold(const Review& r) {
    return fmt::format("cannot be told from chance at {} futures", thousands(r.members));
}

}  // namespace

std::string change_sentence(const OrderPart& part, const Review& r, bool earlier) {
    if (earlier)
        return fmt::format("Four weeks earlier, {} would have brought {}.", part.action,
                           amounts_of(part.earlier, r.text));
    return fmt::format("{} ({}) brings {}.", one_line(part.title), part.action,
                       amounts_of(part.added, r.text));
}

std::string odds_sentence(const Review& r) {
    if (r.futures == 0) return "";
    const auto share = [](const comparison::Figure& f) {
        return fmt::format("{} ({})", comparison::chance_words(f.value),
                           comparison::chance_range(f));
    };
    return fmt::format(
        "In this world, mass killing {} by {}. With the same orders and assumptions, it begins by "
        "then in {} of {} futures; over other luck and other assumptions, its chance is {} as "
        "played and {} if nothing is done (95 % intervals).",
        r.odds.own ? "began" : "did not begin", r.odds.until, thousands(r.odds.futures),
        thousands(r.futures), share(r.odds.played), share(r.odds.none));
}

std::vector<std::string> sentences_of(const Review& r) {
    std::vector<std::string> out;
    if (r.futures > 0) out.push_back(luck_sentence(r));
    for (const Change& c : r.skill)
        out.push_back(c.any() ? fmt::format("Against {}, these orders bring {}.", against(c),
                                            amounts_of(c, r.text))
                              : fmt::format("What these orders change against {} {}.", against(c),
                                            untold(r)));
    std::vector<std::string> not_told;
    for (const OrderPart& part : r.orders) {
        if (part.added.any())
            out.push_back(change_sentence(part, r, false));
        else
            not_told.push_back(fmt::format("{} ({})", one_line(part.title), part.action));
        if (part.earlier.any()) out.push_back(change_sentence(part, r, true));
    }
    if (!not_told.empty())
        out.push_back(fmt::format("What these orders change, each by itself, {}: {}.", untold(r),
                                  fmt::join(not_told, ", ")));
    return out;
}

std::string review_text(const Review& r) {
    std::string out = fmt::format("Review, {}\n\n", r.text);
    if (r.futures > 0)
        out += fmt::format(
            "Same assumptions, other luck: this world {}, mean of {} others {}; luck {}\n",
            readable(r.own), thousands(r.futures), readable(r.mean), readable(r.own - r.mean));
    out += fmt::format("Other luck and other assumptions, {} members:\n", thousands(r.members));
    using enum Table::Align;
    Table table({left, left, right, right, right}, "  ");
    table.row({"", "civilian deaths in the typical future", "difference of means", "95 % interval",
               "members that differ"});
    const auto row = [&](const std::string& name, const Change& c) {
        table.row({name, factor_cell(c), readable(c.difference.value), interval(c.difference),
                   thousands(c.changed)});
    };
    for (const Change& c : r.skill) row("as played less " + c.option, c);
    for (const OrderPart& part : r.orders) {
        row(part.action + ": with it less without it", part.added);
        if (!part.earlier.option.empty())
            row(part.action + ": four weeks earlier less as it was", part.earlier);
    }
    out += table.text() + "\n";
    if (r.futures > 0) out += odds_sentence(r) + "\n";
    for (const std::string& sentence : sentences_of(r)) out += sentence + "\n";
    return out;
}

}  // namespace forestall::app::exercise
