// SPDX-License-Identifier: Apache-2.0
// Writes the files that test_readers.py opens with other programs' readers, and what they must find
// in them: DIR/ensemble.h5, DIR/design.h5, DIR/run.h5, DIR/expected.json.
#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>

#include "results/files.hpp"
#include "results/parts.hpp"
#include "results/run_file.hpp"
#include "results/sample_job.hpp"
#include "results/variables.hpp"

namespace {

using namespace forestall;
using Json = nlohmann::json;

/// Values as nested lists: option, member, then steps or places if any.
Json values_of(const std::vector<MemberRow>& rows, const Variable& v) {
    Json out = Json::array();
    for (std::size_t option = 0; option < rows.front().by_option.size(); ++option) {
        Json members = Json::array();
        for (const MemberRow& row : rows) {
            const MemberOutcome& outcome = row.by_option[option];
            if (v.along == Along::time) members.push_back(outcome.series[v.index]);
            if (v.along == Along::location) members.push_back(outcome.per_place[v.index]);
            if (v.along == Along::group) members.push_back(outcome.per_group[v.index]);
            if (v.along == Along::nothing) members.push_back(outcome.scalars[v.index]);
        }
        out.push_back(members);
    }
    return out;
}

Json expectation(const Header& header, const std::vector<MemberRow>& rows) {
    static constexpr const char* types[] = {"int64", "float64", "int8"};
    Json out;
    out["option"] = header.options;
    out["time"] = header.time;
    out["start_date"] = header.start_date;
    out["seed"] = std::to_string(header.seed);
    out["title"] = header.title;
    for (const auto& l : header.locations) out["location"].push_back(l.name);
    for (const auto& p : header.parameters) out["parameter"].push_back(p.name);
    for (const auto& row : rows) {
        out["member"].push_back(row.member);
        out["parameters"].push_back(row.by_option.front().parameters);
    }
    for (const Variable& v : all_variables()) {
        if (length_of(header, v) == 0) continue;
        Json& about = out["variables"][std::string(v.spec->name)];
        about["dims"] = {"option", "member"};
        for (const char* const name : dimensions_along(v.along)) about["dims"].push_back(name);
        about["type"] = types[static_cast<int>(v.spec->type)];
        about["values"] = values_of(rows, v);
    }
    out["scenario_files"] = header.scenario_files;
    return out;
}

/// Two options at three points; what is expected has (point, option) as its first index.
Json write_design(const std::string& path) {
    Header header = testing::sample_header(4, 2);
    header.points = {{header.parameters[0].name}, {{0.5}, {1.5}, {2.5}}};
    const auto rows = testing::sample_rows(header, testing::all_members(header.members));
    PartStore store(path, header, testing::all_members(header.members), Start::overwrite);
    for (const MemberRow& row : rows) store.append({row});
    store.finish();
    Json out{{"held", header.points.held}, {"values", header.points.values}};
    out["deaths"] = values_of(rows, *find_variable("civilian_deaths"));
    out["peak_stage"] = values_of(rows, *find_variable("peak_stage"));
    for (std::size_t p = 0; p < header.points.count(); ++p)
        for (const MemberRow& row : rows)
            out["parameters"].push_back(row.by_option.at(p * header.options.size()).parameters);
    return out;
}

void write(const std::string& directory) {
    const Header header = testing::sample_header(6);
    const auto rows = testing::sample_rows(header, testing::all_members(header.members));
    PartStore store(directory + "/ensemble.h5", header, testing::all_members(header.members),
                    Start::overwrite);
    for (const MemberRow& row : rows) store.append({row});
    store.finish();

    Header one = header;
    one.options = {"none"};
    const RunDetail detail = testing::sample_detail(one);
    write_run(directory + "/run.h5", one, 4, rows[4].by_option[0], detail);

    Json expected;
    expected["ensemble"] = expectation(header, rows);
    expected["design"] = write_design(directory + "/design.h5");
    expected["detail"] = {{"settled", detail.settled},  {"danger", detail.danger},
                          {"group", one.groups},        {"actor", one.actors},
                          {"zones", detail.zones},      {"control", detail.control},
                          {"fighters", detail.fighters}};
    for (std::size_t i = 0; i < detail.events.size(); ++i) {
        const Event& e = detail.events[i];
        expected["events"]["manner"].push_back(e.manner);
        expected["events"]["day"].push_back(e.day);
        expected["events"]["probability"].push_back(e.probability);
        for (const Cause& c : e.causes) {
            expected["events"]["cause_event"].push_back(i);
            expected["events"]["cause_what"].push_back(c.what);
            expected["events"]["cause_weight"].push_back(c.weight);
            expected["events"]["cause_from"].push_back(c.event);
            expected["events"]["cause_actor"].push_back(
                c.actor == none<ActorId>() ? "" : one.actors.at(static_cast<std::size_t>(c.actor)));
        }
        expected["events"]["kind"].push_back(event_words.text(e.kind));
        expected["events"]["deaths"].push_back(e.deaths);
        expected["events"]["time"].push_back(one.time[static_cast<std::size_t>(e.step)]);
    }
    files::write_atomically(directory + "/expected.json", expected.dump());
}

}  // namespace

int main(int count, char** arguments) {
    try {
        if (count != 2) throw std::runtime_error("usage: write_samples DIR");
        write(arguments[1]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
