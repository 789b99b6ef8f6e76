// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/pattern.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::patterns {

std::string_view judgement_text(Judgement judgement) {
    switch (judgement) {
        case Judgement::met:
            return "met";
        case Judgement::missed:
            return "missed";
        case Judgement::cannot_be_expressed:
            return "cannot be expressed";
        case Judgement::note:
            break;
    }
    return "note";
}

Part within(std::string what, const Estimate& figure, double lo, double hi, std::string target,
            std::string why) {
    const bool met = figure.value >= lo && figure.value <= hi;
    if (std::isnan(figure.value) && why.empty()) why = "not measured";
    return {std::move(what), figure, std::move(target), met ? Judgement::met : Judgement::missed,
            std::move(why)};
}

Part above(std::string what, const Estimate& figure, double bound, std::string target,
           std::string why) {
    const bool met = figure.lo > bound;
    if (std::isnan(figure.value) && why.empty()) why = "not measured";
    return {std::move(what), figure, std::move(target), met ? Judgement::met : Judgement::missed,
            std::move(why)};
}

Part cannot(std::string what, std::string target, std::string why) {
    return {std::move(what), exactly(unknown), std::move(target), Judgement::cannot_be_expressed,
            std::move(why)};
}

Part note(std::string what, const Estimate& figure, std::string why) {
    return {std::move(what), figure, "", Judgement::note, std::move(why)};
}

Judgement judgement_of(std::span<const Part> parts) {
    const auto has = [&](Judgement j) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const Part& p) { return p.judgement == j; });
    };
    if (has(Judgement::missed)) return Judgement::missed;
    if (has(Judgement::cannot_be_expressed)) return Judgement::cannot_be_expressed;
    return has(Judgement::met) ? Judgement::met : Judgement::missed;
}

double quantile(std::vector<double> values, double q) {
    std::erase_if(values, [](double v) { return std::isnan(v); });
    if (values.empty()) return unknown;
    std::sort(values.begin(), values.end());
    const double at = q * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const auto high = std::min(low + 1, values.size() - 1);
    return values[low] + (at - static_cast<double>(low)) * (values[high] - values[low]);
}

Estimate median(const std::vector<double>& values, std::uint64_t seed) {
    std::vector<double> known = values;
    std::erase_if(known, [](double v) { return std::isnan(v); });
    return analysis::bootstrap(known.size(), resamples, seed,
                               [&](std::span<const std::size_t> items) {
                                   std::vector<double> drawn;
                                   for (const std::size_t i : items) drawn.push_back(known[i]);
                                   return quantile(std::move(drawn), 0.5);
                               });
}

double rank_of(const std::vector<double>& values, double x) {
    double below = 0, known = 0;
    for (const double v : values) {
        if (std::isnan(v)) continue;
        known += 1;
        if (v < x) below += 1;
        if (v == x) below += 0.5;
    }
    return known > 0 ? below / known : unknown;
}

}  // namespace forestall::patterns
