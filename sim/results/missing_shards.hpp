// SPDX-License-Identifier: Apache-2.0
// Which shards of a job the files given to `merge` lack.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace forestall {

/// "; shard 2/2 is missing", numbered 1/n to n/n as `--shard` takes them; empty if the files are no
/// whole shards i/n of `all` members with one n. `shares`: the members of each file, ascending.
std::string missing_shards(const std::vector<std::vector<std::uint64_t>>& shares,
                           std::uint64_t all);

}  // namespace forestall
