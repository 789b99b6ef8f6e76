// SPDX-License-Identifier: Apache-2.0
// What an exercise is played on: the scenario's texts and tables, the plan of seats and turns, the
// list of injects, which interventions there are and what they cost in the world that is played.
// Immutable once made; may be read from any thread.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostics.hpp"
#include "scenario/exercise/read_exercise.hpp"
#include "scenario/loader.hpp"
#include "world/world.hpp"

namespace forestall::app::exercise {

struct Cost {
    double setup = 0;   ///< USD
    double weekly = 0;  ///< USD
};

class Case {
public:
    /// InputError if the scenario is a reference model. `loaded` has tables, `read` no errors.
    Case(Loaded loaded, ExerciseRead read, std::uint64_t seed, std::uint64_t member);

    const ScenarioFiles& files() const { return files_; }
    const WorldTables& tables() const { return tables_; }
    const ExercisePlan& plan() const { return plan_; }
    const Msel& msel() const { return msel_; }
    std::uint64_t seed() const { return seed_; }
    std::uint64_t member() const { return member_; }
    /// All that can be ordered, in order of name.
    const std::vector<Intervention>& interventions() const { return interventions_; }
    const Intervention* intervention(std::string_view name) const;
    const Partner* partner(std::string_view name) const;
    /// For an action of size 1, as drawn for the member.
    Cost cost(std::string_view intervention) const;
    /// Whether options of the scenario let the one not begin while the other runs.
    bool apart(std::string_view one, std::string_view other) const;
    /// Kind of target that a name is of: actors, groups, places.
    std::optional<TargetKind> target(std::string_view name) const;
    std::vector<std::string> target_names() const;

    Day first_day(int turn) const { return (turn - 1) * plan_.turn_days; }
    /// "2032-02-02".
    std::string date(Day day) const;
    /// Digests of the texts that decide a session, by name.
    std::map<std::string, std::string> digests() const;

private:
    ScenarioFiles files_;
    WorldTables tables_;
    ExercisePlan plan_;
    Msel msel_;
    std::uint64_t seed_, member_;
    std::int32_t start_ = 0;  ///< days since 1970
    std::vector<Intervention> interventions_;
    std::map<std::string, Cost, std::less<>> costs_;
    std::vector<std::pair<std::string, std::string>> apart_;
};

}  // namespace forestall::app::exercise
