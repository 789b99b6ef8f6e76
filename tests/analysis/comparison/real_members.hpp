// SPDX-License-Identifier: Apache-2.0
// Members that the simulator made, taken as the whole population: truths are known exactly, and
// studies are drawn from it with replacement. So intervals are tried on the shapes that they are
// for, with all options of a member under its own luck.
#pragma once
#include <array>
#include <cmath>
#include <istream>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/comparison/answers.hpp"
#include "analysis/comparison/exact.hpp"
#include "analysis/comparison/family.hpp"
#include "core/random.hpp"

namespace forestall::test {

using comparison::Answers, comparison::Columns, comparison::Figure;

struct RealMembers {
    std::vector<std::string> options;  ///< the baseline first
    Columns deaths, killing, displaced;
    std::size_t size() const { return deaths.front().size(); }
};

/// A line of names, then a line per member: deaths, onset (0 or 1), displaced at the peak, for each
/// option.
inline void write_members(const RealMembers& m, std::ostream& out) {
    for (std::size_t o = 0; o < m.options.size(); ++o) out << (o ? "," : "") << m.options[o];
    out << '\n';
    for (std::size_t i = 0; i < m.size(); ++i) {
        for (std::size_t o = 0; o < m.options.size(); ++o)
            out << (o ? "," : "") << static_cast<long long>(m.deaths[o][i]) << ','
                << static_cast<int>(m.killing[o][i]) << ','
                << static_cast<long long>(m.displaced[o][i]);
        out << '\n';
    }
}

inline RealMembers read_members(std::istream& in) {
    RealMembers out;
    std::string line, cell;
    std::getline(in, line);
    for (std::istringstream names(line); std::getline(names, cell, ',');)
        out.options.push_back(cell);
    const std::size_t options = out.options.size();
    for (Columns* c : {&out.deaths, &out.killing, &out.displaced}) c->resize(options);
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        for (std::size_t o = 0; o < options; ++o)
            for (Columns* c : {&out.deaths, &out.killing, &out.displaced}) {
                if (!std::getline(cells, cell, ',')) throw std::runtime_error("too few cells");
                (*c)[o].push_back(std::stod(cell));
            }
    }
    return out;
}

/// `members` of them, drawn with replacement, each with all its options.
inline RealMembers study_of(const RealMembers& all, std::size_t members, std::uint64_t number) {
    RealMembers out{all.options, {}, {}, {}};
    for (Columns* c : {&out.deaths, &out.killing, &out.displaced})
        c->assign(all.options.size(), std::vector<double>(members));
    Stream luck(mix(0xC0FFEE, number), process("test.real_study"), 0);
    for (std::size_t m = 0; m < members; ++m) {
        const auto from = static_cast<std::size_t>(luck.below(all.size()));
        for (std::size_t o = 0; o < all.options.size(); ++o) {
            out.deaths[o][m] = all.deaths[o][from];
            out.killing[o][m] = all.killing[o][from];
            out.displaced[o][m] = all.displaced[o][from];
        }
    }
    return out;
}

/// What is true in the population, option by option.
struct Truth {
    double log_deaths = 0, killing = 0, log_displaced = 0;
    double deaths_changed = 0, displaced_changed = 0;
    double mean_deaths = 0;
};

inline double mean_difference(const std::vector<double>& x, const std::vector<double>& y) {
    double sum = 0;
    for (std::size_t m = 0; m < x.size(); ++m) sum += x[m] - y[m];
    return sum / static_cast<double>(x.size());
}

inline double share_changed(const std::vector<double>& x, const std::vector<double>& y) {
    double sum = 0;
    for (std::size_t m = 0; m < x.size(); ++m) sum += x[m] != y[m] ? 1 : 0;
    return sum / static_cast<double>(x.size());
}

inline std::vector<Truth> truths_of(const RealMembers& all) {
    const Columns deaths = comparison::logarithms(all.deaths),
                  displaced = comparison::logarithms(all.displaced);
    std::vector<Truth> out(all.options.size());
    for (std::size_t o = 1; o < out.size(); ++o)
        out[o] = {mean_difference(deaths[o], deaths[0]),
                  mean_difference(all.killing[o], all.killing[0]),
                  mean_difference(displaced[o], displaced[0]),
                  share_changed(all.deaths[o], all.deaths[0]),
                  share_changed(all.displaced[o], all.displaced[0]),
                  mean_difference(all.deaths[o], all.deaths[0])};
    return out;
}

