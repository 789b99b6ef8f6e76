// SPDX-License-Identifier: Apache-2.0
#include "actors/units.hpp"

#include <algorithm>
#include <numeric>

namespace forestall {
namespace {

constexpr auto kSettle = process("actors.units.settle");
constexpr double settle_break_up = 0.02;

Persons total(std::span<const Persons> units) {
    return std::accumulate(units.begin(), units.end(), Persons{0});
}

/// The unit of a fighter drawn at random.
std::size_t unit_of_fighter(std::span<const Persons> units, Persons all, Stream& draws) {
    auto at = static_cast<Persons>(draws.uniform() * real(all));
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        at -= units[i];
        if (at < 0) return i;
    }
    return units.size() - 1;
}

void remove(std::vector<Persons>& units, std::size_t i) {
    units[i] = units.back();
    units.pop_back();
}

void break_into_cells(std::vector<Persons>& units, std::size_t i) {
    Persons n = units[i];
    remove(units, i);
    for (; n >= 2 * cell_size; n -= cell_size) units.push_back(cell_size);
    if (n > 0) units.push_back(n);
}

}  // namespace

void mix_units(std::vector<Persons>& units, double break_up, int rounds, Stream& draws) {
    const Persons all = total(units);
    for (int round = 0; round < rounds && all > 0; ++round) {
        const std::size_t i = unit_of_fighter(units, all, draws);
        if (draws.uniform() < break_up) {
            break_into_cells(units, i);
            continue;
        }
        const std::size_t j = unit_of_fighter(units, all, draws);
        if (i == j) continue;
        units[std::min(i, j)] += units[std::max(i, j)];
        remove(units, std::max(i, j));
    }
}

void settle_units(std::vector<Persons>& units, const Luck& luck, std::uint64_t address) {
    const Persons all = total(units);
    units = {all};
    break_into_cells(units, 0);
    Stream draws = luck.stream(kSettle, address, 0);
    const int rounds = static_cast<int>(std::min<Persons>(3 * (all / cell_size) + 20, 2000));
    mix_units(units, settle_break_up, rounds, draws);
}

void join_units(std::vector<Persons>& units, Persons n, Stream& draws) {
    Persons all = total(units);
    for (Persons left = n; left > 0; left -= cell_size) {
        const Persons come = std::min(left, cell_size);
        if (units.empty())
            units.push_back(come);
        else
            units[unit_of_fighter(units, all, draws)] += come;
        all += come;
    }
}

Persons take_fighters(std::vector<Persons>& units, Persons n, Stream& draws) {
    Persons all = total(units);
    Persons taken = 0;
    while (taken < n && all > 0) {
        const std::size_t i = unit_of_fighter(units, all, draws);
        const Persons here = std::min(n - taken, units[i]);
        units[i] -= here;
        taken += here;
        all -= here;
        if (units[i] == 0) remove(units, i);
    }
    return taken;
}

}  // namespace forestall
