// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/input_error.hpp"
#include "app/comparison/request.hpp"
#include "app/exercise/course.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/errors.hpp"
#include "app/job/options.hpp"
#include "results/assemble.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::uint64_t batch_members = 10;
/// As in a comparison's verdict: fewer that differ at all carry no interval worth relying on.
constexpr std::size_t few_members = 20;

Job job_of_files(const Case& on, const ScenarioFiles& files, std::shared_ptr<const World> world,
                 std::uint64_t members, std::vector<std::string> options) {
    Job job;
    job.world = std::move(world);
    job.scenario_files.insert(files.begin(), files.end());
    job.seed = on.seed();
    job.members = members;
    job.options = std::move(options);
    return job;
}

class Rows {
public:
    Rows(const Invocation& invocation, const std::atomic<bool>& stop,
         const ReviewProgress& progress, std::uint64_t all)
        : invocation_(invocation), stop_(stop), progress_(progress), all_(all) {}

    std::vector<MemberRow> of(const Job& job, const std::vector<std::uint64_t>& members) {
        std::map<std::uint64_t, MemberRow> rows;
        const Parallel parallel = invocation_.common.parallel();
        run_ensemble(job, members, batch_members, parallel, stop_,
                     [&](std::vector<MemberRow>&& some) {
                         done_ += some.size();
                         for (MemberRow& row : some) rows.emplace(row.member, std::move(row));
                         progress_(done_, all_);
                     });
        std::vector<MemberRow> out;
        for (auto& [member, row] : rows) out.push_back(std::move(row));
        return out;
    }

private:
    const Invocation& invocation_;
    const std::atomic<bool>& stop_;
    const ReviewProgress& progress_;
    std::uint64_t all_;
    std::uint64_t done_ = 0;
};

/// The rows as a results file in memory, with some of the job's options.
Results results_of(Job job, const std::vector<MemberRow>& rows,
                   const std::vector<std::string>& options) {
    std::vector<std::size_t> columns;
    for (const std::string& option : options)
        columns.push_back(static_cast<std::size_t>(
            std::find(job.options.begin(), job.options.end(), option) - job.options.begin()));
    std::vector<MemberRow> some;
    for (const MemberRow& row : rows) {
        MemberRow one{row.member, {}};
        for (const std::size_t c : columns) one.by_option.push_back(row.by_option.at(c));
        some.push_back(std::move(one));
    }
    job.options = options;
    const Header header = header_of(job, program_build());
    return Results::from_image_without_digest(writer_of_rows(header, some, Content::part).finish(),
                                              "the review");
}

comparison::Comparison compared_to(const Results& results, const std::string& baseline,
                                   const ReviewWish& wish, const Invocation& invocation) {
    ComparisonRequest request;
    request.path = "the review";
    request.baseline = baseline;
    request.outcome = wish.outcome;
    return compared(results, request, invocation).comparison;
}

