// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/facts.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/facts/measures.hpp"

namespace forestall::analysis {
namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();
constexpr std::string_view war_only = "files of countries at war leave out peace";
constexpr std::string_view no_zones = "UCDP does not record control";

constexpr std::array<FactSpec, fact_count> specs{{
    {"event_size_exponent", "exponent of the tail of deaths per event", 2.0, 3.0, false,
     "Bohorquez et al. 2009, nine insurgencies: 2.5", ""},
    {"burstiness", "(sd - mean) / (sd + mean) of gaps between days with events", 0.2, 1.0, false,
     "evidence from memory: above 0.2; measure of Goh & Barabasi 2008", ""},
    {"branching_ratio", "events set off per event", 0.37, 0.50, false,
     "Lewis et al. 2012, districts of Iraq", ""},
    {"excitation_memory_days", "days until 95 % of what an event sets off has happened", 14, 42,
     false, "Lewis et al. 2012: at most 2 to 6 weeks", ""},
    {"monthly_persistence", "lag-1 correlation of log(1 + deaths) of months in active years", 0.5,
     0.7, false, "evidence from memory: 0.5 to 0.7 within active conflicts", ""},
    {"monthly_volatility", "SD of the change of log deaths from month to month", unknown, unknown,
     false, "no published figure", ""},
    {"annual_persistence", "lag-1 correlation of log(1 + battle deaths) of active years, pooled",
     0.77, 0.81, false, "UCDP v25.1: 0.79 (n = 1,192), its sampling interval", ""},
    {"annual_volatility", "SD of the change of log battle deaths between active years, pooled",
     1.03, 1.11, false, "UCDP v25.1: 1.07 (n = 1,192), its sampling interval", ""},
    {"annual_fourfold_rise", "share of active years followed by one four times as deadly, pooled",
     0.066, 0.097, false, "UCDP v25.1: 0.081 (n = 1,192), its sampling interval", ""},
    {"top_decile_dyad_years", "share of battle deaths in the deadliest tenth of dyad-years, pooled",
     0.78, 0.86, false, "UCDP v25.1: 0.82 (n = 1,995), 0.04 either way by judgement", ""},
    {"top_decile_cell_months", "share of deaths in the deadliest tenth of cell-months with deaths",
     unknown, unknown, false, "no published figure", ""},
    {"top_decile_events", "share of deaths in the deadliest tenth of events", unknown, unknown,
     false, "no published figure", ""},
    {"gini_cell_months", "Gini coefficient of deaths over cell-months with deaths", unknown,
     unknown, false, "no published figure", ""},
    {"zero_country_months", "share of months without a death", 0.85, 0.88, false,
     "evidence from memory, all countries; a scenario of a war is one of the others", war_only},
    {"zero_cell_months", "share of months without a death of cells that hold a place", 0.99, 1.0,
     false, "evidence from memory, all land cells; cells with places are the busier ones",
     war_only},
    {"clustering_ratio", "pairs of events within 50 km and 14 days over those expected by chance",
     1.0, no_bound, true,
     "Schutte & Weidmann 2011; O'Loughlin & Witmer 2012: violence clusters at short distance and "
     "time",
     ""},
    {"escalation_share", "of moves to a neighbouring cell, those that leave the old one burning",
     0.5, no_bound, true, "Schutte & Weidmann 2011: mainly escalation, less relocation", ""},
    {"zone_contrast",
     "selective violence per 1,000 place-steps in control zones 2 and 4 less 1, 3 and 5", 0.0,
     no_bound, true, "Kalyvas 2006", no_zones},
}};

Verdict judge(const FactSpec& spec, const Estimate& simulated) {
    if (std::isnan(spec.target_lo)) return Verdict::no_target;
    if (std::isnan(simulated.value)) return Verdict::not_measured;
    if (spec.sign) return simulated.lo > spec.target_lo ? Verdict::inside : Verdict::outside;
    return simulated.value >= spec.target_lo && simulated.value <= spec.target_hi
               ? Verdict::inside
               : Verdict::outside;
}

/// Time as finely as the members have it: gaps of days and of weeks are different gaps.
std::vector<History> as_fine_as(std::span<const History> observed,
                                std::span<const History> members) {
    std::vector<History> out(observed.begin(), observed.end());
    for (History& h : out)
        for (const History& m : members) h.bin_days = std::max(h.bin_days, m.bin_days);
    return out;
}

/// One estimate is itself; of several, the median and the range.
Estimate joined(const std::vector<Estimate>& all) {
    std::vector<double> values;
    Estimate last{unknown, unknown, unknown};
    for (const Estimate& e : all)
        if (!std::isnan(e.value)) {
            values.push_back(e.value);
            last = e;
        }
    if (values.size() < 2) return last;
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return {(values[(n - 1) / 2] + values[n / 2]) / 2, values.front(), values.back()};
}

std::vector<Measures> measure_each(std::span<const History> histories, const Parallel& parallel,
                                   int resamples, std::uint64_t seed) {
    std::vector<Measures> out(histories.size());
    parallel.for_chunks(histories.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) out[i] = measure(histories[i], resamples, seed);
    });
    return out;
}

}  // namespace

std::span<const FactSpec> fact_specs() { return specs; }

std::string_view verdict_text(Verdict verdict) {
    constexpr std::array<std::string_view, 4> texts{"inside", "outside", "not measured",
                                                    "no target"};
    return texts[static_cast<std::size_t>(verdict)];
}

std::vector<FactLine> fact_table(std::span<const History> members,
                                 std::span<const History> observed, const Parallel& parallel,
                                 const FactOptions& options) {
    const auto simulated = measure_each(members, parallel, 0, options.seed);
    const auto seen =
        measure_each(as_fine_as(observed, members), parallel, options.resamples, options.seed);
    const Measures simulated_pool = measure_pooled(members, options.resamples, options.seed);
    const Measures seen_pool = measure_pooled(observed, options.resamples, options.seed);
    std::vector<FactLine> out;
    for (std::size_t f = 0; f < fact_count; ++f) {
        FactLine line;
        line.spec = &specs[f];
        if (is_pooled(static_cast<Fact>(f))) {
            line.simulated = simulated_pool[f];
            line.measured = std::isnan(line.simulated.value) ? 0 : members.size();
            line.observed = seen_pool[f];
        } else {
            std::vector<double> values;
            for (const Measures& m : simulated) values.push_back(m[f].value);
            line.measured = static_cast<std::size_t>(std::count_if(
                values.begin(), values.end(), [](double v) { return !std::isnan(v); }));
            line.simulated = estimate(std::move(values));
            for (const Measures& m : seen) line.by_history.push_back(m[f]);
            line.observed = joined(line.by_history);
        }
        if (!line.spec->not_in_ucdp.empty()) {
            line.observed = {unknown, unknown, unknown};
            line.by_history.clear();
        }
        line.verdict = judge(*line.spec, line.simulated);
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace forestall::analysis
