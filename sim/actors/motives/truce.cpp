// SPDX-License-Identifier: Apache-2.0
// Motive: talks and ceasefires bind, agreements more.
// Reads: state of the dyad. Source: judgement; Beardsley 2008 on what holds.
#include <algorithm>
#include <array>
#include <iterator>

#include "actors/choice.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"truce.talks", "1", 0, 10, 1.0, "log-odds against attack while talks go on",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
    ParameterSpec{"truce.ceasefire", "1", 0, 15, 4.0,
                  "log-odds against attack and offensive under a ceasefire",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
    ParameterSpec{"truce.agreement", "1", 0, 20, 6.0,
                  "log-odds against attack and offensive under an agreement",
                  "calibration on base rates and stylised facts (docs/validation.md)", 'D'},
};

double value(const Scene& s, const Choice& c, std::span<const double> own, Ground* why) {
    if (c.action != Action::attack && c.action != Action::offensive) return 0;
    const Dyad& dyad = s.dyad(c.actor, c.other);
    if (why != nullptr) *why = {dyad.event, c.other};
    switch (dyad.state) {
        case DyadState::talks:
            return -own[0];
        case DyadState::ceasefire:
            return -own[1];
        case DyadState::agreement:
            return -own[2];
        default:
            return 0;
    }
}

}  // namespace

extern const Motive motive_truce;
const Motive motive_truce{"truce",
                          "talks and ceasefires bind, agreements more",
                          "judgement; Beardsley 2008 on what holds",
                          parameters,
                          value,
                          actions({Action::attack, Action::offensive})};

}  // namespace forestall
