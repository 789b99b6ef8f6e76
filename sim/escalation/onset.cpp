// SPDX-License-Identifier: Apache-2.0
#include "escalation/onset.hpp"

#include <algorithm>
#include <functional>

namespace forestall {

OnsetWatch::OnsetWatch(std::size_t actors, const Table<GroupId, Persons>& people, Day step_days)
    : window_(std::max<std::size_t>(1, static_cast<std::size_t>(365 / step_days))),
      steps_(window_, Deaths(actors, people.size())),
      sum_(actors, people.size()),
      people_(people) {}

void OnsetWatch::add(ActorId actor, GroupId group, Persons deaths) {
    if (actor == none<ActorId>() || group == none<GroupId>()) return;
    steps_[now_](actor, group) += deaths;
    sum_(actor, group) += deaths;
}

Persons OnsetWatch::most() const {
    Persons most = 0;
    for (const Persons n : sum_) most = std::max(most, n);
    return most;
}

void OnsetWatch::hash(StateHash& h) const {
    for (const Persons n : sum_) h.add(n);
}

bool OnsetWatch::end_step() {
    const bool passed = onset_ < 0 && std::any_of(sum_.begin(), sum_.end(),
                                                  [](Persons n) { return n > threshold; });
    if (passed) onset_ = step_;
    std::size_t i = 0;
    for (const Persons n : sum_) {
        const Persons people = people_[id_at<GroupId>(i++ % people_.size())];
        if (per_head_ < 0 && n > least && n * one_in > people) per_head_ = step_;
    }
    ++step_;
    now_ = (now_ + 1) % window_;
    std::transform(sum_.begin(), sum_.end(), steps_[now_].begin(), sum_.begin(), std::minus<>());
    steps_[now_].fill(0);
    return passed;
}

}  // namespace forestall
