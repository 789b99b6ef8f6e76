// SPDX-License-Identifier: Apache-2.0
// What a question about assumptions reads: the net harm of every option in every member, and what
// was drawn for every uncertain number in it. One decision rule for all: net harm is the outcome,
// turned so that less is better, plus cost over what a unit of the outcome averted is worth; the
// best option has the least mean net harm.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/figure.hpp"
#include "analysis/report/context.hpp"
#include "core/distribution.hpp"
#include "results/reader.hpp"

namespace forestall::assumptions {

using comparison::Columns;
using comparison::Figure;
using comparison::Plan;

/// The law that a number was drawn from, and the bounds that draws are clamped to.
struct Law {
    Distribution distribution;
    double low;
    double high;
};

/// One uncertain number.
struct Assumption {
    std::string name;
    report::Assumption words;
    std::optional<Law> law;     ///< none: the scenario inside the file cannot be read
    std::vector<double> drawn;  ///< per member
    std::vector<double> score;  ///< per member: normal score of the rank of what was drawn
    std::vector<bool> reaches;  ///< per option: whether it can move its net harm; empty: all
    /// Value at a normal score: at Φ(z) of its law; without one, of what was drawn.
    double at(double z) const;
};

/// How many effects an option has, and how many of them are guesses: grade D, of value or link.
struct EffectCount {
    std::size_t all = 0;
    std::size_t guessed = 0;
};

struct Study {
    std::vector<std::string> options;
    std::size_t baseline = 0;
    std::string outcome;          ///< its name
    std::string text;             ///< "civilian deaths"
    std::optional<double> worth;  ///< money per unit of outcome averted; none: costs do not count
    Columns turned;               ///< [option][member]: outcome, less is better
    Columns cost;                 ///< [option][member]: present value
    Columns harm;                 ///< [option][member]: net harm, in units of the outcome
    std::size_t best = 0;         ///< least mean net harm; the baseline if it ties
    std::vector<Assumption> assumptions;
    std::size_t held = 0;    ///< numbers of the file that do not vary
    std::size_t unused = 0;  ///< uncertain ones that reach no run or no harm of the file
    std::vector<EffectCount>
        effects;  ///< per option; empty: the scenario inside the file cannot be read
    std::size_t members() const { return harm.front().size(); }
};

/// What the scenario says about the numbers of a file, which the caller has read.
struct Sources {
    std::map<std::string, report::Assumption> words;
    std::map<std::string, Law> laws;
    /// Options that have an intervention, by its name; none: not known.
    std::optional<std::map<std::string, std::set<std::string>>> users;
    std::set<std::string>
        budgeted;  ///< options whose budget binds somewhere, so that costs decide what is done
    std::vector<EffectCount> effects;  ///< per option of the file; empty: not known
};

struct StudyWish {
    std::string outcome;
    std::size_t baseline = 0;
    std::optional<double> worth;
    comparison::Prices prices;
};

/// Throws std::invalid_argument for an outcome that is none.
Study study_of(const Results& results, const StudyWish& wish, const Sources& sources,
               const std::vector<std::size_t>& members);

/// Per option: whether any of these assumptions (positions) can move its difference to the best.
std::vector<bool> moved_by(const Study& study, const std::vector<std::size_t>& assumptions);

/// turned + cost / worth.
Columns net_harm(const Columns& turned, const Columns& cost, const std::optional<double>& worth);
/// Position of the least mean; `baseline` if it ties.
std::size_t best_of(const Columns& harm, std::size_t baseline);

/// Φ^-1((rank - 1/2) / n), ties sharing their mean rank.
std::vector<double> normal_scores(const std::vector<double>& values);
/// Φ and its inverse.
double normal_share(double z);
double normal_score(double share);

}  // namespace forestall::assumptions
