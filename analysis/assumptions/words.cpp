// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "analysis/comparison/verdict.hpp"

namespace forestall::assumptions {
namespace {

using comparison::readable;

std::string counted(std::size_t number, const char* one, const char* many) {
    return fmt::format("{} {}", readable(static_cast<double>(number)), number == 1 ? one : many);
}

std::string option_of(const Study& s, std::size_t o) { return "'" + s.options[o] + "'"; }

const Flip* nearest_plausible(const Flips& flips) {
    const Flip* out = nullptr;
    for (const Flip& f : flips.each)
        if (f.plausible && (out == nullptr || f.distance < out->distance)) out = &f;
    return out;
}

std::string told_list(const std::vector<Worth>& rows) {
    std::string out;
    for (const Worth& w : rows)
        if (w.told)
            out += fmt::format("{}{} (about {}, at most {})", out.empty() ? "" : ", ", w.name,
                               readable(w.worth.value), readable(w.worth.hi));
    return out;
}

}  // namespace

std::string number_text(double v) {
    return std::fabs(v) >= 1000 ? readable(v) : fmt::format("{:.4g}", v);
}

std::string unit_text(const Assumption& a) {
    return a.words.unit.empty() || a.words.unit == "1" ? "" : " " + a.words.unit;
}

std::string harm_text(const Study& s) { return (s.worth ? "net " : "") + s.text; }

std::string grade_text(const std::string& grade) {
    if (grade.empty()) return "not graded";
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> grades = {
        {{"A", "measured for this quantity"},
         {"B", "literature on a similar quantity"},
         {"C", "calibration, or literature scaled down"},
         {"D", "judgement"}}};
    std::string_view means = "unknown";
    for (const auto& [known, meaning] : grades)
        if (grade == known) means = meaning;
    return fmt::format("grade {} ({})", grade, means);
}

std::string basis_text(const Assumption& a) {
    std::string grade = grade_text(a.words.grade);
    if (a.words.source.empty()) return grade;
    // A guess says so itself: "judgement: ...".
    const bool said = a.words.grade == "D" && a.words.source.starts_with("judgement");
    return (said ? "grade D" : grade) + ", " + a.words.source;
}

std::string guesses_text(const std::string& option, const EffectCount& effects) {
    if (effects.all == 0) return "";
    return fmt::format("Of the {} effects of '{}', {} on judgement (grade D, of value or link).",
                       effects.all, option,
                       effects.guessed == 1 ? "1 rests" : fmt::format("{} rest", effects.guessed));
}

std::size_t plausible_count(const Flips& flips) {
    return static_cast<std::size_t>(std::count_if(flips.each.begin(), flips.each.end(),
                                                  [](const Flip& f) { return f.plausible; }));
}

std::size_t told_count(const Flips& flips) {
    return static_cast<std::size_t>(
        std::count_if(flips.each.begin(), flips.each.end(), [](const Flip& f) { return f.told; }));
}

std::size_t told_count(const std::vector<Worth>& rows) {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Worth& w) { return w.told; }));
}

std::string place_text(const Assumption& a, const Flip& f, std::size_t i) {
    const std::string value = number_text(f.value[i]) + unit_text(a);
    if (f.score[i] < 0) return value + " or less";
    return f.score[i] > 0 ? value + " or more" : value;
}

std::string range_text(const Assumption& a, const Flip& f, std::size_t i) {
    const std::string how =
        f.score[i] == 0
            ? "its median"
            : fmt::format("so in {:.0f} % of futures", 100 * normal_share(-std::fabs(f.score[i])));
    return fmt::format("{}; 5 to 95 %: {} to {}", how, number_text(a.at(-plausible_score)),
                       number_text(a.at(plausible_score)));
}

std::string change_text(const Study& s, const Flip& f) {
    std::string out;
    for (std::size_t i = 0; i < f.numbers.size(); ++i) {
        const Assumption& a = s.assumptions[f.numbers[i]];
        std::string meaning = a.words.meaning;
        while (meaning.ends_with('.')) meaning.pop_back();
        out += fmt::format("{}{}{} at {} ({})", i == 0 ? "" : ", and ", a.name,
                           meaning.empty() ? "" : " (" + meaning + ")", place_text(a, f, i),
                           range_text(a, f, i));
    }
    return out;
}

std::string flip_verdict(const Study& s, const Flips& flips) {
    const std::string advice = option_of(s, s.best);
    const auto rests = [&](const Flip& f) { return basis_text(s.assumptions[f.numbers.front()]); };
    if (const std::size_t told = told_count(flips); told > 0) {
        const Flip& f = flips.each.front();
        return fmt::format(
            "{} plausible change{} of a single assumption, out of {}, clearly {} the advice. {}: "
            "with {}, {} is better than {}. It rests on {}.",
            told == 1 ? "One" : std::to_string(told), told == 1 ? "" : "s",
            counted(s.assumptions.size(), "uncertain number", "uncertain numbers"),
            told == 1 ? "changes" : "change", told == 1 ? "It is this" : "The smallest",
            change_text(s, f), option_of(s, f.to), advice, rests(f));
    }
    if (const Flip* f = nearest_plausible(flips))
        return fmt::format(
            "In {}, no single plausible change of an assumption clearly changes the advice: {} of "
            "{} uncertain numbers seem to change it somewhere in their 5 to 95 % range, but about "
            "{:.0f} would seem to by chance if none mattered. By best estimate the nearest is {}: "
            "then {} is best. It rests on {}.",
            counted(s.members(), "simulated future", "simulated futures"), plausible_count(flips),
            s.assumptions.size(), flips.by_chance, change_text(s, *f), option_of(s, f->to),
            rests(*f));
    const std::string alone = fmt::format(
        "No single assumption, out of {}, changes the advice anywhere in its 5 to 95 % range, by "
        "best estimate",
        counted(s.assumptions.size(), "uncertain number", "uncertain numbers"));
    if (!flips.pairs.empty())
        return fmt::format("{}. The nearest two that would do so together are {}; then {} is best.",
                           alone, change_text(s, flips.pairs.front()),
                           option_of(s, flips.pairs.front().to));
    return fmt::format("{}{}: nothing plausible makes another option better than {}.", alone,
                       s.assumptions.size() > 1 ? ", nor do any two together" : "", advice);
}

std::string value_verdict(const Study& s, const Values& v) {
    if (v.clairvoyance.value == 0)
        return fmt::format(
            "{} is best in every future: nothing that could be found out would change the choice.",
            option_of(s, s.best));
    std::string out;
    if (told_count(v.each) == 0) {
        double most = 0;
        for (const Worth& w : v.each) most = std::max(most, w.worth.hi);
        out = fmt::format(
            "In {}, no single assumption is clearly worth finding out before choosing: none would "
            "save more {} than chance alone could show. Nor is any ruled out: one could be worth "
            "as much as {}.",
            counted(s.members(), "simulated future", "simulated futures"), harm_text(s),
            readable(most));
    } else {
        out = fmt::format(
            "Finding out before choosing is worth, in {} on average: {}. Nothing else is clear of "
            "chance.",
            harm_text(s), told_list(v.each));
    }
    if (told_count(v.groups) > 0) out += fmt::format(" Several together: {}.", told_list(v.groups));
    return out + fmt::format(
                     " Foresight of everything, luck included, which no inquiry gives, would save "
                     "{} ({} to {}) on "
                     "average.",
                     readable(v.clairvoyance.value), readable(v.clairvoyance.lo),
                     readable(v.clairvoyance.hi));
}

}  // namespace forestall::assumptions
