// SPDX-License-Identifier: Apache-2.0
// Rule: how many members an answer that is open would need to be clear, if the difference stays as
// it is now, and how narrow answers are. An interval narrows with the root of the number of
// members, so that it leaves out "no difference" once members have grown by the square of (distance
// of the estimate from its nearer limit / from "no difference"). Reads answers of one family.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/comparison/answers.hpp"
#include "results/reader.hpp"

namespace forestall::comparison {

/// Members in all. Not defined for an answer that is clear, or in which no member differs; infinite
/// where no difference is seen. Of one in which few differ: as many as it takes until enough do
/// (`few_members`), which is the least.
double members_to_settle(const Typical& answer, std::size_t members);
double members_to_settle(const Catastrophe& answer, std::size_t members);

/// "about 900 members"; "" if that is not defined; "more members than are practical". `unit`: what
/// they are called.
std::string settle_text(double members, const char* unit = "members");
/// "about 900 members would settle it if the difference stays as it is"; "" for what is clear.
std::string settle_sentence(const Typical& answer, std::size_t members,
                            const char* unit = "members");

/// Numbers of members at which a job of at most so many is looked at, ascending: the first has
/// enough for intervals that hold, each next is two fifths larger, so that few looks are taken; the
/// last is all.
std::vector<std::uint64_t> looks(std::uint64_t members);

/// By how much the widest interval of the deaths of a typical future lies from its estimate, as a
/// share: 0.2 is "a fifth more or less". Options in which few members differ have none; not defined
/// if no option has one.
double widest(const std::vector<Answers>& answers, std::size_t baseline);

/// The three answers about a results file's members that all options were run on; "none", else the
/// first option, is the baseline.
std::vector<Answers> answers_in(const Results& results, std::size_t baseline, const Plan& plan);

}  // namespace forestall::comparison
