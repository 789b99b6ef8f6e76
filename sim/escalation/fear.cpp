// SPDX-License-Identifier: Apache-2.0
#include "escalation/fear.hpp"

#include <algorithm>
#include <utility>

#include "core/math.hpp"

namespace forestall {

void Fear::add(std::size_t place, Day day, double intensity, Day today) {
    if (intensity <= 0) return;
    auto& blows = blows_[place];
    std::vector<Blow> count;  // a blow never counts again once a later one, no weaker, has been felt
    for (const Blow& old : blows)
        if (std::none_of(blows.begin(), blows.end(), [&](const Blow& b) {
                return b.day > old.day && b.day <= today && b.intensity >= old.intensity;
            }))
            count.push_back(old);
    count.push_back({day, intensity});
    blows = std::move(count);
}

void Fear::raise(Day day, double memory_days, double fade_days, std::span<double> danger, std::span<double> alarm,
                 std::span<double> unease) const {
    for (std::size_t p = 0; p < blows_.size(); ++p)
        for (const Blow& b : blows_[p]) {
            if (day < b.day) continue;
            const double age = day - b.day;
            if (age < danger_days) danger[p] = std::max(danger[p], b.intensity);
            alarm[p] = std::max(alarm[p], b.intensity * math::exp(-age / memory_days));
            unease[p] = std::max(unease[p], b.intensity * math::exp(-age / fade_days));
        }
}

void Fear::hash(StateHash& h) const {
    for (const auto& blows : blows_) {
        h.add(blows.size());
        for (const Blow& b : blows) {
            h.add(b.day);
            h.add(b.intensity);
        }
    }
}

}  // namespace forestall
