// SPDX-License-Identifier: Apache-2.0
// `forestall info FILE`: what a results file is about and whether it is whole.
#include <fmt/format.h>

#include <filesystem>

#include "app/frame/command.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/job/design_table.hpp"
#include "app/job/summary.hpp"
#include "results/files.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

Json info_json(const Results& results, std::uintmax_t bytes) {
    const Header& h = results.header();
    Json out = {{"file", results.name()},
                {"title", h.title},
                {"kind", results.has_detail() ? "run" : "ensemble"},
                {"complete", results.has_detail() || results.complete()},
                {"members", h.members},
                {"members_in_file", results.members().size()},
                {"options", h.options},
                {"seed", h.seed},
                {"start", h.start_date},
                {"step_days", h.step_days},
                {"steps", h.time.size()},
                {"locations", h.locations.size()},
                {"parameters", h.parameters.size()},
                {"bytes", bytes},
                {"digest", "good"},
                {"ensemble_hash", ensemble_hash(results)},
                {"version", h.program.version},
                {"git_commit", h.program.git_commit},
                {"scenario_digest", scenario_digest(h.scenario_files)},
                {"job", Json::parsed(h.description)}};
    add_design(out, h.points);
    if (results.has_detail()) out["member_hash"] = results.hashes().front();
    if (h.gaps)
        for (std::size_t o = 0; o < h.options.size(); ++o)
            out["members_run"][h.options[o]] = members_run(results, o);
    return out;
}

std::string info_text(const Results& results, std::uintmax_t bytes) {
    const Header& h = results.header();
    Table table({Table::Align::left, Table::Align::left});
    table.row({"file", fmt::format("{}, {}, digest correct", results.name(),
                                   size_text(static_cast<double>(bytes)))});
    std::string members = counted(results.members().size(), "member", "members");
    if (results.has_detail())
        members = fmt::format("one run: member {}", results.members().front());
    else if (!results.complete())
        members += fmt::format(" of {}: a shard; `forestall merge` joins shards",
                               thousands(static_cast<std::int64_t>(h.members)));
    table.row({"holds", members});
    if (!h.points.empty())
        table.row({"points", fmt::format("{}, of {}", thousands(h.points.count()),
                                         fmt::join(h.points.held, ", "))});
    table.row({"options", fmt::format("{}", fmt::join(h.options, ", "))});
    table.row(
        {"period", fmt::format("{} steps of {} from {}", thousands(h.time.size()),
                               counted(static_cast<std::uint64_t>(h.step_days), "day", "days"),
                               h.start_date)});
    table.row({"places", thousands(h.locations.size())});
    table.row({"seed", std::to_string(h.seed)});
    table.row(
        {"scenario", fmt::format("{}, digest {}", counted(h.scenario_files.size(), "file", "files"),
                                 scenario_digest(h.scenario_files))});
    table.row(
        {"computed by", fmt::format("forestall {} ({})", h.program.version, h.program.git_commit)});
    if (results.has_detail())
        table.row({"member hash", results.hashes().front()});
    else
        table.row({"ensemble hash", ensemble_hash(results)});
    return fmt::format("{}\n{}\n{}", one_line(h.title), table.text(),
                       h.points.empty() ? summary_text(results) : design_text(results));
}

int info(const std::string& path, const Invocation& invocation) {
    if (!files::exists(path) && files::exists(path + ".parts"))
        throw IoError(path, "the run that writes it is not finished",
                      "its members so far are in " + path +
                          ".parts; `forestall ensemble … --resume` continues it");
    const Results results = Results::open(path);
    std::error_code failure;
    const auto bytes = std::filesystem::file_size(path, failure);
    if (invocation.common.json)
        print_json(info_json(results, bytes));
    else
        print(info_text(results, bytes));
    return exit_code::done;
}

}  // namespace

void add_info(Program& program) {
    const auto path = std::make_shared<std::string>();
    const Command command =
        program.add({"info", "Shows what a results file holds and whether it is intact",
                     "forestall info out.h5"},
                    [path](const Invocation& invocation) { return info(*path, invocation); });
    command.add_option("FILE", *path, "results file").required();
}

}  // namespace forestall::app
