// SPDX-License-Identifier: Apache-2.0
// [lattice] and [cascade]: reference models (world/reference.hpp). They have one place and take
// nothing from the other files and sections; what is there all the same is said to be without
// effect.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/reading.hpp"

namespace forestall {

namespace {

void check_bounds(Reading& r, const toml::table& section, std::string_view name, double value,
                  double low, double high) {
    if (value >= low && value <= high) return;
    r.report.add("E026", toml_position(toml_file, *section.get(name)),
                 fmt::format("'{}' is {}", name, value),
                 fmt::format("it must be from {} to {}", low, high));
}

/// The fields of the tables that the section sets; bounds are checked.
template <class Model, class Reals, class Counts>
void read_fields(Reading& r, const toml::table& section, Model& out, const Reals& reals,
                 const Counts& counts) {
    for (const auto& f : reals) {
        const auto value = toml_real(section, f.name);
        if (!value) continue;
        check_bounds(r, section, f.name, *value, f.low, f.high);
        out.*f.field = *value;
    }
    for (const auto& f : counts) {
        const auto value = toml_count(section, f.name);
        if (!value) continue;
        check_bounds(r, section, f.name, static_cast<double>(*value), f.low, f.high);
        out.*f.field = static_cast<std::int32_t>(std::min<std::int64_t>(*value, f.high));
    }
}

LatticeSettings read_lattice(Reading& r, const toml::table& section) {
    LatticeSettings out;
    const auto errors = r.report.errors();
    read_fields(r, section, out, lattice_reals, lattice_counts);
    if (const auto shape = toml_choice(section, "lattice", "neighbourhood"))
        out.neighbourhood = static_cast<Neighbourhood>(*shape);
    if (const auto rule = toml_choice(section, "lattice", "ratio"))
        out.ratio = static_cast<RatioRule>(*rule);
    out.movement = toml_boolean(section, "movement").value_or(out.movement);
    out.quiet_without_victim =
        toml_boolean(section, "quiet_without_victim").value_or(out.quiet_without_victim);
    if (r.report.errors() != errors) return out;
    const SourcePosition at = toml_position(toml_file, section);
    if (std::min(out.width, out.height) <= 2 * std::floor(out.vision))
        r.report.add(
            "E026", at,
            fmt::format("a lattice of {} x {} with vision {}", out.width, out.height, out.vision),
            "width and height must exceed twice the vision");
    if (out.population_density + out.cop_density > 1)
        r.report.add("E026", at,
                     fmt::format("{} persons and {} police per site", out.population_density,
                                 out.cop_density),
                     "a site holds one of them: together at most 1");
    return out;
}

CascadeSettings read_cascade(Reading& r, const toml::table& section) {
    CascadeSettings out;
    read_fields(r, section, out, cascade_reals, cascade_counts);
    out.drawn = toml_choice(section, "cascade", "thresholds").value_or(0) == 1;
    if (r.groups.list.size() > 1)
        r.report.add("E042", toml_position(toml_file, section),
                     fmt::format("{} groups", r.groups.list.size()), "a crowd has only one group");
    return out;
}

void tell_unread(Reading& r) {
    for (const char* key : {"step", "displacement", "actor", "closure", "monitoring", "parameters",
                            "violence", "mechanisms", "relation", "hostility", "trigger"}) {
        if (const toml::node* node = r.toml->get(key))
            r.report.add("W010", toml_position(toml_file, *node),
                         fmt::format("'{}' has no effect on a reference model", key));
    }
    for (const auto& [name, text] : r.files) {
        if (name.ends_with(".csv"))
            r.report.add("W007", {name, 0, 0},
                         fmt::format("{} is not read: the scenario runs a reference model", name),
                         "remove it");
    }
}

}  // namespace

void read_reference(Reading& r) {
    if (!r.toml) return;
    const toml::table* lattice = (*r.toml)["lattice"].as_table();
    const toml::table* cascade = (*r.toml)["cascade"].as_table();
    if (lattice == nullptr && cascade == nullptr) return;
    if (lattice != nullptr && cascade != nullptr)
        r.report.add("E052", toml_position(toml_file, *cascade), "both [lattice] and [cascade]");
    if (lattice != nullptr) {
        r.tables.settings.reference = read_lattice(r, *lattice);
    } else {
        r.tables.settings.reference = read_cascade(r, *cascade);
    }
    tell_unread(r);
    Place place;
    place.name = lattice != nullptr ? "Lattice" : "Crowd";
    place.country = r.home.empty() ? "" : r.home.front();
    r.places.add(place.name);
    r.places.known = true;
    r.tables.places.push_back(std::move(place));
}

}  // namespace forestall
