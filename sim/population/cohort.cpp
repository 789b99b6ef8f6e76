// SPDX-License-Identifier: Apache-2.0
// The cohort representation: counts per cell and trait bin; cost does not depend on how many people
// there are.
#include "population/civilians_count.hpp"
#include "population/civilians_move.hpp"
#include "population/civilians_prescribed.hpp"

namespace forestall {

std::unique_ptr<Population::Impl> make_cohort(const World& world,
                                              const PopulationParameters& parameters,
                                              std::span<const Persons> initial, const Luck& luck) {
    return std::make_unique<Civilians<CohortBody>>(world, parameters, initial, luck);
}

}  // namespace forestall
