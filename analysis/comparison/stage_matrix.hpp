// SPDX-License-Identifier: Apache-2.0
// The matrix of a file of `forestall stages` given the stage: what each intervention changes where
// the desk sees the stage it starts at, what each cell may learn from the others of its strategy,
// and how much of what cells differ by is more than their errors. One place, so that the terminal
// and the page say the same. docs/methods/given-the-stage.md
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/comparison/given_stage.hpp"
#include "world/stage_start.hpp"

namespace forestall::comparison {

struct StageCell {
    StageStart start;
    std::size_t option = 0;   ///< position in the file
    Figure difference;        ///< from doing nothing, given the stage; all cells together
    Figure pooled;            ///< the same, with what its strategy's cells at the stage say
    Figure cost;              ///< USD, given the stage
    std::size_t states = 0;   ///< kept of the stage: at most one a member
    std::size_t changed = 0;  ///< of them, those that it changes
    std::string strategy;     ///< "" if not known
};

/// What is known of a stage, whatever is done there.
struct StageSeen {
    std::string stage;
    Figure reached;  ///< share of members' futures in which the desk sees it or a higher one
    Figure nothing;  ///< outcome of doing nothing, given the stage
    std::size_t states = 0;
};

/// What waiting costs once the stage is seen: the same state, the same luck, a later start.
struct StageDelay {
    std::string intervention;
    std::string stage;
    int weeks = 0;
    Figure cost;  ///< outcome of the start so many weeks later less that of the start at once
};

struct StageMatrix {
    Continuations continuations;
    std::vector<StageCell> cells;    ///< in the order of the file; delays too
    std::vector<StageDelay> delays;  ///< all together
    std::vector<StageSeen> stages;
    double reliability = not_defined;  ///< of the cells without a delay
};

/// Empty cells if the file has no continuations. `strategy`: of interventions, by name. Throws as
/// `outcome_of` does for an outcome that is not known.
StageMatrix stage_matrix(const Results& results, const std::string& outcome,
                         const std::vector<std::size_t>& positions,
                         const std::map<std::string, std::string>& strategy, const Plan& plan);

/// Of the matrix that stands first for such a file: given the stage where it has continuations,
/// else over all members.
double matrix_reliability(const Results& results, const std::string& outcome);

}  // namespace forestall::comparison
