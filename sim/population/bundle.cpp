// SPDX-License-Identifier: Apache-2.0
#include "population/bundle.hpp"

#include <algorithm>
#include <utility>

#include "core/samplers.hpp"

namespace forestall {

Agents Agents::take(Persons units, Stream& s) {
    Agents out(base_);
    if (units >= this->units()) {
        std::swap(out, *this);
        *this = Agents(out.base_);
        return out;
    }
    out.who_.reserve(static_cast<std::size_t>(units));
    for (Persons i = 0; i < units; ++i) {
        std::swap(who_[s.below(who_.size())], who_.back());
        out.add(who_.back());
        who_.pop_back();
    }
    persons_ -= out.persons_;
    return out;
}

namespace {

/// The category that a point of the running sum of weights falls in.
std::size_t category(std::span<const double> running, double point) {
    const auto at = std::upper_bound(running.begin(), running.end(), point) - running.begin();
    std::size_t k = std::min(static_cast<std::size_t>(at), running.size() - 1);
    while (k > 0 && running[k] == running[k - 1])
        --k;  // rounding: nobody goes where the weight is 0
    return k;
}

}  // namespace

void Agents::join(Agents&& other) {
    if (who_.empty()) {
        std::swap(*this, other);
    } else {
        who_.insert(who_.end(), other.who_.begin(), other.who_.end());
        persons_ += other.persons_;
    }
    other = Agents(base_);
}

namespace {

/// Households over categories: one draw each while they are few, else conditional binomials.
void split_households(Persons households, std::span<const double> weights, Scratch& scratch,
                      Stream& s) {
    scratch.counts.assign(weights.size(), 0);
    if (households >= static_cast<Persons>(weights.size() / 4)) {
        sample::multinomial(s, households, weights, scratch.counts);
        return;
    }
    scratch.running.clear();
    double total = 0;
    for (const double w : weights) scratch.running.push_back(total += w);
    for (Persons h = 0; h < households; ++h)
        ++scratch.counts[category(scratch.running, s.uniform() * total)];
}

}  // namespace

void split(Heads&& all, Persons together, std::span<const double> weights, Scratch& scratch,
           Stream& s, std::vector<Part<Heads>>& parts) {
    const Persons households = (all.persons() + together - 1) / together;
    split_households(households, weights, scratch, s);
    Persons short_by = households * together - all.persons();
    auto at = short_by == 0 ? households
                            : static_cast<Persons>(s.below(static_cast<std::uint64_t>(households)));
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const Persons here = scratch.counts[k];
        if (here == 0) continue;
        const bool has_short = short_by > 0 && at >= 0 && at < here;
        parts.push_back({k, Heads(here * together - (has_short ? short_by : 0))});
        at -= here;
    }
    all = Heads();
}

void split(Agents&& all, Persons together, std::span<const double> weights, Scratch& scratch,
           Stream& s, std::vector<Part<Agents>>& parts) {
    scratch.running.clear();
    double total = 0;
    for (const double w : weights) scratch.running.push_back(total += w);
    scratch.order.clear();
    std::uint64_t where = 0;
    Persons places_left = 0;
    for (const auto agent : all.who()) {
        if (places_left == 0) {
            where = category(scratch.running, s.uniform() * total);
            places_left = together;
        }
        --places_left;
        scratch.order.push_back((where << 32) | agent);
    }
    std::sort(scratch.order.begin(), scratch.order.end());
    for (const auto entry : scratch.order) {
        const auto category = static_cast<std::size_t>(entry >> 32);
        if (parts.empty() || parts.back().category != category)
            parts.push_back({category, Agents(all.base())});
        parts.back().people.add(static_cast<std::uint32_t>(entry));
    }
    all = Agents(all.base());
}

}  // namespace forestall
