// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/explain/chain.hpp"
#include "analysis/explain/words.hpp"
#include "app/frame/build_info.hpp"
#include "results/assemble.hpp"

namespace forestall::app::exercise {
namespace {

/// Steps back from an event that its chain of causes is followed.
constexpr std::size_t depth = 3;
constexpr std::size_t most_causes = 3;
constexpr Day quarter = 91;

std::vector<double> sums_of(const std::vector<double>& values, std::size_t steps) {
    std::vector<double> out(values.size());
    double sum = 0;
    for (std::size_t s = 0; s < values.size(); ++s) {
        sum += values[s] - (s >= steps ? values[s - steps] : 0);
        out[s] = sum;
    }
    return out;
}

std::vector<TrueSeries> truth_of(const Course& course, Day step_days) {
    const MemberOutcome& o = course.outcome;
    const auto steps = static_cast<std::size_t>((quarter + step_days - 1) / step_days);
    std::vector<double> so_far = o[Series::civilian_deaths];
    std::partial_sum(so_far.begin(), so_far.end(), so_far.begin());
    return {{"civilians killed, 13 weeks", sums_of(o[Series::civilian_deaths], steps)},
            {"people away from home", o[Series::displaced]},
            {"risk", o[Series::risk]},
            {"attention", o[Series::attention]},
            {"stage", o[Series::stage_true]},
            {"civilians killed so far", so_far}};
}

/// The outcome as it was at the close of a turn: what indicators are made of.
MemberOutcome up_to(const MemberOutcome& whole, std::size_t steps) {
    MemberOutcome out;
    for (std::size_t v = 0; v < whole.series.size(); ++v)
        out.series[v].assign(whole.series[v].begin(),
                             whole.series[v].begin() + static_cast<std::ptrdiff_t>(std::min(
                                                           steps, whole.series[v].size())));
    return out;
}

SeatLine line_of(const Case& on, const Branch& branch, const Course& course, const SeatPlan& seat) {
    SeatLine out;
    out.seat = seat.name;
    out.role = seat.role;
    out.hearing = hearing_of(on, branch, course, seat);
    for (SourcedReport& r : sourced_reports(on, branch, course, seat)) {
        const bool nothing = !r.event.has_value();
        out.reports.push_back({std::move(r), nothing});
    }
    const Luck luck(on.seed(), on.member());
    const Day step = course.world->settings().step_days;
    for (int turn = 1; turn <= course.turn; ++turn) {
        const Day days = std::min(on.first_day(turn + 1), course.days);
        const auto steps = static_cast<std::size_t>((days + step - 1) / step);
        out.at_close.push_back(
            indicators_of({*course.world, luck, on.plan(), seat, course.events, {}, days},
                          up_to(course.outcome, steps)));
    }
    return out;
}

/// Tells events of a course in sentences.
class Teller {
public:
    explicit Teller(const Course& course, std::uint64_t seed)
        : course_(course), header_(header(course, seed)), words_(header_) {}

