// SPDX-License-Identifier: Apache-2.0
// Motive: every act has a cost of its own: holding still is what actors mostly do.
// Reads: nothing. Source: log-odds per week; set so that a quiet country stays quiet (base rates,
// docs/validation.md).
#include <memory>

#include "actors/choice.hpp"
#include "actors/decision.hpp"

namespace forestall {
namespace {

struct Own {
    double move;
    double attack;
    double repress;
    double selective;
    double mass;
    double recruit;
    double offensive;
    double campaign;
    double talk;
    double walk_out;
};

constexpr Parameters<Own> parameters{{
    {&Own::move,
     ParameterSpec{"inertia.move", "1", -40, 0, -4.0, "log-odds per week of moving a unit",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::attack,
     ParameterSpec{"inertia.attack", "1", -40, 0, -6.5, "log-odds per week and place of attacking",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::repress,
     ParameterSpec{"inertia.repress", "1", -40, 0, -5.0, "log-odds per week and place of arrests",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::selective,
     ParameterSpec{"inertia.selective", "1", -40, 0, -4.0,
                   "log-odds per week, place and group of selective violence",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::mass,
     ParameterSpec{"inertia.mass", "1", -40, 0, -10.15,
                   "log-odds per week, place and group of violence against a group as such",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::recruit,
     ParameterSpec{"inertia.recruit", "1", -40, 0, -2.0, "log-odds per week of a recruitment drive",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::offensive,
     ParameterSpec{"inertia.offensive", "1", -40, 0, -7.0,
                   "log-odds per week that leaders order an offensive",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::campaign,
     ParameterSpec{"inertia.campaign", "1", -40, 0, -11.5,
                   "log-odds per week that leaders order a campaign against a group",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::talk,
     ParameterSpec{"inertia.talk", "1", -40, 0, -5.0, "log-odds per week of offering talks",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::walk_out,
     ParameterSpec{"inertia.walk_out", "1", -40, 0, -6.5,
                   "log-odds per week of breaking off talks or a ceasefire",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

/// Costs grow with the scale of all weights by this share of it: so the pace of rare acts stays
/// where it was set, and the scale says how far situations tell apart what is done in them.
constexpr double cost_share = 0.8;

/// Costs before the common scale.
Kept keep(const ParameterValues& values) {
    auto own = std::make_shared<Own>(values.of(parameters));
    const double scale = values.of(decision_parameters).scale;
    const double factor = scale > 0 ? (1 + cost_share * (scale - 1)) / scale : 0;
    for (double Own::*cost :
         {&Own::move, &Own::attack, &Own::repress, &Own::selective, &Own::mass, &Own::recruit,
          &Own::offensive, &Own::campaign, &Own::talk, &Own::walk_out})
        *own.*cost *= factor;
    return own;
}

double cost(const Choice& c, const Own& own) {
    switch (c.action) {
        case Action::hold:
            return 0;
        case Action::move:
            return own.move;
        case Action::attack:
            return own.attack;
        case Action::repress:
            return own.repress;
        case Action::selective:
            return own.selective;
        case Action::mass:
            return own.mass;
        case Action::recruit:
            return own.recruit;
        case Action::offensive:
            return own.offensive;
        case Action::campaign:
            return own.campaign;
        case Action::talk:
            return own.talk;
        case Action::walk_out:
            return own.walk_out;
    }
    return 0;
}

double value(const Scene&, const Choice& c, const void* own, Ground*) {
    return cost(c, *static_cast<const Own*>(own));
}

}  // namespace

extern const Motive motive_inertia;
const Motive motive_inertia{
    "inertia",
    "every act has a cost of its own: holding still is what actors mostly do",
    "log-odds per week; set so that a quiet country stays quiet (base rates, docs/validation.md)",
    {parameters, keep, value},
    actions({Action::move, Action::attack, Action::repress, Action::selective, Action::mass,
             Action::recruit, Action::offensive, Action::campaign, Action::talk,
             Action::walk_out})};

}  // namespace forestall
