// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_columns.hpp"

#include <algorithm>
#include <mutex>

#include "analysis/comparison/resampling.hpp"
#include "app/exercise/text.hpp"
#include "engine/engine.hpp"

namespace forestall::app::exercise {
namespace {

std::size_t position_of(const std::vector<std::string>& options, const std::string& name) {
    const auto at = std::find(options.begin(), options.end(), name);
    if (at == options.end()) throw std::logic_error("a review without the option " + name);
    return static_cast<std::size_t>(at - options.begin());
}

/// `courses`: [member][step].
Fan fan_of(const std::vector<std::vector<double>>& courses) {
    Fan out;
    const std::size_t steps = courses.empty() ? 0 : courses.front().size();
    std::vector<double> at(courses.size());
    for (std::size_t t = 0; t < steps; ++t) {
        for (std::size_t m = 0; m < courses.size(); ++m) at[m] = courses[m][t];
        for (std::size_t q = 0; q < Fan::levels.size(); ++q)
            out.quantiles[q].push_back(comparison::quantile_of(at, Fan::levels[q]));
    }
    return out;
}

}  // namespace

ReviewColumns::ReviewColumns(ReviewJob job, const ReviewReading& reading, const ReviewRun& run)
    : job_(std::move(job)), reading_(reading), run_(run) {
    RunRequest request;
    request.seed = job_.seed;
    request.member = job_.member;
    request.option = played_option;
    const MemberOutcome own = run_member(*job_.world, request);
    own_ = reading_.outcome.value(own);
    own_course_ = reading_.outcome.course(own);
    killings_.own = killing_in_time(own);
    killings_.members.resize(job_.options.size());
    held_ = std::make_shared<const World>(
        job_.world->holding(parameter_names(*job_.world), own.parameters));
    for (comparison::Columns* columns :
         {&values_.outcome, &values_.deaths, &values_.killing, &values_.displaced})
        columns->resize(job_.options.size());
    courses_.resize(job_.with_courses);
}

bool ReviewColumns::killing_in_time(const MemberOutcome& outcome) const {
    const double step = outcome[Scalar::mass_killing_onset_step];
    return step >= 0 && (step + 1) * real(job_.world->settings().step_days) <= real(job_.end);
}

ReviewColumns::Row ReviewColumns::computed(std::uint64_t member) const {
    Row out;
    RunRequest request;
    request.seed = job_.seed;
    request.member = member;
    const std::vector<MemberOutcome> all = run_options(*job_.world, request, job_.options);
    for (std::size_t o = 0; o < all.size(); ++o) {
        out.values.push_back({reading_.outcome.value(all[o]), reading_.deaths.value(all[o]),
                              reading_.killing.value(all[o]), reading_.displaced.value(all[o])});
        out.killing.push_back(killing_in_time(all[o]));
        if (o < job_.with_courses) out.courses.push_back(reading_.outcome.course(all[o]));
    }
    // The world that was played is no other future of itself.
    request.member += member >= job_.member ? 1 : 0;
    request.option = played_option;
    const MemberOutcome future = run_member(*held_, request);
    out.future = reading_.outcome.value(future);
    out.future_killing = killing_in_time(future);
    out.future_course = reading_.outcome.course(future);
    out.done = true;
    return out;
}

void ReviewColumns::keep(Row&& row) {
    for (std::size_t o = 0; o < row.values.size(); ++o) {
        const auto [outcome, deaths, killing, displaced] = row.values[o];
        values_.outcome[o].push_back(outcome);
        values_.deaths[o].push_back(deaths);
        values_.killing[o].push_back(killing);
        values_.displaced[o].push_back(displaced);
        killings_.members[o] += row.killing[o] ? 1 : 0;
    }
    for (std::size_t o = 0; o < row.courses.size(); ++o)
        courses_[o].push_back(std::move(row.courses[o]));
    futures_.push_back(row.future);
    killings_.futures += row.future_killing ? 1 : 0;
    future_courses_.push_back(std::move(row.future_course));
    ++members_;
}

bool ReviewColumns::run_to(std::uint64_t end) {
    std::vector<Row> rows(end - members_);
    std::mutex one_at_a_time;
    std::uint64_t done = members_;
    run_.parallel.for_chunks(rows.size(), 1, [&](std::size_t begin, std::size_t) {
        if (run_.stop.load(std::memory_order_relaxed)) return;
        rows[begin] = computed(members_ + begin);
        const std::scoped_lock lock(one_at_a_time);
        if (run_.progress) run_.progress(++done);
    });
    for (Row& row : rows) {
        if (!row.done) return false;
        keep(std::move(row));
    }
    return true;
}

ReviewTable ReviewColumns::of(const std::vector<std::string>& options) const {
    ReviewTable out;
    for (const std::string& option : options) {
        const std::size_t at = position_of(job_.options, option);
        out.outcome.push_back(values_.outcome[at]);
        out.deaths.push_back(values_.deaths[at]);
        out.killing.push_back(values_.killing[at]);
        out.displaced.push_back(values_.displaced[at]);
    }
    return out;
}

Fan ReviewColumns::fan_of_futures() const {
    Fan out = fan_of(future_courses_);
    out.option = played_option;
    out.same_assumptions = true;
    return out;
}

Fan ReviewColumns::fan(std::size_t option) const {
    Fan out = fan_of(courses_.at(option));
    out.option = job_.options[option];
    return out;
}

}  // namespace forestall::app::exercise
