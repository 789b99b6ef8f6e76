// SPDX-License-Identifier: Apache-2.0
// Rule: the country desk carries out an option. Once a step it sees observed indicators, starts
// what is due and can be paid and staffed, pays for what runs, stops what is over, and sets the
// levers to the joint strength of all that acts. Joint effects on one lever are attenuated;
// partners who coordinate strengthen each other, who compete weaken; political will waits for
// attention. Reads indicators, world, draws; writes Scene::levers and a ledger of its own, which is
// no part of the world's digest. docs/interventions.md
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actors/levers.hpp"
#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "core/random.hpp"
#include "escalation/event.hpp"

namespace forestall {

ParameterTable desk_parameters();

/// What the desk sees at the start of a step.
struct DeskView {
    Stage stage = Stage::none;  ///< observed
    double risk = 0;
    double attention = 0;
    double reported_deaths = 0;  ///< civilians, 13 weeks, as seen
    double displaced = 0;        ///< share of the population
};
/// Names that `start = { indicator = … }` may use, and their value in a view.
std::span<const std::string_view> desk_indicators();
double indicator_value(const DeskView& view, std::string_view name);
/// Names that an effect's `where` may use.
std::span<const std::string_view> effect_conditions();

/// One effect's part of the change of a lever for one target.
struct LeverPart {
    const Lever* lever;
    std::size_t target;
    double change;
};

class Desk {
public:
    Desk() = default;
    /// Throws std::invalid_argument for an option that is neither "none" nor in the world.
    Desk(const World& world, const ParameterValues& values, std::string_view option);

    /// One step of `days` from `first`. Notes what begins and ends as events without a number.
    void step(const DeskView& view, const World& world, const Luck& luck, std::uint32_t step,
              Day first, Day days, Scene& scene, std::vector<Event>& log);
    /// The same for a desk whose deeds have moved no lever yet; whether they move one now.
    bool wait(const DeskView& view, const World& world, const Luck& luck, std::uint32_t step,
              Day first, Day days, const Scene& scene);
    double spent_now() const { return spent_now_; }  ///< USD, this step
    double spent() const { return spent_; }          ///< USD, so far
    bool idle() const { return option_ == nullptr; }

private:
    enum class State : std::uint8_t { waiting, asking, preparing, running, stopped };
    struct Running {
        State state = State::waiting;
        Day decided = -1;      ///< announced
        Day on = -1;           ///< effective from
        Day off = -1;          ///< stopped
        Day noticed = -1;      ///< the stage to begin at was first seen
        double held_days = 0;  ///< how long the indicator has held
        bool seen = false;     ///< the condition of an adaptive start has been seen in time
        double setup = 0, weekly = 0;
        int staff = 0;
        std::vector<double> values;  ///< of the effects
    };
    struct Tools {
        const World& world;
        const Luck& luck;
        std::uint32_t step;
        Day first;
        Day days;
        const DeskView& view;
        std::vector<Event>& log;
    };
    void attend(const Tools& t);
    bool due(std::size_t i, const Tools& t);
    bool condition_met(const Beginning& start, Running& run, const Tools& t) const;
    void begin(std::size_t i, const Tools& t);
    void go_on(std::size_t i, const Tools& t);
    void stop(std::size_t i, const Tools& t, const char* why);
    bool affordable(std::size_t i, double cost) const;
    /// How much of an effect acts today, before partners: 0 to 1.
    double phase_strength(std::size_t i, const Effect& effect, const Intervention& what,
                          Day day) const;
    double partners_factor(std::size_t i, const World& world, double attention) const;
    std::vector<std::size_t> targets(std::size_t i, const Effect& effect, const Lever& lever,
                                     const Tools& t, const Scene& scene) const;
    void say(std::size_t i, const Tools& t, const char* what) const;
    void gather(const Tools& t, const Scene& scene, bool conditional,
                std::span<const double> guarded, std::vector<LeverPart>& parts) const;
    /// What every running effect adds to levers, in order of lever and target.
    std::vector<LeverPart> parts_of(const Tools& t, const Scene& scene) const;
    void act(const Tools& t, Scene& scene) const;

    const Option* option_ = nullptr;
    std::vector<Running> runs_;
    std::vector<double> will_;      ///< [partner]
    std::vector<double> leverage_;  ///< [partner][actor]
    double coordination_ = 0, competition_ = 0, joint_ = 1;
    double spent_ = 0;
    double spent_now_ = 0;
};

}  // namespace forestall
