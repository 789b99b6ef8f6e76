// SPDX-License-Identifier: Apache-2.0
// Rule: three answers about each option against the baseline. The typical future: by which factor
// the option changes civilian deaths, as the ratio of geometric means, that is the mean of the
// differences of logarithms, in which a catastrophe counts as one future and not as a thousand.
// Catastrophe: how much likelier or less likely mass killing is. Displacement at the peak: the
// ratio of geometric means. All their intervals are one family: in 19 of 20 files all are right at
// once. Reads deaths, onsets and displacement of paired members.
// Source: bootstrap-t and max-t as in means.hpp; Tango 1998 for paired shares.
#pragma once
#include "analysis/comparison/figure.hpp"

namespace forestall::comparison {

/// Added before a logarithm is taken, so that a future without any has one. One person: the least
/// that can be told from none, and nothing next to the hundreds and thousands of most futures.
inline constexpr double shift = 1;

/// What can be said: it is better or worse (the interval leaves out "no difference"), the interval
/// does not show which, too few members differ for an interval, or none differs.
enum class Clear : std::uint8_t { better, worse, open, few, none };

/// A factor: 0.8 is a fifth less.
struct Typical {
    Figure ratio{1, 1, 1, 0};
    std::size_t less = 0, more = 0;  ///< members with less and with more than under the baseline
    Figure changed{0, 0, 0, 0};      ///< share of members that differ; the limits are exact
    Clear clear = Clear::none;
};

struct Catastrophe {
    Figure chance;                        ///< of mass killing under the option, one by one
    Figure difference{0, 0, 0, 0};        ///< of chances
    std::size_t averted = 0, caused = 0;  ///< members
    Clear clear = Clear::none;
};

struct Answers {
    Typical deaths;
    Catastrophe killing;
    Typical displaced;
};

/// The same said of the baseline against the option, whose chance of mass killing is given.
Answers reversed(const Answers& answers, const Figure& chance_under_baseline);

/// How bad it is under an option: limits are exact, 95 % one by one, not defined where there are
/// too few members for one.
struct Outlook {
    Figure middle_deaths;     ///< the middle future
    Figure one_in_ten;        ///< exceeded by one future in ten
    Figure mass_killing;      ///< chance
    Figure middle_displaced;  ///< at the peak
};

/// Logarithms, shifted.
Columns logarithms(const Columns& columns);

/// Per option. `killing`: 1 where an armed actor begins mass killing; empty: not known.
std::vector<Answers> answers_of(const Columns& deaths, const Columns& killing,
                                const Columns& displaced, std::size_t baseline, const Plan& plan);
Outlook outlook_of(const std::vector<double>& deaths, const std::vector<double>& killing,
                   const std::vector<double>& displaced);

}  // namespace forestall::comparison
