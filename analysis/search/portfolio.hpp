// SPDX-License-Identifier: Apache-2.0
// What a search for portfolios speaks of: which candidates are in a portfolio and from which stage
// on, and what is to be reduced. Only harm and cost can be: there is no value of `Objective` for
// anything else, and nothing turns a sign.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace forestall::analysis {

enum class Objective : std::uint8_t {
    civilian_deaths,  ///< over the run
    displaced,        ///< persons, at the peak
    cost              ///< present value
};
inline constexpr std::size_t objective_count = 3;
inline constexpr std::array<const char*, objective_count> objective_names = {"civilian_deaths",
                                                                             "displaced", "cost"};

/// "civilian_deaths,cost". std::invalid_argument for any other name, for one twice, and for fewer
/// than two.
std::vector<Objective> protective_objectives(const std::string& text);

/// Per candidate: 0 is absent, k its k-th start.
using Portfolio = std::vector<int>;
std::size_t parts_of(const Portfolio& portfolio);

/// Which members a portfolio is judged on; the two sets share none.
enum class SearchPhase : std::uint8_t {
    search,  ///< those that guide the search
    sieve    ///< more, for what the search found best
};

/// A portfolio on the members of a phase.
struct Judged {
    std::array<double, objective_count> mean{};
    /// Standard error of the mean paired difference from doing nothing.
    std::array<double, objective_count> error{};
    bool operator==(const Judged&) const = default;
};

/// Judges portfolios, each different. May throw to stop the search.
using PortfolioSource = std::function<std::vector<Judged>(SearchPhase, std::size_t generation,
                                                          const std::vector<Portfolio>&)>;

/// The same portfolios without the parts that begin in no member of the search: their figures there
/// are the same.
using PartsPruned = std::function<std::vector<Portfolio>(std::vector<Portfolio>)>;

/// True for each point that no other is as small as in every number and smaller in one. Equal
/// points stay.
std::vector<bool> not_dominated(const std::vector<std::vector<double>>& points);

}  // namespace forestall::analysis
