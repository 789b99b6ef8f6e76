// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <numeric>

#include "analysis/comparison/family.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "analysis/order.hpp"
#include "analysis/quantile.hpp"
#include "analysis/report/influence.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;

/// Dims position, along: the rows of the members in question.
std::vector<double> rows_of(const std::vector<double>& all, const std::vector<std::size_t>& members,
                            std::size_t length) {
    std::vector<double> out;
    out.reserve(members.size() * length);
    for (const std::size_t m : members)
        out.insert(out.end(), all.begin() + static_cast<std::ptrdiff_t>(m * length),
                   all.begin() + static_cast<std::ptrdiff_t>((m + 1) * length));
    return out;
}

Fan fan_of(std::vector<double> rows, std::size_t members, std::size_t steps, bool cumulative) {
    if (cumulative)
        for (std::size_t m = 0; m < members; ++m)
            std::partial_sum(rows.begin() + static_cast<std::ptrdiff_t>(m * steps),
                             rows.begin() + static_cast<std::ptrdiff_t>((m + 1) * steps),
                             rows.begin() + static_cast<std::ptrdiff_t>(m * steps));
    Fan out;
    std::vector<double> column(members);
    for (std::size_t t = 0; t < steps; ++t) {
        for (std::size_t m = 0; m < members; ++m) column[m] = rows[m * steps + t];
        out.mean.push_back(std::accumulate(column.begin(), column.end(), 0.0) /
                           static_cast<double>(members));
        std::sort(column.begin(), column.end(), analysis::ascending);
        out.quantiles.emplace_back();
        for (std::size_t q = 0; q < fan_levels.size(); ++q)
            out.quantiles.back()[q] = analysis::quantile_of_sorted(column, fan_levels[q]);
    }
    return out;
}

StageShares shares_of(const std::vector<double>& rows, std::size_t members, std::size_t steps) {
    StageShares out(steps);
    for (std::size_t m = 0; m < members; ++m)
        for (std::size_t t = 0; t < steps; ++t) {
            const double stage =
                std::clamp(std::fmax(rows[m * steps + t], 0.0), 0.0, 3.0);  // NaN counts as none
            out[t][static_cast<std::size_t>(stage)] += 1 / static_cast<double>(members);
        }
    return out;
}

std::array<double, 4> reached_in(const std::vector<double>& rows, std::size_t members,
                                 std::size_t steps) {
    std::array<double, 4> out{};
    for (std::size_t m = 0; m < members; ++m) {
        double highest = 0;
        for (std::size_t t = 0; t < steps; ++t) highest = std::max(highest, rows[m * steps + t]);
        for (std::size_t s = 0; s < out.size(); ++s)
            if (highest >= static_cast<double>(s)) out[s] += 1 / static_cast<double>(members);
    }
    return out;
}

std::vector<double> means_of(const std::vector<double>& rows, std::size_t members,
                             std::size_t length) {
    std::vector<double> out(length);
    for (std::size_t m = 0; m < members; ++m)
        for (std::size_t i = 0; i < length; ++i)
            out[i] += rows[m * length + i] / static_cast<double>(members);
    return out;
}

OptionFindings option_findings(const Results& results, std::size_t option,
                               const std::vector<std::size_t>& members) {
    const std::size_t steps = results.header().time.size();
    const std::size_t places = results.header().locations.size();
    const std::size_t n = members.size();
    const auto series = [&](Series s) {
        return rows_of(results.values(s, option), members, steps);
    };
    const auto by_place = [&](PerPlace p) {
        return means_of(rows_of(results.values(p, option), members, places), n, places);
    };
    const std::vector<double> deaths = series(Series::civilian_deaths);
    std::vector<double> tolls;
    for (std::size_t m = 0; m < n; ++m)
        tolls.push_back(
            std::accumulate(deaths.begin() + static_cast<std::ptrdiff_t>(m * steps),
                            deaths.begin() + static_cast<std::ptrdiff_t>((m + 1) * steps), 0.0));
    std::sort(tolls.begin(), tolls.end(), analysis::ascending);
    return {fan_of(deaths, n, steps, true),
            fan_of(series(Series::displaced), n, steps, false),
            shares_of(series(Series::stage_true), n, steps),
            shares_of(series(Series::stage_observed), n, steps),
            by_place(PerPlace::deaths_by_location),
            by_place(PerPlace::displaced_by_location),
            std::move(tolls),
            {},
            {}};
}

/// [place][member]
comparison::Columns columns_by_place(const Results& results, PerPlace variable, std::size_t option,
                                     const std::vector<std::size_t>& members) {
    const std::size_t places = results.header().locations.size();
    const std::vector<double> rows = results.values(variable, option);
    comparison::Columns out(places, std::vector<double>(members.size()));
    for (std::size_t m = 0; m < members.size(); ++m)
        for (std::size_t p = 0; p < places; ++p) out[p][m] = rows[members[m] * places + p];
    return out;
}

std::vector<PlaceChange> place_changes(const comparison::Columns& with,
                                       const comparison::Columns& without) {
    if (with.empty() || with.front().size() < 2) return std::vector<PlaceChange>(with.size());
    comparison::Columns change = with;
    for (std::size_t p = 0; p < change.size(); ++p)
        for (std::size_t m = 0; m < change[p].size(); ++m) change[p][m] -= without[p][m];
    comparison::Plan plan;
    plan.replicates = 499;
    const comparison::Family family = comparison::family_of(change, plan);
    std::vector<PlaceChange> out;
    for (std::size_t p = 0; p < change.size(); ++p) {
        const comparison::Figure& f = family.means.figures[p];
        out.push_back({f.value, !family.outside[p] && f.clear_of_zero()});
    }
    return out;
}

