// SPDX-License-Identifier: Apache-2.0
#include "results/export/ged.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <string_view>

#include "core/csv_field.hpp"
#include "results/export/calendar.hpp"
#include "results/export/ged_columns.hpp"
#include "results/export/views.hpp"

namespace forestall {
namespace {

/// Fields of a row by column; the others are empty.
using Fields = std::map<std::string_view, std::string>;

class Log {
public:
    Log(const Results& run, std::set<std::string> states)
        : run_(run), states_(std::move(states)), start_(calendar::first_day(run)) {}

    std::string text() {
        std::string out = fmt::format("{}\r\n", fmt::join(ged_columns, ","));
        std::uint64_t number = 0;
        for (const Event& e : run_.detail().events) {
            if (e.kind == EventKind::takeover) take_over(e);
            if (e.deaths > 0) out += row(fields_of(e, number));
            ++number;
        }
        return out;
    }

private:
    static std::string row(const Fields& fields) {
        std::string out;
        for (const std::string_view column : ged_columns) {
            const auto field = fields.find(column);
            if (field != fields.end()) out += field->second;
            out += ',';
        }
        out.back() = '\r';
        return out + '\n';
    }

    std::string name_of(ActorId actor) const {
        return actor == none<ActorId>() ? "" : run_.header().actors.at(index(actor));
    }
    bool of_state(ActorId actor) const { return states_.contains(name_of(actor)); }

    void take_over(const Event& e) {
        states_.erase(name_of(e.opponent));
        if (e.actor != none<ActorId>()) states_.insert(name_of(e.actor));
    }

    Fields fields_of(const Event& e, std::uint64_t number) const {
        const std::uint64_t member = run_.members().front();
        Fields f{{"id", std::to_string(member * ged_ids_of_a_member + number + 1)},
                 {"relid", fmt::format("{}-{}-{}", run_.header().seed, member, number)},
                 {"source_article", csv_field(source(member))},
                 {"event_clarity", "1"}};
        put_sides(f, e);
        put_place(f, e);
        put_dates(f, e);
        put_deaths(f, e);
        return f;
    }

    /// So that nobody takes it for what happened in the world.
    std::string source(std::uint64_t member) const {
        const Header& h = run_.header();
        return fmt::format("simulated by forestall {}: {}, option {}, seed {}, member {}",
                           h.program.version, h.title, h.options.front(), h.seed, member);
    }

    void put_sides(Fields& f, const Event& e) const {
        std::string a = name_of(e.actor), b = name_of(e.opponent);
        int type = 3;
        if (e.kind == EventKind::battle) {
            const bool states = of_state(e.actor) || of_state(e.opponent);
            type = states || a.empty() || b.empty() ? 1 : 2;
            if (of_state(e.opponent) && !of_state(e.actor)) std::swap(a, b);
        } else if (e.kind == EventKind::communal) {
            type = 2;
            b = e.target == none<GroupId>() ? b : run_.header().groups.at(index(e.target));
        } else {
            b = "Civilians";
        }
        f["type_of_violence"] = std::to_string(type);
        f["side_a"] = csv_field(a);
        f["side_b"] = csv_field(b);
        f["dyad_name"] = a.empty() || b.empty() ? "" : csv_field(a + " - " + b);
    }

    void put_place(Fields& f, const Event& e) const {
        if (e.place == none<PlaceId>()) return;
        const LocationLabel& l = run_.header().locations.at(index(e.place));
        f["where_coordinates"] = csv_field(l.name);
        f["adm_1"] = csv_field(l.region);
        f["country"] = csv_field(l.country);
        if (!std::isfinite(l.latitude) || !std::isfinite(l.longitude)) return;
        f["where_prec"] = "1";
        f["latitude"] = fmt::format("{}", l.latitude);
        f["longitude"] = fmt::format("{}", l.longitude);
        f["geom_wkt"] = fmt::format("POINT ({} {})", l.longitude, l.latitude);
        f["priogrid_gid"] = std::to_string(priogrid_cell(l.latitude, l.longitude));
    }

    void put_dates(Fields& f, const Event& e) const {
        const std::int64_t step_days = run_.header().step_days;
        const std::int64_t first =
            e.day >= 0 ? e.day : run_.header().time.at(static_cast<std::size_t>(e.step));
        const std::int64_t length = e.day >= 0 ? 1 : step_days;
        const auto begins = start_ + std::chrono::days(first);
        f["year"] = calendar::iso(begins).substr(0, 4);
        f["date_start"] = calendar::iso(begins);
        f["date_end"] = calendar::iso(begins + std::chrono::days(length - 1));
        f["date_prec"] = std::to_string(ged_date_precision(length));
    }

    static void put_deaths(Fields& f, const Event& e) {
        const Persons fighters = e.deaths - e.civilian_deaths;
        const bool of_one_side = e.kind != EventKind::battle;
        f["deaths_a"] = std::to_string(of_one_side ? fighters : 0);
        f["deaths_b"] = "0";
        f["deaths_civilians"] = std::to_string(e.civilian_deaths);
        f["deaths_unknown"] = std::to_string(of_one_side ? 0 : fighters);
        for (const char* column : {"best", "high", "low"}) f[column] = std::to_string(e.deaths);
    }

    const Results& run_;
    std::set<std::string> states_;
    std::chrono::sys_days start_;
};

}  // namespace

std::string ged_of_run(const Results& run, std::set<std::string> states) {
    if (!run.has_detail()) throw FormatError(run.name(), "is not the file of a run");
    return Log(run, std::move(states)).text();
}

}  // namespace forestall
