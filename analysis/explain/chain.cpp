// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/chain.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <set>

namespace forestall::analysis {
namespace {

/// Positions of events by the number that causes name them by.
std::map<std::int32_t, std::size_t> by_number(const std::vector<Event>& events) {
    std::map<std::int32_t, std::size_t> out;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (events[i].number >= 0) out.emplace(events[i].number, i);
    return out;
}

std::vector<Told> told_of(const Event& event, const std::map<std::int32_t, std::size_t>& numbers) {
    // The hostility between two groups multiplies the anger of which the other causes are shares.
    const auto speaks_for = [](const Cause& c) {
        return c.weight > 0 && c.what != "hostility" ? c.weight : 0;
    };
    double all_for = 0;
    for (const Cause& c : event.causes) all_for += speaks_for(c);
    std::vector<Told> out;
    for (const Cause& c : event.causes) {
        Told told{c, all_for > 0 ? speaks_for(c) / all_for : 0};
        const auto from = numbers.find(c.event);
        if (c.event >= 0 && c.event < event.number && from != numbers.end())
            told.from = from->second;
        out.push_back(std::move(told));
    }
    std::stable_sort(out.begin(), out.end(), [](const Told& a, const Told& b) {
        return std::abs(a.cause.weight) > std::abs(b.cause.weight);
    });
    return out;
}

using Children = std::map<std::size_t, std::vector<std::size_t>>;

Chain grow(const std::vector<Event>& events, const std::map<std::int32_t, std::size_t>& numbers,
           std::size_t k, const Children& children) {
    Chain chain{k, told_of(events[k], numbers), {}};
    if (const auto own = children.find(k); own != children.end())
        for (const std::size_t child : own->second)
            chain.earlier.push_back(grow(events, numbers, child, children));
    return chain;
}

Day day_of(const Event& e, std::int64_t step_days) {
    return e.day >= 0 ? e.day : static_cast<Day>(e.step * step_days);
}

}  // namespace

Chain chain_of(const std::vector<Event>& events, std::size_t k, std::size_t depth) {
    if (k >= events.size()) throw std::out_of_range("no such event");
    const auto numbers = by_number(events);
    Children children;
    std::set<std::size_t> seen{k};
    std::deque<std::pair<std::size_t, std::size_t>> open{
        {k, 0}};  // event, steps back: nearest first
    while (!open.empty()) {
        const auto [event, back] = open.front();
        open.pop_front();
        if (back == depth) continue;
        for (const Told& t : told_of(events[event], numbers)) {
            if (!t.from || std::abs(t.cause.weight) < least_weight || !seen.insert(*t.from).second)
                continue;
            children[event].push_back(*t.from);
            open.emplace_back(*t.from, back + 1);
        }
    }
    return grow(events, numbers, k, children);
}

std::vector<Notable> worth_explaining(const std::vector<Event>& events, std::int64_t onset_step,
                                      std::size_t most) {
    std::vector<std::size_t> order(events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return events[a].deaths > events[b].deaths;
    });
    std::vector<Notable> out;
    std::set<std::size_t> listed;
    const auto list = [&](std::size_t k, Worth worth) {
        if (listed.insert(k).second) out.push_back({k, worth});
    };
    for (const std::size_t k : order)
        if (onset_step >= 0 && events[k].step == onset_step &&
            events[k].kind == EventKind::one_sided) {
            list(k, Worth::onset);
            break;
        }
    for (const std::size_t k : order)
        if (out.size() < most + (onset_step >= 0 ? 1 : 0) && events[k].deaths > 0)
            list(k, Worth::largest);
    for (std::size_t k = 0; k < events.size(); ++k)
        if (events[k].kind == EventKind::stage && events[k].manner.starts_with("true"))
            list(k, Worth::stage);
    return out;
}

std::vector<Told> largest_parts(const Chain& chain, std::size_t most) {
    std::vector<Told> out;
    for (const Told& t : chain.causes)
        if (t.part >= least_weight && out.size() < most) out.push_back(t);
    return out;
}

std::vector<std::size_t> where_it_began(const Chain& chain) {
    std::set<std::size_t> out;
    const auto visit = [&](const Chain& c, const auto& self) -> void {
        bool last = true;
        for (const Chain& e : c.earlier) {
            const bool for_it = std::any_of(c.causes.begin(), c.causes.end(), [&](const Told& t) {
                return t.from == e.event && t.cause.weight > 0;
            });
            if (!for_it) continue;
            last = false;
            self(e, self);
        }
        if (last) out.insert(c.event);
    };
    visit(chain, visit);
    out.erase(chain.event);
    return {out.begin(), out.end()};
}

Before counted_before(const std::vector<Event>& events, std::size_t k, std::int32_t days,
                      std::int64_t step_days) {
    Before out;
    const Day end = day_of(events.at(k), step_days);
    for (std::size_t i = 0; i < k; ++i) {
        const Day day = day_of(events[i], step_days);
        if (day <= end - days || day > end) continue;
        out.deaths += events[i].deaths;
        out.civilian_deaths += events[i].civilian_deaths;
        if (events[i].deaths > 0 && (!out.worst || events[i].deaths > events[*out.worst].deaths))
            out.worst = i;
    }
    return out;
}

}  // namespace forestall::analysis
