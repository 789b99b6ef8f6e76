// SPDX-License-Identifier: Apache-2.0
// Rule: what the actions of an option do to the levers. Of each effect the share arrives that its
// link says (value^link of a factor, value * link of a shift), with the strength of its phase, the
// will of the partner that leads, and its leverage over whom it is aimed at; partners who
// coordinate strengthen each other, who compete weaken; joint effects on one lever are attenuated.
// Pure: reads records of actions, the desk's view and the scene, returns parts.
// docs/interventions.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "actors/scene.hpp"
#include "core/parameter.hpp"
#include "interventions/condition.hpp"
#include "interventions/programme.hpp"

namespace forestall {

ParameterTable desk_parameters();

/// One effect's part of the change of a lever for one target.
struct LeverPart {
    const Lever* lever;
    std::size_t target;
    double change;
    bool operator==(const LeverPart&) const = default;
};

/// How much of an effect acts on a day, before partners: 0 to 1.
double phase_strength(const ActionRecord& action, Phase phase, const Intervention& what, Day day);
/// Sum of parts of one lever and target; more than one are attenuated.
double joined(std::span<const LeverPart> parts, double power);

/// What partners of a world are like, drawn once a member.
class Partners {
public:
    Partners(const World& world, const ParameterValues& values);
    /// 0.5: neutral, and where nobody leads.
    double leverage(int partner, std::size_t actor) const;
    /// What the partner that leads an action makes of its effects, with what others run beside it.
    double factor(std::size_t action, const Option& option, std::span<const ActionRecord> actions,
                  double attention) const;

private:
    std::size_t partners_, actors_;
    std::vector<double> will_;               ///< [partner]
    std::vector<double> leverage_;           ///< [partner][actor]
    std::vector<std::uint8_t> coordinates_;  ///< [partner][partner], the first with the second
    std::vector<std::uint8_t> competes_;     ///< [partner][partner], the first against the second
    double coordination_, competition_;
};

class Influence {
public:
    /// The option must be the world's. Throws std::invalid_argument for a condition that is not
    /// known.
    Influence(const World& world, const ParameterValues& values, const Option& option);

    /// What every action's effects add to levers, in order of lever and target.
    std::vector<LeverPart> parts(std::span<const ActionRecord> actions, const DeskStep& t,
                                 const Scene& scene) const;
    /// Sets levers to the joint strength of all parts, which are in that order.
    void set(std::span<const LeverPart> parts, Levers& levers) const;

private:
    /// An effect of an action; its value and its link drawn once a member, within their bounds.
    struct Part {
        const Lever* lever;
        const Effect* effect;
        std::optional<Condition> where;
        /// Of the change at full strength, after its link: a shift, or the log of a factor.
        double size;
    };
    struct OfAction {
        const PlannedAction* planned;
        const Intervention* what;
        bool by_words;  ///< needs leverage over who hears it; troops and broadcasts do not
        std::vector<Part> parts;
    };
    void gather(std::span<const ActionRecord> actions, const DeskStep& t, const Scene& scene,
                bool on_protection, std::span<const double> guarded,
                std::vector<LeverPart>& parts) const;
    void add(const OfAction& action, const Part& part, double strength, double partners,
             const DeskStep& t, const Scene& scene, std::span<const double> guarded,
             std::vector<LeverPart>& parts) const;

    const Option* option_;
    Partners partners_;
    std::vector<OfAction> actions_;
    double joint_;
};

}  // namespace forestall
