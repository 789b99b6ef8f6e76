// SPDX-License-Identifier: Apache-2.0
// Rule: an outcome is one number per member made of a time series: a flow is summed, a cumulative
// count is taken at the end, a stock is summed over days (person-days), an index is averaged.
// `NAME:total`, `:end`, `:peak` and `:mean` ask for another form. Reads a results file, the members
// that every option was run on.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "core/units.hpp"
#include "results/reader.hpp"

namespace forestall::comparison {

struct Outcome {
    std::string name;  ///< with its form, if not the usual one
    std::string text;  ///< "civilian deaths", "person-days displaced"
    bool less_is_better = true;
    Columns values;  ///< [option][member]
};

/// Positions in the file of the members that all these options were run on, ascending.
std::vector<std::size_t> members_of_all(const Results& results);

/// Throws std::invalid_argument with what there is for a name that is no outcome.
Outcome outcome_of(const Results& results, const std::string& name,
                   const std::vector<std::size_t>& positions);
/// The same of members as they are computed, before there is a file.
class MemberReading {
public:
    /// Throws std::invalid_argument for a name that is no outcome.
    MemberReading(const std::string& name, Day step_days);
    /// Equal to the bit to what `outcome_of` reads from a file with the member.
    double value(const MemberOutcome& member) const;
    /// What it has come to after each step: the sum of a flow, a stock or an index as it is; of a
    /// mass killing 0 before it begins and 1 from then on.
    std::vector<double> course(const MemberOutcome& member) const;
    const std::string& name() const { return name_; }
    const std::string& text() const { return text_; }
    /// Of `course`: "civilian deaths so far".
    std::string course_text() const;
    bool less_is_better() const { return less_is_better_; }

private:
    std::optional<Series> series_;  ///< none: mass killing
    int form_ = 0;
    double days_ = 1;    ///< what a total is multiplied by
    bool flow_ = false;  ///< its course is a sum
    std::string name_, text_;
    bool less_is_better_ = true;
};

/// Where an outcome stands among those that are kept of a continuation, and what it is multiplied
/// by to be the same as `outcome_of` makes of a time series.
struct KeptOutcome {
    std::size_t label = 0;
    double factor = 1;
};
KeptOutcome kept_outcome(const Results& results, const std::string& name);
/// Money, which is no outcome: USD, not discounted.
KeptOutcome kept_spending();
/// The same, before there is a file.
void require_outcome(const std::string& name);
/// Names that `outcome_of` takes, without forms.
std::vector<std::string> outcome_names();

/// Spending, dims member, step, of the members at these positions.
std::vector<double> spending(const Results& results, std::size_t option,
                             const std::vector<std::size_t>& positions);
/// [group][member] of one option; empty if the file has no groups.
Columns by_group(const Results& results, PerGroup variable, std::size_t option,
                 const std::vector<std::size_t>& positions);

}  // namespace forestall::comparison
