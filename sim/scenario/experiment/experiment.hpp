// SPDX-License-Identifier: Apache-2.0
// An experiment as a value: which points of a scenario are run, with how many members under which
// options, and what is looked at. docs/methods/sweeps.md
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.hpp"
#include "design/design.hpp"

namespace forestall {

inline constexpr std::size_t most_experiment_points = 10'000;
inline constexpr std::uint64_t most_shown_of_a_code = 50;  ///< diagnostics of an experiment

/// A name or a text of the file, and where it stands.
struct Placed {
    std::string text;
    SourcePosition at;
};

struct ExperimentOutcome {
    std::string name;
    Placed expression;
};

struct Experiment {
    std::string title;
    std::string scenario;  ///< directory, as seen from the file
    design::Design design;
    std::vector<SourcePosition> input_at;  ///< by input of the design
    std::string list;                      ///< name of the CSV file, "" if there is none
    std::uint64_t members = 0;
    double precision = 0;  ///< share of the first outcome's mean; 0: not asked for
    std::vector<Placed> options;
    std::vector<ExperimentOutcome> outcomes;
};

struct ExperimentRead {
    Experiment experiment;
    Diagnostics diagnostics;  ///< sorted; the experiment is of use if none is an error
};

/// The text of a file beside the experiment, by its name there; nothing if it cannot be had.
using SiblingText = std::function<std::optional<std::string>(const std::string& name)>;

/// What the file says; `file`: its name in messages. Looks at nothing that needs the scenario.
ExperimentRead read_experiment(const std::string& file, std::string_view text,
                               const SiblingText& sibling);

}  // namespace forestall
