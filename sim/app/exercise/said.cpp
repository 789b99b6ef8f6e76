// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/frame/numbers.hpp"
#include "core/visible.hpp"

namespace forestall::app::exercise {
namespace {

std::string value_text(const IndicatorValue& v) {
    if (!v.value) return "-";
    switch (v.what) {
        case SeatIndicator::stage:
            return stage_words.string(static_cast<Stage>(*v.value));
        case SeatIndicator::risk:
        case SeatIndicator::attention:
            return fmt::format("{:.2f}", *v.value);
        default:
            return thousands(static_cast<std::int64_t>(std::floor(*v.value + 0.5)));
    }
}

std::string limit_text(double amount, bool money) {
    if (!std::isfinite(amount)) return "no limit";
    return money ? usd_text(amount) : thousands(static_cast<std::int64_t>(amount));
}

std::string where_text(const Report& r) {
    if (!r.place.empty()) return "at " + r.place;
    return "in " + (r.region.empty() ? std::string("the country") : r.region);
}

std::string means_text(const Means& m) {
    if (!std::isfinite(m.money) && !std::isfinite(m.staff)) return "money and staff without limit";
    return fmt::format("money {}, of which {} set aside; staff {}, of whom {:.0f} busy",
                       limit_text(m.money, true), usd_text(m.bound), limit_text(m.staff, false),
                       m.busy);
}

}  // namespace

std::string briefing_text(const Case& on, std::span<const SeatView* const> views) {
    std::string out;
    for (const SeatView* view : views) {
        const SeatPlan* seat = on.plan().seat(view->seat);
        out += fmt::format("{}: turn {} of {}, {}\n  {}\n", one_line(view->seat),
                           std::min(view->turn, view->turns), view->turns,
                           view->over ? "over" : "from " + view->date, means_text(view->means));
        if (seat != nullptr && !seat->briefing.empty())
            out += fmt::format("  {}\n", one_line(std::string(seat->briefing)));
        if (seat != nullptr && !seat->partners.empty())
            out += fmt::format("  commands {}\n",
                               one_line(fmt::format("{}", fmt::join(seat->partners, ", "))));
    }
    return out;
}

std::string indicators_text(const Case& on, std::span<const SeatView* const> views) {
    Table table(std::vector<Table::Align>(views.size() + 1, Table::Align::left));
    std::vector<std::string> head{"as seen by"};
    for (const SeatView* view : views) head.push_back(view->seat);
    table.row(head);
    for (std::size_t i = 0; i < seat_indicator_words.rows.size(); ++i) {
        std::vector<std::string> row{std::string(seat_indicator_words.rows[i].text)};
        for (const SeatView* view : views) {
            const IndicatorValue& v = view->indicators.at(i);
            row.push_back(v.value ? fmt::format("{} ({})", value_text(v), on.date(v.as_of - 1))
                                  : "-");
        }
        table.row(row);
    }
    return table.text();
}

std::string report_text(const Case& on, const Report& r) {
    std::string out = fmt::format("{}, told {} of {}: {} {}", r.source, on.date(r.told),
                                  on.date(r.day), kind_text(r.kind), where_text(r));
    if (!r.actor.empty()) out += ", by " + r.actor;
    if (!r.opponent.empty()) out += " against " + r.opponent;
    out += fmt::format(", {} dead", thousands(r.dead));
    if (!r.group.empty()) out += " of " + r.group;
    return one_line(out);
}

std::string inbox_text(const Case& on, const SeatView& view, bool all) {
    std::string out = one_line(view.seat) + ":\n";
    for (const Message& m : view.messages)
        if (all || m.turn == view.turn)
            out += fmt::format("  [turn {}] {}: {}. {}\n", m.turn, one_line(m.from),
                               one_line(m.title), one_line(m.text));
    for (const SharedNote& note : view.notes)
        if ((all || note.turn == view.turn) && note.from != view.seat)
            out += fmt::format("  [turn {}] {}: {}\n", note.turn,
                               note.from.empty() ? "White cell" : one_line(note.from),
                               one_line(note.text));
    std::size_t n = 0;
    for (const Report& r : view.inbox)
        if (all || r.told >= view.new_from) {
            out += "  " + report_text(on, r) + "\n";
            ++n;
        }
    if (n == 0) out += "  no reports\n";
    return out;
}

std::string orders_text(const SeatView& view) {
    std::string out = one_line(view.seat) + ":\n";
    for (const OrderLine& o : view.orders)
        out += fmt::format("  {}: {}{}{}; {}\n", o.action, one_line(o.title),
                           o.partner.empty() ? "" : " by " + one_line(o.partner),
                           o.targets.empty()
                               ? ""
                               : " on " + one_line(fmt::format("{}", fmt::join(o.targets, ", "))),
                           o.state) +
               (o.overruled && !o.overruled->note.empty()
                    ? fmt::format("    the white cell: {}\n", one_line(o.overruled->note))
                    : "");
    if (view.orders.empty()) out += "  no orders\n";
    return out + "  " + means_text(view.means) + "\n";
}

std::string cards_text(const Case& on, std::span<const SeatPlan* const> seats,
                       std::optional<Stage> seen) {
    using enum Table::Align;
    Table table({left, left, right, right, right, left, left, left});
    table.row(
        {"intervention", "fits", "set-up", "a week", "staff", "lead time", "aimed at", "led by"});
    for (const Intervention& what : on.interventions()) {
        std::vector<std::string> leads;
        for (const SeatPlan* seat : seats)
            for (const std::string& name : seat->partners)
                if (const Partner* p = on.partner(name);
                    p != nullptr &&
                    std::find(what.leads.begin(), what.leads.end(), p->kind) != what.leads.end())
                    leads.push_back(name);
        if (leads.empty() && !on.tables().partners.empty()) continue;
        const bool fits = !seen || (what.stages >> static_cast<unsigned>(*seen) & 1U) != 0;
        const Cost cost = on.cost(what.name);
        std::string lead = what.lead_time > 0 ? span_text(what.lead_time) : "at once";
        if (what.consent < 1) lead += fmt::format(", consent {:.2g} a week", what.consent);
        table.row({what.name, fits ? "yes" : "no", usd_text(cost.setup), usd_text(cost.weekly),
                   fmt::format("{}", what.staff), lead, target_words.string(what.target),
                   one_line(fmt::format("{}", fmt::join(leads, ", ")))});
    }
    return table.text();
}

std::string answer_text(const Answer& answer) {
    std::string out = fmt::format("{}: {}", answer.accepted() ? "taken" : "refused",
                                  answer.accepted() ? answer.action : answer.text);
    if (!answer.accepted() && !answer.hint.empty()) out += "; " + answer.hint;
    out += "\n";
    for (const OrderNote& note : answer.notes) out += "  " + note.text + "\n";
    return out;
}

std::string proposals_text(const Case& on, std::span<const Proposal> proposals) {
    std::string out;
    for (const Proposal& p : proposals)
        out += fmt::format("  inject {} ({}{}): {}. {}\n", one_line(p.number), one_line(p.why),
                           p.moves_world ? ", moves the world" : "", one_line(p.title),
                           one_line(on.msel().at(p.row, "text")));
    return out;
}

std::string hearing_text(const Hearing& h) {
    return fmt::format(
        "{} heard of {} of {} events with deaths, in {} reports: {} of nothing, {} with the wrong "
        "side, {} of an event told before\n",
        one_line(h.seat), h.heard, h.events, h.reports, h.nothing, h.wrong_side, h.repeated);
}

std::string truth_text(const Case& on, const Course& course, int turn) {
    const Day step = on.tables().settings.step_days;
    const auto first = static_cast<std::size_t>(on.first_day(turn) / step);
    const auto end = static_cast<std::size_t>(on.first_day(turn + 1) / step);
    const auto& o = course.outcome;
    const auto sum = [&](Series s) {
        const auto& v = o[s];
        const auto last = std::min(end, v.size());
        return first >= last ? 0.0
                             : std::accumulate(v.begin() + static_cast<std::ptrdiff_t>(first),
                                               v.begin() + static_cast<std::ptrdiff_t>(last), 0.0);
    };
    if (o[Series::risk].size() <= first) return "";
    const auto at = std::min(end, o[Series::risk].size()) - 1;
    return fmt::format(
        "turn {}: civilians killed {}, of them reported {}; fighters killed {}; away from home {}; "
        "stage {} in truth, {} as the desk sees it\n",
        turn, thousands(static_cast<std::int64_t>(sum(Series::civilian_deaths))),
        thousands(static_cast<std::int64_t>(sum(Series::reported_civilian_deaths))),
        thousands(static_cast<std::int64_t>(sum(Series::battle_deaths))),
        thousands(static_cast<std::int64_t>(o[Series::displaced][at])),
        stage_words.text(static_cast<Stage>(o[Series::stage_true][at])),
        stage_words.text(static_cast<Stage>(o[Series::stage_observed][at])));
}

}  // namespace forestall::app::exercise
