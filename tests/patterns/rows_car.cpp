// SPDX-License-Identifier: Apache-2.0
// Rows that look at the Central African Republic: 5, 6, 7, 10; and 3 and 13, which look at both.
#include "analysis/patterns/companions.hpp"
#include "analysis/patterns/flight.hpp"
#include "analysis/patterns/offensive.hpp"
#include "analysis/patterns/sizes.hpp"
#include "analysis/patterns/warning.hpp"
#include "analysis/patterns/whereabouts.hpp"
#include "analysis/search/pattern_members.hpp"
#include "patterns/country.hpp"
#include "patterns/record.hpp"
#include "patterns/rows.hpp"

namespace forestall::patterns {
namespace {

constexpr int offensive_day = 192;  ///< 10 December 2012, from 1 June

void append(std::vector<Part>& to, std::vector<Part> more) {
    for (Part& p : more) to.push_back(std::move(p));
}

Row no_record(const Runs& runs) {
    return {runs.size(war_members),
            {cannot("everything", "see the pattern",
                    "../shared/data/ucdp_ged does not lie beside the checkout")}};
}

}  // namespace

Row offensive(Runs& runs) {
    Keep keep;
    keep.capital = "Bangui Centre";
    keep.challenger = "Seleka";
    const World without = runs.country(car, without_offensive);
    return {runs.car().size(),
            offensive_parts(runs.car(),
                            run_courses(without, runs.arguments().seed, runs.size(war_members),
                                        keep, runs.parallel()),
                            offensive_day / static_cast<int>(without.settings().step_days))};
}

Row whereabouts(Runs& runs) {
    const Case terms = car_case(runs.car_world());
    const auto record = car_record(runs.car_world(), terms);
    if (!record) return no_record(runs);
    Row out{runs.car().size(), where_parts(runs.car(), record->rows, terms)};
    append(out.parts, when_parts(runs.car(), record->rows, terms));
    append(out.parts, who_parts(runs.car(), record->rows, terms));
    return out;
}

Row event_sizes(Runs& runs) {
    const auto record = car_record(runs.car_world(), car_case(runs.car_world()));
    if (!record) return no_record(runs);
    std::vector<Sizes> members;
    for (const Course& c : runs.car()) members.push_back(sizes_of(c));
    return {members.size(), size_parts(members, sizes_of(record->history))};
}

Row flight(Runs& runs) { return {runs.car().size(), flight_parts(runs.car())}; }

Row companions(Runs& runs) {
    const auto record = car_record(runs.car_world(), car_case(runs.car_world()));
    Row out{runs.car().size(), companion_parts("Central African Republic", runs.car(), 1, 5,
                                               record ? quarters_of(record->history) : Quarters{})};
    append(out.parts,
           companion_parts("Two rivers, ten years", runs.ten_years(), 0.3, 3, Quarters{}));
    return out;
}

Row warnings(Runs& runs) {
    Row out{runs.ten_years().size(), warning_parts("Two rivers, ten years", runs.ten_years())};
    append(out.parts, warning_parts("Central African Republic", runs.car()));
    return out;
}

}  // namespace forestall::patterns
