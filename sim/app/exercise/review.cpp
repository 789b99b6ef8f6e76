// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/exact.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "analysis/input_error.hpp"
#include "app/exercise/course.hpp"
#include "app/exercise/review_columns.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/errors.hpp"
#include "app/job/options.hpp"

namespace forestall::app::exercise {
namespace {

/// Members after which figures are told first, and then each time that there are twice as many.
constexpr std::uint64_t first_bands = 10;

ReviewReading reading_of(const std::string& outcome, Day step_days) {
    try {
        return {{outcome, step_days},
                {"civilian_deaths", step_days},
                {"mass_killing", step_days},
                {"displaced:peak", step_days}};
    } catch (const std::invalid_argument& problem) {
        throw UsageError(problem.what());
    }
}

constexpr std::size_t none_at = 0, played_at = 1;

/// Doing nothing, what was played and the stored ones; then those of the orders told otherwise.
std::vector<std::string> options_of(const World& world, const ReviewFiles& files,
                                    const ReviewWish& wish) {
    std::vector<std::string> out{"none", played_option};
    const auto known = known_options(world);
    for (const std::string& option : wish.options) {
        if (option == played_option || option == "none" ||
            std::find(known.begin(), known.end(), option) == known.end())
            throw UsageError(fmt::format("there is no option '{}' to compare with", option));
        out.push_back(option);
    }
    for (const Variant& v : wish.orders ? files.variants : std::vector<Variant>()) {
        if (v.without != "none") out.push_back(v.without);
        if (!v.earlier.empty()) out.push_back(v.earlier);
    }
    return out;
}

std::size_t place_of(const std::vector<std::string>& options, const std::string& option) {
    return static_cast<std::size_t>(std::find(options.begin(), options.end(), option) -
                                    options.begin());
}

/// What options change against what was played, by name.
class Changes {
public:
    Changes(const ReviewColumns& columns, std::vector<std::string> options,
            const comparison::Plan& plan)
        : options_(std::move(options)), played_(place_of(options_, played_option)) {
        const ReviewTable table = columns.of(options_);
        family_ = comparison::changes_of(table.outcome, played_, plan);
        answers_ =
            comparison::answers_of(table.deaths, table.killing, table.displaced, played_, plan);
    }

    /// The option against what was played.
    Change of(const std::string& option) const {
        const std::size_t at = place_of(options_, option);
        const comparison::Figure& d = family_.means.figures.at(at);
        const std::size_t changed = family_.means.nonzero[at];
        return {option, d, changed, d.clear_of_zero() && changed >= comparison::few_members,
                answers_[at]};
    }

    /// What was played against the option.
    Change against(const std::string& option) const {
        Change out = of(option);
        const comparison::Figure d = out.difference;
        out.difference = {-d.value, -d.hi, -d.lo, d.error};
        out.answers = comparison::reversed(out.answers, answers_[played_].killing.chance);
        return out;
    }

private:
    std::vector<std::string> options_;
    std::size_t played_;
    comparison::Family family_;
    std::vector<comparison::Answers> answers_;
};

/// 1 if it is better, one half if it is the same.
double half_at_ties(double better_by) {
    if (better_by == 0) return 0.5;
    return better_by > 0 ? 1 : 0;
}

class Reviewer {
public:
    Reviewer(const Case& on, const Branch& branch, const ReviewWish& wish, const ReviewRun& run)
        : wish_(wish),
          run_(run),
          files_(review_files(on, branch)),
          reading_(reading_of(wish.outcome, on.tables().settings.step_days)) {
        if (branch.turn < 2)
            throw InputError("no turn was closed", "there is nothing to review yet");
        if (!files_.played)
            throw InputError("nothing was ordered", "there is nothing to review yet");
        ReviewJob job;
        job.world = world_of(files_.files);
        job.seed = on.seed();
        job.member = on.member();
        job.options = options_of(*job.world, files_, wish);
        job.with_courses = 2 + wish.options.size();
        job.end = on.first_day(on.plan().turns + 1);
        until_ = on.date(job.end - 1);
        const Settings& settings = job.world->settings();
        for (Day day = 0; day < settings.days;) {
            day = std::min<Day>(day + settings.step_days, settings.days);
            dates_.push_back(on.date(day - 1));
        }
        columns_.emplace(std::move(job), reading_, run_);
    }

