// SPDX-License-Identifier: Apache-2.0
#include "app/portfolio/request.hpp"

#include <fmt/format.h>

#include "analysis/search/decide_run.hpp"
#include "analysis/search/portfolio_members.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "results/files.hpp"
#include "scenario/text.hpp"
#include "world/named_numbers.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

/// Numbers of the members that guide the search begin here, where no job has members: fresh ones
/// are 0, 1, 2, …
constexpr std::uint64_t first_search_member = most_members;
constexpr std::size_t most_portfolios = 10'000;

/// One line with all that decides the figures of a search, keys in order.
std::string identity(const PortfolioRequest& wish, const PortfolioSpace& space,
                     const PortfolioLimits& limits) {
    const std::map<std::string, std::string> files(space.files().begin(), space.files().end());
    const Json out = {{"budget", limits.budget},
                      {"candidates", space.names()},
                      {"discount", wish.discount.value()},
                      {"generations", wish.search.generations},
                      {"keep", wish.search.finalists},
                      {"members", {first_search_member, wish.members}},
                      {"objectives", wish.objectives},
                      {"population", wish.search.population},
                      {"program", program_build().git_commit},
                      {"scenario", scenario_digest(files)},
                      {"seed", wish.search.seed},
                      {"sieve", {first_search_member + wish.members, wish.sieve}},
                      {"sieved", wish.search.sieved},
                      {"staff", limits.staff}};
    return out.line();
}

/// Refuses to begin on top of an unfinished search. Takes up the figures of this very search,
/// unfinished or finished, so that more fresh members can be asked for without a new search.
void prepare_log(const PortfolioRequest& wish, PortfolioLog& log, bool quiet) {
    const Start start = wish.out.start();
    const std::string part = wish.unfinished_log(), parts = wish.out.path + ".parts";
    const bool unfinished = start != Start::overwrite && files::exists(part);
    if (start == Start::fresh && (unfinished || files::exists(parts)))
        throw StartRefused("an unfinished search lies in " + (unfinished ? part : parts),
                           "--resume continues it, --overwrite discards it and begins anew");
    const std::string there = unfinished ? part : wish.log();
    if (!files::exists(there)) return;
    using enum TakenUp::What;
    const TakenUp found = log.take_up(files::read_file(there));
    if (found.what == damaged && start == Start::overwrite) return;  // nothing of it was taken
    if (found.what == damaged)
        throw InputError(
            fmt::format("{}:{}: the line was changed after it was written: {}", there, found.line,
                        found.why),
            "remove the line to have its figures computed again, or --overwrite to begin anew");
    if (found.what == taken && !quiet) say("figures of this search exist already, in " + there);
    if (found.cut_short)
        say(fmt::format("warning: the last line of {} ends half-way; it is computed again", there));
    if (found.what == taken || start == Start::overwrite) return;
    throw StartRefused(
        found.what == no_digests
            ? there +
                  " was written by an earlier version of the program, whose lines have no digests"
            : there +
                  " belongs to another search, scenario or version of the program; it is left as "
                  "it is",
        "give the options of that search to the same program, or --overwrite to begin anew");
}

/// What an amount without blanks or currency may have meant: "20M" -> "20 M USD".
std::string meant_budget(const std::string& text) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
    std::string prefix;
    for (const char c : text.substr(end))
        if (c != ' ') prefix += c;
    if (prefix.ends_with("USD")) prefix.resize(prefix.size() - 3);
    if (prefix == "m" || prefix == "Mio" || prefix == "mio") prefix = "M";
    if (prefix == "K") prefix = "k";
    const std::string out =
        fmt::format("{}{}{} USD", text.substr(0, end), prefix.empty() ? "" : " ", prefix);
    const auto quantity = parse_quantity(out);
    return quantity && quantity->value > 0 && quantity->unit.same_kind({.money = 1}) ? out
                                                                                     : "5 M USD";
}

}  // namespace

