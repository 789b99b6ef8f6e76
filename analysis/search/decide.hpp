// SPDX-License-Identifier: Apache-2.0
// Rule: run all options on the same members, a batch at a time, and drop an option as soon as it is
// surely not the best; stop when one is left, or when what is left cannot matter more than the
// indifference zone. Two rules of dropping:
//
// * `kn`: the fully sequential procedure of Kim & Nelson 2001, which allows common random numbers,
//   with variances brought up to date (Kim & Nelson 2006) and raised by 1.5 of their own standard
//   errors. With variances of the first stage its guarantee is exact for normal outcomes in any
//   sample; with these, and for other outcomes of finite variance, it holds in the limit of small
//   zones. On heavy-tailed outcomes it was tried (docs/methods/comparison.md).
// * `bounded`: races by empirical Bernstein bounds (Maurer & Pontil 2009; Mnih, Szepesvári &
//   Audibert 2008). For outcomes between 0 and a bound its guarantee holds for any law in any
//   sample; it needs far more members.
//
// The guarantee: with probability `pcs` the choice is the option of the least mean, if that leads
// by the indifference zone; else its mean lies within the zone of the least (bounded: always so).
#pragma once
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"

namespace forestall::analysis {

enum class DecideRule : std::uint8_t { kn, bounded };

struct DecideWish {
    double indifference = 0;  ///< in the unit of the outcome, > 0
    double pcs = 0.95;        ///< probability of correct selection, in (1 / options, 1)
    DecideRule rule = DecideRule::kn;
    double bound = 0;               ///< bounded: outcomes lie in [0, bound]
    std::size_t first_stage = 100;  ///< members before anything is dropped
    std::size_t batch = 20;         ///< members between two looks
    std::size_t max_members = 100000;
    bool less_is_better = true;
};

/// Outcomes of members first … first + count - 1 under the options with these numbers: [option of
/// the list][member].
using MemberSource = std::function<comparison::Columns(std::size_t first, std::size_t count,
                                                       const std::vector<std::size_t>& options)>;

/// An outcome lies outside [0, bound], on which the bounded rule rests: nothing can be stated.
class BeyondBound : public std::runtime_error {
public:
    BeyondBound(std::size_t option, std::size_t member, double value);
    std::size_t option;  ///< number of the option
    std::size_t member;
    double value;
};

struct Selection {
    std::size_t best = 0;
    bool pcs_reached = false;               ///< false: the budget ended first
    std::vector<std::size_t> members_used;  ///< per option
    std::vector<double> means;              ///< over the members it was run on
    std::vector<comparison::Figure>
        from_best;  ///< mean less the best's over members of both; time-uniform 95 % interval
    std::vector<std::size_t> not_told;  ///< options whose interval holds 0
    bool distinguishable() const { return not_told.empty(); }
    std::size_t runs() const;
};

/// Throws std::invalid_argument for a wish that makes no sense; BeyondBound at the first outcome
/// that breaks the bounded rule's premise.
Selection decide(const DecideWish& wish, std::size_t options, const MemberSource& source);

}  // namespace forestall::analysis
