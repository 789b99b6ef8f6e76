// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/explain/spoken_numbers.hpp"
#include "core/visible.hpp"

namespace forestall::history {
namespace {

/// Stands for who did it while a reason is filled in; no name has it, since names are one line.
constexpr const char* doer = "\x01";

/// Part of the civilian dead from which it is said that they were caught in battle.
constexpr double worth_saying = 0.2, nearly_all = 0.95;

std::string last_word(const std::string& name) {
    const auto blank = name.rfind(' ');
    return blank == std::string::npos ? name : name.substr(blank + 1);
}

bool is_initials(const std::string& name) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto vowel = [](char c) { return std::string_view("AEIOU").find(c) < 5; };
    return name.size() >= 2 && name.size() <= 4 && std::all_of(name.begin(), name.end(), capital) &&
           std::count_if(name.begin(), name.end(), vowel) <= 1;
}

/// Names of bodies, which take an article.
bool is_body(const std::string& word) {
    static constexpr std::array<const char*, 24> bodies = {
        "Army",   "Brigade",    "Coalition", "Command",  "Council", "Force",
        "Front",  "Government", "Group",     "Guard",    "Junta",   "League",
        "Legion", "Militia",    "Mission",   "Movement", "Network", "Party",
        "Police", "Regiment",   "Regime",    "Republic", "State",   "Union"};
    return std::find(bodies.begin(), bodies.end(), word) != bodies.end();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Names and times alone: the texts of the scenario stay where they are.
Header spoken_header(const Header& header) {
    Header out;
    out.start_date = header.start_date;
    out.step_days = header.step_days;
    out.time = header.time;
    for (const LocationLabel& l : header.locations)
        out.locations.push_back({one_line(l.name), "", "", 0, 0});
    for (const std::string& g : header.groups) out.groups.push_back(as_people(one_line(g)));
    for (const std::string& a : header.actors) out.actors.push_back(with_article(one_line(a)));
    return out;
}

/// "3 May 2013" in its three parts.
std::array<std::string, 3> parts_of(const std::string& date) {
    const auto first = date.find(' '), last = date.rfind(' ');
    return {date.substr(0, first), date.substr(first + 1, last - first - 1), date.substr(last + 1)};
}

}  // namespace

bool is_plural(const std::string& name) {
    if (name.find(' ') == std::string::npos || name.size() < 2 || !name.ends_with('s'))
        return false;
    const char before = name[name.size() - 2];
    return before != 's' && before != 'u' && before != 'i';
}

std::string with_article(const std::string& name) {
    if (is_plural(name) || name.starts_with("The ") || name.starts_with("the ")) return name;
    const std::string last = last_word(name);
    const bool several = last.size() < name.size();
    const bool common = several && last.front() >= 'a' && last.front() <= 'z';
    const bool named = several && (name.find(" of ") != std::string::npos || is_body(last));
    return common || named || is_initials(name) ? "the " + name : name;
}

std::string as_people(const std::string& group) {
    const std::string last = last_word(group);
    if (last == "people" || last == "civilians" || last.ends_with('s')) return group;
    return group + " civilians";
}

Voice::Voice(const Record& record) : spoken_(spoken_header(record.header)), words_(spoken_) {
    for (const std::string& a : record.header.actors) plural_.push_back(is_plural(a) ? 1 : 0);
}

std::string Voice::actor(ActorId id) const {
    return index(id) < spoken_.actors.size() ? spoken_.actors[index(id)] : "an unknown actor";
}

std::string Voice::it(ActorId id) const {
    return index(id) < plural_.size() && plural_[index(id)] != 0 ? "they" : "it";
}

std::string Voice::its(ActorId id) const { return it(id) == "they" ? "their" : "its"; }
std::string Voice::was(ActorId id) const { return it(id) == "they" ? "were" : "was"; }

std::string Voice::place(PlaceId id) const {
    return index(id) < spoken_.locations.size() ? spoken_.locations[index(id)].name
                                                : "an unknown place";
}

std::string Voice::people(GroupId id) const {
    return index(id) < spoken_.groups.size() ? spoken_.groups[index(id)] : "civilians";
}

std::string Voice::people(Persons n, GroupId id) const {
    return n == 1 ? plain_people(n, id) : about(n) + " " + people(id);
}

std::string Voice::plain_people(Persons n, GroupId id) const {
    const std::string whom = people(id);
    if (n != 1) return plain(n) + " " + whom;
    if (!whom.ends_with("civilians")) return "one of the " + whom;
    return "one " + whom.substr(0, whom.size() - 1);
}

std::string Voice::dead(const Toll& toll, bool plainly) const {
    const auto count = [&](Persons n, const char* one, const char* many) {
        if (n == 1) return std::string(one);
        return (plainly ? plain(n) : about(n)) + " " + many;
    };
    std::vector<std::string> parts;
    if (toll.civilians > 0) parts.push_back(count(toll.civilians, "one civilian", "civilians"));
    if (toll.fighters > 0) {
        plainly = plainly || toll.civilians >= 100;
        parts.push_back(count(toll.fighters, "one fighter", "fighters"));
    }
    if (parts.empty()) return "nobody";
    if (toll.caught < 5 || real(toll.caught) < worth_saying * real(toll.civilians))
        return list_of(parts);
    std::string how_many = plain(toll.caught);
    if (real(toll.caught) >= nearly_all * real(toll.civilians)) how_many = "nearly all";
    if (toll.caught == toll.civilians) how_many = "all";
    parts.front() += ", " + how_many + " of them caught in battle";
    return parts.front() + (parts.size() > 1 ? ", and " + parts.back() : "");
}

std::string Voice::what(const Event& event) const { return one_line(words_.what(event)); }

std::string Voice::reason(const Event& event, const Cause& cause) const {
    Header masked = spoken_;
    const bool known = index(event.actor) < masked.actors.size();
    if (known) masked.actors[index(event.actor)] = doer;
    std::string out = analysis::Words(masked).reason(event, cause);
    const std::string who = it(event.actor), whose = its(event.actor);
    const bool many = who == "they";
    replace_all(out, fmt::format("the leaders of {}", doer), whose + " leaders");
    replace_all(out, fmt::format("leaders of {}", doer), whose + " leaders");
    replace_all(out, fmt::format("{} speaks", doer), who + " spoke");
    for (const char* after : {"had struck ", "drew ", "bound ", "held ", "as "})
        replace_all(out, std::string(after) + doer, after + std::string(many ? "them" : "it"));
    if (many) replace_all(out, fmt::format("{} was ", doer), "they were ");
    if (many) replace_all(out, " its ", " their ");
    replace_all(out, doer, who);
    return out;
}

std::string Voice::day(Day day, bool with_year) const {
    const std::string date = analysis::long_date(spoken_.start_date, day);
    return with_year ? date : date.substr(0, date.rfind(' '));
}

std::string Voice::month(Day day, bool with_year) const {
    const auto parts = parts_of(analysis::long_date(spoken_.start_date, day));
    return with_year ? parts[1] + " " + parts[2] : parts[1];
}

int Voice::year(Day day) const {
    return std::stoi(parts_of(analysis::long_date(spoken_.start_date, day))[2]);
}

std::string Voice::months(Day from, Day to) const {
    // A few days of a month do not count.
    const Day first = std::min(from + 3, to - 1), last = std::max(first, to - 4);
    std::string first_month = month(first);
    const std::string last_month = month(last);
    if (first_month == last_month) return first_month;
    return month(first, year(first) != year(last)) + " to " + last_month;
}

}  // namespace forestall::history
