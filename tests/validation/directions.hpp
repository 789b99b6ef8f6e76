// SPDX-License-Identifier: Apache-2.0
// Rule: an entry of the catalogue moves its named outcome the way evidence has it, and backfires
// where evidence says it does. Each experiment runs two options of Two rivers under the same luck:
// with an action from the first day on, and without it. Experiments in the order of
// docs/methods/directions.md.
#pragma once
#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "checkout.hpp"
#include "core/parallel.hpp"
#include "engine/engine.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/loader.hpp"
#include "validation/direction_measures.hpp"

namespace forestall::test {

inline constexpr const char* armed =
    R"(actors = ["Army of Veldrana", "Ridge Front", "River Guard"])";
inline constexpr const char* where = R"(places = ["Sarnholt", "Stone Market", "Three Mills"])";

/// An action of an option; without a partner: will and leverage are neutral. `places`: a line of
/// the scenario, for what is sent to places.
inline std::string deed(const std::string& intervention, const std::string& more = {},
                        const std::string& places = where) {
    const Catalogue catalogue = read_catalogue();
    for (const Intervention& i : catalogue.interventions) {
        if (i.name != intervention) continue;
        std::string text = "[[action]]\nname = \"" + intervention + "\"\nintervention = \"" +
                           intervention + "\"\n";
        if (i.target == TargetKind::actor) text += std::string(armed) + "\n";
        if (i.target == TargetKind::place) text += places + "\n";
        if (i.target == TargetKind::group)
            text += "groups = [\"Hill people\", \"River people\", \"Town people\"]\n";
        return text + "start = { day = 2030-01-01 }\n" + more + "\n";
    }
    throw std::invalid_argument("no intervention is named " + intervention);
}

struct Direction {
    std::string intervention;
    std::string situation;  ///< empty: as the catalogue has it
    std::string with, without;
    Edit edit;
    const char* measure_name;
    PlannedAction measure;
    bool logs;  ///< geometric means, for deaths
    int sign;   ///< of the evidence; 0: it has none
    std::string where_from;
};

inline std::vector<Direction> directions() {
    const auto civilians = sum_of<Series::civilian_deaths>;
    const auto battle = sum_of<Series::battle_deaths>;
    const auto alone = [](const char* name) { return deed(name); };
    const std::string troops = deed("peacekeeping_troops", "scale = 2");
    const Edit hated = [](WorldTables& t) {
        for (const char* who : {"Army of Veldrana", "River Guard"})
            fix(t, std::string("actor.") + who + ".animus.Hill people", 0.8);
        fix(t, "actor.Ridge Front.animus.River people", 0.8);
    };
    const Edit political = [](WorldTables& t) {
        for (const char* who : {"Army of Veldrana", "River Guard"})
            fix(t, std::string("actor.") + who + ".animus.Hill people", 0.35);
        fix(t, "actor.Ridge Front.animus.River people", 0.35);
    };
    using enum ActorKind;
    return {
        {"naming_and_shaming", "animus below 0.5 (political)", alone("naming_and_shaming"), "",
         political, "civilian deaths", civilians, true, -1, "Krain 2012, DeMeritt 2012"},
        {"naming_and_shaming", "animus 0.8 (identity)", alone("naming_and_shaming"), "", hated,
         "mass killing is not moved: civilian deaths", civilians, true, 0,
         "heterogeneity study of evidence.md §3"},
        {"naming_and_shaming",
         "substitution",
         alone("naming_and_shaming"),
         "",
         {},
         "selective acts and arrests by the government",
         repression_by<government>,
         false,
         1,
         "Hafner-Burton 2008"},
        {"media_attention",
         "",
         alone("media_attention"),
         "",
         {},
         "attention, mean",
         attention_of,
         false,
         1,
         "judgement"},
        {"mediation",
         "",
         alone("mediation"),
         "",
         {},
         "ceasefires and agreements",
         truces,
         false,
         1,
         "Regan & Aydin 2006"},
        {"mediation",
         "",
         alone("mediation"),
         "",
         {},
         "battle deaths",
         battle,
         true,
         -1,
         "Regan & Aydin 2006"},
        {"mediation",
         "after the mediator has gone",
         alone("mediation"),
         "",
         {},
         "relapses per truce, second year",
         relapses_late,
         false,
         1,
         "Beardsley 2008"},
        {"broad_sanctions",
         "",
         alone("broad_sanctions"),
         "",
         {},
         "civilian deaths",
         civilians,
         true,
         1,
         "Krain 2017 re-analysed, Hultman & Peksen 2017"},
        {"broad_sanctions",
         "repression",
         alone("broad_sanctions"),
         "",
         {},
         "selective acts and arrests by the government",
         repression_by<government>,
         false,
         1,
         "Wood 2008"},
        {"arms_embargo_threat",
         "",
         alone("arms_embargo_threat"),
         "",
         {},
         "battle deaths",
         battle,
         true,
         1,
         "Hultman & Peksen 2017"},
        {"arms_embargo",
         "",
         alone("arms_embargo"),
         "",
         {},
         "battle deaths",
         battle,
         true,
         -1,
         "Hultman & Peksen 2017"},
        {"prosecution",
         "",
         alone("prosecution"),
         "",
         {},
         "civilian deaths",
         civilians,
         true,
         0,
         "Jo & Simmons 2016, prior holds 1"},
        {"early_warning",
         "",
         alone("early_warning"),
         "",
         {},
         "weeks from mitigation to its being seen",
         warning_delay,
         false,
         -1,
         "judgement: lag -30 to -60 d"},
        {"local_peace_committees",
         "",
         alone("local_peace_committees"),
         "",
         {},
         "communal deaths",
         communal_deaths,
         true,
         -1,
         "Liberia trial"},
        {"peace_messaging",
         "",
         alone("peace_messaging"),
         "",
         {},
         "mobilised people, mean",
         mobilised,
         false,
         -1,
         "Paluck 2009"},
        {"jamming",
         "",
         alone("jamming"),
         "",
         {},
         "civilian deaths",
         civilians,
         true,
         -1,
         "Yanagizawa-Drott 2014"},
        {"defection_messaging",
         "",
         alone("defection_messaging"),
         "",
         {},
         "battle deaths",
         battle,
         true,
         -1,
         "Armand, Atwell & Gomes"},
        {"defection_messaging",
         "rebels that it shrinks",
         alone("defection_messaging"),
         "",
         {},
         "fighter-weeks of the rebels",
         [](const Ran& r) { return fighter_weeks(r, front); },
         false,
         -1,
         "Armand, Atwell & Gomes"},
        {"peacekeeping_troops",
         "",
         alone("peacekeeping_troops"),
         "",
         {},
         "one-sided deaths where they stand",
         killed_here,
         true,
         -1,
         "Hultman, Kathman & Shannon 2013"},
        {"peacekeeping_troops",
         "where they do not stand",
         alone("peacekeeping_troops"),
         "",
         {},
         "one-sided deaths elsewhere",
         killed_elsewhere,
         true,
         1,
         "displacement of violence, evidence.md §3"},
        {"peacekeeping_police",
         "",
         alone("peacekeeping_police"),
         "",
         {},
         "one-sided deaths where they stand",
         killed_here,
         true,
         -1,
         "Hultman, Kathman & Shannon 2013"},
        {"observers",
         "nobody guards",
         alone("observers"),
         "",
         {},
         "civilian deaths",
         civilians,
         true,
         1,
         "Hultman, Kathman & Shannon 2013"},
        {"observers",
         "beside troops, at the same places",
         troops + alone("observers"),
         troops,
         {},
         "one-sided deaths where they stand",
         killed_here,
         true,
         0,
         "the same"},
        {"protective_presence",
         "rebels",
         alone("protective_presence"),
         "",
         {},
         "deaths by rebels where it stands",
         killed_by_rebels_here,
         true,
         0,
         "judgement"},
        {"humanitarian_aid",
         "",
         alone("humanitarian_aid"),
         "",
         {},
         "indirect deaths",
         [](const Ran& r) { return r.out[Series::indirect_deaths].back(); },
         true,
         -1,
         "evidence.md §3"},
        {"humanitarian_aid",
         "looting",
         alone("humanitarian_aid"),
         "",
         {},
         "one-sided deaths by rebels where it goes",
         killed_by_rebels_here,
         true,
         1,
         "Wood & Sullivan 2015"},
        {"safe_zone",
         "guarded by troops",
         troops + alone("safe_zone"),
         troops,
         {},
         "one-sided deaths where it is",
         killed_here,
         true,
         -1,
         "UNMISS sites"},
        {"safe_zone",
         "unguarded",
         alone("safe_zone"),
         "",
         {},
         "one-sided deaths where it is",
         killed_here,
         true,
         1,
         "Srebrenica 1995"},
        {"military_intervention",
         "its first three months",
         alone("military_intervention"),
         "",
         {},
         "one-sided deaths, weeks 4 to 17",
         killed_in_steps<3, 17>,
         true,
         1,
         "Kathman & Wood 2011"},
        {"military_intervention",
         "after that",
         alone("military_intervention"),
         "",
         {},
         "one-sided deaths from week 27 on",
         killed_in_steps<26, 104>,
         true,
         -1,
         "Krain 2005, Kathman & Wood 2011"},
    };
}

/// Two rivers with the two options of an experiment.
inline World world_of(const Direction& d) {
    Loaded plain = load_scenario(in_checkout("scenarios/two-rivers"), parameter_tables());
    std::erase_if(plain.files, [](const auto& f) { return f.first.starts_with("options/"); });
    plain.files["options/with.toml"] = "title = \"with\"\n\n" + d.with;
    if (!d.without.empty())
        plain.files["options/without.toml"] = "title = \"without\"\n\n" + d.without;
    Loaded full = load_scenario_text(plain.files, parameter_tables());
    if (!full.tables) throw std::runtime_error(d.intervention + ": the option does not load");
    // Consent is not what is asked here: the tool is in place.
    for (Intervention& i : full.tables->interventions) i.consent = 1;
    if (d.edit) d.edit(*full.tables);
    return World::build(std::move(*full.tables));
}

inline Effect effect_of(const Direction& d, std::size_t members, const Parallel& parallel,
                        std::uint64_t seed = 1) {
    const World world = world_of(d);
    std::vector<double> with(members), without(members);
    parallel.for_chunks(members, 1, [&](std::size_t from, std::size_t to) {
        for (std::size_t m = from; m < to; ++m)
            for (const bool on : {true, false}) {
                RunDetail detail;
                RunRequest request;
                request.seed = seed;
                request.member = m;
                request.option = d.without.empty() ? "none" : "without";
                if (on) request.option = "with";
                request.detail = &detail;
                const MemberOutcome out = run_member(world, request);
                (on ? with : without)[m] = d.measure({world, out, detail});
            }
    });
    return compare(with, without, d.logs);
}

}  // namespace forestall::test
