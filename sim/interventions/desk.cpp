// SPDX-License-Identifier: Apache-2.0
#include "interventions/desk.hpp"

#include <algorithm>
#include <stdexcept>

namespace forestall {

Desk::Desk(const World& world, const ParameterValues& values, std::string_view option) {
    if (option == "none") return;
    const auto& all = world.options();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Option& o) { return o.name == option; });
    if (found == all.end())
        throw std::invalid_argument("no option '" + std::string(option) + "' in this scenario");
    programme_.emplace(world, values, *found);
    influence_.emplace(world, values, *found);
}

void Desk::step(const DeskView& view, const World& world, const Luck& luck, std::uint32_t step,
                Day first, Day days, Scene& scene, std::vector<Event>& log) {
    if (idle()) return;
    const DeskStep t{world, luck, view, step, first, days};
    programme_->step(t, log);
    influence_->set(influence_->parts(programme_->actions(), t, scene), scene.levers);
}

std::vector<LeverPart> Desk::parts(const DeskView& view, const World& world, const Luck& luck,
                                   std::uint32_t step, Day first, Day days, const Scene& scene) {
    std::vector<Event> unheard;
    const DeskStep t{world, luck, view, step, first, days};
    programme_->step(t, unheard);
    return influence_->parts(programme_->actions(), t, scene);
}

}  // namespace forestall
