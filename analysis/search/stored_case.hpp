// SPDX-License-Identifier: Apache-2.0
// A results file and the scenario inside it, which is read once: what every analysis works on that
// asks more of a file than its numbers, or wants more members of the same job.
#pragma once
#include <memory>
#include <optional>

#include "analysis/input_error.hpp"
#include "core/diagnostics.hpp"
#include "ensemble/job.hpp"
#include "results/reader.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// This program takes the scenario inside a file no more: another version wrote it.
class ScenarioRefused : public InputError {
public:
    ScenarioRefused(const Results& results, Diagnostics diagnostics);
    /// Why.
    const Diagnostics& diagnostics() const { return diagnostics_; }

private:
    Diagnostics diagnostics_;
};

class StoredCase {
public:
    /// Reads the scenario inside. `results` must outlive the case.
    explicit StoredCase(const Results& results);

    const Results& results() const { return results_; }
    const Header& header() const { return results_.header(); }
    /// Of the scenario, errors and warnings.
    const Diagnostics& diagnostics() const { return diagnostics_; }
    /// False if this program refuses the scenario: what follows throws ScenarioRefused then.
    bool readable() const { return tables_.has_value(); }
    /// As the scenario says it, before the canonical order of the world.
    const WorldTables& tables() const;
    const std::shared_ptr<const World>& world() const;
    /// The job that the file says it is of, to run its members again. InputError also if the
    /// scenario has not the file's options.
    Job job() const;

private:
    const Results& results_;
    Diagnostics diagnostics_;
    std::optional<WorldTables> tables_;
    std::shared_ptr<const World> world_;
};

}  // namespace forestall::analysis
