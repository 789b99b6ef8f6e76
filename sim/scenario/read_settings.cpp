// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "scenario/reading.hpp"
#include "scenario/text.hpp"

namespace forestall {

namespace {

void read_period(Reading& r) {
    const toml::table* period = (*r.toml)["period"].as_table();
    if (period == nullptr) return;
    r.start = toml_date(*period, "start");
    r.end = toml_date(*period, "end");
    if (!r.start || !r.end) return;
    const SourcePosition at = toml_at(*period, "end");
    if (*r.end < *r.start) {
        r.report.add("E040", at,
                     fmt::format("the period ends on {}, before it starts", date_text(*r.end)));
    } else if (*r.end - *r.start >= r.limits.days) {
        r.report.add("E042", at, fmt::format("the period has {} days", *r.end - *r.start + 1),
                     fmt::format("at most {} are allowed", r.limits.days));
        r.end = std::nullopt;
    } else {
        r.tables.settings.days = *r.end - *r.start + 1;
        r.tables.settings.start_date = date_text(*r.start);
    }
}

void read_step(Reading& r) {
    if (r.reference) {
        r.tables.settings.step_days = 1;
        return;
    }
    const auto text = toml_text(*r.toml, "step");
    if (!text) return;
    const SourcePosition at = toml_position(toml_file, *r.toml->get("step"));
    const auto quantity = parse_quantity(*text);
    if (!quantity) {
        r.report.add("E018", at, fmt::format("{} is not a length of time", shown(*text)));
        return;
    }
    if (!quantity->unit.same_kind({.time = 1})) {
        r.report.add("E036", at, fmt::format("'step' is {}", shown(*text)),
                     "write a length of time: \"7 d\"");
        return;
    }
    const double days = quantity->value * quantity->unit.scale;
    const double most = r.has_period() ? r.tables.settings.days : r.limits.days;
    if (!(days >= 1) || days > most || days != std::floor(days)) {
        r.report.add("E041", at,
                     fmt::format("a step of {} is not a whole number of days from 1 to {}",
                                 shown(*text), most));
        return;
    }
    r.tables.settings.step_days = static_cast<Day>(days);
}

void check_step(Reading& r) {
    const Settings& settings = r.tables.settings;
    if (!r.has_period() || settings.days % settings.step_days == 0) return;
    const toml::node* node = r.toml->get("step");
    const SourcePosition at =
        node == nullptr ? SourcePosition{toml_file, 1, 1} : toml_position(toml_file, *node);
    r.report.add("W006", at,
                 fmt::format("the period's {} days are not a whole number of steps of {} d",
                             settings.days, settings.step_days));
}

void read_displacement(Reading& r) {
    Settings& settings = r.tables.settings;
    const toml::table* section = (*r.toml)["displacement"].as_table();
    if (section == nullptr) return;
    const auto mode = toml_choice(*section, "displacement", "mode");
    settings.displacement =
        mode.value_or(0) == 1 ? DisplacementMode::prescribed : DisplacementMode::endogenous;
    const auto representation = toml_choice(*section, "displacement", "representation");
    settings.representation =
        representation.value_or(0) == 1 ? Representation::individual : Representation::cohort;
    settings.persons_per_agent = toml_count(*section, "persons_per_agent").value_or(1);
    if (settings.persons_per_agent > r.limits.persons) {
        r.report.add("E026", toml_at(*section, "persons_per_agent"),
                     fmt::format("'persons_per_agent' is {}", settings.persons_per_agent),
                     fmt::format("it must be from 1 to {}", r.limits.persons));
    }
    const toml::node* agents = section->get("persons_per_agent");
    if (agents != nullptr && settings.representation == Representation::cohort)
        r.report.add("W010", toml_position(toml_file, *agents),
                     "'persons_per_agent' has no effect with cohorts",
                     "set representation = \"individual\" or remove it");
    settings.use_capacities = toml_boolean(*section, "use_capacities").value_or(true);
}

/// Names of [[group]] or [[actor]]; calls add(table) for each that is new.
template <class Add>
void read_named(Reading& r, const char* key, Names& names, std::uint64_t most, Add&& add) {
    const auto sections = toml_sections(*r.toml, key);
    // Missing or malformed [[group]] was reported: its names must not be reported as unknown as
    // well.
    names.known = !sections.empty() || (!r.toml->contains(key) && std::string_view(key) == "actor");
    if (sections.size() > most) {
        r.report.add("E042", toml_position(toml_file, *sections[most]),
                     fmt::format("{} of [[{}]]", sections.size(), key),
                     fmt::format("at most {} are allowed", most));
        names.known = false;
        return;
    }
    for (const toml::table* section : sections) {
        Counted counted(r.tally.things[fmt::format("{}s", key)], r.report);
        const auto name = toml_text(*section, "name");
        if (!name) {
            names.known = false;
        } else if (declare(r, names, key, *name, toml_at(*section, "name"))) {
            add(*name, *section);
            counted.take();
        }
    }
}

}  // namespace

std::optional<std::uint32_t> resolve(Reading& r, const Names& names, std::string_view code,
                                     const std::string& name, const SourcePosition& at) {
    if (const auto id = names.find(name)) return id;
    if (!names.known) return std::nullopt;
    const char* kind = code == "E022" ? "group" : "actor";
    if (code == "E021") kind = "place";
    std::string hint = "-";
    if (r.report.wants_cause(code, at.file, name)) {
        const std::string* twin = names.twin(name);
        hint = did_you_mean(twin != nullptr ? *twin : nearest(name, names.list));
        if (twin != nullptr && same_but_for_encoding(*twin, name))
            hint =
                "it is declared with its accents encoded differently, which looks the same: copy "
                "the "
                "name from there";
        else if (hint.empty())
            hint = code == "E021" ? "places are in locations.csv"
                                  : fmt::format("declare it with [[{}]]", kind);
    }
    r.report.add_cause(code, at, name, fmt::format("unknown {} {}", kind, shown(name)), hint);
    return std::nullopt;
}

bool declare(Reading& r, Names& names, std::string_view kind, const std::string& name,
             const SourcePosition& at, const std::string& hint) {
    const std::string* const there = names.twin(name);
    const std::optional<std::string> twin =
        there == nullptr ? std::nullopt : std::optional(*there);  // add() may move it
    if (!names.add(name)) {
        r.report.add("E020", at, fmt::format("{} {} is declared twice", kind, shown(name)), hint);
        return false;
    }
    if (const auto problem = name_problem(name))
        r.report.add("E068", at,
                     fmt::format("the name of {} {} has {}", kind, shown(name), *problem));
    else if (twin && same_but_for_encoding(*twin, name))
        r.report.add("E067", at,
                     fmt::format("{} {} differs from another only in how its accents are encoded",
                                 kind, shown(name)));
    else if (twin)
        r.report.add("E067", at,
                     fmt::format("{} {} looks the same as {}", kind, shown(name), shown(*twin)));
    return true;
}

void check_title(Reading& r, const toml::table& section) {
    const auto title = toml_text(section, "title");
    const auto hidden = title ? hidden_character(*title) : std::nullopt;
    if (hidden)
        r.report.add("W014", toml_at(section, "title"),
                     fmt::format("the title has an invisible character ({})", *hidden));
}

void read_settings(Reading& r) {
    const std::string* text = r.text(toml_file);
    if (text == nullptr) return;
    r.toml = parse_toml(toml_file, *text, r.report);
    if (!r.toml) return;
    check_keys(*r.toml, "", toml_file, r.report);
    r.reference = r.toml->contains("lattice") || r.toml->contains("cascade");
    r.tables.settings.title = toml_text(*r.toml, "title").value_or("");
    check_title(r, *r.toml);
    r.home = toml_texts(*r.toml, "home");
    read_period(r);
    read_step(r);
    check_step(r);
    read_displacement(r);
    read_named(r, "group", r.groups, r.limits.groups,
               [&](const std::string& name, const toml::table& section) {
                   const int status = toml_choice(section, "group", "status")
                                          .value_or(static_cast<int>(PoliticalStatus::irrelevant));
                   r.tables.groups.push_back({name, static_cast<PoliticalStatus>(status)});
               });
    read_named(r, "actor", r.actors, r.limits.actors,
               [&](const std::string& name, const toml::table& section) {
                   const int kind = toml_choice(section, "actor", "kind").value_or(0);
                   r.tables.actors.push_back({name, static_cast<ActorKind>(kind)});
               });
}

}  // namespace forestall
