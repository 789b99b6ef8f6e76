// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/measures.hpp"

#include <vector>

#include "analysis/facts/burstiness.hpp"
#include "analysis/facts/clustering.hpp"
#include "analysis/facts/concentration.hpp"
#include "analysis/facts/persistence.hpp"
#include "analysis/facts/self_excitation.hpp"
#include "analysis/facts/tail.hpp"
#include "analysis/facts/zones.hpp"

namespace forestall::analysis {
namespace {

constexpr double tenth = 0.1;

Measures nothing() {
    Measures out;
    out.fill({unknown, unknown, unknown});
    return out;
}

Estimate& of(Measures& m, Fact fact) { return m[static_cast<std::size_t>(fact)]; }

void measure_times(const History& h, int resamples, std::uint64_t seed, Measures& out) {
    std::vector<int> bins;
    std::vector<double> counts(static_cast<std::size_t>(h.days / h.bin_days + 1), 0.0);
    for (const Occurrence& e : h.events) {
        if (span_of(e) > std::max(dated_to_the_week, h.bin_days) || e.first < 0 ||
            e.first >= h.days)
            continue;
        bins.push_back(e.first / h.bin_days);
        counts[static_cast<std::size_t>(bins.back())] += 1;
    }
    of(out, Fact::burstiness) = burstiness(bins, resamples, seed);
    const SelfExcitation found = self_excitation(counts, h.bin_days, {.intervals = resamples > 0});
    of(out, Fact::branching_ratio) = found.branching;
    of(out, Fact::excitation_memory) = found.memory_days;
}

void measure_space(const History& h, std::uint64_t seed, Measures& out) {
    std::vector<Sighting> sightings;
    for (const Occurrence& e : h.events)
        if (e.placed && span_of(e) <= std::max(dated_to_the_week, h.bin_days))
            sightings.push_back({e.latitude, e.longitude, e.first});
    of(out, Fact::clustering) = knox(sightings, {.seed = seed}).ratio;
    of(out, Fact::escalation) = spread(sightings).share;
}

Estimate resampled(const std::vector<double>& values, int resamples, std::uint64_t seed,
                   const std::function<double(std::vector<double>)>& statistic) {
    return bootstrap(values.size(), resamples, seed, [&](std::span<const std::size_t> items) {
        std::vector<double> drawn;
        for (const std::size_t i : items) drawn.push_back(values[i]);
        return statistic(std::move(drawn));
    });
}

Estimate resampled(const Pairs& pairs, int resamples, std::uint64_t seed,
                   const std::function<double(const Pairs&)>& statistic) {
    return bootstrap(pairs.size(), resamples, seed, [&](std::span<const std::size_t> items) {
        Pairs drawn;
        for (const std::size_t i : items) drawn.push_back(pairs[i]);
        return statistic(drawn);
    });
}

double top_tenth(std::vector<double> values) { return top_share(std::move(values), tenth); }

}  // namespace

bool is_pooled(Fact fact) {
    return fact == Fact::annual_persistence || fact == Fact::annual_volatility ||
           fact == Fact::annual_fourfold_rise || fact == Fact::top_decile_dyad_years ||
           fact == Fact::zone_contrast;
}

Measures measure(const History& h, int resamples, std::uint64_t seed) {
    Measures out = nothing();
    std::vector<std::int64_t> sizes;
    std::vector<double> deaths;
    for (const Occurrence& e : h.events) {
        sizes.push_back(e.deaths);
        deaths.push_back(static_cast<double>(e.deaths));
    }
    of(out, Fact::event_size_exponent) = tail_exponent(sizes, resamples, seed);
    of(out, Fact::top_decile_events) = resampled(deaths, resamples, seed, top_tenth);
    measure_times(h, resamples, seed, out);
    measure_space(h, seed, out);
    const Pairs months = neighbouring_months(h);
    of(out, Fact::monthly_persistence) = lag_one(months);
    of(out, Fact::monthly_volatility) =
        resampled(months, resamples, seed, [](const Pairs& pairs) { return volatility(pairs); });
    const std::vector<double> cells = deaths_of_cell_months(h);
    of(out, Fact::top_decile_cell_months) = resampled(cells, resamples, seed, top_tenth);
    of(out, Fact::gini_cell_months) = resampled(
        cells, resamples, seed, [](std::vector<double> values) { return gini(std::move(values)); });
    of(out, Fact::zero_country_months) = {quiet_months(h), unknown, unknown};
    of(out, Fact::zero_cell_months) = {quiet_cell_months(h), unknown, unknown};
    return out;
}

Measures measure_pooled(std::span<const History> histories, int resamples, std::uint64_t seed) {
    Measures out = nothing();
    Pairs years;
    std::vector<double> dyad_years;
    std::vector<ZoneCounts> zones;
    for (const History& h : histories) {
        const Pairs pairs = neighbouring_years(h);
        years.insert(years.end(), pairs.begin(), pairs.end());
        const std::vector<double> deaths = deaths_of_dyad_years(h);
        dyad_years.insert(dyad_years.end(), deaths.begin(), deaths.end());
        zones.push_back(selective_by_zone(h));
    }
    of(out, Fact::annual_persistence) =
        resampled(years, resamples, seed, [](const Pairs& pairs) { return lag_one(pairs).value; });
    of(out, Fact::annual_volatility) =
        resampled(years, resamples, seed, [](const Pairs& pairs) { return volatility(pairs); });
    of(out, Fact::annual_fourfold_rise) =
        resampled(years, resamples, seed, [](const Pairs& pairs) { return fourfold_rises(pairs); });
    of(out, Fact::top_decile_dyad_years) = resampled(dyad_years, resamples, seed, top_tenth);
    of(out, Fact::zone_contrast) = m_contrast(zones, resamples, seed);
    return out;
}

}  // namespace forestall::analysis
