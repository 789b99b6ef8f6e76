// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/population.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenario/csv_cell.hpp"
#include "scenario/importers/tables/ucdp_place.hpp"
#include "scenario/observed/apportion.hpp"

namespace forestall {
namespace {

class Sharing {
public:
    Sharing(const std::string& file, const WorldTables& tables, std::span<const AreaRow> areas,
            PopulationImport& out)
        : file_(file),
          tables_(tables),
          geography_(tables),
          names_(geography_, areas),
          out_(out),
          report_(out.diagnostics, Limits{}.shown) {}

    void add(const PeopleReading& reading) {
        out_.tally = reading.tally;
        TallyLine& persons = out_.tally.things["persons"];
        for (const PeopleRow& row : reading.rows) {
            persons.read += real(row.persons);
            const std::string reason = share_out(row);
            if (reason.empty()) {
                persons.in_world += real(row.persons);
                continue;
            }
            persons.drop(reason, real(row.persons));
            out_.tally.rows[file_].in_world -= 1;
            out_.tally.rows[file_].drop(reason, 1);
        }
    }

    void finish(const std::string& source) {
        write(source);
        if (people_.empty())
            report_.add("E218", {file_, 0, 0}, "no row is of an area of the scenario");
        report_.finish();
        out_.diagnostics.sort();
    }

private:
    /// Why a row is left out; "" if it is not.
    std::string share_out(const PeopleRow& row) {
        const Meant meant = names_.find(row.area);
        if (meant.what == Meant::What::outside) return elsewhere;
        if (meant.what == Meant::What::unknown || !meant.spot.country.empty()) {
            report_.add_cause("W214", {file_, row.line, 1}, row.area,
                              fmt::format("unknown area {}", shown(row.area)));
            return "an area that is not known";
        }
        const auto pool = pool_of(meant);
        std::vector<double> weights;
        for (const std::size_t i : pool) weights.push_back(real(tables_.populations[i].persons));
        if (std::none_of(weights.begin(), weights.end(), [](double w) { return w > 0; }))
            return "nobody of the scenario lives there";
        const auto shares = apportioned(row.persons, weights);
        for (std::size_t i = 0; i < pool.size(); ++i) {
            people_[pool[i]] += shares[i];
            if (pool.size() > 1) shared_.insert(pool[i]);
        }
        return "";
    }

    /// Positions in populations of those among whom an area's people are shared.
    std::vector<std::size_t> pool_of(const Meant& meant) const {
        std::vector<std::size_t> out;
        const bool by_place = meant.area != nullptr && !meant.area->places.empty();
        for (std::size_t i = 0; i < tables_.populations.size(); ++i) {
            const Place& place = tables_.places[index(tables_.populations[i].place)];
            const bool listed = by_place && std::count(meant.area->places.begin(),
                                                       meant.area->places.end(), place.name) > 0;
            if (listed || (!meant.spot.location.empty() && place.name == meant.spot.location) ||
                (!by_place && !meant.spot.region.empty() && place.region == meant.spot.region))
                out.push_back(i);
        }
        return out;
    }

    void write(const std::string& source) {
        std::set<std::string> covered;
        std::set<std::string> without;
        out_.text = "location,group,persons,low,high,imputed,source\n";
        for (std::size_t i = 0; i < tables_.populations.size(); ++i) {
            const HomePopulation& home = tables_.populations[i];
            const std::string& place = tables_.places[index(home.place)].name;
            const std::string group = csv_cell(tables_.groups[index(home.group)].name);
            const auto found = people_.find(i);
            if (found == people_.end()) {
                without.insert(place);
                out_.text += fmt::format("{},{},{},{},{},,as before\n", csv_cell(place), group,
                                         home.persons, home.low, home.high);
                continue;
            }
            covered.insert(place);
            out_.text += fmt::format("{},{},{},,,{},{}\n", csv_cell(place), group, found->second,
                                     shared_.contains(i) ? "yes" : "no", csv_cell(source));
        }
        out_.places = covered.size();
        out_.not_covered.assign(without.begin(), without.end());
    }

    const std::string& file_;
    const WorldTables& tables_;
    Geography geography_;
    AreaNames names_;
    PopulationImport& out_;
    Report report_;
    std::map<std::size_t, Persons> people_;  ///< by position in populations
    std::set<std::size_t> shared_;
};

}  // namespace

PopulationImport population_of(const std::string& file, const PeopleReading& reading,
                               const WorldTables& tables, std::span<const AreaRow> areas,
                               const std::string& source) {
    PopulationImport out;
    Sharing sharing(file, tables, areas, out);
    sharing.add(reading);
    sharing.finish(source);
    return out;
}

}  // namespace forestall
