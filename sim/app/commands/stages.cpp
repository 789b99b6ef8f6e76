// SPDX-License-Identifier: Apache-2.0
// `forestall stages DIR --members N -o out.h5`: every intervention started at each stage under the same luck: the
// stage × intervention matrix, and what waiting costs.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/comparison/paired.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/errors.hpp"
#include "app/exit_code.hpp"
#include "app/numbers.hpp"
#include "app/output_file.hpp"
#include "app/progress.hpp"
#include "app/run_job.hpp"
#include "app/session.hpp"
#include "app/stage_options.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

using namespace comparison;

struct Wish {
    std::string dir;
    std::string out;
    std::string interventions;
    std::string outcome = "civilian_deaths";
    std::uint64_t members = 0;
    bool every_stage = false;
    bool resume = false;
    bool overwrite = false;
};

/// One cell of the matrix.
struct Cell {
    std::string intervention;
    std::string stage;
    const OptionFigures* figures;
    double reached;  ///< share of members in which the desk saw that stage
};

/// The scenario with an option for each cell; its own options are left out.
std::optional<Session> session_of(const Wish& wish, const Invocation& invocation) {
    Loaded plain = load_directory(wish.dir);
    const Catalogue catalogue = read_catalogue();
    const std::vector<std::string> names = parse_interventions(wish.interventions, catalogue);
    if (plain.tables) {
        std::erase_if(plain.files, [](const auto& file) { return file.first.starts_with("options/"); });
        plain.files.merge(stage_options(*plain.tables, catalogue.interventions, names, wish.every_stage));
    }
    if (!plain.tables) return open_session(std::move(plain), wish.dir, invocation);
    return open_session(load_scenario_text(plain.files, parameter_tables()), wish.dir, invocation);
}

double share_reaching(const Results& results, std::size_t option, const std::string& stage) {
    const int level = stage == "prevention" ? 1 : stage == "mitigation" ? 2 : 3;
    const std::vector<double> seen = results.values(Series::stage_observed, option);
    const std::size_t members = results.members().size();
    const std::size_t steps = members == 0 ? 0 : seen.size() / members;
    std::size_t reached = 0;
    for (std::size_t m = 0; m < members; ++m) {
        const auto from = seen.begin() + static_cast<std::ptrdiff_t>(m * steps);
        const auto to = from + static_cast<std::ptrdiff_t>(steps);
        reached += std::any_of(from, to, [&](double s) { return s >= level; }) ? 1 : 0;
    }
    return static_cast<double>(reached) / static_cast<double>(std::max<std::size_t>(1, members));
}

std::string cell_text(const Figure& f) {
    if (std::isnan(f.value)) return "-";
    const bool clear = f.lo > 0 || f.hi < 0;
    return fmt::format("{:+.0f} ({:+.0f} to {:+.0f}){}", f.value, f.lo, f.hi, clear ? " *" : "");
}

std::string matrix_text(const std::vector<Cell>& cells, const Wish& wish,
                        const std::map<std::string, double>& reached) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right}, "");
    std::vector<std::string> head{"intervention"};
    for (const char* stage : {"prevention", "mitigation", "response"}) head.emplace_back(stage);
    head.emplace_back("cost, M USD");
    head.emplace_back("a later stage costs");
    table.row(head);
    std::map<std::string, std::map<std::string, const OptionFigures*>> rows;
    for (const Cell& c : cells) rows[c.intervention][c.stage] = c.figures;
    for (const auto& [name, by_stage] : rows) {
        std::vector<std::string> row{name};
        double first = not_defined, last = not_defined, cost = not_defined;
        for (const char* stage : {"prevention", "mitigation", "response"}) {
            const auto found = by_stage.find(stage);
            row.push_back(found == by_stage.end() ? "" : cell_text(found->second->difference));
            if (found == by_stage.end()) continue;
            if (std::isnan(first)) {
                first = found->second->difference.value;
                cost = found->second->cost.value;
            }
            last = found->second->difference.value;
        }
        row.push_back(std::isnan(cost) ? "-" : fmt::format("{:.1f}", cost / 1e6));
        row.push_back(by_stage.size() < 2 ? "-" : fmt::format("{:+.0f}", last - first));
        table.row(row);
    }
    std::string share;
    for (const auto& [stage, part] : reached) share += fmt::format("{} {:.0f} %  ", stage, 100 * part);
    return fmt::format(
        "{}, difference from doing nothing, by the stage that the desk sees when each begins (95 %, together); * clear "
        "of zero\n\n{}\nMembers in which the desk saw the stage: {}\nA member that never reaches a stage counts with "
        "no "
        "difference (intention to treat). 'A later stage costs': the last stage less the first.\n",
        wish.outcome, table.text(), share);
}

