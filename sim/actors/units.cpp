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

/// Units of a force with sums of blocks of them, so that the unit of a fighter is found without
/// looking at all. Units stand in the order that a plain list would have.
class Force {
public:
    explicit Force(std::vector<Persons>& units) : units_(units), all_(total(units)) {
        if (units.size() > 2 * block) sum_blocks();
    }
    Persons all() const { return all_; }
    /// The unit of a fighter drawn at random.
    std::size_t unit_of_fighter(Stream& draws) const {
        auto at = static_cast<Persons>(draws.uniform() * real(all_));
        std::size_t i = 0;
        for (std::size_t b = 0; b + 1 < sums_.size() && at >= sums_[b]; ++b) {
            at -= sums_[b];
            i += block;
        }
        for (; i + 1 < units_.size(); ++i) {
            at -= units_[i];
            if (at < 0) return i;
        }
        return units_.size() - 1;
    }
    void add(std::size_t i, Persons n) {
        units_[i] += n;
        all_ += n;
        if (!sums_.empty()) sums_[i / block] += n;
    }
    void push(Persons n) {
        units_.push_back(n);
        all_ += n;
        if (sums_.empty()) return;
        if (units_.size() > sums_.size() * block) sums_.push_back(0);
        sums_[(units_.size() - 1) / block] += n;
    }
    /// The last unit takes its place.
    void remove(std::size_t i) {
        const Persons last = units_.back();
        add(i, last - units_[i]);
        add(units_.size() - 1, -last);
        units_.pop_back();
        if (!sums_.empty() && (sums_.size() - 1) * block >= units_.size()) sums_.pop_back();
    }
    void break_into_cells(std::size_t i) {
        Persons n = units_[i];
        remove(i);
        for (; n >= 2 * cell_size; n -= cell_size) push(cell_size);
        if (n > 0) push(n);
    }

private:
    static constexpr std::size_t block = 64;
    void sum_blocks() {
        sums_.assign((units_.size() + block - 1) / block, 0);
        for (std::size_t i = 0; i < units_.size(); ++i) sums_[i / block] += units_[i];
    }
    std::vector<Persons>& units_;
    Persons all_;
    std::vector<Persons> sums_;  ///< empty for a force of few units
};

}  // namespace

void mix_units(std::vector<Persons>& units, double break_up, int rounds, Stream& draws) {
    Force force(units);
    for (int round = 0; round < rounds && force.all() > 0; ++round) {
        const std::size_t i = force.unit_of_fighter(draws);
        if (draws.uniform() < break_up) {
            force.break_into_cells(i);
            continue;
        }
        const std::size_t j = force.unit_of_fighter(draws);
        if (i == j) continue;
        const std::size_t low = std::min(i, j), high = std::max(i, j);
        force.add(low, units[high]);
        force.add(high, -units[high]);
        force.remove(high);
    }
}

void settle_units(std::vector<Persons>& units, const Luck& luck, std::uint64_t address) {
    const Persons all = total(units);
    units = {all};
    Force(units).break_into_cells(0);
    Stream draws = luck.stream(kSettle, address, 0);
    const int rounds = static_cast<int>(std::min<Persons>(3 * (all / cell_size) + 20, 2000));
    mix_units(units, settle_break_up, rounds, draws);
}

void join_units(std::vector<Persons>& units, Persons n, Stream& draws) {
    Force force(units);
    for (Persons left = n; left > 0; left -= cell_size) {
        const Persons come = std::min(left, cell_size);
        if (units.empty())
            force.push(come);
        else
            force.add(force.unit_of_fighter(draws), come);
    }
}

Persons take_fighters(std::vector<Persons>& units, Persons n, Stream& draws) {
    Force force(units);
    Persons taken = 0;
    while (taken < n && force.all() > 0) {
        const std::size_t i = force.unit_of_fighter(draws);
        const Persons here = std::min(n - taken, units[i]);
        force.add(i, -here);
        taken += here;
        if (units[i] == 0) force.remove(i);
    }
    return taken;
}

}  // namespace forestall
