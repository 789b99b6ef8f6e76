// SPDX-License-Identifier: Apache-2.0
// Rule: an option is carried out action by action. Once a step each that waits begins if it is due,
// nothing excluded runs, money and staff suffice and the host state agrees; what is under way is
// paid for or stops. A state machine for each action and one ledger of money for all; a value, no
// part of the world's digest. It reads what the desk sees and draws consent; it moves nothing.
// docs/interventions.md
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/random.hpp"
#include "escalation/event.hpp"
#include "interventions/indicator.hpp"
#include "interventions/waiting.hpp"
#include "world/parameters.hpp"
#include "world/world.hpp"

namespace forestall {

enum class ActionState : std::uint8_t { waiting, asking, preparing, running, stopped };

inline constexpr auto action_state_words = vocabulary<ActionState>({
    {ActionState::waiting, "waiting"},
    {ActionState::asking, "asking"},
    {ActionState::preparing, "preparing"},
    {ActionState::running, "running"},
    {ActionState::stopped, "stopped"},
});

/// What has become of an action of the option. Days are -1 until they come.
struct ActionRecord {
    ActionState state = ActionState::waiting;
    Day decided = -1;      ///< announced
    Day on = -1;           ///< effective from
    Day off = -1;          ///< stopped
    Day noticed = -1;      ///< the stage to begin at was first seen
    double held_days = 0;  ///< how long the indicator has held
    bool seen = false;     ///< the condition of an adaptive start has been seen in time
    WaitReason waits;      ///< why it did not begin in the last step
};

constexpr bool under_way(const ActionRecord& action) {
    return action.state == ActionState::preparing || action.state == ActionState::running;
}

/// The step that is to be lived through, and what is seen at its start.
struct DeskStep {
    const World& world;
    const Luck& luck;
    const DeskView& view;
    std::uint32_t step;
    Day first;
    Day days;
};

class Programme {
public:
    /// The option must be the world's. Throws std::invalid_argument for an indicator that is not
    /// known.
    Programme(const World& world, const ParameterValues& values, const Option& option);

    /// Lives through one step. Notes what begins and ends as events without a number.
    void step(const DeskStep& t, std::vector<Event>& log);

    const Option& option() const { return *option_; }
    std::span<const ActionRecord> actions() const { return actions_; }  ///< in the option's order
    double spent() const { return spent_; }                             ///< USD, so far
    double spent_now() const { return spent_now_; }                     ///< USD, this step

private:
    /// What an action asks for, drawn once a member.
    struct Terms {
        double setup = 0, weekly = 0;  ///< USD
        double staff = 0;              ///< people while it runs, at its size
        std::optional<Indicator> indicator;
    };
    WaitReason due(std::size_t i, const DeskStep& t);
    WaitReason due_after(std::size_t i, const DeskStep& t);
    WaitReason condition(std::size_t i, const DeskStep& t);
    WaitReason hindered(std::size_t i) const;
    WaitReason begin(std::size_t i, const DeskStep& t, std::vector<Event>& log);
    void go_on(std::size_t i, const DeskStep& t, std::vector<Event>& log);
    void stop(std::size_t i, const DeskStep& t, std::string_view why, std::vector<Event>& log);
    void say(std::size_t i, const DeskStep& t, std::string_view what,
             std::vector<Event>& log) const;
    void pay(double cost);

    const Option* option_;
    std::vector<Terms> terms_;
    std::vector<ActionRecord> actions_;
    double spent_ = 0;
    double spent_now_ = 0;
};

}  // namespace forestall
