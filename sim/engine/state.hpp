// SPDX-License-Identifier: Apache-2.0
// State(t) of one member: everything that changes. A value: a copy is a branch, and a copy that
// goes on gives the same bits as the original (tested from every step). What can be recomputed from
// the rest (paths, fields) is not hashed.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "core/random.hpp"
#include "engine/engine.hpp"
#include "escalation/mechanism.hpp"
#include "escalation/monitoring.hpp"
#include "escalation/onset.hpp"
#include "escalation/strike.hpp"
#include "escalation/violence_schedule.hpp"
#include "interventions/desk.hpp"
#include "population/population.hpp"
#include "world/parameters.hpp"
#include "world/travel_cost.hpp"
#include "world/world.hpp"

namespace forestall {

class State {
public:
    /// The world at its start, before day 0. The world must outlive this.
    State(const World& world, std::uint64_t seed, std::uint64_t member,
          std::string_view option = "none");

    Day day() const { return day_; }
    std::size_t step() const { return step_; }
    /// Runs one step (all its days), records it, and tells `request.each_day`.
    void advance(const RunRequest& request, const Parallel& parallel, MemberOutcome& out);
    /// Digest of the state now.
    std::uint64_t digest() const;
    const Population& population() const { return population_; }
    const ParameterValues& parameters() const { return *values_; }
    const Scene& scene() const { return scene_; }
    const Desk& desk() const { return desk_; }
    /// The stage that the desk sees as the next step begins.
    Stage stage_seen() const { return seen_.stage; }
    /// Lets a desk live through the start of the next step; what it would make of the levers in
    /// this world.
    std::vector<LeverPart> lived_through(Desk& desk) const;
    /// Goes on under another desk, which has done to this world what the one before it has.
    void take_up(Desk desk) { desk_ = std::move(desk); }
    /// The same past, another future: what has been drawn stays as it is, also what is drawn once
    /// for good (all of it is when a State is made: docs/adr/0027); what is drawn from now on is
    /// the new luck's. No part of the digest: taking the luck that it has changes no bit.
    void take_luck(Luck from_now_on) { luck_ = from_now_on; }
    /// Per place, this step (kept for `run`).
    std::span<const double> danger() const { return danger_; }
    std::span<const Event> events() const { return events_; }
    Persons killed_at(PlaceId place, GroupId group) const { return killed_here_(place, group); }

private:
    void run_day(const RunRequest& request, const Parallel& parallel);
    void look_around(const Parallel& parallel);
    void strike();
    bool endogenous() const { return world_->settings().violence_mode == ViolenceMode::endogenous; }
    Turn turn(const RunRequest& request);
    /// What actors see of civilians.
    void observe();
    void watch(const PopulationTotals& totals, MemberOutcome& out);
    Evidence evidence(const PopulationTotals& totals) const;
    /// Mitigation under the eyes of the world: not what the stage's name promises.
    bool attended() const {
        return seen_stage_.stage() == Stage::mitigation &&
               attention_ >= monitoring_parameters_.attended_level;
    }
    void log_event(std::size_t scheduled, Persons deaths, Persons displaced);
    void share_flight();
    void close_step(MemberOutcome& out);

    const World* world_;
    Luck luck_;
    std::shared_ptr<const ParameterValues> values_;  ///< never changes: copies of a state share it
    PopulationParameters population_parameters_;
    MonitoringParameters monitoring_parameters_;
    StrikeParameters strike_parameters_;
    Population population_;
    ViolenceSchedule violence_;
    Minds minds_;
    Mechanisms mechanisms_;
    Scene scene_;
    Fear fear_;
    Desk desk_;      ///< money and staff: a ledger apart from the world's digest
    DeskView seen_;  ///< what the desk saw at the end of the last step
    bool borders_open_ = false;
    OpenState open_;
    SafePaths paths_;
    std::vector<double> danger_;
    std::vector<double> alarm_;
    std::vector<double> unease_;
    std::vector<double> hunted_;  ///< alarm by cell, where violence is endogenous
    std::vector<std::uint8_t> enterable_;
    StageWatch true_stage_;
    StageWatch seen_stage_;
    OnsetWatch onset_;
    OnsetWatch reports_;             ///< the same of what is reported
    std::vector<Evidence> history_;  ///< per step, as reported; seen after the delay
    Persons refugees_before_ = 0;
    double attention_ = 0;
    Day day_ = 0;
    std::size_t step_ = 0;
    bool first_look_ = true;
    bool stale_news_ = false;  ///< danger has changed since ways were last weighed
    StepSums sums_;
    std::vector<Toll> tolls_;
    std::vector<Event> events_;
    std::int32_t next_event_ = 0;  ///< number of the next event of the run
    std::vector<Decision> orders_;
    std::map<std::size_t, std::size_t> logged_;     ///< scheduled event -> position in events_
    Table<PlaceId, GroupId, Persons> killed_here_;  ///< civilians, this step
    Table<PlaceId, Persons> fled_;                  ///< from home, this step
};

/// Persons per cell at the start of a member: the scenario's figures, ranges drawn.
std::vector<Persons> initial_population(const World& world, const Luck& luck);

}  // namespace forestall
