// SPDX-License-Identifier: Apache-2.0
// Each row of docs/patterns.md: which runs it needs and what is made of them. Runs that several
// rows share are made once.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "analysis/patterns/hazard.hpp"
#include "analysis/patterns/pattern.hpp"
#include "core/parallel.hpp"
#include "patterns/arguments.hpp"
#include "patterns/country.hpp"
#include "world/world.hpp"

namespace forestall::patterns {

/// Members of each kind of run, unless --members says otherwise.
inline constexpr std::uint64_t onset_members = 2000;  ///< ten years, onsets only
inline constexpr std::uint64_t war_members = 400;     ///< with every act
inline constexpr std::uint64_t pair_members = 2000;   ///< pairs of elasticities
/// Pairs of missions: so many that the interval of the two roads is no wider than its target.
inline constexpr std::uint64_t mission_members = 8000;
inline constexpr std::uint64_t fact_count_members = 200;

struct Row {
    std::uint64_t members = 0;
    std::vector<Part> parts;
};

class Runs {
public:
    explicit Runs(const Arguments& arguments);
    const Arguments& arguments() const { return arguments_; }
    const Parallel& parallel() const { return parallel_; }
    std::uint64_t size(std::uint64_t own) const { return arguments_.size(own); }

    /// A bundled scenario, changed as was asked for, then edited.
    World country(const std::string& name, const test::Edit& edit = {}) const;
    /// What was asked for to hold or to switch off.
    test::Edit asked() const;

    /// Two rivers for ten years, with every act.
    const std::vector<Course>& ten_years();
    /// The Central African Republic as shipped, with every act and who holds Bangui.
    const std::vector<Course>& car();
    const World& car_world();

private:
    Arguments arguments_;
    Parallel parallel_;
    std::vector<Course> ten_years_, car_;
    std::unique_ptr<const World> car_world_;
};

/// The row of a number, 1 to 14.
Row row(int number, Runs& runs);

Row onset_hazard(Runs& runs);    // 1
Row endings(Runs& runs);         // 2
Row companions(Runs& runs);      // 3
Row peacetime(Runs& runs);       // 4
Row offensive(Runs& runs);       // 5
Row whereabouts(Runs& runs);     // 6
Row event_sizes(Runs& runs);     // 7
Row truces(Runs& runs);          // 8
Row peacekeepers(Runs& runs);    // 9
Row flight(Runs& runs);          // 10
Row stylised_facts(Runs& runs);  // 11
Row elasticities(Runs& runs);    // 12
Row warnings(Runs& runs);        // 13
Row links(Runs& runs);           // 14

}  // namespace forestall::patterns
