// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/fresh_members.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/comparison/cost.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "results/assemble.hpp"
#include "results/reader.hpp"

namespace forestall::analysis {
namespace {

/// Members at a time: rows of one batch are in memory.
constexpr std::uint64_t batch = 200;

void append(comparison::Columns& to, comparison::Columns from) {
    to.resize(from.size());
    for (std::size_t o = 0; o < from.size(); ++o)
        to[o].insert(to[o].end(), from[o].begin(), from[o].end());
}

}  // namespace

FreshMembers fresh_members(const Job& job, Header header, const FreshWish& wish,
                           const RowSource& rows) {
    FreshMembers out;
    header.members = wish.first + wish.count;
    for (std::uint64_t begin = 0; begin < wish.count; begin += batch) {
        std::vector<std::uint64_t> members(std::min(batch, wish.count - begin));
        std::iota(members.begin(), members.end(), wish.first + begin);
        const std::vector<MemberRow> some = rows(job, members);
        const Results results = Results::from_image_without_digest(
            writer_of_rows(header, some, Content::part).finish(), "fresh members");
        std::vector<std::size_t> positions(members.size());
        std::iota(positions.begin(), positions.end(), std::size_t{0});
        comparison::Outcome outcome = comparison::outcome_of(results, wish.outcome, positions);
        out.less_is_better = outcome.less_is_better;
        append(out.outcome, std::move(outcome.values));
        comparison::Columns cost;
        for (std::size_t o = 0; o < header.options.size(); ++o)
            cost.push_back(comparison::present_values(comparison::spending(results, o, positions),
                                                      wish.spending_weights));
        append(out.cost, std::move(cost));
    }
    return out;
}

std::shared_ptr<const World> held_at(WorldTables tables,
                                     const std::map<std::string, double>& values) {
    for (const auto& [name, value] : values)
        tables.parameters[name] = Distribution::constant(value);
    return std::make_shared<const World>(World::build(std::move(tables)));
}

}  // namespace forestall::analysis
