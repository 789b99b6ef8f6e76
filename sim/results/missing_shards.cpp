// SPDX-License-Identifier: Apache-2.0
#include "results/missing_shards.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>

namespace forestall {
namespace {

/// More names than this say no more than the count of members.
constexpr std::uint64_t most_named = 20;

/// n if the members are all of those of a shard i/n.
std::optional<std::uint64_t> parts_of_job(const std::vector<std::uint64_t>& members,
                                          std::uint64_t all) {
    if (members.size() < 2) return std::nullopt;
    const std::uint64_t n = members[1] - members[0];
    if (n < 2 || members[0] >= n || members.back() + n < all) return std::nullopt;
    for (std::size_t i = 1; i < members.size(); ++i)
        if (members[i] - members[i - 1] != n) return std::nullopt;
    return n;
}

}  // namespace

std::string missing_shards(const std::vector<std::vector<std::uint64_t>>& shares,
                           std::uint64_t all) {
    if (shares.empty()) return "";
    const auto n = parts_of_job(shares.front(), all);
    if (!n || *n > most_named) return "";
    std::set<std::uint64_t> there;
    for (const auto& members : shares) {
        if (parts_of_job(members, all) != n) return "";
        there.insert(members.front());
    }
    std::vector<std::string> missing;
    for (std::uint64_t i = 1; i <= *n; ++i)  // shard n/n has the members divisible by n
        if (i % *n < all && !there.contains(i % *n)) missing.push_back(fmt::format("{}/{}", i, *n));
    return fmt::format("; shard{} {} {} missing", missing.size() == 1 ? "" : "s",
                       fmt::join(missing, ", "), missing.size() == 1 ? "is" : "are");
}

}  // namespace forestall
