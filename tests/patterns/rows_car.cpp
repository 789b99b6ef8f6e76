// SPDX-License-Identifier: Apache-2.0
// Rows that look at the Central African Republic: 5, 6, 7, 10; and 3 and 13, which look at both.
#include <algorithm>
#include <utility>

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
constexpr int delay_days = 14;      ///< of reports, in both scenarios

void append(std::vector<Part>& to, std::vector<Part> more) {
    for (Part& p : more) to.push_back(std::move(p));
}

/// The course as a record has it, which knows the capital as one place: what an actor does to a
/// group in several of its districts in one week is one event.
Course as_recorded(Course c, const Case& terms) {
    std::vector<Act> acts;
    for (const Act& act : c.acts) {
        const bool town =
            act.place >= 0 && terms.region_of[static_cast<std::size_t>(act.place)] == terms.capital;
        const auto same =
            !town ? acts.end() : std::find_if(acts.begin(), acts.end(), [&](const Act& other) {
                return other.step == act.step && other.deed == act.deed &&
                       other.actor == act.actor && other.target == act.target && other.place >= 0 &&
                       terms.region_of[static_cast<std::size_t>(other.place)] == terms.capital;
            });
        if (same == acts.end()) {
            acts.push_back(act);
            continue;
        }
        same->civilians += act.civilians;
        same->fighters += act.fighters;
        same->reported += act.reported;
        same->displaced += act.displaced;
    }
    c.acts = std::move(acts);
    return c;
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
    const Case terms = car_case(runs.car_world());
    std::vector<Sizes> apart, members;
    for (const Course& c : runs.car()) {
        apart.push_back(sizes_of(c));
        members.push_back(sizes_of(as_recorded(c, terms)));
    }
    const Sizes known = sizes_of(record->history);
    Row out{members.size(), size_parts(members, known)};
    for (const Part& p : size_parts(apart, known))
        out.parts.push_back(note(p.what + ", by district of the capital", p.figure,
                                 "the row until this version: acts of one week and actor in "
                                 "districts of one town count as several events"));
    return out;
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
    Row out{runs.ten_years().size(),
            warning_parts("Two rivers, ten years", runs.ten_years(), delay_days)};
    append(out.parts, warning_parts("Central African Republic", runs.car(), delay_days));
    return out;
}

}  // namespace forestall::patterns
