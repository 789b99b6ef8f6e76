// SPDX-License-Identifier: Apache-2.0
// Partners and options. What is used of the catalogue, and only that, becomes part of the world.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/catalogue.hpp"
#include "scenario/option_checks.hpp"
#include "scenario/read_quantity.hpp"
#include "scenario/reading.hpp"
#include "scenario/text.hpp"
#include "world/named_numbers.hpp"

namespace forestall {
namespace {

void read_partners(Reading& r) {
    for (const toml::table* section : toml_sections(*r.toml, "partner")) {
        Counted counted(r.tally.things["partners"], r.report);
        const auto name = toml_text(*section, "name");
        if (!name) continue;
        if (!declare(r, r.partners, "partner", *name, toml_at(*section, "name"))) continue;
        r.tables.partners.push_back({*name, toml_text(*section, "kind").value_or(""),
                                     toml_texts(*section, "coordinates"),
                                     toml_texts(*section, "competes")});
        counted.take();
        if (const toml::node* will = section->get("will"))
            read_named_number(r, "partner.will", *will, "partner." + *name + ".will");
        const toml::table* leverage = (*section)["leverage"].as_table();
        if (leverage == nullptr) continue;
        for (const auto& [actor, value] : *leverage)
            if (resolve(r, r.actors, "E023", std::string(actor.str()),
                        toml_position(toml_file, value)))
                read_named_number(r, "partner.leverage", value,
                                  fmt::format("partner.{}.leverage.{}", *name, actor.str()));
    }
    r.partners.known = true;
    for (const toml::table* section : toml_sections(*r.toml, "partner")) {
        check_company(r, *section);
        for (const char* key : {"coordinates", "competes"})
            for (const std::string& other : toml_texts(*section, key))
                if (!r.partners.find(other))
                    r.report.add("E056", toml_at(*section, key, other),
                                 fmt::format("unknown partner {}", shown(other)),
                                 did_you_mean(nearest(other, r.partners.list)));
    }
}

/// The action that may have been meant, or all there are.
std::string action_hint(const std::string& name, const Names& actions) {
    std::string near = did_you_mean(nearest(name, actions.list));
    if (!near.empty()) return near;
    constexpr std::size_t most = 12;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, actions.list.size()); ++i)
        out += (out.empty() ? "actions here are " : ", ") + shown(actions.list[i]);
    return actions.list.size() > most ? out + ", …" : out;
}

/// Keys of a start that its kind does not look at.
void refuse_idle_keys(Reading& r, const toml::table& section) {
    const bool after = section.contains("after"), stage = section.contains("stage");
    const bool indicator = section.contains("indicator");
    const auto idle = [&](const char* key, bool means_something, const char* hint) {
        if (section.contains(key) && !means_something)
            r.report.add("E058", toml_at(section, key),
                         fmt::format("'{}' has no effect on this start", key), hint);
    };
    idle("delay", after || stage, "it goes with stage or after; with day, name the later day");
    idle("for", indicator, "it goes with indicator: how long that must hold");
    idle("at_least", indicator, "it goes with indicator: the level of that");
    idle("within", after && indicator, "it goes with after and indicator: the time to look in");
    idle("unless", after && indicator,
         "it goes with after and indicator: begin if that was not seen");
}

double most_of(const std::string& indicator) {
    if (indicator == "stage") return 3;
    return indicator == "reported_deaths" ? 1e12 : 1;
}

/// The level that the indicator of a start must reach: one that it can have.
void read_level(Reading& r, const toml::table& section, Beginning& start) {
    if (!section.contains("at_least")) {
        r.report.add("E058", toml_at(section, "indicator"),
                     fmt::format("'{}' without a level to reach", start.indicator), "add at_least");
        return;
    }
    start.at_least = toml_real(section, "at_least").value_or(0.0);
    const double most = most_of(start.indicator);
    // A word that is no indicator was refused before.
    if (!toml_choice(section, "start", "indicator")) return;
    if (start.at_least > most)
        r.report.add("E059", toml_at(section, "at_least"),
                     fmt::format("'{}' is never {}", start.indicator, start.at_least),
                     fmt::format("it is at most {}", most));
    else if (!(start.at_least >= 0))
        r.report.add("E026", toml_at(section, "at_least"),
                     fmt::format("'at_least' is {}", start.at_least),
                     fmt::format("it must be from 0 to {}", most));
}