/// The outcome of one option in every member.
std::vector<double> values_of(const Results& results, const std::string& outcome) {
    std::vector<std::size_t> positions(results.members().size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    return comparison::outcome_of(results, outcome, positions).values.at(0);
}

/// `sign`: -1 where what is asked is the baseline less the option.
Change change_of(const comparison::Comparison& all, const std::string& option, int sign) {
    for (const comparison::OptionFigures& f : all.options)
        if (f.name == option) {
            comparison::Figure d = f.difference;
            if (sign < 0) d = {-d.value, -d.hi, -d.lo, d.error};
            return {option, d, f.members_changed,
                    (d.lo > 0 || d.hi < 0) && f.members_changed >= few_members};
        }
    throw std::logic_error("a review without the option " + option);
}

/// 1 if it is better, one half if it is the same.
double half_at_ties(double better_by) {
    if (better_by == 0) return 0.5;
    return better_by > 0 ? 1 : 0;
}

void read_luck(const Case& on, const Job& job, const ReviewWish& wish, Rows& rows, Review& out) {
    const std::vector<std::string> played{played_option};
    Job own = job;
    own.options = played;
    const std::vector<MemberRow> mine = rows.of(own, {on.member()});
    if (mine.empty()) return;
    out.own = values_of(results_of(own, mine, played), wish.outcome).front();
    const std::vector<double>& numbers = mine.front().by_option.front().parameters;
    Job held = own;
    held.world =
        std::make_shared<const World>(job.world->holding(parameter_names(*job.world), numbers));
    std::vector<std::uint64_t> others(wish.members);
    std::iota(others.begin(), others.end(), std::uint64_t{0});
    for (std::uint64_t& m : others) m += m >= on.member() ? 1 : 0;
    held.members = others.back() + 1;
    const std::vector<MemberRow> futures = rows.of(held, others);
    if (futures.empty()) return;
    // Read as of the job: a file's digest of its scenario is of no matter here.
    own.members = held.members;
    const std::vector<double> values = values_of(results_of(own, futures, played), wish.outcome);
    out.futures = values.size();
    for (const double v : values) {
        out.mean += v / static_cast<double>(values.size());
        const double by = out.less_is_better ? out.own - v : v - out.own;
        out.better += half_at_ties(by) / static_cast<double>(values.size());
    }
}

void read_skill(const Job& job, const std::vector<MemberRow>& all, const ReviewFiles& files,
                const ReviewWish& wish, const Invocation& invocation, Review& out) {
    std::vector<std::string> against{"none", played_option};
    against.insert(against.end(), wish.options.begin(), wish.options.end());
    const auto with_others =
        compared_to(results_of(job, all, against), played_option, wish, invocation);
    out.less_is_better = with_others.less_is_better;
    for (const std::string& option : against)
        if (option != played_option) out.skill.push_back(change_of(with_others, option, -1));
    std::vector<std::string> otherwise{played_option};
    for (const Variant& v : files.variants) {
        otherwise.push_back(v.without);
        if (!v.earlier.empty()) otherwise.push_back(v.earlier);
    }
    const auto changed =
        compared_to(results_of(job, all, otherwise), played_option, wish, invocation);
    for (const Variant& v : files.variants) {
        OrderPart part{v.action, v.title, change_of(changed, v.without, -1), {}};
        if (!v.earlier.empty()) part.earlier = change_of(changed, v.earlier, 1);
        out.orders.push_back(std::move(part));
    }
}

}  // namespace

Review review(const Case& on, const Branch& branch, const ReviewWish& wish,
              const Invocation& invocation, const std::atomic<bool>& stop,
              const ReviewProgress& progress) {
    try {
        comparison::require_outcome(wish.outcome);
    } catch (const std::invalid_argument& problem) {
        throw UsageError(problem.what());
    }
    const ReviewFiles files = review_files(on, branch);
    if (branch.turn < 2) throw InputError("no turn was closed", "there is nothing to review yet");
    if (!files.played) throw InputError("nothing was ordered", "there is nothing to review yet");
    const auto world = world_of(files.files);
    std::vector<std::string> options{"none", played_option};
    const auto known = known_options(*world);
    for (const std::string& option : wish.options) {
        if (option == played_option || option == "none" ||
            std::find(known.begin(), known.end(), option) == known.end())
            throw UsageError(fmt::format("there is no option '{}' to compare with", option));
        options.push_back(option);
    }
    for (const Variant& v : files.variants) {
        if (v.without != "none") options.push_back(v.without);
        if (!v.earlier.empty()) options.push_back(v.earlier);
    }
    Review out;
    out.outcome = wish.outcome;
    const Job job =
        job_of_files(on, files.files, world, std::max(wish.members, on.member() + 1), options);
    std::vector<std::uint64_t> members(wish.members);
    std::iota(members.begin(), members.end(), std::uint64_t{0});
    Rows rows(invocation, stop, progress, 2 * wish.members + 1);
    const std::vector<MemberRow> all = rows.of(job, members);
    out.members = all.size();
    if (all.size() < 2) throw InputError("the review was stopped before two members were run");
    const Results played = results_of(job, all, {played_option});
    out.text = comparison::outcome_of(played, wish.outcome, {0}).text;
    read_skill(job, all, files, wish, invocation, out);
    if (!stop) read_luck(on, job, wish, rows, out);
    return out;
}

}  // namespace forestall::app::exercise
