// SPDX-License-Identifier: Apache-2.0
// Motive: selective violence needs denunciation, which comes with control, and a rival's hidden
// presence; without control violence is indiscriminate. Reads: control of the place by the actor
// and by its strongest enemy. Source: Kalyvas 2006: selective violence peaks where one side is
// dominant but not alone (zones 2 and 4), lacks at parity and under full control; indiscriminate
// violence where an actor lacks control.
#include <algorithm>

#include "actors/choice.hpp"

namespace forestall {
namespace {

struct Own {
    double selective;
    double blind;
};

constexpr Parameters<Own> parameters{{
    {&Own::selective,
     ParameterSpec{"information.selective", "1", 0, 20, 4.0,
                   "log-odds against selective violence where there is no denunciation or no need; "
                   "none are left at the peak",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
    {&Own::blind,
     ParameterSpec{"information.blind", "1", 0, 10, 1.0,
                   "log-odds of mass violence where the actor controls nothing",
                   "calibration on base rates and stylised facts (docs/validation.md)", 'D'}},
}};

double value(const Scene& s, const Choice& c, const Own& own, Ground*) {
    const double mine = s.control(c.place, c.actor);
    const double theirs = s.rival_control(c.actor, c.place);
    switch (c.action) {
        case Action::selective:
            // Denunciation grows with the lead in control, need with the rival's presence, known or
            // (a fifth) feared.
            // With the rest of the place in the rival's hands it is largest, 1/8, at c = 3/4.
            return own.selective *
                   (8 * std::max(0.0, mine - theirs) * (theirs + 0.2 * (1 - mine - theirs)) - 1);
        case Action::mass:
            return own.blind * (1 - mine);
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_information;
const Motive motive_information{
    "information",
    "selective violence needs denunciation, which comes with control, and a rival's hidden "
    "presence; without control "
    "violence is indiscriminate",
    "Kalyvas 2006: selective violence peaks where one side is dominant but not alone (zones 2 and "
    "4), lacks at parity "
    "and under full control; indiscriminate violence where an actor lacks control",
    weighed_by<parameters, value>(), actions({Action::selective, Action::mass})};

}  // namespace forestall
