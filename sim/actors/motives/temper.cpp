// SPDX-License-Identifier: Apache-2.0
// Motive: leaderships differ, and those who follow them do as they do: some are readier to kill and
// to fight than their situation says. Reads: temper of the actor's leadership. Source: restraint
// and extremism of elites: Straus 2015; that leaders matter beside circumstances: Horowitz, Stam &
// Ellis 2015; spread by trial against the patterns (docs/adr/0021).
#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double spread;
    double war;
};

constexpr Parameters<Own> parameters{{
    {&Own::spread,
     ParameterSpec{"temper.spread", "1", 0, 5, 2.35,
                   "standard deviation between leaderships of the log-odds of mass violence and "
                   "campaign",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&Own::war, ParameterSpec{"temper.war", "1", 0, 1, 0.5,
                              "how much of it bears on attack, offensive and selective violence",
                              "trial against the patterns (docs/adr/0021)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double temper = own.spread * s.career[c.actor].temper;
    switch (c.action) {
        case Action::mass:
        case Action::campaign:
            return temper;
        case Action::attack:
        case Action::offensive:
        case Action::selective:
            return own.war * temper;
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_temper;
const Motive motive_temper{
    "temper", "leaderships differ in how ready they are to kill and to fight",
    "Straus 2015; Horowitz, Stam & Ellis 2015; spread by trial", weighed_by<parameters, value>(),
    actions(
        {Action::attack, Action::selective, Action::mass, Action::offensive, Action::campaign})};

}  // namespace forestall
