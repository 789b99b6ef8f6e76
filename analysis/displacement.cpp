// SPDX-License-Identifier: Apache-2.0
#include "analysis/displacement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace forestall::analysis {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

bool counted(const CampCounts& data, std::size_t row, std::size_t camp) {
    return !std::isnan(data.at(row, camp));
}

/// Error of the simulation over the error of holding the counts of `day`, camp by camp, weighted by
/// people-days.
double mase(const CampCounts& simulated, const CampCounts& data, int day) {
    double sum = 0;
    double weights = 0;
    for (std::size_t c = 0; c < data.camps.size(); ++c) {
        double error = 0;
        double naive = 0;
        double people = 0;
        double all = 0;
        double after = 0;
        double held = undefined;
        for (std::size_t r = 0; r < data.days.size(); ++r) {
            if (!counted(data, r, c)) continue;
            error += std::abs(simulated.at(r, c) - data.at(r, c));
            people += data.at(r, c);
            all += 1;
            if (!std::isnan(held)) {
                naive += std::abs(held - data.at(r, c));
                after += 1;
            } else if (data.days[r] - data.days.front() >= day) {
                held = data.at(r, c);
            }
        }
        if (people <= 0 || naive <= 0 || after <= 0) continue;
        sum += people * (error / all) / (naive / after);
        weights += people;
    }
    return weights > 0 ? sum / weights : undefined;
}

std::size_t first_counted(const CampCounts& data) {
    for (std::size_t r = 0; r < data.days.size(); ++r)
        if (data.total(r) > 0) return r;
    throw std::invalid_argument("nobody was counted on any day");
}

}  // namespace

double CampCounts::total(std::size_t row) const {
    double sum = 0;
    for (std::size_t c = 0; c < camps.size(); ++c)
        if (counted(*this, row, c)) sum += at(row, c);
    return sum;
}

bool CampCounts::complete() const {
    return std::none_of(counts.begin(), counts.end(), [](double n) { return std::isnan(n); });
}

DisplacementError displacement_error(const CampCounts& simulated, const CampCounts& data) {
    if (simulated.camps != data.camps || simulated.days != data.days ||
        simulated.counts.size() != data.counts.size())
        throw std::invalid_argument("simulated and counted people cover different camps or days");
    DisplacementError out;
    std::size_t days = 0;
    double off = 0;
    double everyone = 0;
    for (std::size_t r = 0; r < data.days.size(); ++r) {
        const double people = data.total(r);
        if (people <= 0) continue;
        double ours = 0;
        for (std::size_t c = 0; c < data.camps.size(); ++c)
            if (counted(data, r, c)) ours += simulated.at(r, c);
        const double scale = ours > 0 ? people / ours : 0;
        double plain = 0;
        double rescaled = 0;
        for (std::size_t c = 0; c < data.camps.size(); ++c) {
            if (!counted(data, r, c)) continue;
            plain += std::abs(simulated.at(r, c) - data.at(r, c));
            rescaled += std::abs(simulated.at(r, c) * scale - data.at(r, c));
        }
        off += plain;
        everyone += people;
        out.ard += plain / people;
        out.ard_rescaled += rescaled / people;
        ++days;
    }
    if (days == 0) return {undefined, undefined, undefined, undefined, undefined};
    out.pooled = off / everyone;
    out.ard /= static_cast<double>(days);
    out.ard_rescaled /= static_cast<double>(days);
    out.mase7 = mase(simulated, data, 7);
    out.mase30 = mase(simulated, data, 30);
    return out;
}

double mean_error_of_camp(const CampCounts& simulated, const CampCounts& data, std::size_t camp) {
    double sum = 0;
    double days = 0;
    for (std::size_t r = 0; r < data.days.size(); ++r) {
        if (!counted(data, r, camp)) continue;
        sum += std::abs(simulated.at(r, camp) - data.at(r, camp));
        days += 1;
    }
    return days > 0 ? sum / days : undefined;
}

CampCounts constant_shares(const CampCounts& data) {
    const std::size_t first = first_counted(data);
    CampCounts out = data;
    for (std::size_t r = 0; r < data.days.size(); ++r)
        for (std::size_t c = 0; c < data.camps.size(); ++c)
            out.counts[r * data.camps.size() + c] =
                data.at(first, c) / data.total(first) * data.total(r);
    return out;
}

CampCounts last_value(const CampCounts& data) {
    const std::size_t first = first_counted(data);
    CampCounts out = data;
    for (std::size_t c = 0; c < data.camps.size(); ++c) {
        std::size_t row = first;
        while (row < data.days.size() && !counted(data, row, c)) ++row;
        for (std::size_t r = 0; r < data.days.size(); ++r)
            out.counts[r * data.camps.size() + c] =
                row < data.days.size() ? data.at(row, c) : undefined;
    }
    return out;
}

CampCounts capacity_split(const CampCounts& data, const std::vector<double>& capacities) {
    if (capacities.size() != data.camps.size())
        throw std::invalid_argument("a capacity is needed for every camp");
    double sum = 0;
    for (const double k : capacities) sum += k;
    if (!(sum > 0)) throw std::invalid_argument("no camp has a capacity");
    CampCounts out = data;
    for (std::size_t r = 0; r < data.days.size(); ++r)
        for (std::size_t c = 0; c < data.camps.size(); ++c)
            out.counts[r * data.camps.size() + c] = capacities[c] / sum * data.total(r);
    return out;
}

TotalError total_error(const std::vector<double>& simulated, const std::vector<double>& truth,
                       double factor) {
    if (simulated.size() != truth.size())
        throw std::invalid_argument("totals cover different days");
    TotalError out;
    std::vector<double> ratios;
    double within = 0;
    for (std::size_t r = 0; r < truth.size(); ++r) {
        if (!(truth[r] > 0)) continue;
        const double ratio = simulated[r] / truth[r];
        ratios.push_back(ratio);
        within += ratio <= factor && ratio * factor >= 1 ? 1 : 0;
        out.mean_relative += std::abs(ratio - 1);
    }
    if (ratios.empty()) return {undefined, undefined, undefined, undefined};
    out.final_ratio = ratios.back();
    out.within_factor = within / static_cast<double>(ratios.size());
    out.mean_relative /= static_cast<double>(ratios.size());
    auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    out.median_ratio = *middle;
    return out;
}

}  // namespace forestall::analysis