Json cells_json(const std::vector<Cell>& cells) {
    const auto figure = [](const Figure& f) {
        return Json{{"value", f.value}, {"lo", f.lo}, {"hi", f.hi}, {"error", f.error}};
    };
    Json out = Json::array();
    for (const Cell& c : cells)
        out.push_back({{"intervention", c.intervention},
                       {"stage", c.stage},
                       {"difference", figure(c.figures->difference)},
                       {"cost", figure(c.figures->cost)},
                       {"p_worse", figure(c.figures->p_worse)},
                       {"reached", c.reached}});
    return out;
}

int tell(const Wish& wish, const Invocation& invocation, const Progress& progress) {
    const Results results = Results::open(wish.out);
    const std::vector<std::size_t> members = members_of_all(results);
    const auto nothing = results.find_option("none").value();
    const Prices prices{0.03, 0, results.header().price_year, results.header().price_year};
    const Outcome outcome = outcome_of(results, wish.outcome, members);
    const Parallel parallel = invocation.common.parallel();
    const Comparison all = compare(paired_of(results, outcome, members, nothing, prices),
                                   Plan{999, invocation.common.seed, 0.95, &parallel});
    std::map<std::string, double> reached;
    for (const char* stage : {"prevention", "mitigation", "response"})
        reached[stage] = share_reaching(results, nothing, stage);
    std::vector<Cell> cells;
    for (const OptionFigures& f : all.options) {
        Cell cell{.intervention = {}, .stage = {}, .figures = &f, .reached = 0};
        if (!parse_stage_option(f.name, cell.intervention, cell.stage)) continue;
        cell.reached = reached[cell.stage];
        cells.push_back(cell);
    }
    if (invocation.common.json) {
        print_json({{"outcome", wish.outcome},
                    {"members", members.size()},
                    {"seconds", progress.seconds()},
                    {"cells", cells_json(cells)},
                    {"file", wish.out}});
        return exit_code::done;
    }
    const std::string caution =
        members.size() < 100 ? "So few members say little: read no difference that is not clear of zero.\n" : "";
    print(fmt::format("{}\n{}, {} cells, seed {}; {}\n\n{}{}\nResults: {}\n", results.header().title,
                      counted(members.size(), "member", "members"), cells.size(), invocation.common.seed,
                      duration_text(progress.seconds()), matrix_text(cells, wish, reached), caution, wish.out));
    return exit_code::done;
}

int stages(const Wish& wish, const Invocation& invocation) {
    if (wish.members < 2) throw UsageError("a comparison needs members", "for instance --members 100");
    const auto session = session_of(wish, invocation);
    if (!session) return exit_code::bad_input;
    Job job = job_of(*session, invocation.common.seed, wish.members);
    job.options = {"none"};
    for (const Option& option : session->world->options())
        if (option.name.find('@') != std::string::npos) job.options.push_back(option.name);
    const Start start = wish.resume ? Start::resume : wish.overwrite ? Start::overwrite : Start::fresh;
    return run_job({job, wish.out, start, 0}, invocation,
                   [&](const Progress& progress) { return tell(wish, invocation, progress); });
}

}  // namespace

void add_stages(Program& program) {
    const auto wish = std::make_shared<Wish>();
    CLI::App& command =
        program.add({"stages", "Every intervention started at each stage: what it changes, and what waiting costs",
                     "forestall stages scenarios/two-rivers --members 200 -o stages.h5\n"
                     "forestall stages scenarios/two-rivers --members 400 --interventions mediation,broad_sanctions -o "
                     "stages.h5"},
                    [wish](const Invocation& invocation) { return stages(*wish, invocation); });
    command.add_option("DIR", wish->dir, "the scenario's directory")->required();
    command.add_option("--members", wish->members, "how many members")
        ->check(whole_number())
        ->required()
        ->type_name("N");
    command.add_option("--interventions", wish->interventions, "only these, separated by commas")->type_name("A,B");
    command.add_option("--outcome", wish->outcome, "what differences are of (default civilian_deaths)")
        ->type_name("NAME");
    command.add_flag("--every-stage", wish->every_stage, "also at stages that an intervention does not fit");
    command.add_option("-o,--output", wish->out, "results file")->required()->type_name("FILE");
    CLI::Option* resume = command.add_flag("--resume", wish->resume, "continue an unfinished run");
    command.add_flag("--overwrite", wish->overwrite, "discard an unfinished run and begin anew")->excludes(resume);
}

}  // namespace forestall::app
