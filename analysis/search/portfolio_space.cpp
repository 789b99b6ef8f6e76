// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/portfolio_space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "analysis/input_error.hpp"
#include "analysis/search/stage_options.hpp"
#include "engine/engine.hpp"
#include "world/stage_start.hpp"

namespace forestall::analysis {
namespace {

std::string option_file(const std::string& name) { return fmt::format("options/{}.toml", name); }

}  // namespace

PortfolioSpace::PortfolioSpace(const Loaded& plain, std::vector<std::string> names,
                               const PortfolioLimits& limits)
    : limits_(limits), tables_(*plain.tables), files_(plain.files) {
    for (const Option& option : tables_.options)  // one in scenario.toml would stay beside ours
        if (option.name.starts_with("portfolio-") && !files_.contains(option_file(option.name)))
            throw InputError(fmt::format("the scenario has an option '{}' of its own", option.name),
                             "portfolios take names of this form: give it another name");
    std::erase_if(files_, [](const auto& file) { return file.first.starts_with("options/"); });
    for (std::size_t i = 0; i < catalogue_.interventions.size(); ++i) {
        const Intervention& what = catalogue_.interventions[i];
        if (!names.empty() && std::find(names.begin(), names.end(), what.name) == names.end())
            continue;
        if (const std::string why = why_no_target(tables_, what); !why.empty()) {
            left_out_.push_back(fmt::format("{}: {}", what.name, why));
            continue;
        }
        Candidate candidate{i, {}};
        for (const Stage stage : {Stage::prevention, Stage::mitigation, Stage::response})
            if ((what.stages >> static_cast<unsigned>(stage) & 1U) != 0)
                candidate.stages.push_back(stage);
        if (!candidate.stages.empty()) candidates_.push_back(std::move(candidate));
    }
    read_exclusions();
    drop_refused();
}

/// Which actions of the scenario's own options exclude each other.
void PortfolioSpace::read_exclusions() {
    for (const Option& option : tables_.options)
        for (const PlannedAction& action : option.actions)
            for (const std::size_t other : action.excludes) {
                const auto name = [&](const PlannedAction& m) {
                    return tables_.interventions[m.intervention].name;
                };
                apart_.emplace_back(name(action), name(option.actions[other]));
                apart_.emplace_back(name(option.actions[other]), name(action));
            }
}

/// Asks the reader about each candidate alone.
void PortfolioSpace::drop_refused() {
    ScenarioFiles files = files_;
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
        Portfolio alone(candidates_.size(), 0);
        alone[c] = 1;
        files[option_file(catalogue_.interventions[candidates_[c].intervention].name)] =
            text(alone);
    }
    const Loaded loaded = load_scenario_text(files, parameter_tables());
    std::set<std::string> refused;
    for (const Diagnostic& d : loaded.diagnostics.all()) {
        if (d.severity != Severity::error) continue;
        for (const Candidate& c : candidates_) {
            const std::string& name = catalogue_.interventions[c.intervention].name;
            if (d.at.file != option_file(name) || !refused.insert(name).second) continue;
            left_out_.push_back(fmt::format("{}: {}", name, d.message));
        }
    }
    std::erase_if(candidates_, [&](const Candidate& c) {
        return refused.contains(catalogue_.interventions[c.intervention].name);
    });
}

std::vector<int> PortfolioSpace::starts() const {
    std::vector<int> out;
    for (const Candidate& c : candidates_) out.push_back(static_cast<int>(c.stages.size()));
    return out;
}

std::vector<std::vector<std::string>> PortfolioSpace::names() const {
    std::vector<std::vector<std::string>> out;
    for (const Candidate& c : candidates_) {
        out.emplace_back();
        for (const Stage stage : c.stages)
            out.back().push_back(stage_option_name(
                {catalogue_.interventions[c.intervention].name, stage_words.string(stage), 0}));
    }
    return out;
}

std::vector<PortfolioPart> PortfolioSpace::parts(const Portfolio& portfolio) const {
    std::vector<PortfolioPart> out;
    for (std::size_t c = 0; c < candidates_.size(); ++c)
        if (portfolio.at(c) > 0)
            out.push_back({c, &catalogue_.interventions[candidates_[c].intervention],
                           candidates_[c].stages.at(static_cast<std::size_t>(portfolio[c] - 1))});
    std::stable_sort(out.begin(), out.end(), [](const PortfolioPart& a, const PortfolioPart& b) {
        return a.stage < b.stage;
    });
    return out;
}

std::string PortfolioSpace::title(const Portfolio& portfolio) const {
    std::map<Stage, std::vector<std::string>> by_stage;
    for (const PortfolioPart& part : parts(portfolio))
        by_stage[part.stage].push_back(part.intervention->title);
    std::vector<std::string> phrases;
    for (auto& [stage, titles] : by_stage) {
        std::string list = titles.back();
        titles.pop_back();
        if (!titles.empty()) list = fmt::format("{} and {}", fmt::join(titles, ", "), list);
        phrases.push_back(fmt::format("{} from {}", list, stage_words.text(stage)));
    }
    return fmt::format("{}", fmt::join(phrases, "; "));
}

std::string PortfolioSpace::text(const Portfolio& portfolio) const {
    std::string out = fmt::format("title = {}\nbudget = \"{:.2f} USD\"\n",
                                  toml_quoted(title(portfolio)), limits_.budget);
    if (limits_.staff > 0) out += fmt::format("staff = {:.0f}\n", limits_.staff);
    const std::vector<PortfolioPart> all = parts(portfolio);
    for (const PortfolioPart& part : all) {
        out += "\n" + action_text(tables_, *part.intervention, part.stage);
        std::set<std::string> apart;
        for (const PortfolioPart& other : all)
            if (std::find(apart_.begin(), apart_.end(),
                          std::pair{part.intervention->name, other.intervention->name}) !=
                apart_.end())
                apart.insert(other.intervention->name);
        if (!apart.empty())
            out += fmt::format("excludes = {}\n", toml_list({apart.begin(), apart.end()}));
    }
    return out;
}

Job PortfolioSpace::job(const std::vector<Portfolio>& portfolios,
                        const std::vector<std::string>& names) const {
    ScenarioFiles files = files_;
    for (std::size_t p = 0; p < portfolios.size(); ++p)
        if (parts_of(portfolios[p]) > 0) files[option_file(names.at(p))] = text(portfolios[p]);
    Loaded loaded = load_scenario_text(std::move(files), parameter_tables());
    if (!loaded.tables) {
        for (const Diagnostic& d : loaded.diagnostics.all())
            if (d.severity == Severity::error)
                throw std::logic_error("a portfolio is refused: " + to_string(d));
        throw std::logic_error("a portfolio is refused");
    }
    Job out;
    out.world = std::make_shared<const World>(World::build(std::move(*loaded.tables)));
    out.scenario_files.insert(loaded.files.begin(), loaded.files.end());
    return out;
}

}  // namespace forestall::analysis
