// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/priors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "core/random.hpp"

namespace forestall::calibration {
namespace {

/// It moves all weights together: where each errs by itself, their mean errs less than each.
constexpr std::string_view common_scale = "decision.scale";
constexpr double common_reach = 0.2;
constexpr double central = 1.959963984540054;  ///< normal score of the end of the central 95 %

constexpr std::array<std::string_view, 16> deciding = {
    "animus.mass",    "decision.scale",     "inertia.attack",       "inertia.campaign",
    "inertia.mass",   "losing.mass",        "means.plunder",        "means.spoils",
    "norms.mass",     "one_sided.mass",     "protection.civilians", "recruitment.rate",
    "revenge.guilty", "self_defence.share", "temper.war",           "threat.mass"};
static_assert(std::is_sorted(deciding.begin(), deciding.end()));

bool is_constant_in_log_odds(std::string_view name) { return name.starts_with("inertia."); }

const ParameterSpec& spec_of(std::string_view name, std::span<const ParameterTable> tables) {
    for (const ParameterTable& table : tables)
        for (const ParameterSpec& spec : table)
            if (spec.name == name) return spec;
    throw std::out_of_range("no parameter is named '" + std::string(name) + "'");
}

}  // namespace

double Prior::at(double u) const { return std::clamp(law.quantile(u), low, high); }

double Prior::score(double value) const {
    if (law.shape == Shape::lognormal) return std::log(value / law.args[0]) / law.args[1];
    return (value - law.args[0]) / law.args[1];
}

double reach_of(char grade) {
    if (grade == 'A') return 0.1;
    if (grade == 'B') return 0.2;
    return grade == 'C' ? 0.35 : 0.5;
}

Prior prior_of(const ParameterSpec& spec) {
    Prior out{std::string(spec.name), {}, spec.low, spec.high, spec.grade};
    const double reach = spec.name == common_scale ? common_reach : reach_of(spec.grade);
    if (is_constant_in_log_odds(spec.name)) {
        out.law = {Shape::normal, {spec.standard, 2 * reach / central}, std::string(spec.source)};
        return out;
    }
    if (!(spec.standard > 0))
        throw std::invalid_argument("a weight needs a default above 0: " + out.name);
    out.law = {
        Shape::lognormal, {spec.standard, std::log(1 + reach) / central}, std::string(spec.source)};
    return out;
}

std::span<const std::string_view> deciding_weights() { return deciding; }

std::vector<Prior> priors_of(std::span<const ParameterTable> tables) {
    std::vector<Prior> out;
    for (const std::string_view name : deciding) out.push_back(prior_of(spec_of(name, tables)));
    return out;
}

std::vector<double> prior_row(std::span<const Prior> priors, std::uint64_t seed,
                              std::uint64_t row) {
    constexpr std::uint64_t drawing = process("prior");
    const Luck luck(seed, row);
    std::vector<double> out;
    for (const Prior& prior : priors) {
        Stream stream = luck.stream(drawing, name_hash(prior.name), 0);
        out.push_back(prior.at(stream.uniform()));
    }
    return out;
}

}  // namespace forestall::calibration
