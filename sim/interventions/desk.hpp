// SPDX-License-Identifier: Apache-2.0
// Rule: the country desk carries out an option. Once a step its programme begins, pays for and
// stops actions by what the desk sees; then the levers are set to what all that acts does together.
// The desk without an option does nothing. Reads the view, world, draws; writes Scene::levers and
// the programme's own records, which are no part of the world's digest. docs/interventions.md
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "interventions/influence.hpp"
#include "interventions/programme.hpp"

namespace forestall {

class Desk {
public:
    Desk() = default;
    /// Throws std::invalid_argument for an option that is neither "none" nor in the world.
    Desk(const World& world, const ParameterValues& values, std::string_view option);

    /// One step of `days` from `first`. Notes what begins and ends as events without a number.
    void step(const DeskView& view, const World& world, const Luck& luck, std::uint32_t step,
              Day first, Day days, Scene& scene, std::vector<Event>& log);
    /// The same without a hand on the levers: what it would do to them. The desk must have a
    /// programme.
    std::vector<LeverPart> parts(const DeskView& view, const World& world, const Luck& luck,
                                 std::uint32_t step, Day first, Day days, const Scene& scene);
    double spent_now() const { return programme_ ? programme_->spent_now() : 0; }  ///< USD
    double spent() const { return programme_ ? programme_->spent() : 0; }          ///< USD, so far
    bool idle() const { return !programme_; }
    /// nullptr if the desk is idle.
    const Programme* programme() const { return programme_ ? &*programme_ : nullptr; }

private:
    std::optional<Programme> programme_;
    std::optional<Influence> influence_;  ///< if there is a programme
};

}  // namespace forestall
