// SPDX-License-Identifier: Apache-2.0
// Row 9: missions sent by the catalogue, and the same troops scripted as an actor.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/patterns/dose.hpp"
#include "analysis/search/at_cost.hpp"
#include "patterns/country.hpp"
#include "patterns/rows.hpp"
#include "validation/directions.hpp"

namespace forestall::patterns {
namespace {

constexpr double scale = 2;  ///< of the package, whose median is 1,000 troops
constexpr double troops = 1000 * scale, police = 200;
constexpr std::uint64_t scouts = 400;  ///< members that say where a mission is needed

/// One-sided deaths in the second year by member.
struct Toll {
    std::vector<double> by_rebels, by_state;

    std::vector<double> all() const {
        std::vector<double> out = by_rebels;
        for (std::size_t i = 0; i < out.size(); ++i) out[i] += by_state[i];
        return out;
    }
};

Toll second_year(const World& world, const std::string& option, Runs& runs) {
    const std::size_t members = runs.size(mission_members);
    Toll out{std::vector<double>(members), std::vector<double>(members)};
    const Day year = 365 / world.settings().step_days;
    runs.parallel().for_chunks(members, 1, [&](std::size_t from, std::size_t to) {
        for (std::size_t m = from; m < to; ++m) {
            RunDetail detail;
            RunRequest request;
            request.seed = runs.arguments().seed;
            request.member = m;
            request.option = option;
            request.detail = &detail;
            run_member(world, request);
            for (const Event& e : detail.events) {
                if (e.kind != EventKind::one_sided || e.step < year) continue;
                const ActorKind kind = world.actors()[index(e.actor)].kind;
                const bool state =
                    kind == ActorKind::government || kind == ActorKind::security_force;
                (state ? out.by_state : out.by_rebels)[m] += static_cast<double>(e.civilian_deaths);
            }
        }
    });
    return out;
}

using Places = std::vector<std::string>;

World sent(const Runs& runs, const char* what, const char* more, const Places& places,
           const test::Edit& edit = {}) {
    std::string line = "places = [";
    for (const std::string& place : places)
        line += fmt::format("{}\"{}\"", place == places.front() ? "" : ", ", place);
    test::Direction d;
    d.intervention = what;
    d.with = test::deed(what, more, line + "]");
    d.edit = edit ? test::both(runs.asked(), edit) : runs.asked();
    return test::world_of(d);
}

/// A scripted mission of as many at the places where the catalogue's would stand.
test::Edit scripted_mission(const Places& places) {
    return [places](WorldTables& t) {
        Actor mission;
        mission.name = "Peace mission";
        mission.kind = ActorKind::security_force;
        mission.protects = true;
        t.actors.push_back(mission);
        for (std::uint32_t p = 0; p < t.places.size(); ++p) {
            if (std::ranges::count(places, t.places[p].name) == 0) continue;
            Control c;
            c.place = PlaceId(p);
            c.actor = ActorId(static_cast<std::uint32_t>(t.actors.size() - 1));
            c.share = c.low = c.high = 0.05;
            t.control.push_back(c);
        }
        test::fix(t, "actor.Peace mission.fighters", troops);
    };
}

/// There from the first day, and as many in every member: a package's troops are drawn else.
void at_once(WorldTables& t) {
    for (Intervention& i : t.interventions)
        if (i.name == "peacekeeping_troops") i.lead_time = i.ramp = 0;
    test::fix(t, "effect.peacekeeping_troops.1", troops / scale);
}

std::vector<Part> missions_at(const Places& places, const Toll& none, Runs& runs) {
    std::vector<Part> out;
    const auto add = [&](const std::vector<Part>& parts) {
        out.insert(out.end(), parts.begin(), parts.end());
    };
    const auto doses = [&](const World& world, double unit) {
        const Toll with = second_year(world, "with", runs);
        return Doses{unit, with.by_rebels, none.by_rebels, with.by_state, none.by_state};
    };
    add(dose_parts("1,000 troops",
                   doses(sent(runs, "peacekeeping_troops", "scale = 2", places), troops / 1000),
                   0.61, 0.85));
    add(dose_parts("100 police", doses(sent(runs, "peacekeeping_police", "", places), police / 100),
                   0.38, 0.85));
    const World catalogue = sent(runs, "peacekeeping_troops", "scale = 2", places, at_once),
                scripted = runs.country(rivers, scripted_mission(places));
    add(road_parts(second_year(catalogue, "with", runs).all(),
                   second_year(scripted, "none", runs).all()));
    return out;
}

}  // namespace

Row peacekeepers(Runs& runs) {
    const World quiet = sent(runs, "peacekeeping_police", "", {"Sarnholt"});
    const Toll none = second_year(quiet, "none", runs);
    const std::uint64_t members = runs.size(mission_members);
    Places needed = analysis::places_by_need(quiet, runs.arguments().seed, members,
                                             runs.size(scouts), runs.parallel());
    needed.resize(analysis::places_of_a_package);
    Row out{members, missions_at(needed, none, runs)};
    out.parts.front().why = fmt::format("at {}", fmt::join(needed, ", "));
    const Places named(test::covered.begin(), test::covered.end());
    for (const Part& part : missions_at(named, none, runs))
        out.parts.push_back(
            note(part.what + ", at places named beforehand", part.figure,
                 "the row until this version: at " + fmt::format("{}", fmt::join(named, ", "))));
    return out;
}

}  // namespace forestall::patterns
