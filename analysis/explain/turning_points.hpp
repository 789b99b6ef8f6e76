// SPDX-License-Identifier: Apache-2.0
// What turns the course of a run, how much, and where that cuts it into chapters. Rule: power that
// changes hands and the onset of a mass killing weigh most, then actors that come to be or end and
// what comes from outside, then truces between those who fight most, then deaths that come ten
// times as fast or as slowly as before, then orders and new leaders. Weights are judgement: they
// decide what is told, nothing else.
#pragma once
#include "analysis/explain/history.hpp"

namespace forestall::history {

/// A chapter may begin at a turning point of this weight.
inline constexpr double begins_chapter = 4;
/// A chapter with one of this weight is not quiet.
inline constexpr double breaks_quiet = 5;
/// Below this it is not told.
inline constexpr double worth_telling = 1;

/// In order of time. Events that came of another in the same step are told with it.
std::vector<Turn> turning_points(const Record& record, const std::optional<Onset>& onset);

/// First steps of chapters, from 0: the heaviest turning points, with room between them, and no two
/// quiet chapters side by side.
std::vector<std::size_t> chapter_starts(const Record& record, const std::vector<Turn>& turns);

/// Fewer deaths than 25 a year, the least that UCDP takes for a conflict, and nothing that breaks
/// the quiet.
bool is_quiet(const Record& record, const std::vector<Turn>& turns, std::size_t first,
              std::size_t end);

}  // namespace forestall::history