/// The estimands that lead, then what stands beside them, then the biased twin: normal intervals of
/// the logarithm of deaths, one by one.
enum Estimand { typical, killing, displaced, leading, means, twin, estimands };
inline constexpr std::array<const char*, estimands> estimand_words = {
    "typical future, deaths", "chance of mass killing",      "displacement at the peak",
    "all three together",     "mean deaths (stands beside)", "normal, one by one (biased twin)"};

/// How often all options' intervals held at once, how often any was called clear, and how often
/// one was called clear the wrong way.
struct Held {
    std::array<double, estimands> together{};
    double clear = 0, wrong_way = 0, outside = 0, half_width = 0;
};

inline bool holds(const Figure& f, double truth) {
    // The last bit of a truth and of an interval of no width may differ.
    const double slack = 1e-9 * (1 + std::fabs(truth));
    return f.lo - slack <= truth && truth <= f.hi + slack;
}

/// An interval where there is one; else the bound of how many members differ.
inline bool holds(const comparison::Typical& t, double log_truth, double changed) {
    if (t.clear == comparison::Clear::few || t.clear == comparison::Clear::none)
        return holds(t.changed, changed);
    return holds(t.ratio, std::exp(log_truth));
}

inline bool wrong_way(comparison::Clear clear, double truth) {
    return (clear == comparison::Clear::better && truth >= 0) ||
           (clear == comparison::Clear::worse && truth <= 0);
}

inline bool is_clear(comparison::Clear c) {
    return c == comparison::Clear::better || c == comparison::Clear::worse;
}

inline void judge(const Answers& a, const Truth& t, std::array<bool, estimands>& all, Held& held) {
    all[typical] = all[typical] && holds(a.deaths, t.log_deaths, t.deaths_changed);
    all[killing] = all[killing] && holds(a.killing.difference, t.killing);
    all[displaced] = all[displaced] && holds(a.displaced, t.log_displaced, t.displaced_changed);
    held.clear += (is_clear(a.deaths.clear) ? 1 : 0) + (is_clear(a.killing.clear) ? 1 : 0) +
                  (is_clear(a.displaced.clear) ? 1 : 0);
    held.wrong_way += wrong_way(a.deaths.clear, t.log_deaths) ||
                              wrong_way(a.killing.clear, t.killing) ||
                              wrong_way(a.displaced.clear, t.log_displaced)
                          ? 1
                          : 0;
    held.outside +=
        a.deaths.clear == comparison::Clear::few || a.deaths.clear == comparison::Clear::none ? 1
                                                                                              : 0;
    held.half_width += (std::log(a.deaths.ratio.hi) - std::log(a.deaths.ratio.lo)) / 2;
}

/// Figures of one study; `clear` and the like per option.
inline Held judged(const RealMembers& study, const std::vector<Truth>& truths,
                   const comparison::Plan& plan) {
    Held held;
    std::array<bool, estimands> all{};
    all.fill(true);
    const auto answers =
        comparison::answers_of(study.deaths, study.killing, study.displaced, 0, plan);
    Columns differences, logs = comparison::logarithms(study.deaths);
    for (std::size_t o = 1; o < truths.size(); ++o) {
        judge(answers[o], truths[o], all, held);
        differences.push_back(comparison::values_of(study.deaths, {o, 0}));
        const auto log = comparison::values_of(logs, {o, 0});
        const double error =
            std::sqrt(comparison::variance_of(log) / static_cast<double>(log.size()));
        all[twin] = all[twin] && std::fabs(comparison::mean_of(log) - truths[o].log_deaths) <=
                                     1.96 * error + 1e-9;
    }
    const comparison::Family family = comparison::family_of(differences, plan);
    for (std::size_t o = 1; o < truths.size(); ++o)
        all[means] =
            all[means] &&
            (family.outside[o - 1] ? holds(family.changed[o - 1], truths[o].deaths_changed)
                                   : holds(family.means.figures[o - 1], truths[o].mean_deaths));
    all[leading] = all[typical] && all[killing] && all[displaced];
    for (std::size_t e = 0; e < estimands; ++e) held.together[e] = all[e] ? 1 : 0;
    return held;
}

}  // namespace forestall::test
