// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <bit>

#include "results/differences.hpp"

namespace forestall {
namespace {

template <class T>
bool same(const T& x, const T& y) {
    if constexpr (std::is_same_v<T, double>)
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
    else
        return x == y;
}

/// A value of dims time, location and perhaps one more.
std::string cell(const Header& header, const std::vector<std::string>& last, std::size_t i) {
    const std::size_t width = std::max<std::size_t>(1, last.size());
    const std::size_t place = i / width % header.locations.size(),
                      step = i / width / header.locations.size();
    std::string out = fmt::format("step {}, day {}, place {}", step, header.time.at(step),
                                  header.locations.at(place).name);
    if (!last.empty()) out += ", " + last[i % width];
    return out;
}

template <class T>
void compare(std::vector<ValueDifference>& out, const Header& header, const char* name,
             const std::vector<T>& stored, const std::vector<T>& computed,
             const std::vector<std::string>& last) {
    const std::string variable = std::string("detail/") + name;
    if (stored.size() != computed.size()) {
        out.push_back({variable, "", fmt::format("{} values", stored.size()),
                       fmt::format("{} values", computed.size()), 1});
        return;
    }
    std::size_t first = 0, differing = 0;
    for (std::size_t i = stored.size(); i-- > 0;)
        if (!same(stored[i], computed[i])) first = i, ++differing;
    if (differing == 0) return;
    out.push_back({variable, cell(header, last, first), fmt::format("{}", stored[first]),
                   fmt::format("{}", computed[first]), differing});
}

template <class Id>
std::string named(Id id, const std::vector<std::string>& names) {
    return id == none<Id>() ? "" : names.at(index(id));
}

std::string place_of(const Header& header, PlaceId place) {
    return place == none<PlaceId>() ? "" : header.locations.at(index(place)).name;
}

std::string causes_text(const Header& header, const Event& e) {
    std::string out;
    for (const Cause& c : e.causes)
        out += fmt::format("{}{} {} from {} about '{}'", out.empty() ? "" : "; ", c.what, c.weight,
                           c.event, named(c.actor, header.actors));
    return out;
}

struct Column {
    const char* name;
    std::string (*text)(const Header&, const Event&);
};

/// Everything that the file holds of an event.
constexpr auto columns = std::to_array<Column>({
    {"step", [](const Header&, const Event& e) { return fmt::format("{}", e.step); }},
    {"day", [](const Header&, const Event& e) { return fmt::format("{}", e.day); }},
    {"kind", [](const Header&, const Event& e) { return event_words.string(e.kind); }},
    {"manner", [](const Header&, const Event& e) { return e.manner; }},
    {"place", [](const Header& h, const Event& e) { return place_of(h, e.place); }},
    {"actor", [](const Header& h, const Event& e) { return named(e.actor, h.actors); }},
    {"opponent", [](const Header& h, const Event& e) { return named(e.opponent, h.actors); }},
    {"target", [](const Header& h, const Event& e) { return named(e.target, h.groups); }},
    {"deaths", [](const Header&, const Event& e) { return fmt::format("{}", e.deaths); }},
    {"civilian_deaths",
     [](const Header&, const Event& e) { return fmt::format("{}", e.civilian_deaths); }},
    {"reported", [](const Header&, const Event& e) { return fmt::format("{}", e.reported); }},
    {"displaced", [](const Header&, const Event& e) { return fmt::format("{}", e.displaced); }},
    {"zone", [](const Header&, const Event& e) { return fmt::format("{}", e.zone); }},
    {"probability", [](const Header&, const Event& e) { return fmt::format("{}", e.probability); }},
    {"number", [](const Header&, const Event& e) { return fmt::format("{}", e.number); }},
    {"cause", causes_text},
});

void compare_events(std::vector<ValueDifference>& out, const Header& header,
                    const std::vector<Event>& stored, const std::vector<Event>& computed) {
    if (stored.size() != computed.size()) {
        out.push_back({"events", "", fmt::format("{} events", stored.size()),
                       fmt::format("{} events", computed.size()), 1});
        return;
    }
    for (const Column& column : columns) {
        ValueDifference found{std::string("events/") + column.name, "", "", "", 0};
        for (std::size_t i = 0; i < stored.size(); ++i) {
            std::string there = column.text(header, stored[i]),
                        here = column.text(header, computed[i]);
            if (there == here || ++found.differing > 1) continue;
            found.where = fmt::format("event {}", i);
            found.stored = std::move(there);
            found.computed = std::move(here);
        }
        if (found.differing > 0) out.push_back(std::move(found));
    }
}

}  // namespace

std::vector<ValueDifference> detail_differences(const Header& header, const RunDetail& stored,
                                                const RunDetail& computed) {
    std::vector<ValueDifference> out;
    compare(out, header, "settled", stored.settled, computed.settled, header.groups);
    compare(out, header, "sheltered", stored.sheltered, computed.sheltered, header.groups);
    compare(out, header, "deaths", stored.deaths, computed.deaths, header.groups);
    compare(out, header, "danger", stored.danger, computed.danger, {});
    compare(out, header, "zones", stored.zones, computed.zones, {});
    compare(out, header, "control", stored.control, computed.control, header.actors);
    compare(out, header, "fighters", stored.fighters, computed.fighters, header.actors);
    compare_events(out, header, stored.events, computed.events);
    return out;
}

}  // namespace forestall
