// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/alarms.hpp"

namespace forestall::analysis {

int first_seen(const Watched& w, Stage stage) {
    for (int t = 0; t < w.end(); ++t)
        if (w.seen[static_cast<std::size_t>(t)] >= number_of(stage)) return t;
    return -1;
}

Alarms& Alarms::operator+=(const Alarms& more) {
    onsets += more.onsets;
    preceded += more.preceded;
    false_alarms += more.false_alarms;
    open += more.open;
    years += more.years;
    again += more.again;
    return *this;
}

Alarms alarms_of(const Watched& w, Stage stage) {
    Alarms out;
    out.years = w.end() * w.step_days / 365.25;
    out.onsets = w.onset >= 0 ? 1 : 0;
    const int half_year = w.steps_in(half_year_days);
    const int first = first_seen(w, stage);
    if (first < 0) return out;
    const auto right = [&](int step) { return w.onset >= 0 && w.onset <= step + half_year; };
    out.preceded = right(first) ? 1 : 0;
    out.false_alarms = right(first) ? 0 : 1;
    out.open = w.onset < 0 && first + half_year >= w.steps ? 1 : 0;
    const auto at = [&](int t) { return w.seen[static_cast<std::size_t>(t)] >= number_of(stage); };
    for (int t = first + 1; t < w.end(); ++t)
        if (at(t) && !at(t - 1) && !right(t)) out.again += 1;
    return out;
}

}  // namespace forestall::analysis
