// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/deaths_table.hpp"

#include <algorithm>

namespace forestall {

void DeathsTable::add(Month month, ViolenceKind kind, const Spot& where, const Estimates& deaths) {
    Estimates& sums = sums_[{month, kind, where}];
    sums.low += deaths.low;
    sums.best += deaths.best;
    sums.high += deaths.high;
}

void DeathsTable::watch(Month month) {
    for (const auto& word : violence_words) {
        const auto row = sums_.lower_bound({month, word.value, Spot{}});
        const bool there = row != sums_.end() && std::get<0>(row->first) == month &&
                           std::get<1>(row->first) == word.value;
        if (!there) sums_[{month, word.value, Spot{}}] = {};
    }
}

std::vector<DeathsRow> DeathsTable::rows(const DeathsWish& wish) const {
    std::vector<DeathsRow> out;
    for (const auto& [key, sums] : sums_) {
        DeathsRow row;
        std::tie(row.month, row.kind, row.where) = key;
        row.deaths = sums.best;
        row.low = std::min(sums.low, sums.best);
        row.high = std::max(sums.high, sums.best);
        if (const auto c = wish.coverage.find(row.kind); c != wish.coverage.end())
            row.coverage = c->second;
        row.source = wish.source;
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace forestall
