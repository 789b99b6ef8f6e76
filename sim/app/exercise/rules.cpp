// SPDX-License-Identifier: Apache-2.0
// Rule: an order is answered by the first of these that stands in its way: the exercise is over,
// its turn is not the open one, its partner is not there or not the seat's, its intervention is not
// there or not for this partner, its targets are not there, its turns make no sense, something that
// excludes it is under way, money or staff do not reach. docs/exercise.md
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/exercise/session.hpp"
#include "app/frame/numbers.hpp"
#include "core/diagnostics.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

/// As the engine's desk: a start needs money for so long beside the set-up.
constexpr double weeks_in_hand = 4;
constexpr double most_scale = 1000;

Answer no(Verdict verdict, std::string text, std::string hint = "") {
    Answer out;
    out.verdict = verdict;
    out.text = std::move(text);
    out.hint = std::move(hint);
    return out;
}

template <class Items>
std::vector<std::string> names_of(const Items& items) {
    std::vector<std::string> out;
    for (const auto& item : items) out.push_back(item.name);
    return out;
}

}  // namespace

double Session::bound_by(const Order& order, const Intervention& what, int start, int stop) const {
    const ExercisePlan& plan = case_->plan();
    const Cost cost = case_->cost(what.name);
    const Day first = case_->first_day(start);
    const Day step = case_->tables().settings.step_days;
    Day last = case_->first_day(plan.turns + 1);
    // The desk pays whatever is in preparation to the end of its lead time, step by step.
    if (stop > 0)
        last = std::min(last, std::max(case_->first_day(stop), first + what.lead_time + step));
    if (what.duration > 0)
        last = std::min<Day>(last, first + what.lead_time + what.duration + step);
    const double weeks = std::max(weeks_in_hand, (last - first) / 7.0);
    return order.scale * (cost.setup + cost.weekly * weeks);
}

double Session::bound_by(const PlayedOrder& o) const {
    if (o.withdrawn) return 0;
    if (o.ended > 0) return o.spent;
    const Intervention* what = case_->intervention(o.order.intervention);
    return what == nullptr ? 0 : bound_by(o.order, *what, o.start, o.stops(branch().turn));
}

Means Session::means(const SeatPlan& seat) const {
    const Branch& now = branch();
    const Grant granted = now.granted(seat.name);
    Means out{seat.money + granted.money, 0, seat.staff + granted.staff, 0};
    for (const PlayedOrder& o : now.orders) {
        if (o.seat != seat.name || o.withdrawn) continue;
        out.bound += bound_by(o);
        const Intervention* what = case_->intervention(o.order.intervention);
        if (what == nullptr) continue;
        const int stop = o.stops(now.turn);
        const bool ended = o.ended > 0 || (stop > 0 && stop <= now.turn);
        if (!ended) out.busy += what->staff * o.order.scale;
    }
    return out;
}

std::string Session::action_name(const Order& order) const {
    const int start = order.start == 0 ? branch().turn : order.start;
    std::string stem = order.intervention;
    std::replace(stem.begin(), stem.end(), '_', '-');
    for (int k = 1;; ++k) {
        std::string name = fmt::format("t{:02}-{}-{}", start, stem, k);
        if (branch().find(name) == nullptr) return name;
    }
}

Answer Session::consider(const Order& order, std::span<const std::string> seats) const {
    if (!order.id.empty())
        if (auto first = answered(order.id)) {
            first->repeated = true;
            return *first;
        }
    return check(order, seats);
}

std::string stale_text(const Branch& open, std::string_view branch, std::int64_t turn) {
    return fmt::format("turn {} of branch {} is open, not turn {} of branch {}", open.turn,
                       shown(open.name), turn, shown(branch));
}

/// Whether an order makes sense, whatever stands beside it and whatever it costs.
Answer Session::check_sense(const Order& order, std::span<const std::string> seats) const {
    const Branch& now = branch();
    if (over()) return no(Verdict::over, "the last turn is over", "rewind to play on");
    if (order.turn != now.turn || order.branch != now.name) {
        Answer out = no(Verdict::stale_turn, stale_text(now, order.branch, order.turn),
                        "look again, then order for the open turn");
        out.turn = now.turn;
        out.branch = now.name;
        return out;
    }
    const Intervention* what = case_->intervention(order.intervention);
    if (what == nullptr)
        return no(Verdict::unknown_intervention,
                  fmt::format("there is no intervention {}", shown(order.intervention)),
                  did_you_mean(nearest(order.intervention, names_of(case_->interventions()))));
    for (const Answer& answer :
         {check_leader(order, *what, seats), check_targets(order, *what), check_turns(order)})
        if (!answer.accepted()) return answer;
    if (!(order.scale > 0 && order.scale <= most_scale))
        return no(Verdict::bad_scale, fmt::format("a size of {}", order.scale),
                  "above 0, at most 1000");
    return {};
}

