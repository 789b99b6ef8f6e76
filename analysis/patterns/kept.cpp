// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/kept.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace forestall::patterns {
namespace {

constexpr std::string_view car = "central-african-republic", rivers = "two-rivers";

constexpr std::array first_version{
    FactThen{car, "event_size_exponent", 2.31},
    FactThen{car, "burstiness", 0.06},
    FactThen{car, "branching_ratio", 0.34},
    FactThen{car, "excitation_memory_days", 28.14},
    FactThen{car, "monthly_persistence", 0.31},
    FactThen{car, "top_decile_dyad_years", 0.31},
    FactThen{car, "clustering_ratio", 1.33},
    FactThen{car, "escalation_share", 0.29},
    FactThen{car, "zone_contrast", 4.64},
    FactThen{rivers, "event_size_exponent", 1.69},
    FactThen{rivers, "burstiness", 0.01},
    FactThen{rivers, "branching_ratio", 0.14},
    FactThen{rivers, "excitation_memory_days", 23.85},
    FactThen{rivers, "monthly_persistence", 0.07},
    FactThen{rivers, "top_decile_dyad_years", 0.30},
    FactThen{rivers, "clustering_ratio", 1.10},
    FactThen{rivers, "escalation_share", 0.40},
    FactThen{rivers, "zone_contrast", 12.74},
};

/// A fact has become worse if it lies farther off by more than a twentieth of its distance, or of
/// its target where it was inside.
constexpr double slack = 0.05;

double then_of(std::string_view scenario, std::string_view fact) {
    for (const FactThen& f : first_version)
        if (f.scenario == scenario && f.fact == fact) return f.value;
    return unknown;
}

bool worse(const analysis::FactSpec& spec, double now, double then) {
    const double a = distance(spec, now), b = distance(spec, then);
    if (std::isnan(b)) return false;
    const double scale = b > 0 ? b : std::abs(spec.target_lo);
    return std::isnan(a) || a > b + slack * scale;
}

}  // namespace

std::span<const FactThen> facts_of_first_version() { return first_version; }

double distance(const analysis::FactSpec& spec, double value) {
    if (std::isnan(spec.target_lo) || std::isnan(value)) return unknown;
    return std::max({0.0, spec.target_lo - value, value - spec.target_hi});
}

std::vector<Part> fact_parts(const std::string& scenario,
                             std::span<const analysis::FactLine> lines) {
    double lost = 0;
    std::string names;
    std::vector<Part> better;
    for (const analysis::FactLine& line : lines) {
        const std::string_view name = line.spec->name;
        const double then = then_of(scenario, name);
        if (std::isnan(then)) continue;
        const double now = line.simulated.value;
        if (worse(*line.spec, now, then)) {
            lost += 1;
            names += fmt::format("{}{} {:.2f} (0.1: {:.2f})", names.empty() ? "" : ", ", name, now,
                                 then);
        }
        if (name != "monthly_persistence" && name != "burstiness") continue;
        Part part = within(fmt::format("{}: {}", scenario, name), line.simulated, -1e18, 1e18,
                           fmt::format("nearer to {} to {} than {:.2f}", line.spec->target_lo,
                                       line.spec->target_hi, then));
        if (!(distance(*line.spec, now) < distance(*line.spec, then)))
            part.judgement = Judgement::missed;
        better.push_back(std::move(part));
    }
    std::vector<Part> out{within(scenario + ": facts farther from their target than at 0.1",
                                 exactly(lost), 0, 0, "0", names)};
    for (Part& p : better) out.push_back(std::move(p));
    return out;
}

Part at_least_as_many(const std::string& what, int came_true, int all, int then) {
    return within(what, exactly(came_true), then, all,
                  fmt::format("at least {} of {}, as at 0.1", then, all));
}

}  // namespace forestall::patterns
