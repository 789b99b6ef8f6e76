// SPDX-License-Identifier: Apache-2.0
#include "patterns/record.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "checkout.hpp"
#include "scenario/importers/ucdp.hpp"
#include "scenario/text.hpp"

namespace forestall::patterns {
namespace {

constexpr const char* file = "../shared/data/ucdp_ged/car_to_2015-01-01.csv";
constexpr const char* capital = "Bangui";
constexpr int provinces = 4;  ///< UCDP's precision of a place known to its province
enum Side { seleka, anti_balaka };

std::int32_t date(const char* text) { return parse_date(text).value(); }

std::vector<std::string> regions_of(const World& world) {
    std::vector<std::string> out;
    for (const Place& p : world.places())
        if (!p.foreign && std::find(out.begin(), out.end(), p.region) == out.end())
            out.push_back(p.region);
    std::sort(out.begin(), out.end());
    return out;
}

/// Region of the nearest place at home; over distances of a country a flat earth will do.
int nearest_region(const World& world, const Case& terms, double latitude, double longitude) {
    int best = -1;
    double least = 1e18;
    for (std::size_t p = 0; p < world.places().size(); ++p) {
        if (terms.region_of[p] < 0) continue;
        const Place& place = world.places()[p];
        const double x = (place.longitude - longitude) * std::cos(latitude * 0.017453292519943295),
                     y = place.latitude - latitude;
        if (x * x + y * y >= least) continue;
        least = x * x + y * y;
        best = terms.region_of[p];
    }
    return best;
}

/// Who Seleka was: its founders and successors, and the government while it ruled.
int side_of(const UcdpEvent& e) {
    const std::string& who = e.side_a;
    if (who == "anti-Balaka") return anti_balaka;
    for (const char* name : {"Seleka", "FPRC", "UPC", "MPC", "UFDR", "CPJP"})
        if (who == name) return seleka;
    const bool ruled = e.first >= date("2013-03-24") && e.first < date("2014-01-10");
    return who == "Government of Central African Republic" && ruled ? seleka : -1;
}

analysis::Occurrence occurrence_of(const UcdpEvent& e, std::int32_t start) {
    analysis::Occurrence o;
    o.first = e.first - start;
    o.last = e.last - start;
    o.latitude = e.latitude;
    o.longitude = e.longitude;
    o.deed = e.type == UcdpType::state_based ? Deed::battle : Deed::communal;
    if (e.type == UcdpType::one_sided) o.deed = Deed::one_sided;
    o.deaths = e.best;
    return o;
}

}  // namespace

Case car_case(const World& world) {
    Case out;
    const std::vector<std::string> regions = regions_of(world);
    const auto number = [&](const std::string& region) {
        return static_cast<int>(std::find(regions.begin(), regions.end(), region) -
                                regions.begin());
    };
    for (const Place& p : world.places())
        out.region_of.push_back(p.foreign ? -1 : number(p.region));
    out.people.assign(regions.size(), 0);
    for (const HomePopulation& h : world.populations())
        if (const int r = out.region_of[index(h.place)]; r >= 0)
            out.people[static_cast<std::size_t>(r)] += static_cast<double>(h.persons);
    out.capital = number(capital);
    out.sides = {"Seleka and successors", "anti-balaka"};
    for (const Actor& a : world.actors()) {
        int side = a.name.starts_with("Anti-balaka") ? anti_balaka : -1;
        if (a.name.starts_with("Seleka") || a.name.starts_with("ex-Seleka")) side = seleka;
        out.side_of.push_back(side);
    }
    const std::int32_t start = date(world.settings().start_date.c_str());
    for (const char* end : {"2013-01-01", "2013-07-01", "2014-01-01", "2014-07-01", "2015-01-01"})
        out.half_years.push_back(date(end) - start);
    return out;
}

std::optional<Record> car_record(const World& world, const Case& terms) {
    const auto path = in_checkout(file);
    if (!std::filesystem::exists(path)) return std::nullopt;
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    const UcdpReading reading = read_ucdp(path.string(), text.str());
    const std::int32_t start = date(world.settings().start_date.c_str());
    Record out;
    out.history.days = static_cast<int>(world.settings().days);
    for (const UcdpEvent& e : reading.events) {
        if (e.country != "Central African Republic" || e.best < 1 || e.first < start ||
            e.first >= start + out.history.days)
            continue;
        out.history.events.push_back(occurrence_of(e, start));
        Recorded r;
        r.day = e.last - start;
        if (e.place_precision <= provinces)
            r.region = nearest_region(world, terms, e.latitude, e.longitude);
        r.one_sided = e.type == UcdpType::one_sided;
        r.side = r.one_sided ? side_of(e) : -1;
        r.deaths = static_cast<double>(e.best);
        out.rows.push_back(r);
    }
    return out;
}

}  // namespace forestall::patterns
