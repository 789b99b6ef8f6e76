// SPDX-License-Identifier: Apache-2.0
// Mechanism: attention, in so far as the world is not busy elsewhere, becomes pressure on those who
// care. Reads: attention, sensitivity, levers; writes pressure, crowding. Source: salience and
// crowding out: Eisensee & Stromberg 2007; numbers by judgement. docs/mechanisms/pressure.md
#include <algorithm>
#include <array>

#include "core/math.hpp"
#include "escalation/mechanism.hpp"

namespace forestall {
namespace {

constexpr std::array parameters = {
    ParameterSpec{"pressure.weight", "1", 0, 20, 2,
                  "pressure at full attention on a fully sensitive actor", "judgement", 'D'},
    ParameterSpec{"pressure.news", "1/d", 0, 1, 0.01,
                  "rate at which other crises take the world's attention", "judgement", 'D'},
    ParameterSpec{"pressure.taken", "1", 0, 1, 0.6, "share of attention that another crisis takes",
                  "judgement", 'D'},
    ParameterSpec{"pressure.memory", "d", 1, 3650, 45, "time in which another crisis fades to 1/e",
                  "judgement", 'D'},
};

constexpr auto kNews = process("escalation.news");

void act(Turn& t, std::span<const double> own) {
    Scene& s = t.scene;
    s.crowding *= math::exp(-static_cast<double>(t.days) / own[3]);
    Stream draw = t.luck.stream(kNews, 0, t.step);
    if (draw.uniform() < math::chance(own[1], t.days)) s.crowding = std::max(s.crowding, own[2]);
    for (std::size_t a = 0; a < s.actors; ++a)
        s.pressure[a] = s.who[a].sensitivity * own[0] * s.attention * (1 - s.crowding) +
                        s.levers[lever<"pressure">][a];
}

}  // namespace

extern const Mechanism mechanism_pressure;
const Mechanism mechanism_pressure{
    "pressure",
    "attention, in so far as the world is not busy elsewhere, becomes pressure on those who care",
    "salience and crowding out: Eisensee & Stromberg 2007; numbers by judgement",
    85,
    parameters,
    act};

}  // namespace forestall
