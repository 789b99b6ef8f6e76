// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/hindcast.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/engine.hpp"

namespace forestall::analysis {
namespace {
constexpr double not_counted = std::numeric_limits<double>::quiet_NaN();
}

CampCounts tabulate(const std::vector<CampSeries>& series, int days, const std::vector<int>& also) {
    CampCounts out;
    for (const int day : also)
        if (day >= 0 && day < days) out.days.push_back(day);
    for (const auto& s : series) {
        out.camps.push_back(s.camp);
        for (const auto& [day, persons] : s.counts)
            if (day >= 0 && day < days) out.days.push_back(day);
    }
    std::sort(out.days.begin(), out.days.end());
    out.days.erase(std::unique(out.days.begin(), out.days.end()), out.days.end());
    out.counts.assign(out.days.size() * out.camps.size(), not_counted);
    for (std::size_t c = 0; c < series.size(); ++c)
        for (const auto& [day, persons] : series[c].counts) {
            const auto row = std::lower_bound(out.days.begin(), out.days.end(), day);
            if (row == out.days.end() || *row != day) continue;
            out.counts[static_cast<std::size_t>(row - out.days.begin()) * out.camps.size() + c] =
                persons;
        }
    return out;
}

Hindcast run_hindcast(const World& world, const CampCounts& data, std::uint64_t seed,
                      std::uint64_t members, const Parallel& parallel,
                      const std::atomic<bool>* stop) {
    std::vector<std::size_t> place;
    for (const auto& camp : data.camps) {
        const auto it = std::find_if(world.places().begin(), world.places().end(),
                                     [&](const Place& p) { return p.name == camp; });
        if (it == world.places().end())
            throw std::invalid_argument("counted at '" + camp + "', which is not a location");
        place.push_back(static_cast<std::size_t>(it - world.places().begin()));
    }
    Hindcast out;
    out.data = data;
    out.members.resize(members, {data.camps, data.days, {}});
    out.displaced.resize(members);
    std::vector<char> done(members, 0);  // not bool: threads write beside each other
    parallel.for_chunks(members, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            if (stop != nullptr && stop->load(std::memory_order_relaxed)) return;
            std::size_t row = 0;
            RunRequest request;
            request.seed = seed;
            request.member = m;
            request.each_day = [&](Day day, std::span<const Persons> sheltered,
                                   Persons in_transit) {
                if (row >= data.days.size() || data.days[row] != day) return;
                ++row;
                double all = static_cast<double>(in_transit);
                for (const Persons n : sheltered) all += static_cast<double>(n);
                out.displaced[m].push_back(all);
                for (const std::size_t p : place)
                    out.members[m].counts.push_back(static_cast<double>(sheltered[p]));
            };
            run_member(world, request);
            done[m] = true;
        }
    });
    std::size_t kept = 0;
    for (std::size_t m = 0; m < members; ++m) {
        if (!done[m]) continue;
        if (kept != m) {
            out.members[kept] = std::move(out.members[m]);
            out.displaced[kept] = std::move(out.displaced[m]);
        }
        ++kept;
    }
    out.members.resize(kept);
    out.displaced.resize(kept);
    return out;
}

}  // namespace forestall::analysis
