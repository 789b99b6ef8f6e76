// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/observed/count_figures.hpp"

#include "scenario/text.hpp"

namespace forestall::analysis {
namespace {

class Member {
public:
    Member(const World& world, const MemberOutcome& outcome, const RunDetail& detail)
        : world_(world), outcome_(outcome), detail_(detail) {
        start_ = parse_date(world.settings().start_date).value_or(0);
    }

    std::optional<double> all(Day day) const {
        const auto step = step_of(day);
        return step ? std::optional(outcome_[Series::displaced][*step]) : std::nullopt;
    }

    std::optional<double> at(const Spot& host, Day day) const {
        if (host.anywhere()) return all(day);
        const auto step = step_of(day);
        if (!step) return std::nullopt;
        double sum = 0;
        for (std::size_t p = 0; p < detail_.places; ++p) {
            const Place& place = world_.places()[p];
            if (place.name != host.location &&
                (host.region.empty() || place.region != host.region) &&
                (host.country.empty() || place.country != host.country))
                continue;
            for (std::size_t g = 0; g < detail_.groups; ++g)
                sum += real(detail_.sheltered[(*step * detail_.places + p) * detail_.groups + g]);
        }
        return sum;
    }

    std::optional<double> displaced(const DisplacedRow& row) const {
        if (!row.origin.anywhere()) return std::nullopt;
        if (row.host_places.empty()) return at(row.host, row.date - start_);
        std::optional<double> sum = 0;
        for (const std::string& place : row.host_places) {
            const auto here = at({.location = place}, row.date - start_);
            if (!here) return std::nullopt;
            *sum += *here;
        }
        return sum;
    }

    std::optional<double> held(const HeldRow& row) const {
        const auto step = step_of(row.date - start_);
        if (!step || detail_.control.empty()) return std::nullopt;
        const std::size_t place = index(world_.place(row.location));
        const std::size_t actor = index(world_.actor(row.actor));
        return detail_.control[(*step * detail_.places + place) * detail_.actors + actor];
    }

private:
    std::optional<std::size_t> step_of(Day day) const {
        if (day < 0 || day >= world_.settings().days) return std::nullopt;
        const auto step = static_cast<std::size_t>(day / world_.settings().step_days);
        return step < detail_.steps ? std::optional(step) : std::nullopt;
    }

    const World& world_;
    const MemberOutcome& outcome_;
    const RunDetail& detail_;
    std::int32_t start_ = 0;
};

}  // namespace

CountFigures member_counts(const World& world, const Observed& counted,
                           const Observations& observations, const MemberOutcome& outcome,
                           const RunDetail& detail) {
    const Member member(world, outcome, detail);
    CountFigures out;
    for (const DatedCount& count : counted.total) out.total.push_back(member.all(count.day));
    for (const Observed::Camp& camp : counted.camps) {
        auto& figures = out.camps.emplace_back();
        for (const DatedCount& count : camp.counts)
            figures.push_back(member.at({.location = camp.place}, count.day));
    }
    for (const DisplacedRow& row : observations.displaced)
        out.displaced.push_back(member.displaced(row));
    for (const HeldRow& row : observations.held) out.held.push_back(member.held(row));
    return out;
}

}  // namespace forestall::analysis
