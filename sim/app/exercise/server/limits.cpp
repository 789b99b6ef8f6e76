// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/limits.hpp"

namespace forestall::app::exercise::limits {
namespace {

/// Beyond so many, those who did nothing lately are let go.
constexpr std::size_t many = 1024;

}  // namespace

bool Tally::take(const std::string& who, std::int64_t now_ms) {
    if (taken_.size() >= many) forget(now_ms);
    auto& times = taken_[who];
    while (!times.empty() && times.front() <= now_ms - span_) times.pop_front();
    if (times.size() >= most_) return false;
    times.push_back(now_ms);
    return true;
}

void Tally::forget(std::int64_t now_ms) {
    std::erase_if(taken_, [&](const auto& item) {
        return item.second.empty() || item.second.back() <= now_ms - span_;
    });
}

}  // namespace forestall::app::exercise::limits