double parse_budget(const std::string& text, const std::string& option) {
    const auto quantity = parse_quantity(text);
    const double money = quantity && quantity->unit.same_kind({.money = 1})
                             ? quantity->value * quantity->unit.scale
                             : 0;
    if (!(money > 0))
        throw UsageError(fmt::format("'{}' is not a budget", text),
                         fmt::format("write {} \"{}\"", option, meant_budget(text)));
    if (const double most = named_number_field("option.budget").high; money > most)
        throw UsageError(fmt::format("'{}' is out of range", text),
                         fmt::format("a budget is at most {:.0f} M USD", most / 1e6));
    return money;
}

PortfolioRequest understood(PortfolioRequest wish, const Invocation& invocation) {
    try {
        wish.search.objectives = protective_objectives(wish.objectives);
    } catch (const std::invalid_argument& problem) {
        throw UsageError(
            problem.what(),
            fmt::format("portfolios protect: at least two of {} are reduced, and nothing else",
                        fmt::join(objective_names, ", ")));
    }
    if (wish.search.population < 8 || wish.search.population % 4 != 0)
        throw UsageError("--population must be a multiple of 4, at least 8");
    if (wish.members < 2 || wish.sieve < 2 || wish.fresh < 2)
        throw UsageError("a comparison needs members",
                         "for instance --members 100 --sieve 200 --fresh 400");
    if (wish.members > most_members || wish.sieve > most_members)
        throw UsageError(
            fmt::format("a search can use at most {} members", thousands(most_members)));
    if (wish.search.population > most_portfolios || wish.search.generations > most_portfolios)
        throw UsageError(fmt::format("--population and --generations are at most {}",
                                     thousands(most_portfolios)));
    if (wish.search.finalists == 0) throw UsageError("--keep must be 1 or more");
    wish.search.sieved = std::max(wish.search.sieved, wish.search.finalists);
    wish.search.seed = invocation.common.seed;
    return wish;
}

PortfolioLog open_log(const PortfolioRequest& request, const PortfolioSpace& space,
                      const PortfolioLimits& limits, bool quiet) {
    PortfolioLog log(identity(request, space, limits), space.names());
    prepare_log(request, log, quiet);
    return log;
}

std::optional<FoundPortfolios> run_search(const PortfolioRequest& wish, const PortfolioSpace& space,
                                          PortfolioLog& log, const Invocation& invocation,
                                          const Interrupt& interrupt) {
    const Parallel parallel = invocation.common.parallel();
    Progress progress("members of generations at most",
                      wish.members * (wish.search.generations + 1) + wish.sieve, 0,
                      invocation.common.quiet);
    const PortfolioJob job = [&](const std::vector<Portfolio>& portfolios) {
        std::vector<std::string> names, options{"none"};
        for (std::size_t p = 0; p < portfolios.size(); ++p) {
            names.push_back(fmt::format("portfolio-{:04}", p));
            options.push_back(parts_of(portfolios[p]) == 0 ? "none" : names.back());
        }
        Job out = space.job(portfolios, names);
        out.seed = wish.search.seed;
        out.members = wish.members;
        out.options = options;
        return out;
    };
    const PortfolioRuns runs{job,
                             {first_search_member, wish.members},
                             {first_search_member + wish.members, wish.sieve},
                             wish.discount.value(),
                             parallel,
                             interrupt.stop(),
                             [&] {
                                 progress.advance(1);
                                 if (wish.time_limit > 0 && progress.seconds() > wish.time_limit)
                                     interrupt.stop() = true;
                             }};
    const auto keep = [&](const std::string& csv) {
        files::write_atomically(wish.unfinished_log(), csv);
    };
    try {
        const FoundPortfolios found = search_portfolios(
            wish.search, space.starts(), log.before(portfolio_members(runs), keep),
            portfolio_pruning(runs, [&](const Portfolio& p) {
                std::vector<std::size_t> order;
                for (const PortfolioPart& part : space.parts(p)) order.push_back(part.candidate);
                return order;
            }));
        progress.clear();
        return found;
    } catch (const Stopped&) {
        progress.clear();
        return std::nullopt;
    }
}

}  // namespace forestall::app
