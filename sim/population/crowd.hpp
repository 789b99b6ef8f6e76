// SPDX-License-Identifier: Apache-2.0
// A crowd in which each joins once enough others have (Granovetter 1978;
// docs/mechanisms/cascade.md): the share that has joined is put through rules::joined_share cycle
// by cycle, or, with drawn thresholds, counted. A value.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/random.hpp"
#include "core/units.hpp"
#include "world/reference.hpp"

namespace forestall {

class Crowd {
public:
    Crowd(const CascadeSettings& settings, const Luck& luck);

    void cycle();
    /// Share of people who have joined, [0,1].
    double share() const { return share_; }
    Persons active() const;
    Persons jailed() const { return 0; }
    Persons killed(std::size_t) const { return 0; }
    Persons persons(std::size_t) const { return settings_.persons; }
    std::uint64_t digest() const;

private:
    CascadeSettings settings_;
    std::vector<double> thresholds_;  ///< persons, ascending; empty unless drawn
    double share_ = 0;
};

}  // namespace forestall
