// SPDX-License-Identifier: Apache-2.0
// A made-up job for the tests of the results room: no world, no engine; every number is a fixed
// function of (member, option, variable, index), so any row can be told right from wrong.
#pragma once
#include <cstdint>
#include <vector>

#include "results/header.hpp"

namespace forestall::testing {

Header sample_header(std::uint64_t members, std::size_t options = 3, std::size_t steps = 5,
                     std::size_t places = 4);

MemberRow sample_row(const Header& header, std::uint64_t member);
std::vector<MemberRow> sample_rows(const Header& header, const std::vector<std::uint64_t>& members);

/// 0 … n-1.
std::vector<std::uint64_t> all_members(std::uint64_t n);

RunDetail sample_detail(const Header& header);

}  // namespace forestall::testing
