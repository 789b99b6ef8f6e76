// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/hindcast_scores.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::analysis {

Scores score_members(const Hindcast& h) {
    std::vector<double> ard, rescaled, mase7, mase30, pooled;
    for (const CampCounts& m : h.members) {
        const DisplacementError e = displacement_error(m, h.data);
        ard.push_back(e.ard);
        rescaled.push_back(e.ard_rescaled);
        mase7.push_back(e.mase7);
        mase30.push_back(e.mase30);
        pooled.push_back(e.pooled);
    }
    return {estimate(ard), estimate(rescaled), estimate(mase7), estimate(mase30), estimate(pooled)};
}

std::vector<CampLine> camp_lines(const Hindcast& h) {
    std::vector<CampLine> out;
    for (std::size_t c = 0; c < h.data.camps.size(); ++c) {
        std::size_t last = h.data.days.size();
        for (std::size_t r = 0; r < h.data.days.size(); ++r)
            if (!std::isnan(h.data.at(r, c))) last = r;
        if (last == h.data.days.size()) continue;
        std::vector<double> values;
        double error = 0;
        for (const CampCounts& m : h.members) {
            values.push_back(m.at(last, c));
            error += mean_error_of_camp(m, h.data, c) / static_cast<double>(h.members.size());
        }
        out.push_back(
            {h.data.camps[c], h.data.days[last], h.data.at(last, c), estimate(values), error});
    }
    return out;
}

std::vector<TotalLine> total_lines(const Hindcast& h,
                                   const std::vector<std::pair<int, double>>& counted) {
    std::vector<TotalLine> out;
    for (const auto& [day, persons] : counted) {
        const auto row = std::lower_bound(h.data.days.begin(), h.data.days.end(), day);
        if (row == h.data.days.end() || *row != day) continue;
        std::vector<double> values;
        for (const auto& member : h.displaced)
            values.push_back(member[static_cast<std::size_t>(row - h.data.days.begin())]);
        out.push_back({day, persons, estimate(values)});
    }
    return out;
}

Totals score_totals(const Hindcast& h) {
    std::vector<double> truth;
    for (std::size_t r = 0; r < h.data.days.size(); ++r) truth.push_back(h.data.total(r));
    std::vector<double> final_ratio, median_ratio, within, relative;
    for (const CampCounts& m : h.members) {
        std::vector<double> ours;
        for (std::size_t r = 0; r < truth.size(); ++r) ours.push_back(m.total(r));
        const TotalError e = total_error(ours, truth, acceptance_factor);
        final_ratio.push_back(e.final_ratio);
        median_ratio.push_back(e.median_ratio);
        within.push_back(e.within_factor);
        relative.push_back(e.mean_relative);
    }
    // Naive: the total of day 30 held, and growth from the first day to day 30 carried on.
    std::size_t month = 0;
    while (month + 1 < truth.size() && h.data.days[month] - h.data.days.front() < 30) ++month;
    std::vector<double> held(truth.size(), truth[month]);
    std::vector<double> line;
    const double days = std::max(1, h.data.days[month] - h.data.days.front());
    for (const int day : h.data.days)
        line.push_back(truth.front() +
                       (truth[month] - truth.front()) / days * (day - h.data.days.front()));
    return {estimate(final_ratio),
            estimate(median_ratio),
            estimate(within),
            estimate(relative),
            total_error(held, truth, acceptance_factor),
            total_error(line, truth, acceptance_factor)};
}

}  // namespace forestall::analysis
