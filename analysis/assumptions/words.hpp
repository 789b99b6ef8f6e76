// SPDX-License-Identifier: Apache-2.0
// What flips and values come to, in sentences for a reader who knows neither: the same on the page,
// in the text of the commands and in their JSON. Claims nothing that an interval, or what chance
// alone reaches, does not carry.
#pragma once
#include <string>

#include "analysis/assumptions/flip.hpp"
#include "analysis/assumptions/study.hpp"
#include "analysis/assumptions/value.hpp"

namespace forestall::assumptions {

/// "No single plausible change of an assumption is told from noise: …".
std::string flip_verdict(const Study& study, const Flips& flips);
/// "From 1,000 simulated futures no single assumption is seen to be worth finding out before
/// choosing: …".
std::string value_verdict(const Study& study, const Values& values);

/// "40 km or less"; of one, since two that move together have a place each.
std::string place_text(const Assumption& assumption, const Flip& flip, std::size_t which = 0);
/// "so in 12 % of futures; 5 to 95 %: 21 to 140"
std::string range_text(const Assumption& assumption, const Flip& flip, std::size_t which = 0);
/// "population.kin_pull (what kin weigh) at 40 km or less (so in 12 % of futures; 5 to 95 %: 21 to
/// 140)"; two that move together with "and" between them.
std::string change_text(const Study& study, const Flip& flip);

/// Flips inside the plausible range; told from noise.
std::size_t plausible_count(const Flips& flips);
std::size_t told_count(const Flips& flips);
std::size_t told_count(const std::vector<Worth>& worths);

/// "1,240", "0.0123".
std::string number_text(double value);
/// " fighters"; "" for a plain number.
std::string unit_text(const Assumption& assumption);
/// "civilian deaths", "net civilian deaths" where costs count.
std::string harm_text(const Study& study);
/// "grade D (judgement)", "not graded".
std::string grade_text(const std::string& grade);
/// "grade D (judgement), Straus 2015".
std::string basis_text(const Assumption& assumption);
/// "Of the 12 effects of 'shelter', 9 rest on judgement (grade D, of value or link)."; "" for an
/// option without effects.
std::string guesses_text(const std::string& option, const EffectCount& effects);

}  // namespace forestall::assumptions