Answer Session::check_leader(const Order& order, const Intervention& what,
                             std::span<const std::string> seats) const {
    if (order.partner.empty() && case_->tables().partners.empty()) return {};
    const Partner* partner = case_->partner(order.partner);
    if (partner == nullptr)
        return no(Verdict::unknown_partner,
                  order.partner.empty()
                      ? "nobody leads it"
                      : fmt::format("there is no partner {}", shown(order.partner)),
                  did_you_mean(nearest(order.partner, names_of(case_->tables().partners))));
    const std::string seat = seat_of(order);
    if (std::find(seats.begin(), seats.end(), seat) == seats.end())
        return no(Verdict::not_your_partner,
                  fmt::format("{} is commanded by {}", shown(order.partner), shown(seat)),
                  "ask that seat");
    if (std::find(what.leads.begin(), what.leads.end(), partner->kind) == what.leads.end())
        return no(Verdict::cannot_lead,
                  fmt::format("{} is a {}, which cannot lead {}", shown(partner->name),
                              partner->kind, shown(what.title)),
                  fmt::format("it can be led by: {}", fmt::join(what.leads, ", ")));
    return {};
}

/// Whether nothing that stands keeps the order out.
Answer Session::check_apart(const Order& order) const {
    const Branch& now = branch();
    const int start = order.start == 0 ? now.turn : order.start;
    for (const PlayedOrder& other : now.orders) {
        const int stop = other.stops(now.turn);
        if (other.withdrawn || (stop > 0 && stop <= start) ||
            !case_->apart(order.intervention, other.order.intervention))
            continue;
        Answer out =
            no(Verdict::exclusive, fmt::format("it must not run beside {}", shown(other.action)),
               "cancel that first");
        out.other = other.action;
        return out;
    }
    return {};
}

Answer Session::taken(const Order& order, const Intervention& what) const {
    Answer out;
    const int start = order.start == 0 ? branch().turn : order.start;
    out.action = action_name(order);
    out.text = fmt::format("taken: {} begins on {} ({})", shown(what.title),
                           case_->date(case_->first_day(start)), out.action);
    return out;
}

Answer Session::check(const Order& order, std::span<const std::string> seats) const {
    if (Answer out = check_sense(order, seats); !out.accepted()) return out;
    const Intervention& what = *case_->intervention(order.intervention);
    for (const Answer& answer : {check_apart(order), check_means(order, what)})
        if (!answer.accepted()) return answer;
    return taken(order, what);
}

Answer Session::overrule(const Order& order, std::span<const std::string> seats,
                         Grant& grant) const {
    if (Answer out = check_sense(order, seats); !out.accepted()) return out;
    const Intervention& what = *case_->intervention(order.intervention);
    if (const SeatPlan* seat = case_->plan().seat(seat_of(order))) {
        const Means have = means(*seat);
        const int start = order.start == 0 ? branch().turn : order.start;
        grant = {seat->name, branch().turn,
                 std::max(0.0, bound_by(order, what, start, order.stop) - have.free_money()),
                 std::max(0.0, what.staff * order.scale - have.free_staff())};
    }
    return taken(order, what);
}

Answer Session::check_targets(const Order& order, const Intervention& what) const {
    for (const std::string& target : order.targets)
        if (!case_->target(target))
            return no(Verdict::unknown_target, fmt::format("there is no {}", shown(target)),
                      did_you_mean(nearest(target, case_->target_names())));
    if (what.target == TargetKind::country) return {};
    for (const std::string& target : order.targets)
        if (case_->target(target) == what.target) return {};
    return no(Verdict::no_target,
              fmt::format("{} is aimed at {}s, and none is named", shown(what.title),
                          target_words.text(what.target)),
              fmt::format("name one or more {}s", target_words.text(what.target)));
}

Answer Session::check_turns(const Order& order) const {
    const int open = branch().turn, turns = case_->plan().turns;
    const int start = order.start == 0 ? open : order.start;
    if (start < open || start > turns)
        return no(Verdict::bad_turn, fmt::format("it would begin in turn {}", start),
                  fmt::format("turns {} to {} are to come", open, turns));
    if (order.stop != 0 && (order.stop <= start || order.stop > turns))
        return no(Verdict::bad_turn, fmt::format("it would stop in turn {}", order.stop),
                  fmt::format("after turn {}, by turn {}", start, turns));
    return {};
}

Answer Session::check_means(const Order& order, const Intervention& what) const {
    const SeatPlan* seat = case_->plan().seat(seat_of(order));
    if (seat == nullptr) return {};
    const Means have = means(*seat);
    const int start = order.start == 0 ? branch().turn : order.start;
    const double cost = bound_by(order, what, start, order.stop);
    if (cost > have.free_money()) {
        Answer out =
            no(Verdict::money,
               fmt::format("short of {}: until it stops it may cost {}, and {} has {} left",
                           usd_text(cost - have.free_money()), usd_text(cost), shown(seat->name),
                           usd_text(std::max(0.0, have.free_money()))),
               "make it smaller, stop it earlier, or cancel something");
        out.short_by = cost - have.free_money();
        return out;
    }
    const double people = what.staff * order.scale;
    if (people > have.free_staff()) {
        Answer out =
            no(Verdict::staff,
               fmt::format("short of {:.0f} people: it needs {:.0f}, and {} has {:.0f} free",
                           std::ceil(people - have.free_staff()), people, shown(seat->name),
                           std::max(0.0, have.free_staff())),
               "make it smaller, or cancel something");
        out.short_by = people - have.free_staff();
        return out;
    }
    return {};
}

}  // namespace forestall::app::exercise