    TrueEvent of(std::size_t position) const {
        const Event& e = course_.events[position];
        const World& world = *course_.world;
        TrueEvent out;
        out.position = position;
        out.day = day_of(e);
        out.kind = event_words.string(e.kind);
        out.place = world.at(e.place).name;
        out.region = world.at(e.place).region;
        if (e.actor != none<ActorId>()) out.actor = world.at(e.actor).name;
        if (e.target != none<GroupId>()) out.group = world.at(e.target).name;
        out.dead = e.deaths;
        out.told = words_.event(e);
        const analysis::Chain chain = analysis::chain_of(course_.events, position, depth);
        for (const analysis::Told& told : analysis::largest_parts(chain, most_causes))
            out.why.push_back(
                fmt::format("{}: {}", words_.reason(e, told.cause), words_.weight(e, told.cause)));
        for (const std::size_t first : analysis::where_it_began(chain))
            if (first != position) out.began.push_back(words_.event(course_.events[first]));
        return out;
    }
    Day day_of(const Event& e) const {
        return e.day >= 0 ? e.day : e.step * course_.world->settings().step_days;
    }

private:
    static Header header(const Course& course, std::uint64_t seed) {
        Job job;
        job.world = course.world;
        job.seed = seed;
        return header_of(job, program_build());
    }
    const Course& course_;
    Header header_;
    analysis::Words words_;
};

std::vector<TrueEvent> events_of(const Course& course, const Teller& teller,
                                 const std::vector<SeatLine>& seats) {
    std::vector<TrueEvent> out;
    for (std::size_t e = 0; e < course.events.size(); ++e) {
        if (!is_reported(course.events[e])) continue;
        out.push_back(teller.of(e));
        for (const SeatLine& seat : seats)
            if (std::any_of(seat.reports.begin(), seat.reports.end(),
                            [&](const CheckedReport& r) { return r.report.event == e; }))
                out.back().heard.push_back(seat.seat);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const TrueEvent& a, const TrueEvent& b) { return a.day < b.day; });
    return out;
}

void mark_stages(const Case& on, const Course& course, Series series, const std::string& whose,
                 std::vector<Mark>& out) {
    const Day step = on.tables().settings.step_days;
    double before = 0;
    const std::vector<double>& stages = course.outcome[series];
    for (std::size_t s = 0; s < stages.size(); ++s) {
        if (stages[s] == before) continue;
        before = stages[s];
        const Day day = static_cast<Day>(s) * step;
        out.push_back(
            {day, static_cast<int>(day / on.plan().turn_days) + 1, MarkKind::stage, "",
             fmt::format("{}: {}", whose, stage_words.text(static_cast<Stage>(stages[s])))});
    }
}

std::vector<Mark> marks_of(const Case& on, const Branch& branch, const Course& course) {
    std::vector<Mark> out;
    for (const PlayedOrder& order : branch.orders) {
        const Intervention* what = on.intervention(order.order.intervention);
        const std::string title = what == nullptr ? order.order.intervention : what->title;
        out.push_back({on.first_day(order.start), order.start, MarkKind::order, order.seat,
                       fmt::format("{} ({})", title, order.action)});
        if (order.cancelled > 0)
            out.push_back({on.first_day(order.cancelled), order.cancelled, MarkKind::cancel,
                           order.seat, fmt::format("{} ({})", title, order.action)});
    }
    for (const PlayedInject& inject : branch.injects)
        if (const auto row = on.msel().find(inject.number); inject.fired && row)
            out.push_back({on.first_day(inject.turn), inject.turn, MarkKind::inject, "",
                           fmt::format("{}. {}", inject.number, on.msel().at(*row, "title"))});
    for (const Remark& remark : branch.remarks)
        if (const Json* text = remark.body.find("text");
            remark.kind == RecordKind::bookmark && text != nullptr)
            out.push_back({on.first_day(remark.turn), remark.turn, MarkKind::bookmark, remark.seat,
                           text->as_text().value_or("")});
    mark_stages(on, course, Series::stage_true, "in truth", out);
    mark_stages(on, course, Series::stage_observed, "as the desk sees it", out);
    std::stable_sort(out.begin(), out.end(),
                     [](const Mark& a, const Mark& b) { return a.day < b.day; });
    return out;
}

}  // namespace

Timeline timeline_of(const Case& on, const Branch& branch, const Course& course) {
    Timeline out;
    const Day step = course.world->settings().step_days;
    for (std::size_t s = 0; s < course.outcome[Series::risk].size(); ++s)
        out.days.push_back(std::min(static_cast<Day>(s + 1) * step, course.days));
    for (int turn = 1; turn <= course.turn; ++turn)
        out.turn_ends.push_back(std::min(on.first_day(turn + 1), course.days));
    out.truth = truth_of(course, step);
    for (const SeatPlan& seat : on.plan().seats)
        if (seat.role != SeatRole::white_cell)
            out.seats.push_back(line_of(on, branch, course, seat));
    out.events = events_of(course, Teller(course, on.seed()), out.seats);
    out.marks = marks_of(on, branch, course);
    return out;
}

}  // namespace forestall::app::exercise
