// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/portfolio_members.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/resampling.hpp"
#include "analysis/search/decide_run.hpp"

namespace forestall::analysis {
namespace {

using Numbers = std::array<double, objective_count>;

Numbers numbers_of(const MemberOutcome& outcome, const std::vector<double>& weights) {
    const auto& deaths = outcome[Series::civilian_deaths];
    const auto& displaced = outcome[Series::displaced];
    return {std::accumulate(deaths.begin(), deaths.end(), 0.0),
            *std::max_element(displaced.begin(), displaced.end()),
            comparison::present_values(outcome[Series::spend], weights).front()};
}

std::vector<double> weights_of(const World& world, double discount) {
    std::vector<std::int64_t> days;
    for (std::size_t t = 0; t < step_count(world); ++t)
        days.push_back(static_cast<std::int64_t>(t) * world.settings().step_days);
    return comparison::spending_weights(days, {discount, 0, 0, 0});
}

Judged judged_of(const std::vector<Numbers>& option, const std::vector<Numbers>& nothing) {
    Judged out;
    for (std::size_t k = 0; k < objective_count; ++k) {
        std::vector<double> values, differences;
        for (std::size_t m = 0; m < option.size(); ++m) {
            values.push_back(option[m][k]);
            differences.push_back(option[m][k] - nothing[m][k]);
        }
        out.mean[k] = comparison::mean_of(values);
        out.error[k] = std::sqrt(comparison::variance_of(differences) /
                                 static_cast<double>(differences.size()));
    }
    return out;
}

const Option& option_named(const World& world, const std::string& name) {
    const auto& all = world.options();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Option& o) { return o.name == name; });
    if (found == all.end()) throw std::invalid_argument("no option '" + name + "'");
    return *found;
}

/// Per action, the day of its first event other than asking for consent.
std::vector<Day> starts_of(const World& world, const Option& option, std::uint64_t seed,
                           std::uint64_t member) {
    RunDetail detail;
    RunRequest request;
    request.seed = seed;
    request.member = member;
    request.option = option.name;
    request.detail = &detail;
    run_member(world, request);
    std::vector<Day> out(option.actions.size(), -1);
    for (const Event& e : detail.events) {
        if (e.kind != EventKind::intervention) continue;
        for (std::size_t a = 0; a < out.size(); ++a)
            if (out[a] < 0 && (e.manner == option.actions[a].name + ": announced" ||
                               e.manner == option.actions[a].name + ": begins"))
                out[a] = e.day;
    }
    return out;
}

/// Which actions begin in some member; looks no further once all have.
std::vector<bool> ever_begun(const Job& job, const std::string& name, const PortfolioRuns& runs) {
    const Option& option = option_named(*job.world, name);
    std::vector<bool> out(option.actions.size(), false);
    for (std::uint64_t m = 0;
         m < runs.search.count && std::count(out.begin(), out.end(), false) > 0; ++m) {
        if (runs.stop.load(std::memory_order_relaxed)) break;
        const std::vector<Day> days =
            starts_of(*job.world, option, job.seed, runs.search.first + m);
        for (std::size_t a = 0; a < out.size(); ++a) out[a] = out[a] || days[a] >= 0;
    }
    return out;
}

}  // namespace

std::vector<std::vector<Day>> action_starts(const World& world, const std::string& option,
                                            std::uint64_t seed, MemberRange members,
                                            const Parallel& parallel) {
    const Option& what = option_named(world, option);
    std::vector<std::vector<Day>> out(what.actions.size(), std::vector<Day>(members.count, -1));
    parallel.for_chunks(members.count, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            const std::vector<Day> days = starts_of(world, what, seed, members.first + m);
            for (std::size_t a = 0; a < out.size(); ++a) out[a][m] = days[a];
        }
    });
    return out;
}

PartsPruned portfolio_pruning(const PortfolioRuns& runs,
                              std::function<std::vector<std::size_t>(const Portfolio&)> order) {
    return [runs, order = std::move(order)](std::vector<Portfolio> portfolios) {
        const Job job = runs.job(portfolios);
        std::vector<std::vector<bool>> begun(portfolios.size());
        runs.parallel.for_chunks(portfolios.size(), 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t p = begin; p < end; ++p)
                if (parts_of(portfolios[p]) > 0)
                    begun[p] = ever_begun(job, job.options.at(p + 1), runs);
        });
        if (runs.stop.load()) throw Stopped();
        for (std::size_t p = 0; p < portfolios.size(); ++p) {
            const std::vector<std::size_t> candidates = order(portfolios[p]);
            for (std::size_t a = 0; a < begun[p].size(); ++a)
                if (!begun[p][a]) portfolios[p].at(candidates.at(a)) = 0;
        }
        return portfolios;
    };
}

PortfolioSource portfolio_members(const PortfolioRuns& runs) {
    return [runs](SearchPhase phase, std::size_t, const std::vector<Portfolio>& portfolios) {
        const MemberRange range = phase == SearchPhase::search ? runs.search : runs.sieve;
        const Job job = runs.job(portfolios);
        const std::vector<double> weights = weights_of(*job.world, runs.discount);
        std::vector<std::uint64_t> members(range.count);
        std::iota(members.begin(), members.end(), range.first);
        std::vector<std::vector<Numbers>> by_option(job.options.size(),
                                                    std::vector<Numbers>(range.count));
        std::size_t done = 0;
        run_ensemble(job, members, 1, runs.parallel, runs.stop, [&](std::vector<MemberRow>&& rows) {
            for (const MemberRow& row : rows) {
                for (std::size_t o = 0; o < by_option.size(); ++o)
                    by_option[o][row.member - range.first] = numbers_of(row.by_option[o], weights);
                ++done;
                if (runs.each_member) runs.each_member();
            }
        });
        if (done != members.size()) throw Stopped();
        std::vector<Judged> out;
        for (std::size_t p = 0; p < portfolios.size(); ++p)
            out.push_back(judged_of(by_option.at(p + 1), by_option.front()));
        return out;
    };
}

}  // namespace forestall::analysis
