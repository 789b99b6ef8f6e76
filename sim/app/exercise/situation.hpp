// SPDX-License-Identifier: Apache-2.0
// Rule: what a seat knows of places, people who shelter there, where they fled from and who holds
// it, is as late and as wrong as its indicators; counts are round, and of places that are hard to
// reach the less is known. Reads the course and the seat's fog; moves nothing. Source: judgement;
// docs/exercise.md
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/exercise/course.hpp"
#include "app/exercise/flows.hpp"
#include "app/exercise/fog.hpp"

namespace forestall::app::exercise {

/// A place as a seat has been told of it. It has no field that says what is true.
struct PlaceSeen {
    std::string place;
    std::optional<double> sheltered;  ///< people away from home, about
    std::string holder;               ///< empty: nobody can say
    bool contested = false;
};

struct Situation {
    Day as_of = 0;  ///< end of the step that it speaks of; 0: nothing has come yet
    std::vector<PlaceSeen> places;
    std::vector<FlowSeen> flows;  ///< to places of which it has word
};

Situation situation_of(const FogInput& in, const Course& course);
/// The same as it is, for the white cell.
Situation true_situation(const Course& course);

Json to_json(const Situation& situation, const Case& on);

}  // namespace forestall::app::exercise
