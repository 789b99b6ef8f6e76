// SPDX-License-Identifier: Apache-2.0
// Rows that look at Two rivers and what is made of it: 1, 2, 4, 8.
#include <utility>

#include "analysis/patterns/ending.hpp"
#include "analysis/patterns/peacetime.hpp"
#include "analysis/patterns/truces.hpp"
#include "analysis/search/pattern_members.hpp"
#include "patterns/country.hpp"
#include "patterns/rows.hpp"

namespace forestall::patterns {
namespace {

constexpr int years = 10;

Onsets onsets_of(const test::Edit& edit, Runs& runs) {
    const World world = runs.country(rivers, test::both(ten_years, edit));
    Onsets out{{}, static_cast<int>(world.settings().step_days), years};
    Keep keep;
    keep.acts = false;
    for (const Course& c :
         run_courses(world, runs.arguments().seed, runs.size(onset_members), keep, runs.parallel()))
        out.steps.push_back(c.onset);
    return out;
}

std::vector<PeaceDead> peace_of(const test::Edit& edit, Runs& runs) {
    const World world = runs.country(rivers, edit);
    std::vector<bool> state;
    for (const Actor& a : world.actors())
        state.push_back(a.kind == ActorKind::government || a.kind == ActorKind::security_force);
    std::vector<PeaceDead> out;
    for (const Course& c :
         run_courses(world, runs.arguments().seed, runs.size(war_members), {}, runs.parallel()))
        out.push_back(peace_dead(c, state));
    return out;
}

void as_shipped(WorldTables&) {}

}  // namespace

Row onset_hazard(Runs& runs) {
    return {runs.size(onset_members),
            hazard_parts(onsets_of(as_shipped, runs), onsets_of(median_numbers, runs),
                         onsets_of(quiet_numbers, runs))};
}

Row endings(Runs& runs) { return {runs.ten_years().size(), ending_parts(runs.ten_years())}; }

Row peacetime(Runs& runs) {
    return {runs.size(war_members),
            peacetime_parts(peace_of(hostile_people, runs), peace_of(hostile_state, runs))};
}

Row truces(Runs& runs) {
    const World unbound = runs.country(rivers, test::both(ten_years, test::off("truce")));
    Row out{
        runs.ten_years().size(),
        truce_parts(runs.ten_years(), run_courses(unbound, runs.arguments().seed,
                                                  runs.size(war_members), {}, runs.parallel()))};
    const auto mediated =
        run_courses(runs.country(rivers, ten_years), runs.arguments().seed, runs.size(war_members),
                    {}, runs.parallel(), "mediation-early");
    for (Part& part : mediation_parts(runs.ten_years(), mediated))
        out.parts.push_back(std::move(part));
    return out;
}

}  // namespace forestall::patterns
