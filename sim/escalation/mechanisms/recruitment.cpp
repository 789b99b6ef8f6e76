// SPDX-License-Identifier: Apache-2.0
// Mechanism: mobilised people take up arms with those who speak for them, where these are and can pay.
// Reads: mobilised people, whom actors claim, supply, recruitment drives; writes fighters, civilians. Source:
// feasibility: Collier & Hoeffler 2004; Weinstein 2007; numbers by judgement. docs/mechanisms/recruitment.md
#include <algorithm>
#include <array>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/samplers.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"recruitment.rate", "1/d", 0, 1, 0.002,
                  "rate at which mobilised people enlist where an actor of theirs stands", "judgement", 'D'},
    ParameterSpec{"recruitment.drive", "1", 1, 20, 4, "factor during a recruitment drive", "judgement", 'D'},
    ParameterSpec{"recruitment.presence", "1", 0, 1, 0.05, "least control that counts as standing there", "judgement",
                  'D'},
};

constexpr auto kEnlist = process("escalation.enlist");

void act(Turn& t, std::span<const double> own) {
    Scene& s = t.scene;
    std::vector<std::uint8_t> drive(s.actors);
    for (const Decision& d : t.orders)
        if (d.choice.action == Action::recruit) drive[d.choice.actor] = 1;
    for (std::size_t a = 0; a < s.actors; ++a) {
        if (s.who[a].protects) continue;
        const double rate = own[0] * (drive[a] != 0 ? own[1] : 1) * std::min(1.0, s.supply[a]);
        for (std::size_t p = 0; p < s.places; ++p) {
            if (s.fighters[s.ap(a, p)] == 0 && s.control[s.pa(p, a)] < own[2]) continue;
            for (std::size_t g = 0; g < s.groups; ++g) {
                if (s.who[a].claims[g] == 0) continue;
                const CellId cell =
                    t.world.cell(PlaceId(static_cast<std::uint32_t>(p)), GroupId(static_cast<std::uint32_t>(g)));
                const Persons moved = t.population.with(Posture::mobilised, cell);
                if (moved == 0) continue;
                Stream draw = t.luck.stream(kEnlist, mix(t.address_at(a, p), g), t.step);
                const Persons n = sample::binomial(draw, moved, math::chance(rate, t.days));
                if (n == 0) continue;
                const Persons came = t.population.enlist(cell, n, draw);
                for (Persons left = came; left > 0; left -= cell_size)
                    s.units[s.ap(a, p)].push_back(std::min(left, cell_size));
            }
        }
    }
    s.recount();
}

}  // namespace

extern const Mechanism mechanism_recruitment;
const Mechanism mechanism_recruitment{
    "recruitment",
    "mobilised people take up arms with those who speak for them, where these are and can pay",
    "feasibility: Collier & Hoeffler 2004; Weinstein 2007; numbers by judgement",
    60,
    parameters,
    act};

}  // namespace forestall
