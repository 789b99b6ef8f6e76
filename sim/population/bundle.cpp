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

void Agents::join(Agents&& other) {
    if (who_.empty()) {
        std::swap(*this, other);
    } else {
        who_.insert(who_.end(), other.who_.begin(), other.who_.end());
        persons_ += other.persons_;
    }
    other = Agents(base_);
}

void split(Heads&& all, std::span<const double> weights, Scratch& scratch, Stream& s, std::vector<Part<Heads>>& parts) {
    scratch.counts.assign(weights.size(), 0);
    sample::multinomial(s, all.persons(), weights, scratch.counts);
    for (std::size_t k = 0; k < weights.size(); ++k)
        if (scratch.counts[k] > 0) parts.push_back({k, Heads(scratch.counts[k])});
    all = Heads();
}

void split(Agents&& all, std::span<const double> weights, Scratch& scratch, Stream& s,
           std::vector<Part<Agents>>& parts) {
    scratch.running.clear();
    double total = 0;
    for (const double w : weights) scratch.running.push_back(total += w);
    scratch.order.clear();
    for (const auto agent : all.who()) {
        const auto at = std::upper_bound(scratch.running.begin(), scratch.running.end(), s.uniform() * total);
        const auto last = static_cast<std::ptrdiff_t>(weights.size()) - 1;
        const auto category = static_cast<std::uint64_t>(std::min(at - scratch.running.begin(), last));
        scratch.order.push_back((category << 32) | agent);
    }
    std::sort(scratch.order.begin(), scratch.order.end());
    for (const auto entry : scratch.order) {
        const auto category = static_cast<std::size_t>(entry >> 32);
        if (parts.empty() || parts.back().category != category) parts.push_back({category, Agents(all.base())});
        parts.back().people.add(static_cast<std::uint32_t>(entry));
    }
    all = Agents(all.base());
}

}  // namespace forestall
