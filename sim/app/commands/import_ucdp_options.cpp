// SPDX-License-Identifier: Apache-2.0
#include "app/commands/import_ucdp_options.hpp"

#include <fmt/format.h>

#include "app/frame/errors.hpp"
#include "scenario/text.hpp"

namespace forestall::app {
namespace {

std::optional<std::int32_t> date_of(const std::string& text, const char* option) {
    if (text.empty()) return std::nullopt;
    const auto day = parse_date(text);
    if (!day)
        throw UsageError(fmt::format("{} '{}' is not a date", option, text), "write YYYY-MM-DD");
    return day;
}

/// "one_sided=0.88".
void add_coverage(const std::string& text, DeathsWish& wish) {
    const std::size_t at = text.find('=');
    const auto kind = violence_words.find(text.substr(0, at));
    const auto share = at == std::string::npos ? std::nullopt : parse_number(text.substr(at + 1));
    if (!kind || !share || *share < 0 || *share > 1)
        throw UsageError(fmt::format("--coverage '{}' is not a kind and a share", text),
                         "write one_sided=0.88; kinds are battle, one_sided and communal");
    wish.coverage[*kind] = *share;
}

void add_dates(const Command& command, UcdpWish& wish) {
    command
        .add_option("--first", wish.first,
                    "first day from which deaths are taken (default: the scenario's)")
        .type_name("YYYY-MM-DD");
    command.add_option("--last", wish.last, "last day (default: the scenario's)")
        .type_name("YYYY-MM-DD");
    command
        .add_option("--since", wish.since,
                    "first day that the files cover (default: of their first event)")
        .type_name("YYYY-MM-DD");
    command
        .add_option("--until", wish.until,
                    "last day that the files cover (default: of their last event)")
        .type_name("YYYY-MM-DD");
}

}  // namespace

DeathsWish deaths_wish(const UcdpWish& wish, const Settings& settings) {
    const std::int32_t start = parse_date(settings.start_date).value_or(0);
    DeathsWish out;
    out.first = date_of(wish.first, "--first").value_or(start);
    out.last = date_of(wish.last, "--last").value_or(start + settings.days - 1);
    out.since = date_of(wish.since, "--since");
    out.until = date_of(wish.until, "--until");
    out.source = source_of(wish.table);
    if (out.last < out.first)
        throw UsageError("the period ends before it starts", "give --first before --last");
    for (const std::string& each : wish.coverage) add_coverage(each, out);
    return out;
}

UcdpPlacer::Rule placing_rule(const UcdpWish& wish, const WorldTables& tables) {
    UcdpPlacer::Rule out;
    out.by_region = wish.by == "region";
    out.within_km = wish.within_km;
    out.countries.insert(wish.countries.begin(), wish.countries.end());
    for (const Place& p : tables.places)
        if (!p.foreign) out.countries.insert(p.country);
    return out;
}

void add_ucdp_options(const Command& command, UcdpWish& wish) {
    command.add_option("--by", wish.by, "how finely places are told apart (default: location)")
        .check(one_of_listed({"location", "region"}));
    command
        .add_option("--within", wish.within_km,
                    "without a map: how far from a settlement an event is of the scenario "
                    "(default: any distance)")
        .check(number(0, 20'000))
        .type_name("KM");
    command
        .add_option("--country", wish.countries,
                    "another name of the country in the files; may be given several times")
        .one_each()
        .type_name("NAME");
    add_dates(command, wish);
    command
        .add_option("--coverage", wish.coverage,
                    "share of a kind's deaths that the files hold, as one_sided=0.88; may be given "
                    "several times (default: unknown)")
        .one_each()
        .type_name("KIND=SHARE");
}

}  // namespace forestall::app