    Review run() {
        for (std::uint64_t next = first_bands; columns_->members() < wish_.members; next *= 2) {
            const bool whole = columns_->run_to(std::min(next, wish_.members));
            if (!whole) break;
            if (columns_->members() < wish_.members && run_.bands) run_.bands(so_far());
        }
        if (columns_->members() < 2)
            throw InputError("the review was stopped before two members were run");
        return so_far();
    }

private:
    Review so_far() const {
        Review out;
        out.members = columns_->members();
        out.wanted = wish_.members;
        out.outcome = wish_.outcome;
        out.text = reading_.outcome.text();
        out.course_text = reading_.outcome.course_text();
        out.less_is_better = reading_.outcome.less_is_better();
        out.dates = dates_;
        add_luck(out);
        add_skill(out);
        return out;
    }

    void add_luck(Review& out) const {
        out.own = columns_->own();
        out.course = columns_->own_course();
        const std::vector<double>& values = columns_->futures();
        out.futures = values.size();
        for (const double v : values) {
            out.mean += v / static_cast<double>(values.size());
            const double by = out.less_is_better ? out.own - v : v - out.own;
            out.better += half_at_ties(by) / static_cast<double>(values.size());
            out.same += by == 0 ? 1 : 0;
        }
        out.fans.push_back(columns_->fan_of_futures());
        add_odds(out);
    }

    void add_odds(Review& out) const {
        const Killings& seen = columns_->killings();
        const auto share = [&](std::size_t option) {
            return comparison::exact_share(seen.members[option], columns_->members(), 0.05);
        };
        out.odds = {until_, seen.own, seen.futures, share(played_at), share(none_at)};
    }

    void add_skill(Review& out) const {
        const comparison::Plan plan{4999, run_.resampling_seed, 0.95, &run_.parallel};
        std::vector<std::string> against{"none", played_option};
        against.insert(against.end(), wish_.options.begin(), wish_.options.end());
        const Changes with_others(*columns_, against, plan);
        for (std::size_t o = 0; o < against.size(); ++o) {
            if (against[o] != played_option) out.skill.push_back(with_others.against(against[o]));
            out.fans.push_back(columns_->fan(o));
        }
        if (wish_.orders) add_orders(out, plan);
    }

    void add_orders(Review& out, const comparison::Plan& plan) const {
        // Doing nothing is in every file that `ensemble` writes, so it is in this family too.
        std::vector<std::string> otherwise{"none", played_option};
        for (const Variant& v : files_.variants) {
            if (v.without != "none") otherwise.push_back(v.without);
            if (!v.earlier.empty()) otherwise.push_back(v.earlier);
        }
        const Changes changed(*columns_, otherwise, plan);
        for (const Variant& v : files_.variants) {
            OrderPart part{
                v.action, v.title, v.seat, v.partner, v.start, changed.against(v.without), {}};
            if (!v.earlier.empty()) part.earlier = changed.of(v.earlier);
            out.orders.push_back(std::move(part));
        }
    }

    const ReviewWish& wish_;
    const ReviewRun& run_;
    ReviewFiles files_;
    ReviewReading reading_;
    std::vector<std::string> dates_;
    std::string until_;
    std::optional<ReviewColumns> columns_;
};

}  // namespace

bool Change::any() const {
    const auto clear = [](comparison::Clear c) {
        return c == comparison::Clear::better || c == comparison::Clear::worse;
    };
    return told || clear(answers.deaths.clear) || clear(answers.killing.clear) ||
           clear(answers.displaced.clear);
}

Review review(const Case& on, const Branch& branch, const ReviewWish& wish, const ReviewRun& run) {
    return Reviewer(on, branch, wish, run).run();
}

}  // namespace forestall::app::exercise
