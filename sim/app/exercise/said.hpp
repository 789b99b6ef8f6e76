// SPDX-License-Identifier: Apache-2.0
// What a player reads in a terminal. Text that a file or a player brought is made safe to print by
// who prints it.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "app/exercise/injects.hpp"
#include "app/exercise/view.hpp"

namespace forestall::app::exercise {

/// "Turn 3 of 12, 2032-03-01" and the briefings of the seats.
std::string briefing_text(const Case& on, std::span<const SeatView* const> views);
/// A row an indicator, a column a seat.
std::string indicators_text(const Case& on, std::span<const SeatView* const> views);
/// "relief worker, told 2032-03-04 of 2032-02-28: one_sided at Karvesh, by Hearth Guard, 14 dead of
/// Tovesh"
std::string report_text(const Case& on, const Report& report);
/// Messages and reports; `all`: not those of the last turn only.
std::string inbox_text(const Case& on, const SeatView& view, bool all);
std::string orders_text(const SeatView& view);
/// What the partners of the seats can lead, with lead time, cost and consent.
std::string cards_text(const Case& on, std::span<const SeatPlan* const> seats,
                       std::optional<Stage> seen);
std::string answer_text(const Answer& answer);
std::string proposals_text(const Case& on, std::span<const Proposal> proposals);
/// What happened in a turn: for the white cell and the review.
std::string truth_text(const Case& on, const Course& course, int turn);
/// "Envoy heard of 12 of 40 events with deaths, in 25 reports: 9 of nothing, 3 with the wrong side,
/// 1 twice"
std::string hearing_text(const Hearing& hearing);

}  // namespace forestall::app::exercise
