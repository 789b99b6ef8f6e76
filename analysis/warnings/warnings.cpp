// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/warnings.hpp"

#include <algorithm>

#include "analysis/quantile.hpp"

namespace forestall::analysis {
namespace {

constexpr std::size_t curve_points = 100;
constexpr std::array stages_seen = {Stage::prevention, Stage::mitigation, Stage::response};
/// Upper end of the 95 % interval of a Poisson mean of which none was seen.
constexpr double none_seen = 3.688879454;

struct Sampling {
    std::size_t members;
    std::uint64_t seed;
    int resamples;

    template <class Statistic>
    Estimate operator()(const Statistic& statistic) const {
        return bootstrap(members, resamples, seed, statistic);
    }
};

using Drawn = std::span<const std::size_t>;

Discrimination discrimination_of(Ranking& ranking, const Sampling& over) {
    Discrimination out;
    out.auc = over([&](Drawn drawn) { return ranking.area(drawn); });
    for (std::size_t i = 0; i < quiet_shares.size(); ++i)
        out.caught[i] = over([&](Drawn drawn) { return ranking.caught(drawn, quiet_shares[i]); });
    out.roc = ranking.curve(curve_points);
    return out;
}

Discrimination not_stated() {
    const Estimate none{unknown, unknown, unknown};
    Discrimination out;
    out.auc = none;
    out.caught.fill(none);
    return out;
}

Horizon horizon_of(std::span<const Watched> members, int weeks, const Sampling& over) {
    Horizon out;
    out.weeks = weeks;
    Ranking desk(members.size()), deaths(members.size()), at_once(members.size());
    for (std::size_t m = 0; m < members.size(); ++m) {
        std::size_t before = 0, quiet = 0;
        for (const Reading& r : readings_of(members[m], 7 * weeks)) {
            (r.onset ? before : quiet) += 1;
            desk.add(m, r.risk, r.onset);
            deaths.add(m, r.quarter, r.onset);
            at_once.add(m, r.at_once, r.onset);
        }
        out.before += before;
        out.quiet += quiet;
        out.onsets += before > 0 ? 1 : 0;
        out.at_peace += quiet > 0 ? 1 : 0;
    }
    out.desk = out.deaths = out.at_once = not_stated();
    out.gain = out.gain_at_once = out.desk.auc;
    if (!out.enough()) return out;
    out.desk = discrimination_of(desk, over);
    out.deaths = discrimination_of(deaths, over);
    out.at_once = discrimination_of(at_once, over);
    out.gain = over([&](Drawn drawn) { return desk.area(drawn) - deaths.area(drawn); });
    out.gain_at_once = over([&](Drawn drawn) { return desk.area(drawn) - at_once.area(drawn); });
    return out;
}

double quantile_of(std::vector<double> values, double q) {
    std::sort(values.begin(), values.end());
    return quantile_of_sorted(values, q);
}

void put_leads(std::span<const Watched> members, const Sampling& over, StageWarning& out) {
    std::vector<double> leads;
    for (const Watched& w : members) {
        if (w.onset < 0) continue;
        const int first = first_seen(w, out.stage);
        leads.push_back(first < 0 ? 0 : w.weeks(w.onset - first));
        out.seen_before += first >= 0 ? 1 : 0;
        out.from_start += first == 0 ? 1 : 0;
    }
    out.lead = {unknown, unknown, unknown};
    if (leads.size() < least_onsets) return;
    out.lead = bootstrap(leads.size(), over.resamples, over.seed, [&](Drawn drawn) {
        std::vector<double> chosen;
        for (const std::size_t i : drawn) chosen.push_back(leads[i]);
        return quantile_of(std::move(chosen), 0.5);
    });
    out.lead_low = quantile_of(leads, 0.1);
    out.lead_high = quantile_of(leads, 0.9);
}

double per_ten_years(const Alarms& a) {
    return a.years > 0 ? 10 * a.false_alarms / a.years : unknown;
}

StageWarning stage_of(std::span<const Watched> members, Stage stage, const Sampling& over) {
    StageWarning out;
    out.stage = stage;
    put_leads(members, over, out);
    std::vector<Alarms> each;
    for (const Watched& w : members) {
        each.push_back(alarms_of(w, stage));
        out.sums += each.back();
    }
    out.preceded = out.sums.onsets < static_cast<double>(least_onsets)
                       ? Estimate{unknown, unknown, unknown}
                       : share(out.sums.preceded, out.sums.onsets);
    out.false_alarms = over([&](Drawn drawn) {
        Alarms sum;
        for (const std::size_t m : drawn) sum += each[m];
        return per_ten_years(sum);
    });
    if (out.sums.false_alarms == 0 && out.sums.years > 0)
        out.false_alarms.hi = 10 * none_seen / out.sums.years;
    return out;
}

}  // namespace

Warnings warnings_of(std::span<const Watched> members, std::uint64_t seed, int resamples) {
    const Sampling over{members.size(), seed, resamples};
    Warnings out;
    out.members = members.size();
    for (const Watched& w : members) out.onsets += w.onset >= 0 ? 1 : 0;
    for (const int weeks : weeks_ahead) out.horizons.push_back(horizon_of(members, weeks, over));
    for (const Stage stage : stages_seen) out.stages.push_back(stage_of(members, stage, over));
    return out;
}

}  // namespace forestall::analysis
