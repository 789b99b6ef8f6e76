// SPDX-License-Identifier: Apache-2.0
// Everything that a comparison of options says, from paired members: the same member number means
// the same luck under every option. Reads columns of numbers, so that any source of members will
// do. Methods: docs/methods/comparison.md.
#pragma once
#include <string>
#include <vector>

#include "analysis/comparison/answers.hpp"
#include "analysis/comparison/cost_effect.hpp"
#include "analysis/comparison/family.hpp"
#include "analysis/comparison/figure.hpp"
#include "analysis/comparison/front.hpp"
#include "analysis/comparison/pairs.hpp"

namespace forestall::comparison {

/// All columns are [option][member] of the same members.
struct Paired {
    std::vector<std::string> options;
    std::size_t baseline = 0;
    bool less_is_better = true;
    Columns outcome;
    Columns cost;       ///< present value, money
    Columns deaths;     ///< civilians
    Columns displaced;  ///< persons, at the peak
    std::vector<std::string> groups;
    std::vector<Columns> deaths_by_group;     ///< [group][option][member]; empty: not known
    std::vector<Columns> displaced_by_group;  ///< persons at the end
    Columns killing = {};  ///< 1 where mass killing begins, else 0; empty: not known
};

/// What an option does to one identity group, against the baseline. Intervals of one outcome hold
/// together over all options and groups.
struct GroupHarm {
    std::string group;
    Figure deaths;
    Figure displaced;
};

/// Differences are the option's less the baseline's, in the outcome's own direction.
struct OptionFigures {
    std::string name;
    Answers answers;  ///< of the typical future, catastrophe and displacement; one family
    Figure mean;
    Figure difference;                ///< simultaneous over options that change enough members
    std::size_t members_changed = 0;  ///< members in which the outcome differs from the baseline's
    Figure changed;                   ///< share of members, exact, over all options
    bool few = false;                 ///< too few for its difference to be clear
    Figure p_best;                    ///< share of members in which it is the best; ties shared
    Figure p_worse;                   ///< ... in which it is worse than the baseline
    Figure regret;                    ///< against the best of each member
    double regret_of_mean = 0;        ///< of its mean, against the best mean
    Figure cvar;                      ///< mean of the worst tenth
    Figure cost;
    Figure extra_cost;
    Figure deaths_averted;        ///< civilians; simultaneous over options
    Figure displacement_averted;  ///< persons, at the peak; simultaneous over options
    Figure cost_per_death_averted;
    Figure cost_per_displacement_averted;
    Figure variance_reduction;
    Figure
        independent_members;  ///< members with luck of their own that the same precision would need
    std::vector<GroupHarm> harm;
};

struct Comparison {
    std::vector<OptionFigures> options;
    std::size_t baseline = 0;
    bool less_is_better = true;
    std::size_t members = 0;
    bool about_deaths = false;  ///< the outcome is civilian deaths
    AllPairs pairs;             ///< of the outcome, turned so that less is better
    AllPairs typical;           ///< of the logarithm of deaths
    Outlook outlook;            ///< under the baseline
    Front front;                ///< of deaths, displacement at the peak and cost
    Acceptability acceptability_deaths;
    Acceptability acceptability_displaced;
};

/// Which option the answer is about: what works best in the typical future, if the outcome is
/// civilian deaths, else the best mean.
struct Lead {
    std::size_t option = 0;
    bool found = false;               ///< it is clearly better than the baseline
    std::vector<std::size_t> rivals;  ///< options, the baseline apart, that it is not told from
};
Lead lead_of(const Comparison& comparison);
/// Options, the baseline left out, best first by the same measure.
std::vector<std::size_t> ranked(const Comparison& comparison);

/// `difference` of each option with what goes with it, and nothing else of a comparison: the same
/// figures to the bit. 0 for the baseline.
Family changes_of(const Columns& outcome, std::size_t baseline, const Plan& plan);

/// Throws std::invalid_argument for fewer than two options or members, or columns that do not fit.
Comparison compare(const Paired& paired, const Plan& plan);

}  // namespace forestall::comparison
