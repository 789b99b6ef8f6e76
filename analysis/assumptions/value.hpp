// SPDX-License-Identifier: Apache-2.0
// Rule: finding out a number before choosing is worth what it takes off the mean net harm when the
// option is chosen by it: min over options of the mean harm, less the mean over the number of the
// least mean harm given it (EVPPI). The luck of a member is not found out. Two estimates bracket
// it: the harm saved in members that the rule was not learned from, which is low, because a learned
// rule is not the best rule; and the smoothed plug-in, which is high, because noise looks like
// knowledge. What noise alone reaches is measured by shuffling the members of the harms against the
// draws. Source: Strong, Oakley & Brennan 2014; Raiffa & Schlaifer 1961; Westfall & Young 1993 for
// the largest of many.
#pragma once
#include <string>
#include <vector>

#include "analysis/assumptions/smooth.hpp"
#include "analysis/assumptions/study.hpp"

namespace forestall::assumptions {

struct Worth {
    std::string name;                  ///< of an assumption, or of what a set has in common
    std::vector<std::size_t> members;  ///< positions in Study::assumptions
    Figure worth;  ///< net harm averted per decision: held out; from its lower to the plug-in's
                   ///< upper limit
    double plug_in = 0;
    double by_chance =
        0;  ///< plug-in that shuffled draws exceed in 1 of 20 files, over the whole family
    bool told = false;  ///< above that, and something was saved in members held out
    double below = 0;   ///< share of its own shuffles that lie below its plug-in
    bool too_many =
        false;  ///< more numbers than the members say anything about: only foresight bounds it
    double switches = 0;  ///< share of members in which knowing it would change the choice
};

struct Values {
    std::vector<Worth>
        each;  ///< single assumptions, worth most first, those told from chance before others
    std::vector<Worth>
        groups;  ///< "everything uncertain", and sets that share a grade, an actor, an intervention
    Figure clairvoyance;   ///< what foresight of everything, luck included, would avert: no
                           ///< information gives more
    double best_harm = 0;  ///< mean net harm of the option that is chosen without knowing more
};

struct Effort {
    Plan plan;                   ///< for intervals of means
    std::size_t shuffles = 199;  ///< of the null, and resamples of the plug-in
    std::size_t folds = 10;
};

/// Throws std::invalid_argument for fewer than two options or 40 members.
Values values_of(const Study& study, const Effort& effort);

/// Fewest members from which a file says anything about single assumptions.
inline constexpr std::size_t fewest_members = 40;

}  // namespace forestall::assumptions
