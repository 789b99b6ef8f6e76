// SPDX-License-Identifier: Apache-2.0
// The portfolios of a scenario: which interventions of the catalogue can be in one and when each
// can begin, and any portfolio as an option's text, with the budget in it, so that the desk never
// spends more.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "analysis/search/portfolio.hpp"
#include "ensemble/job.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {

struct PortfolioLimits {
    double budget = 0;  ///< USD over the run
    double staff = 0;   ///< people at one time; 0: what the scenario says
};

struct PortfolioPart {
    std::size_t candidate;
    const Intervention* intervention;
    Stage stage;
};

class PortfolioSpace {
public:
    /// Candidates are the interventions named (all if none is), at the stages they fit, that the
    /// scenario's reader takes as an option of their own under these limits. `plain`: with tables;
    /// its own options/ are left out, but what excludes what in them holds between the
    /// interventions here too.
    /// InputError if an option of the scenario has a portfolio's name.
    PortfolioSpace(const Loaded& plain, std::vector<std::string> names,
                   const PortfolioLimits& limits);
    PortfolioSpace(const PortfolioSpace&) = delete;
    PortfolioSpace& operator=(const PortfolioSpace&) = delete;

    /// Per candidate, the number of stages it may begin at.
    std::vector<int> starts() const;
    /// [candidate][start - 1]: "mediation@prevention".
    std::vector<std::vector<std::string>> names() const;
    /// "military_intervention: action … costs at least … USD to begin", one per candidate that
    /// could not be one.
    const std::vector<std::string>& left_out() const { return left_out_; }

    /// Those that begin at an earlier stage first; the order of the option's actions.
    std::vector<PortfolioPart> parts(const Portfolio& portfolio) const;
    /// "Mediation and Early warning from prevention; Corridors from response".
    std::string title(const Portfolio& portfolio) const;
    /// World and files of the scenario with portfolios as its options, named so; the options of the
    /// job are still "none" alone. std::logic_error if its reader refuses one.
    Job job(const std::vector<Portfolio>& portfolios, const std::vector<std::string>& names) const;
    /// Any of them: what decides a search apart from the portfolios.
    const ScenarioFiles& files() const { return files_; }

private:
    struct Candidate {
        std::size_t intervention;  ///< in the catalogue
        std::vector<Stage> stages;
    };
    std::string text(const Portfolio& portfolio) const;
    void drop_refused();
    void read_exclusions();

    PortfolioLimits limits_;
    Catalogue catalogue_ = read_catalogue();
    WorldTables tables_;
    ScenarioFiles files_;  ///< without options/
    std::vector<Candidate> candidates_;
    std::vector<std::pair<std::string, std::string>>
        apart_;  ///< interventions that must not run at the same time
    std::vector<std::string> left_out_;
};

}  // namespace forestall::analysis
