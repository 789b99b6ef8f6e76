// SPDX-License-Identifier: Apache-2.0
#include "results/sample_job.hpp"

#include <fmt/format.h>

#include <numeric>

#include "core/random.hpp"
#include "results/variables.hpp"

namespace forestall::testing {
namespace {

double number(const Variable& v, std::uint64_t member, std::size_t option, std::size_t i) {
    const std::uint64_t bits = mix(mix(member, option * 1000 + i), process(v.spec->name));
    switch (v.spec->type) {
        case ValueType::count:
            return bits % 5 != 0 ? 0.0 : static_cast<double>(bits % 1000);
        case ValueType::real:
            return static_cast<double>(bits >> 11) * 0x1p-53;
        case ValueType::flag:
            break;
    }
    return static_cast<double>(bits % 4);
}

}  // namespace

Header sample_header(std::uint64_t members, std::size_t options, std::size_t steps,
                     std::size_t places) {
    Header h;
    h.title = "Two rivers, ä sample";
    h.start_date = "2030-01-01";
    for (std::size_t t = 0; t < steps; ++t) h.time.push_back(static_cast<std::int64_t>(7 * t));
    h.options.push_back("none");
    for (std::size_t o = 1; o < options; ++o) h.options.push_back(fmt::format("option {}", o));
    for (std::size_t p = 0; p < places; ++p)
        h.locations.push_back({fmt::format("Plâce {}", p), "Aru", p % 2 == 0 ? "north" : "",
                               4.5 + 0.25 * static_cast<double>(p),
                               18.5 - 0.5 * static_cast<double>(p)});
    h.groups = {"Highlanders", "Lowlanders"};
    h.actors = {"Army of Aru", "Riders"};
    h.parameters = {{"population.distance_exponent", "1"}, {"population.walking_speed", "km/d"}};
    h.members = members;
    h.seed = 18446744073709551615ULL;
    h.description = fmt::format(
        R"({{"members":{},"seed":18446744073709551615,"options":{},"steps":{},"places":{}}})",
        members, options, steps, places);
    h.program = {"0.1.0", "0123456789abcdef"};
    h.scenario_files = {{"scenario.toml", "title = \"Two rivers, ä sample\"\n"},
                        {"locations.csv", "name\nPlâce 0\n"}};
    return h;
}

MemberRow sample_row(const Header& header, std::uint64_t member) {
    MemberRow row{member, std::vector<MemberOutcome>(columns(header))};
    for (std::size_t o = 0; o < row.by_option.size(); ++o) {
        MemberOutcome& outcome = row.by_option[o];
        for (const Variable& v : all_variables()) {
            const auto fill = [&](std::vector<double>& out, std::size_t n) {
                for (std::size_t i = 0; i < n; ++i) out.push_back(number(v, member, o, i));
            };
            if (v.along == Along::time) fill(outcome.series[v.index], header.time.size());
            if (v.along == Along::location)
                fill(outcome.per_place[v.index], header.locations.size());
            if (v.along == Along::group) fill(outcome.per_group[v.index], header.groups.size());
            if (v.along == Along::nothing) outcome.scalars[v.index] = number(v, member, o, 0);
            if (v.along == Along::continuation || v.along == Along::state)
                fill(outcome.continued[v.index],
                     length_of(static_cast<Continued>(v.index), header.continuations));
        }
        outcome[Scalar::mass_killing_onset_step] = -1;
        outcome[Scalar::mass_killing_per_head_onset_step] = -1;
        outcome.hash = mix(member, o);
        for (std::size_t p = 0; p < header.parameters.size(); ++p)
            outcome.parameters.push_back(static_cast<double>(member) +
                                         0.125 * static_cast<double>(p));
        const std::size_t point = o / header.options.size();
        for (std::size_t i = 0; i < header.points.held.size(); ++i)
            outcome.parameters.at(i) = header.points.values.at(point)[i];
    }
    return row;
}

std::vector<MemberRow> sample_rows(const Header& header,
                                   const std::vector<std::uint64_t>& members) {
    std::vector<MemberRow> rows;
    for (std::uint64_t m : members) rows.push_back(sample_row(header, m));
    return rows;
}

std::vector<std::uint64_t> all_members(std::uint64_t n) {
    std::vector<std::uint64_t> out(n);
    std::iota(out.begin(), out.end(), std::uint64_t{0});
    return out;
}

RunDetail sample_detail(const Header& header) {
    RunDetail d;
    d.steps = header.time.size();
    d.places = header.locations.size();
    d.groups = header.groups.size();
    for (std::size_t i = 0; i < d.steps * d.places * d.groups; ++i) {
        d.settled.push_back(static_cast<Persons>(1000 + i));
        d.sheltered.push_back(static_cast<Persons>(i % 7));
        d.deaths.push_back(static_cast<Persons>(i % 3));
    }
    for (std::size_t i = 0; i < d.steps * d.places; ++i)
        d.danger.push_back(static_cast<double>(i % 10) / 10);
    d.actors = header.actors.size();
    for (std::size_t i = 0; i < d.steps * d.places; ++i) d.zones.push_back(static_cast<int>(i % 6));
    for (std::size_t i = 0; i < d.steps * d.places * d.actors; ++i) {
        d.control.push_back(static_cast<double>(i % 8) / 8);
        d.fighters.push_back(static_cast<Persons>(3 * i));
    }
    Event battle{0, EventKind::battle, PlaceId{1}, ActorId{0}, none<GroupId>(), 12, 340};
    battle.opponent = ActorId{1};
    battle.manner = "offensive";
    battle.day = 3;
    battle.civilian_deaths = 5;
    battle.reported = 2;
    battle.probability = 0.0625;
    battle.zone = 3;
    battle.number = 0;
    battle.causes = {{"inertia", -6, -1, none<ActorId>()}, {"threat", 1.25, -1, ActorId{1}}};
    Event killing{3, EventKind::one_sided, PlaceId{2}, ActorId{1}, GroupId{1}, 7, 0};
    killing.number = 1;
    killing.causes = {{"revenge", 2.5, 0, ActorId{0}}};
    d.events = {battle,
                killing,
                {4, EventKind::stage, none<PlaceId>(), none<ActorId>(), none<GroupId>(), 0, 0}};
    return d;
}

}  // namespace forestall::testing