void add_place_changes(const Results& results, const std::vector<std::size_t>& members,
                       Findings& out) {
    for (const auto& [variable, changes] :
         {std::pair{PerPlace::deaths_by_location, &OptionFindings::deaths_change},
          std::pair{PerPlace::displaced_by_location, &OptionFindings::displaced_change}}) {
        const auto nothing = columns_by_place(results, variable, out.shown[0], members);
        for (std::size_t i = 1; i < out.shown.size(); ++i)
            out.options[out.shown[i]].*changes =
                place_changes(columns_by_place(results, variable, out.shown[i], members), nothing);
    }
}

/// The baseline, then what the answer is about, then the other options, best first.
std::vector<std::size_t> shown_of(const Comparison& c) {
    std::vector<std::size_t> order{c.baseline};
    const std::size_t lead = comparison::lead_of(c).option;
    if (lead != c.baseline) order.push_back(lead);
    for (const std::size_t o : comparison::ranked(c))
        if (o != lead) order.push_back(o);
    order.resize(std::min(order.size(), most_shown));
    return order;
}

std::vector<std::size_t> undominated_of(const Comparison& c) {
    std::vector<std::size_t> out;
    const double sign = c.less_is_better ? 1 : -1;
    for (std::size_t a = 0; a < c.options.size(); ++a) {
        bool beaten = false;
        for (std::size_t b = 0; b < c.options.size(); ++b) {
            const double outcome = sign * (c.options[b].mean.value - c.options[a].mean.value);
            const double cost = c.options[b].cost.value - c.options[a].cost.value;
            beaten = beaten || (outcome <= 0 && cost <= 0 && (outcome < 0 || cost < 0));
        }
        if (!beaten) out.push_back(a);
    }
    return out;
}

/// What the answer is about, or the best of the others where that is the baseline itself.
std::size_t subject_of(const Comparison& c) {
    const std::size_t lead = comparison::lead_of(c).option;
    if (lead != c.baseline) return lead;
    const auto order = shown_of(c);
    return order.size() > 1 ? order[1] : c.baseline;
}

Compared compared_of(const Results& results, const Comparison& c,
                     const comparison::Wording& wording, const std::string& outcome,
                     const std::vector<std::size_t>& members) {
    Compared out{
        c,  wording, comparison::lead_of(c), subject_of(c), {}, 1, shown_of(c), undominated_of(c),
        {}, {}};
    if (c.options.size() <= most_drawn) {
        out.drawn.resize(c.options.size());
        std::iota(out.drawn.begin(), out.drawn.end(), std::size_t{0});
    }
    const comparison::Columns values = comparison::outcome_of(results, outcome, members).values;
    std::vector<double> difference(members.size());
    for (std::size_t m = 0; m < members.size(); ++m)
        difference[m] = values[out.subject][m] - values[c.baseline][m];
    const std::size_t parameters = results.header().parameters.size();
    out.influences =
        influences(rows_of(results.parameters(), members, parameters), parameters, difference);
    const auto varying =
        static_cast<std::size_t>(std::count_if(out.influences.begin(), out.influences.end(),
                                               [](const Influence& i) { return i.low < i.high; }));
    out.told_from_chance = chance_correlation(members.size(), varying);
    return out;
}

}  // namespace

std::string date_after(const std::string& start, std::int64_t days) {
    int year = 0;
    unsigned month = 1, day = 1;
    const char* const at = start.data();
    if (start.size() == 10) {
        std::from_chars(at, at + 4, year);
        std::from_chars(at + 5, at + 7, month);
        std::from_chars(at + 8, at + 10, day);
    }
    const std::chrono::sys_days first{std::chrono::year(year) / std::chrono::month(month) /
                                      std::chrono::day(day)};
    const std::chrono::year_month_day then{first + std::chrono::days(days)};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(then.year()),
                       static_cast<unsigned>(then.month()), static_cast<unsigned>(then.day()));
}

std::vector<std::size_t> some_steps(std::size_t steps, std::size_t count) {
    std::vector<std::size_t> out;
    count = std::min(count, steps);
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(count == 1 ? 0 : i * (steps - 1) / (count - 1));
    return out;
}

Findings find(const Results& results, const Comparison* comparison,
              const comparison::Wording& wording, const std::string& outcome) {
    Findings out;
    out.header = results.header();
    const std::vector<std::size_t> members = comparison::members_of_all(results);
    out.members = members.size();
    for (const std::int64_t day : out.header.time)
        out.dates.push_back(date_after(out.header.start_date, day));
    for (std::size_t o = 0; o < out.header.options.size(); ++o)
        out.options.push_back(option_findings(results, o, members));
    if (comparison) {
        out.shown = shown_of(*comparison);
        out.compared = compared_of(results, *comparison, wording, outcome, members);
        add_place_changes(results, members, out);
    } else {
        out.shown = {0};
    }
    const std::size_t steps = out.header.time.size();
    out.reached =
        reached_in(rows_of(results.values(Series::stage_observed, out.shown[0]), members, steps),
                   out.members, steps);
    return out;
}

}  // namespace forestall::report
