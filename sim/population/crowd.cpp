// SPDX-License-Identifier: Apache-2.0
#include "population/crowd.hpp"

#include <algorithm>
#include <cmath>

#include "core/hash.hpp"
#include "core/samplers.hpp"
#include "population/rules/cascade.hpp"

namespace forestall {
namespace {

constexpr auto kThresholds = process("cascade.thresholds");

}  // namespace

Crowd::Crowd(const CascadeSettings& settings, const Luck& luck) : settings_(settings) {
    if (!settings_.drawn) return;
    for (std::int32_t i = 0; i < settings_.persons; ++i) {
        Stream s = luck.stream(kThresholds, static_cast<std::uint64_t>(i), 0);
        thresholds_.push_back(settings_.threshold_mean +
                              settings_.threshold_sd * sample::normal(s.uniform()));
    }
    std::sort(thresholds_.begin(), thresholds_.end());
}

void Crowd::cycle() {
    const double visible = settings_.persons * share_;
    if (settings_.drawn) {
        const auto joined =
            std::upper_bound(thresholds_.begin(), thresholds_.end(), visible) - thresholds_.begin();
        share_ = static_cast<double>(joined) / settings_.persons;
    } else {
        share_ = rules::joined_share(visible, settings_.threshold_mean, settings_.threshold_sd);
    }
}

Persons Crowd::active() const {
    return static_cast<Persons>(std::floor(settings_.persons * share_ + 0.5));
}

std::uint64_t Crowd::digest() const {
    StateHash h;
    h.add(share_);
    h.add_range(thresholds_);
    return h.digest();
}

}  // namespace forestall
