// SPDX-License-Identifier: Apache-2.0
// Rule: means whose intervals hold together, all at once with 95 %. Those that differ from 0 in
// enough members share one critical value (means.hpp). One that differs in few members would widen
// the intervals of all others and could not be relied on itself: it stands outside. What it may err
// is kept apart for it (Bonferroni), and what can be said of it is in how many members it makes a
// difference at most, by an exact binomial bound. Its interval, of its own resamples, always holds
// 0: so few members never make anything clear.
#pragma once
#include <span>

#include "analysis/comparison/means.hpp"

namespace forestall::comparison {

/// Fewer members than this that differ at all carry no interval of a mean.
inline constexpr std::size_t few_members = 20;

struct Family {
    Means means;                  ///< critical value of what stands outside: infinite
    std::vector<bool> outside;    ///< per contrast
    std::vector<Figure> changed;  ///< share of members that differ, exact, all together
};

/// `claims`: how many statements share the 5 %, those of others than these contrasts among them.
Family family_of(const Columns& columns, std::span<const Contrast> contrasts, const Plan& plan,
                 std::size_t claims);
/// Of each column, which share the 5 % among themselves.
Family family_of(const Columns& columns, const Plan& plan);

}  // namespace forestall::comparison
