// SPDX-License-Identifier: Apache-2.0
// What a branch is up to the close of a turn, in truth: its text, run. Computed when asked for and
// kept by text, so that branches share what they share. Nothing of it may reach a seat but through
// the fog (fog.hpp).
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/exercise/flows.hpp"
#include "app/exercise/session.hpp"
#include "engine/outcome.hpp"
#include "interventions/programme.hpp"

namespace forestall::app::exercise {

/// An action of the option as the desk has carried it out.
struct CourseAction {
    std::string name;
    ActionRecord record;
};

/// A place at the end of a step.
struct PlaceState {
    Persons sheltered = 0;             ///< away from home, here
    ActorId holder = none<ActorId>();  ///< who controls most of it
    double share = 0;                  ///< of it, that the holder controls
};

struct Course {
    int turn = 0;  ///< the last that is in it
    Day days = 0;
    MemberOutcome outcome;      ///< series of the steps so far
    std::vector<Event> events;  ///< in order
    std::vector<CourseAction> actions;
    std::vector<PlaceState> places;  ///< dims step, place
    std::vector<std::vector<Flow>>
        flows;  ///< by step; of steps that no seat looks at any more none
    std::shared_ptr<const World> world;
    std::uint64_t world_hash = 0;  ///< of all states so far
    std::uint64_t hash = 0;        ///< of them and of the ledger

    const ActionRecord* action(std::string_view name) const;
};

/// Thrown where the scenario's reader refuses a text.
class TextRefused : public std::runtime_error {
public:
    explicit TextRefused(Diagnostic diagnostic);
    const Diagnostic& diagnostic() const { return diagnostic_; }

private:
    Diagnostic diagnostic_;
};

/// The World of a text. TextRefused with the first error.
std::shared_ptr<const World> world_of(ScenarioFiles files);

/// Thread safety: any thread.
class Courses {
public:
    explicit Courses(const Case& on) : case_(&on) {}
    /// Up to the close of a turn, from 0: nothing has happened then. TextRefused.
    std::shared_ptr<const Course> at(const Branch& branch, int turn);
    std::size_t kept() const;

private:
    const Case* case_;
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const Course>> kept_;  ///< by digest of text, and turn
};

/// The same without keeping it.
Course course_of(const Case& on, const ScenarioFiles& files, int turn);

}  // namespace forestall::app::exercise
