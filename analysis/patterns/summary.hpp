// SPDX-License-Identifier: Apache-2.0
// What is kept of a few courses when many sets of weights are compared: tallies, and numbers on a
// scale on which luck is roughly even, defined even where nobody dies. docs/methods/posterior.md
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/facts/history.hpp"
#include "analysis/patterns/course.hpp"
#include "analysis/patterns/whereabouts.hpp"

namespace forestall::patterns {

/// k of n.
struct Counted {
    double k = 0;
    double n = 0;
};

/// Of a country at risk, some members together.
struct RiskSummary {
    Counted onset;     ///< first mass killings, of years until them
    Counted fighting;  ///< pairs' years with 25 dead in battle, last ones aside: those followed
                       ///< by a year with fewer
    Counted killing;   ///< actors' years with 100 civilians killed, the same
    Counted strategy;  ///< mass killings that ended: those that a change of strategy ended
    Counted relapse;   ///< truces that began five years before the end of the run or earlier:
                       ///< those broken within five years
    Counted together;  ///< runs in which quarters with fighting and with killing can be compared:
                       ///< those in which their logs correlate by one half or more
    Counted alarms;    ///< false alarms, of years until the onset
    double ratio = 0;  ///< log of one-sided deaths over battle deaths, 10 added to each
    double burst = 0;  ///< log of the share of the dead in the densest five weeks, mean of members
};
RiskSummary risk_summary(std::span<const Course> members);

/// Deaths in the terms of a case with a record.
struct Death {
    int day = 0;
    int region = -1;
    int side = -1;
    bool one_sided = false;
    double dead = 0;
    double reported = 0;
};
/// One course of a case: half-years, where, when and who.
struct CaseSummary {
    std::vector<double> half_years;  ///< log of deaths as reported, 5 added
    double ratio = 0;                ///< log of one-sided deaths over the rest, 5 added to each
    double capital = 0;              ///< logit of the capital's share of the dead
    double burst = 0;                ///< log of the share of the dead in the densest five weeks
    double small = 0;        ///< logit of the share of one-sided events with 3 dead or fewer
    double largest = 0;      ///< log of the largest one-sided event, 1 added
    double second_side = 0;  ///< logit of the second side's share of both's one-sided deaths
    double displaced = 0;    ///< log of people displaced at their most per civilian killed
    std::vector<double> numbers() const;  ///< all, in this order
};
std::vector<Death> deaths_of(const Course& course, const Case& c);
std::vector<Death> deaths_of(std::span<const Recorded> record);
/// `events`: deaths of each one-sided event.
CaseSummary case_summary(std::span<const Death> deaths, std::span<const std::int64_t> events,
                         double displaced_at_most, double killed_by_then, const Case& c);
CaseSummary case_summary(const Course& course, const Case& c);
/// False alarms of one course, of years until its onset.
Counted false_alarms(const Course& course);

}  // namespace forestall::patterns
