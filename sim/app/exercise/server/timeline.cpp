// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "app/exercise/server/home.hpp"

namespace forestall::app::exercise {
namespace {

constexpr Day quarter = 91;

/// A series as seats' indicators have it: deaths of 13 weeks, everything else as it is.
Json truth_of(const Case& on, const Course& course, SeatIndicator what) {
    const Day step = on.tables().settings.step_days;
    const MemberOutcome& o = course.outcome;
    const auto deaths = [&](std::size_t s) {
        const auto& v = o[Series::civilian_deaths];
        const auto steps = static_cast<std::size_t>(std::max<Day>(1, quarter / step));
        const auto first = static_cast<std::ptrdiff_t>(s + 1 > steps ? s + 1 - steps : 0);
        return std::accumulate(v.begin() + first, v.begin() + static_cast<std::ptrdiff_t>(s) + 1,
                               0.0);
    };
    Json values = Json::array();
    for (std::size_t s = 0; s < o[Series::risk].size(); ++s) {
        Json value;
        switch (what) {
            case SeatIndicator::reported_deaths:
                value = deaths(s);
                break;
            case SeatIndicator::displaced:
                value = o[Series::displaced][s];
                break;
            case SeatIndicator::risk:
                value = o[Series::risk][s];
                break;
            case SeatIndicator::attention:
                value = o[Series::attention][s];
                break;
            case SeatIndicator::stage:
                value = stage_words.text(static_cast<Stage>(o[Series::stage_true][s]));
                break;
        }
        values.push_back(
            {{"as_of", on.date(static_cast<Day>(s + 1) * step - 1)}, {"value", value}});
    }
    const bool deaths_of = what == SeatIndicator::reported_deaths;
    return {{"name", seat_indicator_words.text(what)},
            {"text", deaths_of ? "civilians killed, 13 weeks" : seat_indicator_words.text(what)},
            {"values", values}};
}

Json marks_json(const Case& on, const Branch& branch) {
    Json out = Json::array();
    const auto mark = [&](int turn, const char* kind, const std::string& seat,
                          const std::string& text) {
        out.push_back({{"turn", turn},
                       {"date", on.date(on.first_day(turn))},
                       {"kind", kind},
                       {"seat", seat},
                       {"text", text}});
    };
    for (const PlayedOrder& o : branch.orders) {
        const Intervention* what = on.intervention(o.order.intervention);
        mark(o.given, "order", o.seat, what == nullptr ? o.order.intervention : what->title);
    }
    for (const PlayedInject& i : branch.injects)
        if (const auto row = on.msel().find(i.number); row && i.fired)
            mark(i.turn, "inject", "", on.msel().at(*row, "title"));
    return out;
}

}  // namespace

Json timeline_json(Play& play) {
    const Case& on = play.on();
    const auto course = play.course();
    Json truth = Json::array(), seats = Json::array();
    for (const auto& row : seat_indicator_words) truth.push_back(truth_of(on, *course, row.value));
    for (const SeatPlan& seat : on.plan().seats) {
        if (seat.role == SeatRole::white_cell) continue;
        const Json view = to_json(*play.view(seat.name), on);
        seats.push_back({{"seat", seat.name}, {"indicators", *view.find("indicators")}});
    }
    return {{"truth", truth}, {"seats", seats}, {"marks", marks_json(on, play.session().branch())}};
}

Json hearings_json(Play& play) {
    Json out = Json::array();
    const auto course = play.course();
    for (const SeatPlan& seat : play.plan().seats) {
        if (seat.role == SeatRole::white_cell) continue;
        const Hearing h = hearing_of(play.on(), play.session().branch(), *course, seat);
        out.push_back({{"seat", h.seat},
                       {"events", h.events},
                       {"heard", h.heard},
                       {"reports", h.reports},
                       {"false", h.nothing},
                       {"wrong_side", h.wrong_side},
                       {"repeated", h.repeated}});
    }
    return out;
}

}  // namespace forestall::app::exercise