void read_start(Reading& r, const toml::table& section, const Names& actions, Beginning& start) {
    const SourcePosition here = toml_position(toml_file, section);
    const int ways = static_cast<int>(section.contains("day")) +
                     static_cast<int>(section.contains("stage")) +
                     static_cast<int>(section.contains("after")) +
                     static_cast<int>(section.contains("indicator") && !section.contains("after"));
    if (ways != 1) {
        r.report.add("E058", here,
                     fmt::format("a start has {} of day, stage, indicator, after", ways),
                     "it has exactly one of them; after may have an indicator as its condition");
        return;
    }
    refuse_idle_keys(r, section);
    start.indicator = toml_text(section, "indicator").value_or("");
    if (section.contains("indicator")) read_level(r, section, start);
    start.for_days = read_days(r, section, "for");
    start.delay = read_days(r, section, "delay");
    start.within = read_days(r, section, "within", 1);
    start.unless = toml_boolean(section, "unless").value_or(false);
    if (start.unless && !start.indicator.empty() && start.within == 0)
        r.report.add("E058", here, "'unless' needs a time to look in", "add 'within'");
    if (const auto day = toml_date(section, "day")) {
        start.when = Beginning::When::day;
        if (r.has_period()) start.day = *day - *r.start;
        if (r.has_period() && *day > *r.end)
            r.report.add("E059", toml_at(section, "day"),
                         "the action starts after the end of the period",
                         fmt::format("the period ends on {}", date_text(*r.end)));
    } else if (section.contains("stage")) {
        start.when = Beginning::When::stage;
        start.stage = static_cast<Stage>(toml_choice(section, "start", "stage").value_or(0) + 1);
    } else if (const auto after = toml_text(section, "after")) {
        start.when = Beginning::When::after;
        if (const auto id = actions.find(*after))
            start.after = static_cast<int>(*id);
        else
            r.report.add("E061", toml_at(section, "after"),
                         fmt::format("unknown action {}", shown(*after)),
                         action_hint(*after, actions));
    } else {
        start.when = Beginning::When::indicator;
    }
    if (r.has_period() && start.delay >= r.tables.settings.days)
        r.report.add("E059", here, "the action would start after the end of the period");
}

void read_stop(Reading& r, const toml::table& section, PlannedAction& action) {
    const bool day_too = section.contains("day");
    if (day_too == section.contains("below"))
        r.report.add(
            "E058", toml_position(toml_file, section),
            day_too ? "a stop has both 'day' and 'below'" : "a stop has neither 'day' nor 'below'",
            day_too ? "keep one of them" : "add one of them");
    if (const auto day = toml_date(section, "day"); day && r.has_period()) {
        action.stop_day = std::max<Day>(0, *day - *r.start);
        if (action.start.when == Beginning::When::day && action.stop_day <= action.start.day)
            r.report.add("E058", toml_at(section, "day"), "the action stops before it starts",
                         fmt::format("it starts on {}", date_text(*r.start + action.start.day)));
    }
    if (section.contains("below"))
        action.stop_below =
            static_cast<Stage>(toml_choice(section, "stop", "below").value_or(0) + 1);
    if (action.stop_below != Stage::none && action.start.when == Beginning::When::stage &&
        action.start.stage < action.stop_below)
        r.report.add("E058", toml_at(section, "below"), "the action would stop where it starts",
                     "stop at or below the stage that starts it");
}

template <class Id>
void read_ids(Reading& r, const toml::table& section, const char* key, const Names& names,
              std::string_view code, std::vector<Id>& out) {
    for (const std::string& name : toml_texts(section, key))
        if (const auto id = resolve(r, names, code, name, toml_at(section, key, name)))
            out.push_back(static_cast<Id>(*id));
}

void read_action(Reading& r, const toml::table& section, const Names& actions,
                 PlannedAction& action) {
    if (const auto what = toml_text(section, "intervention")) {
        if (const auto id = r.interventions.find(*what)) {
            const auto& all = r.tables.interventions;
            action.intervention = static_cast<std::size_t>(
                std::find_if(all.begin(), all.end(),
                             [&](const Intervention& i) { return i.name == *what; }) -
                all.begin());
        } else {
            r.report.add("E055", toml_at(section, "intervention"),
                         fmt::format("unknown intervention {}", shown(*what)),
                         did_you_mean(nearest(*what, r.interventions.list)));
        }
    }
    if (const auto who = toml_text(section, "partner")) {
        if (const auto id = r.partners.find(*who))
            action.partner = static_cast<int>(*id);
        else
            r.report.add("E056", toml_at(section, "partner"),
                         fmt::format("unknown partner {}", shown(*who)),
                         did_you_mean(nearest(*who, r.partners.list)));
    }
    read_ids(r, section, "actors", r.actors, "E023", action.actors);
    read_ids(r, section, "groups", r.groups, "E022", action.groups);
    read_ids(r, section, "places", r.places, "E021", action.places);
    if (const toml::table* start = section["start"].as_table())
        read_start(r, *start, actions, action.start);
    if (const toml::table* stop = section["stop"].as_table()) read_stop(r, *stop, action);
    for (const std::string& other : toml_texts(section, "excludes")) {
        const auto id = actions.find(other);
        if (id && other == action.name)
            r.report.add("E071", toml_at(section, "excludes", other),
                         fmt::format("action {} excludes itself", shown(other)));
        else if (id)
            action.excludes.push_back(*id);
        else
            r.report.add("E061", toml_at(section, "excludes", other),
                         fmt::format("unknown action {}", shown(other)),
                         action_hint(other, actions));
    }
    action.scale = section["scale"].value<double>().value_or(1.0);
    if (!(action.scale > 0 && action.scale <= 1000))
        r.report.add("E026", toml_at(section, "scale"), fmt::format("'scale' is {}", action.scale),
                     "above 0, at most 1000");
}

