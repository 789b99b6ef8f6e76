// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include "analysis/digits.hpp"
#include "analysis/explain/phrases.hpp"

namespace forestall::analysis {
namespace {

template <class Id, class Name>
std::string name_of(Id id, std::size_t size, Name name, std::string_view otherwise) {
    return id == none<Id>() || index(id) >= size ? std::string(otherwise) : name(index(id));
}

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

std::string times(double factor) {
    if (factor < 9.95) return fmt::format("{:.1f}", factor);
    return factor < 1e6 ? thousands(std::llround(factor)) : "more than a million";
}

bool of_a_crowd(const Event& event) { return event.kind == EventKind::communal; }

/// Causes that do not raise odds but are what there must be.
bool of_course(const Cause& cause) { return cause.what == "dyad" || cause.what == "follows"; }

}  // namespace

std::string long_date(const std::string& start_date, std::int64_t day) {
    using namespace std::chrono;
    int y = 0;
    unsigned m = 0, d = 0;
    const char* text = start_date.data();
    const auto number = [&](std::size_t from, std::size_t count, auto& into) {
        return std::from_chars(text + from, text + from + count, into).ec == std::errc();
    };
    if (start_date.size() != 10 || !number(0, 4, y) || !number(5, 2, m) || !number(8, 2, d))
        throw std::invalid_argument("no date: " + start_date);
    const year_month_day date{sys_days{year{y} / month{m} / std::chrono::day{d}} + days{day}};
    static constexpr std::array<const char*, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{} {} {}", unsigned{date.day()}, months.at(unsigned{date.month()} - 1),
                       int{date.year()});
}

std::string noun_of(std::string_view what) {
    for (const Noun& n : nouns())
        if (n.what == what) return std::string(n.text);
    return std::string(what);
}

bool has_phrase(std::string_view what) {
    const auto names = [&](const auto& all) {
        return std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.what == what; });
    };
    return names(reason_phrases()) && names(nouns());
}

std::string Words::date(const Event& event) const {
    if (event.day >= 0) return long_date(header_.start_date, event.day);
    std::string first =
        long_date(header_.start_date, header_.time.at(static_cast<std::size_t>(event.step)));
    if (header_.step_days == 1) return first;
    return header_.step_days == 7 ? "the week from " + first
                                  : fmt::format("the {} days from {}", header_.step_days, first);
}

std::string Words::fill(std::string_view pattern, const Event& event, const Cause* cause) const {
    const auto actor = [&](ActorId id, std::string_view otherwise) {
        return name_of(
            id, header_.actors.size(), [&](std::size_t i) { return header_.actors[i]; }, otherwise);
    };
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            out += pattern[i];
            continue;
        }
        switch (pattern[i + 1]) {
            case 'A':
                out += actor(event.actor, "an unknown actor");
                break;
            case 'B':
                out += actor(event.opponent, "an enemy");
                break;
            case 'C':
                out += cause == nullptr ? "another" : actor(cause->actor, "another");
                break;
            case 'G':
                out += name_of(
                    event.target, header_.groups.size(),
                    [&](std::size_t g) { return header_.groups[g]; }, "all groups");
                break;
            default:
                out += name_of(
                    event.place, header_.locations.size(),
                    [&](std::size_t p) { return header_.locations[p].name; }, "the country");
        }
        i += 2;
    }
    return out;
}

std::string Words::what(const Event& event) const {
    for (const EventPhrase& p : event_phrases())
        if (p.kind == event.kind && (p.manner.empty() || p.manner == event.manner))
            return fill(p.text, event, nullptr);
    if (event.kind == EventKind::intervention) return "intervention " + event.manner;
    return event_words.string(event.kind) +
           (event.manner.empty() ? "" : " (" + event.manner + ")") +
           fill(" in {P}", event, nullptr);
}

std::string Words::toll(const Event& event) const {
    if (event.deaths == 0) return "";
    std::string out = thousands(event.deaths) +
                      (event.deaths == 1 ? " person was killed" : " people were killed");
    const Persons civilians = event.civilian_deaths, fighters = event.deaths - civilians;
    if (event.number < 0) return out + ".";
    if (fighters == 0)
        out += event.deaths == 1 ? ", a civilian" : ", all of them civilians";
    else
        out += civilians == 0 ? ", no civilian among them"
                              : fmt::format(", {} of them civilians", thousands(civilians));
    if (civilians <= 0) return out + ".";
    if (event.reported == 0) return out + "; no observer reported it.";
    if (event.reported == civilians) return out + "; observers reported all of these.";
    return out + fmt::format("; observers reported {} of these.", thousands(event.reported));
}

std::string Words::event(const Event& event) const {
    std::string out = (event.day >= 0 ? "On " : "In ") + date(event) + ", " + what(event) + ".";
    if (const std::string dead = toll(event); !dead.empty()) out += " " + dead;
    static constexpr std::array<const char*, 6> held = {
        "",
        "The government held the place.",
        "The government held most of the place.",
        "The place was contested.",
        "The government's challengers held most of the place.",
        "The government's challengers held the place."};
    if (event.zone > 0 && event.zone < 6)
        out += std::string(" ") + held.at(static_cast<std::size_t>(event.zone));
    return out;
}

std::string Words::chance(const Event& event) const {
    if (event.probability < 0) return "";
    const double p = event.probability;
    const std::string span =
        header_.step_days == 7 ? "that week" : fmt::format("those {} days", header_.step_days);
    std::string share = "nil";
    if (p >= 0.1)
        share = fmt::format("{:.0f} %", 100 * p);
    else if (p > 0)
        share =
            fmt::format("{} % (1 in {})",
                        p < 0.001 ? "less than 0.1" : fmt::format("{:.1f}", 100 * p), times(1 / p));
    return fmt::format(
        "As things stood, the chance of {} in {} was {}.",
        of_a_crowd(event) ? "a clash between the two groups there" : "just this choice", span,
        share);
}

std::string Words::reason(const Event& event, const Cause& cause) const {
    const int sign = cause.weight < 0 ? -1 : 1;
    for (const ReasonPhrase& p : reason_phrases())
        if (p.what == cause.what && (p.sign == 0 || p.sign == sign) &&
            (p.kinds.empty() || has_word(p.kinds, event_words.text(event.kind)) ||
             has_word(p.kinds, event.manner)))
            return fill(p.text, event, &cause);
    return cause.what;
}

double Words::odds(const Event& event, const Cause& cause) const {
    if (of_a_crowd(event) || of_course(cause)) return 0;
    return std::exp(cause.weight);
}

std::string Words::weight(const Event& event, const Cause& cause) const {
    if (of_course(cause)) return "without it, not possible";
    if (cause.what == "hostility") return fmt::format("hostility {:.2f} of 1", cause.weight);
    if (of_a_crowd(event))
        return fmt::format("{:.0f} % of the attackers' anger", 100 * cause.weight);
    const double factor = odds(event, cause);
    return factor >= 1 ? fmt::format("raised the odds {}-fold", times(factor))
                       : fmt::format("cut the odds {}-fold", times(1 / factor));
}

}  // namespace forestall::analysis
