// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/death_series.hpp"

#include <algorithm>

#include "analysis/estimate.hpp"

namespace forestall::analysis {
namespace {

/// Dims kind, month.
std::vector<double> coverage_of(const DeathLayout& layout, std::span<const DeathsRow> rows) {
    std::vector<double> sum(violence_words.size() * layout.months(), 0);
    std::vector<double> n(sum.size(), 0);
    for (const DeathsRow& row : rows) {
        const Month month = row.month - layout.first_month();
        if (month < 0 || static_cast<std::size_t>(month) >= layout.months()) continue;
        const std::size_t at =
            static_cast<std::size_t>(row.kind) * layout.months() + static_cast<std::size_t>(month);
        sum[at] += row.coverage.value_or(1);
        n[at] += 1;
    }
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = n[i] > 0 ? sum[i] / n[i] : 1;
    return sum;
}

/// Spots from `first` to before `end` together.
MonthSeries series_of(const DeathRecord& record, ViolenceKind kind, std::size_t first,
                      std::size_t end) {
    const auto sum = [&](const std::vector<double>& deaths, std::size_t month) {
        double out = 0;
        for (std::size_t s = first; s < end; ++s) out += deaths[record.layout.at(kind, month, s)];
        return out;
    };
    MonthSeries out;
    out.kind = std::string(violence_words.text(kind));
    out.judged = kind != ViolenceKind::communal;
    for (std::size_t m = 0; m < record.layout.months(); ++m) {
        out.seen.push_back(record.watched(kind, m) ? sum(record.seen.deaths, m) : unknown);
        Sample& sample = out.members.emplace_back();
        for (const auto& member : record.members) sample.push_back(sum(member, m));
        std::sort(sample.begin(), sample.end());
    }
    return out;
}

constexpr ViolenceKind kinds[] = {ViolenceKind::one_sided, ViolenceKind::battle,
                                  ViolenceKind::communal};

}  // namespace

DeathRecord death_record(const DeathLayout& layout, std::span<const DeathsRow> rows,
                         std::span<const DeathFigures> members) {
    DeathRecord out{layout, rows, observed_deaths(layout, rows), {}};
    const std::vector<double> coverage = coverage_of(layout, rows);
    for (const DeathFigures& member : members) {
        auto& deaths = out.members.emplace_back(member.deaths);
        for (std::size_t i = 0; i < deaths.size(); ++i)
            deaths[i] *= coverage[i / layout.spots().size()];
    }
    return out;
}

std::vector<MonthSeries> total_series(const DeathRecord& record) {
    std::vector<MonthSeries> out;
    for (const ViolenceKind kind : kinds)
        out.push_back(series_of(record, kind, 0, record.layout.spots().size()));
    return out;
}

std::vector<MonthSeries> area_series(const DeathRecord& record) {
    std::vector<MonthSeries> out;
    for (const ViolenceKind kind : kinds)
        for (std::size_t s = 0; s + 1 < record.layout.spots().size(); ++s) {
            out.push_back(series_of(record, kind, s, s + 1));
            out.back().area = record.layout.spots()[s];
        }
    return out;
}

}  // namespace forestall::analysis