/// `counted`: taken if the option is.
void read_option(Reading& r, const toml::table& section, const std::string& name, Names& options,
                 Counted& counted) {
    Option option;
    option.name = toml_text(section, "name").value_or(name);
    const SourcePosition here = toml_position(toml_file, section);
    if (option.name.empty()) {
        r.report.add("E007", here, "'name' is missing", "an option in scenario.toml needs one");
        return;
    }
    if (const auto problem = option_name_problem(option.name)) {
        r.report.add(
            "E068", here,
            fmt::format("an option cannot be called {}: {}", shown(option.name), *problem));
        return;
    }
    if (!declare(r, options, "option", option.name, here)) return;
    option.title = toml_text(section, "title").value_or(option.name);
    check_title(r, section);
    const toml::table* budget = (*r.toml)["budget"].as_table();
    if (budget != nullptr) {
        option.budget = read_money(r, *budget, "money").value_or(option.budget);
        if (const auto staff = toml_count(*budget, "staff"))
            option.staff = static_cast<double>(*staff);
    }
    option.budget = read_money(r, section, "budget").value_or(option.budget);
    if (const auto staff = toml_count(section, "staff")) option.staff = static_cast<double>(*staff);
    Names names;
    const auto sections = toml_sections(section, "action");
    for (const toml::table* action : sections) {
        const std::string own =
            toml_text(*action, "name").value_or(toml_text(*action, "intervention").value_or(""));
        declare(r, names, "action", own, toml_position(toml_file, *action), "give it a 'name'");
    }
    if (names.list.size() != sections.size()) return;
    names.known = true;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        PlannedAction action;
        action.name = names.list[i];
        read_action(r, *sections[i], names, action);
        option.actions.push_back(std::move(action));
    }
    check_option(r, section, option);
    r.tables.options.push_back(std::move(option));
    counted.take();
}

/// Whether a number of the catalogue is a link that the intervention has not: a scenario may have
/// an entry of its own under a name of the catalogue.
bool is_idle_link(const Intervention& i, std::string_view name) {
    if (!name.ends_with(".link")) return false;
    for (std::size_t k = 0; k < i.effects.size(); ++k)
        if (i.effects[k].link_grade != 0 && link_number(i.name, k) == name) return false;
    return true;
}

/// Interventions that no option uses are no part of the world.
void keep_used(Reading& r) {
    std::vector<Intervention> used;
    std::vector<std::size_t> moved(r.tables.interventions.size(), ~std::size_t{0});
    for (Option& option : r.tables.options)
        for (PlannedAction& action : option.actions) {
            std::size_t& to = moved[action.intervention];
            if (to == ~std::size_t{0}) {
                to = used.size();
                used.push_back(r.tables.interventions[action.intervention]);
            }
            action.intervention = to;
        }
    static const Catalogue shipped = read_catalogue();
    for (const Intervention& i : used) {
        for (const auto& [name, value] : shipped.numbers)
            if ((name.starts_with("effect." + i.name + ".") && !is_idle_link(i, name)) ||
                name.starts_with("cost." + i.name + "."))
                r.tables.parameters.try_emplace(name, value);
    }
    r.tables.interventions = std::move(used);
}

}  // namespace

void read_options(Reading& r) {
    if (!r.toml) return;
    read_partners(r);
    if (const toml::table* budget = (*r.toml)["budget"].as_table()) {
        Settings& settings = r.tables.settings;
        settings.price_year = read_year(r, *budget, "price_year").value_or(settings.price_year);
        settings.discount = read_share(r, *budget, "discount").value_or(settings.discount);
    }
    Names options;
    for (const toml::table* section : toml_sections(*r.toml, "option")) {
        Counted counted(r.tally.things["options"], r.report);
        read_option(r, *section, "", options, counted);
    }
    for (const auto& [name, text] : r.files) {
        if (!name.starts_with("options/") || !name.ends_with(".toml")) continue;
        Counted counted(r.tally.things["options"], r.report);
        const auto table = parse_toml(name, text, r.report);
        if (!table) continue;
        check_keys(*table, "option", name, r.report);
        read_option(r, *table, name.substr(8, name.size() - 13), options, counted);
    }
    keep_used(r);
}

}  // namespace forestall
