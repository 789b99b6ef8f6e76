// SPDX-License-Identifier: Apache-2.0
#include "scenario/tally.hpp"

#include <algorithm>
#include <cmath>

namespace forestall {

void TallyLine::drop(std::string_view reason, double amount) {
    if (amount == 0) return;
    const auto found = dropped.find(reason);
    (found == dropped.end() ? dropped[std::string(reason)] : found->second) += amount;
}

double TallyLine::lost() const {
    double sum = 0;
    for (const auto& [reason, amount] : dropped) sum += amount;
    return sum;
}

double TallyLine::unexplained() const {
    constexpr double rounding = 1e-6;
    const double rest = read - in_world - lost();
    return std::abs(rest) <= rounding * std::max(1.0, read) ? 0 : rest;
}

TallyLine Tally::all_rows() const {
    TallyLine out;
    for (const auto& [file, line] : rows) {
        out.read += line.read;
        out.in_world += line.in_world;
        for (const auto& [reason, amount] : line.dropped) out.drop(reason, amount);
    }
    return out;
}

bool Tally::balanced() const {
    const auto adds_up = [](const auto& each) { return each.second.unexplained() == 0; };
    return std::all_of(things.begin(), things.end(), adds_up) &&
           std::all_of(rows.begin(), rows.end(), adds_up);
}

}  // namespace forestall
