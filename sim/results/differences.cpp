// SPDX-License-Identifier: Apache-2.0
#include "results/differences.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>

#include "core/hash.hpp"

namespace forestall {
namespace {

/// NaN is one value, whatever its bits: it says that nothing was computed.
bool same(double x, double y) {
    return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y) ||
           (std::isnan(x) && std::isnan(y));
}

std::string position_text(const Header& header, Along along, std::size_t i) {
    switch (along) {
        case Along::time:
            return fmt::format("step {}, day {}", i, header.time.at(i));
        case Along::location:
            return "place " + header.locations.at(i).name;
        case Along::group:
            return "group " + header.groups.at(i);
        case Along::continuation: {
            const std::size_t outcomes = continued_outcomes().size();
            return fmt::format("continuation {}, {}", i / outcomes,
                               continued_outcomes()[i % outcomes]);
        }
        case Along::nothing:
        case Along::state:
            break;
    }
    return {};
}

/// Adds what differs between two equally long lists, if anything does.
template <class Where>
void compare(std::vector<ValueDifference>& out, std::string variable,
             std::span<const double> stored, std::span<const double> computed, const Where& where) {
    if (stored.size() != computed.size()) {
        out.push_back({std::move(variable), "", fmt::format("{} values", stored.size()),
                       fmt::format("{} values", computed.size()), 1});
        return;
    }
    std::size_t first = 0, differing = 0;
    for (std::size_t i = stored.size(); i-- > 0;)
        if (!same(stored[i], computed[i])) first = i, ++differing;
    if (differing == 0) return;
    out.push_back({std::move(variable), where(first), fmt::format("{}", stored[first]),
                   fmt::format("{}", computed[first]), differing});
}

}  // namespace

std::vector<ValueDifference> row_differences(const Results& results, std::size_t position,
                                             std::size_t option, const MemberOutcome& computed) {
    std::vector<ValueDifference> out;
    const Header& header = results.header();
    for (const Variable& v : all_variables()) {
        if (!results.has(v)) continue;
        compare(out, std::string(v.spec->name), results.values(v, option, position, 1),
                values_of(computed, v),
                [&](std::size_t i) { return position_text(header, v.along, i); });
    }
    if (!header.parameters.empty())
        compare(out, "parameters/values",
                results.parameters_at(option / header.options.size(), position),
                computed.parameters, [&](std::size_t i) { return header.parameters.at(i).name; });
    const std::string& hash = results.hashes()[option * results.members().size() + position];
    if (hash != to_hex(computed.hash))
        out.push_back({"member_hash", "", hash, to_hex(computed.hash), 1});
    return out;
}

std::vector<ValueDifference> numbers_in_gap(const Results& results, std::size_t position,
                                            std::size_t option) {
    std::vector<ValueDifference> out;
    for (const Variable& v : all_variables()) {
        if (!results.has(v)) continue;
        const auto stored = results.values(v, option, position, 1);
        const std::vector<double> nothing(stored.size(), std::nan(""));
        compare(out, std::string(v.spec->name), stored, nothing,
                [&](std::size_t i) { return position_text(results.header(), v.along, i); });
    }
    for (ValueDifference& d : out) d.computed = "not run";
    return out;
}

}  // namespace forestall
