// SPDX-License-Identifier: Apache-2.0
#include "escalation/onset.hpp"

#include <algorithm>

namespace forestall {

OnsetWatch::OnsetWatch(std::size_t actors, std::size_t groups, Day step_days)
    : groups_(groups),
      window_(std::max<std::size_t>(1, static_cast<std::size_t>(365 / step_days))),
      steps_(window_, std::vector<Persons>(actors * groups)),
      sum_(actors * groups) {}

void OnsetWatch::add(ActorId actor, GroupId group, Persons deaths) {
    if (actor == none<ActorId>() || group == none<GroupId>()) return;
    const std::size_t k = index(actor) * groups_ + index(group);
    steps_[now_][k] += deaths;
    sum_[k] += deaths;
}

bool OnsetWatch::end_step() {
    const bool passed = onset_ < 0 && std::any_of(sum_.begin(), sum_.end(),
                                                  [](Persons n) { return n > threshold; });
    if (passed) onset_ = step_;
    ++step_;
    now_ = (now_ + 1) % window_;
    for (std::size_t k = 0; k < sum_.size(); ++k) sum_[k] -= steps_[now_][k];
    std::fill(steps_[now_].begin(), steps_[now_].end(), 0);
    return passed;
}

}  // namespace forestall
