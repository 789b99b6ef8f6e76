// SPDX-License-Identifier: Apache-2.0
#include "escalation/fear.hpp"

#include <algorithm>

#include "core/math.hpp"

namespace forestall {

void Fear::add(std::size_t place, Day day, double intensity, double memory_days, double fade_days) {
    Mark& m = marks_[place];
    const double age = m.day < 0 ? 0 : day - m.day;
    m.alarm = std::max(intensity, m.alarm * math::exp(-age / memory_days));
    m.unease = std::max(intensity, m.unease * math::exp(-age / fade_days));
    m.danger = age < danger_days ? std::max(intensity, m.danger) : intensity;
    m.day = day;
}

void Fear::raise(Day day, double memory_days, double fade_days, std::span<double> danger, std::span<double> alarm,
                 std::span<double> unease) const {
    for (std::size_t p = 0; p < marks_.size(); ++p) {
        const Mark& m = marks_[p];
        if (m.day < 0 || day < m.day) continue;
        const double age = day - m.day;
        if (age < danger_days) danger[p] = std::max(danger[p], m.danger);
        alarm[p] = std::max(alarm[p], m.alarm * math::exp(-age / memory_days));
        unease[p] = std::max(unease[p], m.unease * math::exp(-age / fade_days));
    }
}

void Fear::hash(StateHash& h) const {
    for (const Mark& m : marks_) {
        h.add(m.day);
        h.add(m.danger);
        h.add(m.alarm);
        h.add(m.unease);
    }
}

}  // namespace forestall
