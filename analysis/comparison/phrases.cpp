// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/phrases.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/verdict.hpp"

namespace forestall::comparison {
namespace {

/// Two digits below ten, else whole.
std::string percent_number(double percent) {
    return percent >= 9.95 ? fmt::format("{:.0f}", percent) : fmt::format("{:.2g}", percent);
}

/// "38 %", as far as a part of a whole goes: never all of it.
std::string part_number(double share) {
    const double percent = 100 * std::fabs(share);
    if (percent >= 99.5) return "more than 99";
    return percent < 0.05 ? "0" : percent_number(percent);
}

/// "38 %" or "3.2 times".
std::string size_of(double ratio) {
    if (!std::isfinite(ratio)) return "any number";
    if (ratio > 2) return percent_number(ratio) + " times";
    return ratio < 1 ? part_number(1 - ratio) + " %" : percent_number(100 * (ratio - 1)) + " %";
}

const char* way_of(double ratio, const Words& words) {
    if (ratio > 2) return words.times;
    return ratio < 1 ? words.less : words.more;
}

std::string points_number(double difference) { return percent_number(100 * std::fabs(difference)); }

}  // namespace

std::string signed_text(double difference) {
    return fmt::format("{} {}", readable(std::fabs(difference)), difference < 0 ? "fewer" : "more");
}

std::string range_text(const Figure& d) {
    if (d.lo < 0 && d.hi > 0) return fmt::format("{} to {}", signed_text(d.lo), signed_text(d.hi));
    const bool fewer = d.value < 0;
    return fmt::format("{} to {} {}", readable(fewer ? -d.hi : d.lo),
                       readable(fewer ? -d.lo : d.hi), fewer ? "fewer" : "more");
}

std::string chance_words(double share) {
    if (!std::isfinite(share)) return "not known";
    if (share > 0.995) return "more than 99 %";
    if (share < 0.005) return "less than 1 %";
    return fmt::format("{:.0f} %", 100 * share);
}

std::string chance_range(const Figure& f) {
    std::string low = chance_words(f.lo), high = chance_words(f.hi);
    if (low == high) return high;
    if (low.ends_with(" %")) low.resize(low.size() - 2);
    return fmt::format("{} to {}", low, high);
}

std::string factor_text(double ratio, const Words& words) {
    if (std::isfinite(ratio) && std::fabs(ratio - 1) < 5e-4) return "no change";
    return fmt::format("{} {}", size_of(ratio), way_of(ratio, words));
}

std::string factor_range(const Figure& f, const Words& words) {
    const char *const low = way_of(f.lo, words), *const high = way_of(f.hi, words);
    if (low != high)
        return fmt::format("{} to {}", factor_text(f.lo, words), factor_text(f.hi, words));
    const bool less = low == words.less;
    std::string from = size_of(less ? f.hi : f.lo);
    const std::string to = size_of(less ? f.lo : f.hi);
    if (from.ends_with(" %")) from.resize(from.size() - 2);
    if (from.ends_with(" times")) from.resize(from.size() - 6);
    return fmt::format("{} to {} {}", from, to, low);
}

std::string points_text(double difference) {
    if (std::fabs(difference) < 5e-4) return "no difference";
    return fmt::format("{} points {}", points_number(difference),
                       difference < 0 ? "lower" : "higher");
}

std::string points_range(const Figure& d) {
    if (d.lo < 0 && d.hi > 0)
        return fmt::format("{} lower to {} points higher", points_number(d.lo),
                           points_number(d.hi));
    const bool lower = d.value < 0;
    return fmt::format("{} to {} points {}", points_number(lower ? d.hi : d.lo),
                       points_number(lower ? d.lo : d.hi), lower ? "lower" : "higher");
}

std::string clear_text(Clear clear) {
    switch (clear) {
        case Clear::better:
        case Clear::worse:
            return "clear";
        case Clear::open:
            return "not clear";
        case Clear::few:
            return "too few differ";
        case Clear::none:
            break;
    }
    return "no change seen";
}

std::string few_text(const Typical& t, std::size_t members, const char* futures) {
    return fmt::format("differs in {} of {} {}, {} of all at most", t.less + t.more, members,
                       futures, chance_words(t.changed.hi));
}

}  // namespace forestall::comparison
