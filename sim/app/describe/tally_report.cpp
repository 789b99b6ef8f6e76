// SPDX-License-Identifier: Apache-2.0
#include "app/describe/tally_report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

Json number(double value) {
    return value == std::floor(value) ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json json_of(const TallyLine& line) {
    Json dropped = Json::object();
    for (const auto& [reason, amount] : line.dropped) dropped[reason] = number(amount);
    return {{"read", number(line.read)}, {"in_world", number(line.in_world)}, {"dropped", dropped}};
}

std::string in_words(const std::string& thing, double amount) {
    const std::string many = amount == std::floor(amount)
                                 ? thousands(static_cast<std::int64_t>(amount))
                                 : fmt::format("{:.1f}", amount);
    const bool one = amount == 1;
    if (thing == "rows") return many + (one ? " row" : " rows");
    if (thing == "persons") return many + (one ? " person" : " people");
    if (thing == "violence_deaths") return many + (one ? " civilian death" : " civilian deaths");
    if (thing == "battle_deaths") return many + (one ? " battle death" : " battle deaths");
    std::string words = thing;
    for (char& c : words) c = c == '_' ? ' ' : c;
    if (one && words.ends_with('s')) words.pop_back();
    return many + " " + words;
}

/// Things in the order in which they are told: people first, rows last.
std::vector<std::pair<std::string, TallyLine>> lines_of(const Tally& tally) {
    std::vector<std::pair<std::string, TallyLine>> out;
    for (const char* first : {"persons", "violence_deaths", "battle_deaths"}) {
        if (const auto found = tally.things.find(first); found != tally.things.end())
            out.emplace_back(*found);
    }
    for (const auto& line : tally.things) {
        if (line.first != "persons" && !line.first.ends_with("_deaths")) out.emplace_back(line);
    }
    out.emplace_back("rows", tally.all_rows());
    return out;
}

void append(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
}

}  // namespace

Json tally_json(const Tally& tally) {
    Json out = Json::object();
    for (const auto& [thing, line] : lines_of(tally)) out[thing] = json_of(line);
    Json files = Json::object();
    for (const auto& [file, line] : tally.rows) files[file] = json_of(line);
    out["rows"]["files"] = files;
    out["balanced"] = tally.balanced();
    return out;
}

std::string tally_text(const Tally& tally, const std::string& where) {
    std::string read;
    std::string lost;
    for (const auto& [thing, line] : lines_of(tally)) {
        if (line.read > 0) append(read, in_words(thing, line.read));
        for (const auto& [reason, amount] : line.dropped)
            append(lost, fmt::format("{} ({})", in_words(thing, amount), reason));
        if (line.unexplained() != 0)
            append(lost, in_words(thing, line.unexplained()) + " (unexplained: a bug)");
    }
    if (read.empty()) return "read: nothing";
    return fmt::format("read: {}; {}", read,
                       lost.empty() ? "all of it is " + where : "not " + where + ": " + lost);
}

}  // namespace forestall::app
