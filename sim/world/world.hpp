// SPDX-License-Identifier: Apache-2.0
// The World: everything that does not change in a run. Built once (by scenario/ or a test's
// builder), canonical (tables sorted by name, so declaration order is without effect), shared
// read-only by all threads.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/distribution.hpp"
#include "core/ids.hpp"
#include "core/parameter.hpp"
#include "core/units.hpp"
#include "world/intervention.hpp"
#include "world/place.hpp"
#include "world/reference.hpp"

namespace forestall {

/// How many people of a group live at a place at the start: a triangular range when uncertain.
struct HomePopulation {
    PlaceId place{};
    GroupId group{};
    Persons persons = 0;
    Persons low = 0;
    Persons high = 0;
};

/// Where the total number of displaced persons comes from.
enum class DisplacementMode : std::uint8_t { endogenous, prescribed };
/// Where violence comes from: the scenario's dated rows, or the actors' decisions.
enum class ViolenceMode : std::uint8_t { scheduled, endogenous };
enum class Representation : std::uint8_t { cohort, individual };

/// Settings of a run that a scenario fixes (not parameters: they have no distribution).
struct Settings {
    std::string title;
    std::string start_date;  ///< ISO 8601, day 0
    Day days = 0;            ///< length of the run
    Day step_days = 7;
    ViolenceMode violence_mode = ViolenceMode::scheduled;
    std::string
        conditioned_on;  ///< what a run takes as given (an offensive that happened); empty: nothing
    std::vector<std::string> switched_off;  ///< mechanisms and motives that do not act, sorted
    PlaceId capital = none<PlaceId>();      ///< none: the place at home with most people
    int price_year = 2015;                  ///< of all money
    double discount = 0.03;                 ///< of later money, per year
    DisplacementMode displacement = DisplacementMode::endogenous;
    Representation representation = Representation::cohort;
    Persons persons_per_agent = 1;
    bool use_capacities = true;
    std::vector<Persons> prescribed_total;  ///< per day, `prescribed` mode only
    ReferenceModel reference;  ///< run instead of a country: one place, a step is a day
};

class RouteGraph;
class Roads;

/// Plain tables as a loader or builder fills them; `World::build` makes them canonical.
struct WorldTables {
    Settings settings;
    std::vector<Place> places;
    std::vector<Route> routes;
    std::vector<Group> groups;
    std::vector<Actor> actors;
    std::vector<HomePopulation> populations;
    std::vector<Closure> closures;
    std::vector<ScheduledViolence> violence;
    std::vector<Control> control;
    std::vector<Pact> pacts;
    std::vector<Trigger> triggers;
    std::vector<Intervention> interventions;  ///< of the catalogue and the scenario
    std::vector<Partner> partners;
    std::vector<Option> options;  ///< beside "none", which always is
    /// Overrides of the parameter tables, and the scenario's own numbers (world/named_numbers.hpp),
    /// by name.
    std::map<std::string, Distribution, std::less<>> parameters;
};

class World {
public:
    /// Sorts places, groups and actors by name (ids inside the tables are remapped), all other
    /// tables by content, checks that ids are in range and names unique. Of routes that link the
    /// same two places only the shortest is kept; a closure of any of them closes it. A population
    /// without a range (low = high = 0) is certain. Throws std::invalid_argument on a table that a
    /// loader should have refused.
    static World build(WorldTables tables);

    /// The same world with parameters, or numbers of the scenario's own, held at values: no
    /// distribution is left of them. As many values as names.
    World holding(std::span<const std::string> names, std::span<const double> values) const;

    /// Ids by name; throw std::out_of_range for a name that no table has.
    PlaceId place(std::string_view name) const;
    GroupId group(std::string_view name) const;
    ActorId actor(std::string_view name) const;

    const Settings& settings() const { return tables_.settings; }
    const std::vector<Place>& places() const { return tables_.places; }
    const std::vector<Route>& routes() const { return tables_.routes; }
    const std::vector<Group>& groups() const { return tables_.groups; }
    const std::vector<Actor>& actors() const { return tables_.actors; }
    const std::vector<HomePopulation>& populations() const { return tables_.populations; }
    const std::vector<Closure>& closures() const { return tables_.closures; }
    const std::vector<ScheduledViolence>& violence() const { return tables_.violence; }
    /// Who holds what at the start; read when violence is endogenous.
    const std::vector<Control>& control() const { return tables_.control; }
    const std::vector<Pact>& pacts() const { return tables_.pacts; }
    const std::vector<Trigger>& triggers() const { return tables_.triggers; }
    const std::vector<Intervention>& interventions() const { return tables_.interventions; }
    const std::vector<Partner>& partners() const { return tables_.partners; }
    const std::vector<Option>& options() const { return tables_.options; }
    const std::map<std::string, Distribution, std::less<>>& parameters() const {
        return tables_.parameters;
    }
    const RouteGraph& graph() const { return *graph_; }
    /// Ways between places at home, by kilometres.
    const Roads& roads() const { return *roads_; }
    /// Where the country is ruled from: none if nobody lives there.
    PlaceId capital() const { return capital_; }

    const Place& at(PlaceId p) const { return places()[index(p)]; }
    const Group& at(GroupId g) const { return groups()[index(g)]; }
    const Actor& at(ActorId a) const { return actors()[index(a)]; }
    const Route& at(RouteId r) const { return routes()[index(r)]; }

    std::size_t cells() const { return places().size() * groups().size(); }
    CellId cell(PlaceId p, GroupId g) const {
        return id_at<CellId>(index(p) * groups().size() + index(g));
    }
    PlaceId place_of(CellId c) const { return id_at<PlaceId>(index(c) / groups().size()); }
    GroupId group_of(CellId c) const { return id_at<GroupId>(index(c) % groups().size()); }

    /// Addresses for draws: digests of names, by place and by cell (place and group).
    std::uint64_t address(PlaceId p) const { return place_address_[index(p)]; }
    std::uint64_t address(CellId c) const { return cell_address_[index(c)]; }

    /// Digest of all tables: two worlds with the same digest are the same world.
    std::uint64_t digest() const;

private:
    WorldTables tables_;
    std::shared_ptr<const RouteGraph> graph_;
    std::shared_ptr<const Roads> roads_;
    PlaceId capital_ = none<PlaceId>();
    std::vector<std::uint64_t> place_address_;
    std::vector<std::uint64_t> cell_address_;
};

}  // namespace forestall
