// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "app/describe/description.hpp"
#include "app/frame/numbers.hpp"
#include "app/job/estimate.hpp"
#include "engine/engine.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/tally_world.hpp"

namespace forestall::app {
namespace {

struct People {
    Persons persons = 0;
    Persons low = 0;
    Persons high = 0;
};

/// Everything that `describe DIR` says, counted once for both forms.
struct Figures {
    std::array<std::size_t, std::tuple_size_v<decltype(place_kind_words.rows)>>
        kinds{};  ///< of places
    std::size_t abroad = 0;
    std::vector<People> by_group;
    People total;
    std::array<std::size_t, 3> violence{};  ///< battles, one-sided, communal
    double civilian_deaths = 0;             ///< sums of medians
    double battle_deaths = 0;
    double civilian_best = 0;  ///< sums of best estimates, as `check` counts them
    double battle_best = 0;
    std::array<std::size_t, 3> closures{};  ///< places, routes, borders
    JobSize thousand_members;
};

void add(People& sum, const HomePopulation& p) {
    const bool certain = p.low == 0 && p.high == 0;
    sum.persons += p.persons;
    sum.low += certain ? p.persons : p.low;
    sum.high += certain ? p.persons : p.high;
}

Figures figures_of(const World& world) {
    Figures f;
    for (const Place& p : world.places()) {
        ++f.kinds.at(static_cast<std::size_t>(p.kind));
        f.abroad += p.foreign ? 1 : 0;
    }
    f.by_group.resize(world.groups().size());
    for (const HomePopulation& p : world.populations()) {
        add(f.by_group[index(p.group)], p);
        add(f.total, p);
    }
    for (const ScheduledViolence& v : world.violence()) {
        ++f.violence.at(static_cast<std::size_t>(v.kind));
        f.civilian_deaths += v.civilian_deaths.median();
        f.battle_deaths += v.battle_deaths.median();
        f.civilian_best += best_estimate(v.civilian_deaths);
        f.battle_best += best_estimate(v.battle_deaths);
    }
    for (const Closure& c : world.closures()) ++f.closures.at(static_cast<std::size_t>(c.what));
    f.thousand_members = job_size(world, 1000, 1);
    return f;
}

std::string people_text(const People& p) {
    std::string out = thousands(p.persons);
    if (p.low != p.persons || p.high != p.persons)
        out += fmt::format(" ({} to {})", thousands(p.low), thousands(p.high));
    return out;
}

Json people_json(const People& p) {
    return {{"persons", p.persons}, {"low", p.low}, {"high", p.high}};
}

std::string distribution_text(const Distribution& d) {
    const auto arguments = std::span(d.args).first(static_cast<std::size_t>(shape_arity(d.shape)));
    const std::string numbers =
        fmt::format("{:.12g}", fmt::join(arguments.begin(), arguments.end(), ", "));
    return d.is_constant() ? numbers : fmt::format("{} ({})", shape_name(d.shape), numbers);
}

/// Whether a number is one of the catalogue's effects and costs, which no scenario need set.
bool is_of(const Catalogue& catalogue, const std::string& name, const Distribution& d) {
    const auto at = catalogue.numbers.find(name);
    return at != catalogue.numbers.end() && at->second.shape == d.shape &&
           at->second.args == d.args && at->second.source == d.source;
}

Json distribution_json(const Distribution& d) {
    const auto arguments = std::span(d.args).first(static_cast<std::size_t>(shape_arity(d.shape)));
    return {{"shape", shape_name(d.shape)},
            {"arguments", std::vector<double>(arguments.begin(), arguments.end())},
            {"median", d.median()},
            {"source", d.source}};
}

std::size_t sum(const std::array<std::size_t, 3>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

std::string mode_text(const Settings& s) {
    std::string out = s.displacement == DisplacementMode::prescribed
                          ? "totals follow observed/total.csv"
                          : "the model decides who flees";
    if (s.representation == Representation::individual)
        out += fmt::format(
            "; agents of {}",
            counted(static_cast<std::uint64_t>(s.persons_per_agent), "person", "people"));
    else
        out += "; cohorts, person for person";
    return out;
}

/// "" for a country.
std::string reference_text(const ReferenceModel& model) {
    if (const auto* lattice = std::get_if<LatticeSettings>(&model))
        return fmt::format(
            "lattice of {} x {}, {} persons and {} police per site, vision {}, legitimacy {}",
            lattice->width, lattice->height, lattice->population_density, lattice->cop_density,
            lattice->vision, lattice->legitimacy);
    if (const auto* cascade = std::get_if<CascadeSettings>(&model))
        return fmt::format("crowd of {}, thresholds Normal({}, {})", cascade->persons,
                           cascade->threshold_mean, cascade->threshold_sd);
    return "";
}

std::vector<std::string> sanctuaries_of(const World& world, const Actor& a) {
    std::vector<std::string> out;
    for (const PlaceId p : a.sanctuary) out.push_back(world.at(p).name);
    return out;
}

std::string patron_text(const World& world, const Actor& a) {
    std::string out = fmt::format("{}: backed by {}", a.name, world.at(a.patron).name);
    if (!a.sanctuary.empty())
        out += fmt::format(", sanctuary in {}", fmt::join(sanctuaries_of(world, a), ", "));
    return out;
}

void add_violence(Table& table, const Settings& s, const Figures& f) {
    const std::string events = fmt::format("{}: {}, {} one-sided, {} communal",
                                           counted(sum(f.violence), "dated event", "dated events"),
                                           counted(f.violence[0], "battle", "battles"),
                                           thousands(f.violence[1]), thousands(f.violence[2]));
    const bool used = s.violence_mode == ViolenceMode::scheduled;
    if (!used) table.row({"violence", "actors and people decide (mode endogenous)"});
    if (used || sum(f.violence) > 0)
        table.row({used ? "violence" : "violence.csv",
                   events + (used ? "" : "; not used (mode endogenous)")});
    if (sum(f.violence) > 0)
        table.row({"", fmt::format("{} civilians and {} fighters killed by medians of the ranges, "
                                   "{} and {} by best estimates",
                                   amount(f.civilian_deaths), amount(f.battle_deaths),
                                   amount(f.civilian_best), amount(f.battle_best))});
}

/// "12 settlements, 3 camps, 1 border point".
std::string kinds_text(const Figures& f) {
    std::vector<std::string> parts;
    for (const auto& row : place_kind_words) {
        std::string one(row.text);
        std::replace(one.begin(), one.end(), '_', ' ');
        parts.push_back(counted(f.kinds.at(static_cast<std::size_t>(row.value)), one, one + "s"));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

Json places_json(const World& world, const Figures& f) {
    Json out{{"total", world.places().size()}};
    for (const auto& row : place_kind_words)
        out[std::string(row.text) + "s"] = f.kinds.at(static_cast<std::size_t>(row.value));
    out["abroad"] = f.abroad;
    return out;
}

void add_rows(Table& table, const World& world, const Figures& f) {
    const Settings& s = world.settings();
    table.row(
        {"period",
         fmt::format("{} days from {}, {} of {}", thousands(static_cast<std::int64_t>(s.days)),
                     s.start_date, counted(step_count(world), "step", "steps"),
                     counted(static_cast<std::uint64_t>(s.step_days), "day", "days"))});
    if (const std::string model = reference_text(s.reference); !model.empty()) {
        table.row({"model", model});
        for (const Group& group : world.groups()) table.row({"", group.name});
        table.row({"size", fmt::format("1,000 members make a file of about {}",
                                       size_text(f.thousand_members.file_bytes))});
        return;
    }
    table.row({"displacement", mode_text(s)});
    table.row({"places", fmt::format("{}: {}; {} abroad", thousands(world.places().size()),
                                     kinds_text(f), thousands(f.abroad))});
    table.row({"routes", thousands(world.routes().size())});
    table.row({"people", people_text(f.total)});
    for (std::size_t g = 0; g < f.by_group.size(); ++g)
        table.row({"", fmt::format("{}: {}", world.groups()[g].name, people_text(f.by_group[g]))});
    std::vector<std::string> actors;
    for (const Actor& a : world.actors()) actors.push_back(a.name);
    table.row({"actors", actors.empty() ? "none" : fmt::format("{}", fmt::join(actors, ", "))});
    for (const Actor& a : world.actors())
        if (a.patron != none<ActorId>()) table.row({"", patron_text(world, a)});
    add_violence(table, s, f);
    table.row({"closures", fmt::format("{}: {}, {}, {}", thousands(sum(f.closures)),
                                       counted(f.closures[0], "place", "places"),
                                       counted(f.closures[1], "route", "routes"),
                                       counted(f.closures[2], "border", "borders"))});
    table.row({"size", fmt::format("1,000 members make a file of about {}",
                                   size_text(f.thousand_members.file_bytes))});
}

}  // namespace

std::string scenario_text(const Session& session) {
    const World& world = *session.world;
    Table table({Table::Align::left, Table::Align::left});
    add_rows(table, world, figures_of(world));
    std::string out = fmt::format("{}\n\n{}", one_line(world.settings().title), table.text());
    Table set({Table::Align::left, Table::Align::left, Table::Align::left}, "  ");
    const Catalogue catalogue = read_catalogue();
    for (const auto& [name, distribution] : world.parameters())
        if (!is_of(catalogue, name, distribution))
            set.row({name, distribution_text(distribution), distribution.source});
    if (set.empty()) return out + "\nAll parameters are at their defaults.\n";
    return out +
           "\nParameters it sets; the others have their default values (`forestall describe "
           "mechanisms`):\n" +
           set.text();
}

Json scenario_json(const Session& session) {
    const World& world = *session.world;
    const Settings& s = world.settings();
    const Figures f = figures_of(world);
    Json groups = Json::array(), actors = Json::array(), parameters = Json::object();
    for (std::size_t g = 0; g < f.by_group.size(); ++g) {
        groups.push_back(people_json(f.by_group[g]));
        groups.back()["name"] = world.groups()[g].name;
    }
    Json patrons = Json::array();
    for (const Actor& a : world.actors()) {
        actors.push_back(a.name);
        if (a.patron != none<ActorId>())
            patrons.push_back({{"client", a.name},
                               {"patron", world.at(a.patron).name},
                               {"sanctuary", sanctuaries_of(world, a)}});
    }
    for (const auto& [name, distribution] : world.parameters())
        parameters[name] = distribution_json(distribution);
    return {
        {"title", s.title},
        {"start", s.start_date},
        {"days", s.days},
        {"step_days", s.step_days},
        {"steps", step_count(world)},
        {"model", reference_text(s.reference).empty() ? "country" : reference_text(s.reference)},
        {"displacement",
         s.displacement == DisplacementMode::prescribed ? "prescribed" : "endogenous"},
        {"representation",
         s.representation == Representation::individual ? "individual" : "cohort"},
        {"persons_per_agent", s.persons_per_agent},
        {"places", places_json(world, f)},
        {"routes", world.routes().size()},
        {"population", people_json(f.total)},
        {"groups", groups},
        {"actors", actors},
        {"patrons", patrons},
        {"violence",
         {{"used", s.violence_mode == ViolenceMode::scheduled},
          {"events", sum(f.violence)},
          {"battle", f.violence[0]},
          {"one_sided", f.violence[1]},
          {"communal", f.violence[2]},
          {"civilian_deaths", f.civilian_deaths},
          {"battle_deaths", f.battle_deaths}}},
        {"closures",
         {{"total", sum(f.closures)},
          {"places", f.closures[0]},
          {"routes", f.closures[1]},
          {"borders", f.closures[2]}}},
        {"parameters", parameters},
        {"file_bytes_per_1000_members", f.thousand_members.file_bytes},
        {"warnings", diagnostics_json(session.warnings)}};
}

}  // namespace forestall::app
