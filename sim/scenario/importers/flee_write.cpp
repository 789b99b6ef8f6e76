// SPDX-License-Identifier: Apache-2.0
// The texts of a scenario from a Flee instance.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/csv_cell.hpp"
#include "scenario/importers/flee_instance.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

constexpr const char* only_group = "population";

std::string toml_string(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += std::string("\\") + c;
        else if (byte < 0x20 || byte == 0x7F)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(byte));
        else
            out += c;
    }
    return out + "\"";
}

std::string where(const SourcePosition& at) { return fmt::format("{}:{}", at.file, at.line); }

std::string closure_text(const FleeReading& r, const FleeClosure& closure,
                         const std::string& target) {
    std::string out = fmt::format("\n[[closure]]  # {}\n{}\nfirst = {}\n", where(closure.at),
                                  target, date_text(r.out.start + closure.first));
    if (closure.last >= 0) out += fmt::format("last = {}\n", date_text(r.out.start + closure.last));
    return out;
}

std::string closures_text(const FleeReading& r) {
    std::string out;
    for (const auto& closure : r.out.closures) {
        if (closure.first >= r.out.days) continue;  // told as W114
        if (closure.kind == "place") {
            out += closure_text(r, closure, "place = " + toml_string(closure.a));
            continue;
        }
        const std::string a = toml_string(closure.a);
        const std::string b = toml_string(closure.b);
        out += closure_text(r, closure, fmt::format("{} = [{}, {}]", closure.kind, a, b));
        if (closure.kind == "border")  // Flee closes borders both ways
            out += closure_text(r, closure, fmt::format("{} = [{}, {}]", closure.kind, b, a));
    }
    return out;
}

std::string scenario_text(const FleeReading& r) {
    const bool prescribed = r.out.counts.has_value();
    return fmt::format(
               "title = {}\nsummary = \"Imported from a Flee instance: see README.md.\"\nhome = "
               "[{}]\n"
               "period = {{ start = {}, end = {} }}\nstep = \"1 d\"\n\n[displacement]\nmode = "
               "\"{}\"\n"
               "representation = \"cohort\"\nuse_capacities = true\n\n[[group]]\nname = \"{}\"\n",
               toml_string(r.options.title), toml_string(r.out.home), date_text(r.out.start),
               date_text(r.out.start + r.out.days - 1), prescribed ? "prescribed" : "endogenous",
               only_group) +
           closures_text(r);
}

std::string locations_text(const FleeReading& r) {
    std::string out = "name,region,country,latitude,longitude,kind,capacity,source\n";
    for (const auto& place : r.out.places) {
        const Place& p = place.place;
        out +=
            fmt::format("{},{},{},{},{},{},{},{}\n", csv_cell(p.name), csv_cell(p.region),
                        csv_cell(p.country), p.latitude, p.longitude, place_kind_words.text(p.kind),
                        p.capacity ? std::to_string(*p.capacity) : "", csv_cell(where(place.at)));
    }
    return out;
}

std::string routes_text(const FleeReading& r) {
    constexpr const char* forwarding[] = {"none", "to_from", "to_to"} /* as FleeRoute::forced */;
    std::string out = "from,to,km,forwarding,source\n";
    for (const auto& route : r.out.routes) {
        out += fmt::format("{},{},{},{},{}\n", csv_cell(r.out.places[route.from].place.name),
                           csv_cell(r.out.places[route.to].place.name), route.km,
                           forwarding[static_cast<std::size_t>(route.forced)],
                           csv_cell(where(route.at)));
    }
    return out;
}

std::string populations_text(const FleeReading& r) {
    std::string out = "location,group,persons,low,high,imputed,source\n";
    for (const auto& place : r.out.places) {
        if (place.place.foreign || place.place.kind != PlaceKind::settlement) continue;
        const Persons persons = place.count.value_or(0);
        const bool known = place.place.population_known;
        out += fmt::format("{},{},{},{},{},{},{}\n", csv_cell(place.place.name), only_group,
                           persons, known ? persons : persons / 5, known ? persons : persons * 5,
                           known ? "no" : "yes",
                           csv_cell(where(place.at) + (known ? "" : " (blank; see README.md)")));
    }
    return out;
}

std::string violence_text(const FleeReading& r) {
    std::string out = "first,last,location,kind,intensity,source\n";
    for (const auto& span : r.out.spans) {
        if (span.first >= r.out.days) continue;  // told as W114
        const bool open = span.last < 0 || span.last >= r.out.days;
        out += fmt::format("{},{},{},battle,{},{}\n", date_text(r.out.start + span.first),
                           open ? "" : date_text(r.out.start + span.last),
                           csv_cell(r.out.places[span.place].place.name), span.intensity,
                           csv_cell(r.out.prefix + "conflicts.csv"));
    }
    return out;
}

void write_counts(const FleeCounts& counts, ScenarioFiles& files) {
    std::string total = "date,persons,source\n";
    std::string camps = "date,location,persons,source\n";
    for (std::size_t i = 0; i < counts.dates.size(); ++i) {
        const std::string date = date_text(counts.dates[i]);
        total += fmt::format("{},{},{}\n", date, counts.total[i], csv_cell(counts.file));
        for (const auto& [camp, values] : counts.camps)
            camps += fmt::format("{},{},{},{}\n", date, csv_cell(camp), values[i],
                                 csv_cell(counts.file));
    }
    files["observed/total.csv"] = std::move(total);
    files["observed/camps.csv"] = std::move(camps);
}

std::string readme_text(const FleeReading& r, const Diagnostics& told) {
    std::string out = "# " + r.options.title + "\n\n";
    out +=
        "Made by `forestall import flee` from a Flee instance; make it again rather than edit "
        "it.\n\n"
        "- One group, `population`. Home is " +
        r.out.home +
        ".\n"
        "- Conflict flags became spans of `violence.csv`: kind `battle`, since the flags do not "
        "say who suffers, with "
        "the "
        "flag as intensity; a span has no last day unless the flag goes off.\n"
        "- `population` of a camp became its capacity. It often equals a later peak of the counts: "
        "a leak for a "
        "hindcast, which `use_capacities = false` closes.\n"
        "- Closures of a country close the border both ways; camps and locations became closed "
        "places. A closure ends "
        "on "
        "the day before Flee reopens it.\n"
        "- Forwarding hubs and markers without people became border points.\n";
    if (r.out.counts)
        out += "- Counts are those of " + r.out.counts->file +
               ", registration corrections applied, linear between dates.\n";
    if (told.all().empty()) return out;
    out += "\n## What was found\n\n";
    for (const auto& diagnostic : told.all()) out += "- " + to_string(diagnostic) + "\n";
    return out;
}

std::string sources_text(const FleeReading& r) {
    std::string out =
        "# Sources\n\nEvery row names the file and line of the Flee instance it was made from. "
        "Publisher and terms are "
        "those "
        "of the instance and of whoever counted; add them here. Files used:\n\n";
    for (const auto& [name, text] : r.texts)
        out += fmt::format("- {}, {} bytes\n", shown(name), text.size());
    return out;
}

}  // namespace

ScenarioFiles write_flee_scenario(const FleeReading& r, const Diagnostics& told) {
    ScenarioFiles files;
    files["scenario.toml"] = scenario_text(r);
    files["locations.csv"] = locations_text(r);
    files["routes.csv"] = routes_text(r);
    files["populations.csv"] = populations_text(r);
    files["violence.csv"] = violence_text(r);
    if (r.out.counts) write_counts(*r.out.counts, files);
    files["README.md"] = readme_text(r, told);
    files["sources.md"] = sources_text(r);
    return files;
}

}  // namespace forestall
