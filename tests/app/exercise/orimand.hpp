// SPDX-License-Identifier: Apache-2.0
// The bundled exercise.
#pragma once
#include "app/exercise/case.hpp"
#include "app/job/session.hpp"
#include "checkout.hpp"

namespace forestall::app::exercise {

inline Case orimand() {
    Loaded loaded = load_directory(in_checkout("scenarios/orimand").string());
    ExerciseRead read = read_exercise(loaded.files, *loaded.tables);
    const auto seed = read.plan.seed, member = read.plan.member;
    return Case(std::move(loaded), std::move(read), seed, member);
}

}  // namespace forestall::app::exercise
