// SPDX-License-Identifier: Apache-2.0
// Every field of every struct that a World is made of, listed once. Digest, equality and canonical
// order are made from these lists (whole.hpp), so a field cannot be felt by one and not by another.
// A field added to a struct and not to its list does not compile.
#pragma once
#include <string_view>
#include <tuple>

#include "world/field_count.hpp"
#include "world/world.hpp"

namespace forestall {

/// The list of a struct's fields, in their order.
template <class T>
struct Fields;

template <>
struct Fields<Distribution> {
    static constexpr std::tuple list{Field{"shape", &Distribution::shape},
                                     Field{"args", &Distribution::args},
                                     Field{"source", &Distribution::source}};
};

template <>
struct Fields<LatticeSettings> {
    static constexpr std::tuple list{
        Field{"width", &LatticeSettings::width},
        Field{"height", &LatticeSettings::height},
        Field{"population_density", &LatticeSettings::population_density},
        Field{"cop_density", &LatticeSettings::cop_density},
        Field{"vision", &LatticeSettings::vision},
        Field{"neighbourhood", &LatticeSettings::neighbourhood},
        Field{"ratio", &LatticeSettings::ratio},
        Field{"legitimacy", &LatticeSettings::legitimacy},
        Field{"legitimacy_fall", &LatticeSettings::legitimacy_fall},
        Field{"legitimacy_floor", &LatticeSettings::legitimacy_floor},
        Field{"legitimacy_cycle", &LatticeSettings::legitimacy_cycle},
        Field{"arrest_constant", &LatticeSettings::arrest_constant},
        Field{"threshold", &LatticeSettings::threshold},
        Field{"jail_max", &LatticeSettings::jail_max},
        Field{"movement", &LatticeSettings::movement},
        Field{"quiet_without_victim", &LatticeSettings::quiet_without_victim},
        Field{"cop_arrival", &LatticeSettings::cop_arrival},
        Field{"cop_withdrawal", &LatticeSettings::cop_withdrawal},
        Field{"cops_withdrawn", &LatticeSettings::cops_withdrawn},
        Field{"clone_chance", &LatticeSettings::clone_chance},
        Field{"max_age", &LatticeSettings::max_age}};
};

template <>
struct Fields<CascadeSettings> {
    static constexpr std::tuple list{Field{"persons", &CascadeSettings::persons},
                                     Field{"threshold_mean", &CascadeSettings::threshold_mean},
                                     Field{"threshold_sd", &CascadeSettings::threshold_sd},
                                     Field{"drawn", &CascadeSettings::drawn}};
};

template <>
struct Fields<Settings> {
    static constexpr std::tuple list{Field{"title", &Settings::title},
                                     Field{"start_date", &Settings::start_date},
                                     Field{"days", &Settings::days},
                                     Field{"step_days", &Settings::step_days},
                                     Field{"violence_mode", &Settings::violence_mode},
                                     Field{"conditioned_on", &Settings::conditioned_on},
                                     Field{"switched_off", &Settings::switched_off},
                                     Field{"capital", &Settings::capital},
                                     Field{"price_year", &Settings::price_year},
                                     Field{"discount", &Settings::discount},
                                     Field{"displacement", &Settings::displacement},
                                     Field{"representation", &Settings::representation},
                                     Field{"persons_per_agent", &Settings::persons_per_agent},
                                     Field{"use_capacities", &Settings::use_capacities},
                                     Field{"prescribed_total", &Settings::prescribed_total},
                                     Field{"reference", &Settings::reference}};
};

template <>
struct Fields<Place> {
    static constexpr std::tuple list{Field{"name", &Place::name},
                                     Field{"region", &Place::region},
                                     Field{"country", &Place::country},
                                     Field{"latitude", &Place::latitude},
                                     Field{"longitude", &Place::longitude},
                                     Field{"kind", &Place::kind},
                                     Field{"foreign", &Place::foreign},
                                     Field{"capacity", &Place::capacity},
                                     Field{"hardship", &Place::hardship},
                                     Field{"access", &Place::access},
                                     Field{"population_known", &Place::population_known}};
};

template <>
struct Fields<Route> {
    static constexpr std::tuple list{
        Field{"a", &Route::a}, Field{"b", &Route::b}, Field{"km", &Route::km},
        Field{"forwarding", &Route::forwarding}, Field{"crosses_border", &Route::crosses_border}};
};

template <>
struct Fields<Group> {
    static constexpr std::tuple list{Field{"name", &Group::name}, Field{"status", &Group::status}};
};

template <>
struct Fields<Actor> {
    static constexpr std::tuple list{
        Field{"name", &Actor::name},           Field{"kind", &Actor::kind},
        Field{"claims", &Actor::claims},       Field{"protects", &Actor::protects},
        Field{"objective", &Actor::objective}, Field{"latent", &Actor::latent},
        Field{"parent", &Actor::parent},       Field{"joins", &Actor::joins},
        Field{"patron", &Actor::patron},       Field{"sanctuary", &Actor::sanctuary}};
};

template <>
struct Fields<Pact> {
    static constexpr std::tuple list{Field{"a", &Pact::a}, Field{"b", &Pact::b},
                                     Field{"state", &Pact::state}};
};

template <>
struct Fields<HomePopulation> {
    static constexpr std::tuple list{
        Field{"place", &HomePopulation::place}, Field{"group", &HomePopulation::group},
        Field{"persons", &HomePopulation::persons}, Field{"low", &HomePopulation::low},
        Field{"high", &HomePopulation::high}};
};

template <>
struct Fields<Closure> {
    static constexpr std::tuple list{Field{"what", &Closure::what},
                                     Field{"place", &Closure::place},
                                     Field{"route", &Closure::route},
                                     Field{"from_country", &Closure::from_country},
                                     Field{"to_country", &Closure::to_country},
                                     Field{"first", &Closure::first},
                                     Field{"last", &Closure::last}};
};

template <>
struct Fields<ScheduledViolence> {
    static constexpr std::tuple list{Field{"place", &ScheduledViolence::place},
                                     Field{"kind", &ScheduledViolence::kind},
                                     Field{"actor", &ScheduledViolence::actor},
                                     Field{"target", &ScheduledViolence::target},
                                     Field{"first", &ScheduledViolence::first},
                                     Field{"last", &ScheduledViolence::last},
                                     Field{"intensity", &ScheduledViolence::intensity},
                                     Field{"civilian_deaths", &ScheduledViolence::civilian_deaths},
                                     Field{"battle_deaths", &ScheduledViolence::battle_deaths}};
};

template <>
struct Fields<Control> {
    static constexpr std::tuple list{Field{"place", &Control::place},
                                     Field{"actor", &Control::actor},
                                     Field{"share", &Control::share}, Field{"low", &Control::low},
                                     Field{"high", &Control::high}};
};

template <>
struct Fields<Trigger> {
    static constexpr std::tuple list{
        Field{"name", &Trigger::name},    Field{"kind", &Trigger::kind},
        Field{"actor", &Trigger::actor},  Field{"target", &Trigger::target},
        Field{"group", &Trigger::group},  Field{"day", &Trigger::day},
        Field{"places", &Trigger::places}};
};

template <>
struct Fields<Effect> {
    static constexpr std::tuple list{Field{"lever", &Effect::lever},
                                     Field{"kinds", &Effect::kinds},
                                     Field{"phase", &Effect::phase},
                                     Field{"where", &Effect::where},
                                     Field{"above", &Effect::above},
                                     Field{"below", &Effect::below},
                                     Field{"side", &Effect::side},
                                     Field{"grade", &Effect::grade},
                                     Field{"link_grade", &Effect::link_grade},
                                     Field{"source", &Effect::source},
                                     Field{"summary", &Effect::summary}};
};

template <>
struct Fields<Intervention> {
    static constexpr std::tuple list{
        Field{"name", &Intervention::name},           Field{"title", &Intervention::title},
        Field{"summary", &Intervention::summary},     Field{"strategy", &Intervention::strategy},
        Field{"stages", &Intervention::stages},       Field{"leads", &Intervention::leads},
        Field{"target", &Intervention::target},       Field{"staff", &Intervention::staff},
        Field{"lead_time", &Intervention::lead_time}, Field{"ramp", &Intervention::ramp},
        Field{"duration", &Intervention::duration},   Field{"decay", &Intervention::decay},
        Field{"consent", &Intervention::consent},     Field{"effects", &Intervention::effects},
        Field{"outcome", &Intervention::outcome},     Field{"sign", &Intervention::sign},
        Field{"source", &Intervention::source}};
};

template <>
struct Fields<Partner> {
    static constexpr std::tuple list{Field{"name", &Partner::name}, Field{"kind", &Partner::kind},
                                     Field{"coordinates", &Partner::coordinates},
                                     Field{"competes", &Partner::competes}};
};

template <>
struct Fields<Beginning> {
    static constexpr std::tuple list{
        Field{"when", &Beginning::when},         Field{"day", &Beginning::day},
        Field{"stage", &Beginning::stage},       Field{"indicator", &Beginning::indicator},
        Field{"at_least", &Beginning::at_least}, Field{"for_days", &Beginning::for_days},
        Field{"after", &Beginning::after},       Field{"delay", &Beginning::delay},
        Field{"within", &Beginning::within},     Field{"unless", &Beginning::unless}};
};

template <>
struct Fields<PlannedAction> {
    static constexpr std::tuple list{Field{"name", &PlannedAction::name},
                                     Field{"intervention", &PlannedAction::intervention},
                                     Field{"partner", &PlannedAction::partner},
                                     Field{"actors", &PlannedAction::actors},
                                     Field{"groups", &PlannedAction::groups},
                                     Field{"places", &PlannedAction::places},
                                     Field{"start", &PlannedAction::start},
                                     Field{"stop_day", &PlannedAction::stop_day},
                                     Field{"stop_below", &PlannedAction::stop_below},
                                     Field{"excludes", &PlannedAction::excludes},
                                     Field{"scale", &PlannedAction::scale}};
};

template <>
struct Fields<Option> {
    static constexpr std::tuple list{Field{"name", &Option::name}, Field{"title", &Option::title},
                                     Field{"budget", &Option::budget},
                                     Field{"staff", &Option::staff},
                                     Field{"actions", &Option::actions}};
};

template <>
struct Fields<WorldTables> {
    static constexpr std::tuple list{Field{"settings", &WorldTables::settings},
                                     Field{"places", &WorldTables::places},
                                     Field{"routes", &WorldTables::routes},
                                     Field{"groups", &WorldTables::groups},
                                     Field{"actors", &WorldTables::actors},
                                     Field{"populations", &WorldTables::populations},
                                     Field{"closures", &WorldTables::closures},
                                     Field{"violence", &WorldTables::violence},
                                     Field{"control", &WorldTables::control},
                                     Field{"pacts", &WorldTables::pacts},
                                     Field{"triggers", &WorldTables::triggers},
                                     Field{"interventions", &WorldTables::interventions},
                                     Field{"partners", &WorldTables::partners},
                                     Field{"options", &WorldTables::options},
                                     Field{"parameters", &WorldTables::parameters}};
};

template <class T>
concept Listed = requires {
    Fields<T>::list;
};

/// Calls visit(Field) for each field of T.
template <Listed T, class Visit>
constexpr void for_each_field(Visit&& visit) {
    static_assert(std::tuple_size_v<decltype(Fields<T>::list)> == field_count::of<T>(),
                  "a field is missing from the list in world/fields.hpp, or there is none for it");
    static_assert(field_count::distinct(Fields<T>::list),
                  "a field is listed twice in world/fields.hpp");
    std::apply([&](const auto&... field) { (visit(field), ...); }, Fields<T>::list);
}

}  // namespace forestall
