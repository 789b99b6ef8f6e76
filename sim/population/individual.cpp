// SPDX-License-Identifier: Apache-2.0
// The individual representation: one record per agent, an agent standing for any number of persons.
#include "population/civilians_count.hpp"
#include "population/civilians_move.hpp"
#include "population/civilians_prescribed.hpp"

namespace forestall {

std::unique_ptr<Population::Impl> make_individual(const World& world,
                                                  const PopulationParameters& parameters,
                                                  std::span<const Persons> initial,
                                                  const Luck& luck) {
    return std::make_unique<Civilians<AgentBody>>(world, parameters, initial, luck);
}

}  // namespace forestall
