// SPDX-License-Identifier: Apache-2.0
#include "escalation/fear.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/math.hpp"

namespace forestall {

void Fear::add(PlaceId place, GroupId group, Day day, double intensity, Day today) {
    if (intensity <= 0) return;
    auto& blows = blows_(place, group);
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

void Fear::raise(Day day, double memory_days, double fade_days, const Frights& felt) const {
    const std::size_t groups = blows_.size() / std::max<std::size_t>(1, felt.danger.size());
    if (groups == 0) return;
    for (std::size_t cell = 0; cell < blows_.size(); ++cell) {
        const std::size_t p = cell / groups;
        for (const Blow& b : blows_.begin()[static_cast<std::ptrdiff_t>(cell)]) {
            if (day < b.day) continue;
            const double age = day - b.day;
            if (age < danger_days) felt.danger[p] = std::max(felt.danger[p], b.intensity);
            double of_alarm = -age / memory_days, of_unease = -age / fade_days;
            math::exp_both(of_alarm, of_unease);
            felt.hunted[cell] = std::max(felt.hunted[cell], b.intensity * of_alarm);
            felt.unease[p] = std::max(felt.unease[p], b.intensity * of_unease);
        }
        felt.alarm[p] = std::max(felt.alarm[p], felt.hunted[cell]);
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
