// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/population.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenario/csv_cell.hpp"
#include "scenario/importers/tables/kept_rows.hpp"
#include "scenario/importers/tables/people_pool.hpp"
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

    void finish(const std::string& source, const std::string& before) {
        write(source, KeptRows(before));
        tell_mixed_regions();
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
        const bool ambiguous = meant.what == Meant::What::ambiguous;
        if (ambiguous || meant.what == Meant::What::unknown || !meant.spot.country.empty()) {
            const std::string reason =
                ambiguous ? "a name of several areas" : "an area that is not known";
            report_.add_cause("W214", {file_, row.line, 1}, row.area,
                              fmt::format("{} is {}", shown(row.area), reason));
            return reason;
        }
        const auto pool = pool_of(tables_, meant);
        std::vector<double> weights;
        for (const std::size_t i : pool) weights.push_back(real(tables_.populations[i].persons));
        if (pool.empty()) return "nobody of the scenario lives there";
        const auto shares = apportioned(row.persons, weights);
        for (std::size_t i = 0; i < pool.size(); ++i) {
            people_[pool[i]] += shares[i];
            if (pool.size() > 1) shared_.insert(pool[i]);
        }
        return "";
    }

    const Place& place_of(std::size_t i) const {
        return tables_.places[index(tables_.populations[i].place)];
    }

    /// W219: some places of a region have people of the table, others keep theirs.
    void tell_mixed_regions() {
        std::map<std::string, std::set<std::string>> kept;
        std::set<std::string> covered;
        for (std::size_t i = 0; i < tables_.populations.size(); ++i) {
            const Place& place = place_of(i);
            if (people_.contains(i))
                covered.insert(place.region);
            else if (tables_.populations[i].persons > 0)
                kept[place.region].insert(place.name);
        }
        for (const auto& [region, names] : kept)
            if (!region.empty() && covered.contains(region))
                report_.add("W219", {file_, 0, 0},
                            fmt::format("in {} these keep theirs: {}", shown(region),
                                        joined(std::vector(names.begin(), names.end()))));
    }

    void write(const std::string& source, const KeptRows& rows) {
        std::set<std::string> covered;
        std::set<std::string> without;
        out_.text = "location,group,persons,low,high,imputed,source\n";
        for (std::size_t i = 0; i < tables_.populations.size(); ++i) {
            const HomePopulation& home = tables_.populations[i];
            const std::string& place = tables_.places[index(home.place)].name;
            const std::string& group = tables_.groups[index(home.group)].name;
            const auto found = people_.find(i);
            if (found == people_.end()) {
                without.insert(place);
                std::string cells = rows.find(place, group);
                if (cells.empty())
                    cells = fmt::format("{},{},{},,as before", home.persons, home.low, home.high);
                out_.text += fmt::format("{},{},{}\n", csv_cell(place), csv_cell(group), cells);
                continue;
            }
            covered.insert(place);
            out_.text +=
                fmt::format("{},{},{},,,{},{}\n", csv_cell(place), csv_cell(group), found->second,
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
                               const std::string& source, const std::string& before) {
    PopulationImport out;
    Sharing sharing(file, tables, areas, out);
    sharing.add(reading);
    sharing.finish(source, before);
    return out;
}

}  // namespace forestall
