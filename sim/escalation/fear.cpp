// SPDX-License-Identifier: Apache-2.0
#include "escalation/fear.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/math.hpp"

namespace forestall {

void Fear::add(PlaceId place, Day day, double intensity, Day today) {
    if (intensity <= 0) return;
    auto& blows = blows_[place];
    std::vector<Blow>
        count;  // a blow never counts again once a later one, no weaker, has been felt
    for (const Blow& old : blows)
        if (std::none_of(blows.begin(), blows.end(), [&](const Blow& b) {
                return b.day > old.day && b.day <= today && b.intensity >= old.intensity;
            }))
            count.push_back(old);
    count.push_back({day, intensity});
    blows = std::move(count);
}

void Fear::raise(Day day, double memory_days, double fade_days, std::span<double> danger,
                 std::span<double> alarm, std::span<double> unease) const {
    for (const PlaceId place : blows_.ids()) {
        const std::size_t p = index(place);
        for (const Blow& b : blows_[place]) {
            if (day < b.day) continue;
            const double age = day - b.day;
            if (age < danger_days) danger[p] = std::max(danger[p], b.intensity);
            double of_alarm = -age / memory_days, of_unease = -age / fade_days;
            math::exp_both(of_alarm, of_unease);
            alarm[p] = std::max(alarm[p], b.intensity * of_alarm);
            unease[p] = std::max(unease[p], b.intensity * of_unease);
        }
    }
}

void Fear::hash(StateHash& h) const {
    std::vector<std::uint64_t> words;
    for (const auto& blows : blows_) {
        words.push_back(blows.size());
        for (const Blow& b : blows) {
            words.push_back(static_cast<std::uint64_t>(b.day));
            words.push_back(std::bit_cast<std::uint64_t>(b.intensity));
        }
    }
    h.add_range(words);
}

}  // namespace forestall
