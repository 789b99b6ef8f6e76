// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "actors/levers.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/keys.hpp"
#include "scenario/read_quantity.hpp"
#include "scenario/reading.hpp"
#include "world/named_numbers.hpp"
#include "world/place.hpp"

namespace forestall {
namespace {

/// Bits of the words of `choices` that the key lists.
std::uint8_t bits_of(const toml::table& section, std::string_view key, std::string_view choices,
                     int first) {
    unsigned bits = 0;
    for (const std::string& word : toml_texts(section, key))
        if (const int i = choice_index(choices, word); i >= 0)
            bits |= 1U << static_cast<unsigned>(i + first);
    return static_cast<std::uint8_t>(bits);
}

/// A number that must say where it is from.
void read_sourced(Reading& r, const toml::table& section, std::string_view key,
                  const ParameterSpec& spec, const std::string& name) {
    const toml::node* node = section.get(key);
    if (node == nullptr || !(node->is_number() || node->is_string() || node->is_table())) return;
    if (!node->is_table())
        r.report.add("E053", toml_at(section, key),
                     fmt::format("'{}' of {} has no source", key, shown(name)));
    else
        read_effect_value(r, spec, *node, name);
}

/// A bound of a condition; E026 for nan, which nothing is above or below of.
double read_bound(Reading& r, const toml::table& section, std::string_view key, double standard) {
    const double bound = toml_real(section, key).value_or(standard);
    if (!std::isnan(bound)) return bound;
    r.report.add("E026", toml_at(section, key), fmt::format("'{}' is {}", key, bound),
                 "write a number");
    return standard;
}

/// The share of an effect that arrives at its lever, where one is given.
void read_link(Reading& r, const toml::table& section, const std::string& name, Effect& effect) {
    if (section.contains("link")) {
        ParameterSpec spec = named_number_field("effect.link");
        spec.name = name;
        read_sourced(r, section, "link", spec, name);
        effect.link_grade = toml_text(section, "link_grade").value_or("D")[0];
    } else if (section.contains("link_grade")) {
        r.report.add("W010", toml_at(section, "link_grade"),
                     "'link_grade' has no effect: the effect has no link", "remove it");
    }
}

void read_effect(Reading& r, const toml::table& section, Intervention& into) {
    Effect effect;
    const auto name = toml_text(section, "lever");
    if (!name) return;
    const Lever* lever = find_lever(*name);
    if (lever == nullptr) {
        std::vector<std::string> known;
        for (const Lever& l : levers()) known.emplace_back(l.name);
        r.report.add("E054", toml_at(section, "lever"),
                     fmt::format("unknown lever {}", shown(*name)),
                     did_you_mean(nearest(*name, known)));
        return;
    }
    effect.lever = *name;
    if (const auto bits = bits_of(section, "on", joined_words<actor_kind_words, '|'>, 0))
        effect.kinds = bits;
    effect.phase = static_cast<Phase>(toml_choice(section, "effect", "when").value_or(0));
    effect.where = toml_text(section, "where").value_or("");
    effect.above = read_bound(r, section, "above", effect.above);
    effect.below = read_bound(r, section, "below", effect.below);
    effect.side = toml_boolean(section, "side").value_or(false);
    effect.grade = toml_text(section, "grade").value_or("D")[0];
    effect.summary = toml_text(section, "summary").value_or("");
    const std::string full = effect_number(into.name, into.effects.size());
    read_sourced(r, section, "value", effect_spec(*lever, full), full);
    read_link(r, section, link_number(into.name, into.effects.size()), effect);
    const auto given = r.tables.parameters.find(full);
    if (given != r.tables.parameters.end()) effect.source = given->second.source;
    into.effects.push_back(std::move(effect));
}

void read_intervention(Reading& r, const toml::table& section) {
    const auto name = toml_text(section, "name");
    if (!name) return;
    if (!declare(r, r.interventions, "intervention", *name, toml_at(section, "name"))) return;
    Intervention i;
    i.name = *name;
    i.title = toml_text(section, "title").value_or(*name);
    i.summary = toml_text(section, "summary").value_or("");
    i.strategy = toml_text(section, "strategy").value_or("");
    i.stages = bits_of(section, "stages", joined_words<stage_words, '|', 1>, 1);
    i.leads = toml_texts(section, "leads");
    i.target = static_cast<TargetKind>(toml_choice(section, "intervention", "target").value_or(0));
    i.staff = static_cast<int>(toml_count(section, "staff").value_or(0));
    i.lead_time = read_days(r, section, "lead_time");
    i.ramp = read_days(r, section, "ramp");
    i.duration = read_days(r, section, "duration", 1);
    i.decay = read_days(r, section, "decay");
    i.consent = section["consent"].value<double>().value_or(1.0);
    if (!(i.consent > 0 && i.consent <= 1))
        r.report.add("E027", toml_at(section, "consent"), fmt::format("'consent' is {}", i.consent),
                     "above 0, at most 1");
    i.source = toml_text(section, "source").value_or("");
    i.outcome = toml_text(section, "outcome").value_or("");
    i.sign = std::array{
        -1, 1,
        0}[static_cast<std::size_t>(toml_choice(section, "intervention", "expected").value_or(2))];
    for (const char* part : {"setup", "weekly"})
        read_sourced(r, section, part, named_number_field(fmt::format("intervention.{}", part)),
                     fmt::format("cost.{}.{}", i.name, part));
    for (const toml::table* effect : toml_sections(section, "effect")) read_effect(r, *effect, i);
    r.tables.interventions.push_back(std::move(i));
}

}  // namespace

Catalogue read_catalogue(std::string_view text) {
    Catalogue out;
    const Limits limits;
    const ScenarioFiles files;
    Report report(out.diagnostics, limits.shown);
    Reading reading{files, {}, limits, report};
    reading.toml = parse_toml(catalogue_file, text, report);
    if (reading.toml) {
        check_keys(*reading.toml, "catalogue", catalogue_file, report);
        for (const toml::table* section : toml_sections(*reading.toml, "intervention"))
            read_intervention(reading, *section);
    }
    report.finish();
    out.interventions = std::move(reading.tables.interventions);
    out.numbers = std::move(reading.tables.parameters);
    return out;
}

void read_interventions(Reading& r) {
    if (!r.toml) return;
    static const Catalogue shipped = read_catalogue();
    for (const toml::table* section : toml_sections(*r.toml, "intervention"))
        read_intervention(r, *section);
    for (const Intervention& i : shipped.interventions)
        if (r.interventions.add(i.name)) r.tables.interventions.push_back(i);
    r.interventions.known = true;
}

}  // namespace forestall
