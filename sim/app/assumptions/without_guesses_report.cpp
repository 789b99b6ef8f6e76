// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/without_guesses_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/comparison/verdict.hpp"
#include "app/comparison/report.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using analysis::Standing, analysis::WithoutGuesses;
using comparison::Figure;
using comparison::readable;

const char* word_of(Standing s) {
    static constexpr std::array<const char*, 4> words = {"stands", "falls", "inconclusive",
                                                         "no guesses"};
    return words[static_cast<std::size_t>(s)];
}

std::string named(const Question& q, std::size_t o) { return "'" + q.study.options[o] + "'"; }

std::string figure(const Figure& f) {
    return fmt::format("{} ({} to {}) ±{}", readable(f.value), readable(f.lo), readable(f.hi),
                       readable(f.error));
}

/// The option with the least mean but for one.
std::size_t next_best(const comparison::AllPairs& pairs) {
    std::size_t next = pairs.best == 0 ? 1 : 0;
    for (std::size_t o = 0; o < pairs.from_best.size(); ++o)
        if (o != pairs.best && pairs.from_best[o].value < pairs.from_best[next].value) next = o;
    return next;
}

std::string not_told_text(const Question& q, const std::vector<std::size_t>& not_told) {
    if (not_told.size() > 4) return fmt::format("{} other options", not_told.size());
    std::vector<std::string> names;
    names.reserve(not_told.size());
    for (const std::size_t o : not_told) names.push_back(named(q, o));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string best_text(const Question& q, const comparison::AllPairs& pairs) {
    return pairs.not_told.empty()
               ? fmt::format("{} is best, clearly better than every other option",
                             named(q, pairs.best))
               : fmt::format("{} has the best mean, but is not clearly better than {}",
                             named(q, pairs.best), not_told_text(q, pairs.not_told));
}

std::string remark(const WithoutGuesses& w, std::size_t o) {
    if (w.nothing_left(o)) return "nothing is left of it";
    return w.options[o].without.value == 0 && w.options[o].without.error == 0
               ? "changes nothing in these members"
               : "";
}

/// Those that avert most without guesses first; the advice is always among them.
std::string table_text(const Question& q, const WithoutGuesses& w, std::size_t rows) {
    std::vector<std::size_t> order;
    for (std::size_t o = 0; o < w.options.size(); ++o)
        if (o != q.study.baseline) order.push_back(o);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return w.options[a].without.value > w.options[b].without.value;
    });
    using enum Table::Align;
    Table table({left, right, right, right, right, left});
    table.row({"option", "guesses", "averts as drawn (95 %) ±", "without guesses",
               "owed to guesses", ""});
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t o = order[i];
        if (i >= rows && o != q.study.best) {
            ++left_out;
            continue;
        }
        table.row({(o == q.study.best ? "* " : "") + q.study.options[o],
                   fmt::format("{} of {}", w.by_option[o].guessed, w.by_option[o].all),
                   figure(w.options[o].as_drawn), figure(w.options[o].without),
                   figure(w.options[o].owed), remark(w, o)});
    }
    return table.text() +
           (left_out == 0 ? "" : fmt::format("({} more; --rows or --json lists them)\n", left_out));
}

/// "" if something is left of all.
std::string losers_text(const Question& q, const WithoutGuesses& w) {
    std::vector<std::string> names;
    for (std::size_t o = 0; o < w.options.size(); ++o)
        if (w.nothing_left(o)) names.push_back(named(q, o));
    return names.empty()
               ? ""
               : fmt::format("\nEvery effect is a guess, and nothing is left without, of {}: {}.\n",
                             counted(names.size(), "option", "options"), fmt::join(names, ", "));
}

std::string sentence(const Question& q, const WithoutGuesses& w) {
    const std::string advice = named(q, q.study.best);
    const comparison::AllPairs& p = w.without;
    std::string out;
    if (w.standing == Standing::stands) {
        const std::size_t next = next_best(p);
        out = fmt::format(
            "The advice stands: without any guess {} averts {} more than {}, the next, and is "
            "clearly better than every other option.",
            advice, figure(p.from_best[next]), named(q, next));
    } else if (w.standing == Standing::falls && w.nothing_left(q.study.best)) {
        out = fmt::format(
            "The advice falls: every effect of {} is a guess; without them it does nothing. ",
            advice);
        out += p.best == q.study.best ? "No other option is better than doing nothing then."
                                      : fmt::format("Then {}.", best_text(q, p));
    } else if (w.standing == Standing::falls) {
        out = fmt::format("The advice falls: without guesses {} averts {} more than {}.",
                          named(q, p.best), figure(p.from_best[q.study.best]), advice);
    } else {
        out = fmt::format(
            "Inconclusive: {} fresh members do not show whether the advice stands without guesses. "
            "Then {}.",
            w.members, best_text(q, p));
    }
    return out + fmt::format(" As drawn, in the same members, {}.", best_text(q, w.as_drawn));
}

}  // namespace

std::string without_guesses_text(const Question& q, const WithoutGuesses& w, std::size_t rows) {
    if (w.standing == Standing::no_guesses)
        return fmt::format(
            "None of the {} effects of these options has grade D, so there is no guess to leave "
            "out.\n",
            w.effects.all);
    std::string out = fmt::format(
        "Run again without guesses: {} ({} to {}), as drawn and with the {} of {} effects of grade "
        "D doing nothing.\n\n",
        counted(w.members, "fresh member", "fresh members"), w.first, w.first + w.members - 1,
        w.effects.guessed, w.effects.all);
    out += table_text(q, w, rows) + losers_text(q, w);
    out += fmt::format(
        "\naverts: {}{} against {}; * the advice of the file. The intervals of a column hold "
        "together. Guessed side effects are left out like any other; costs stay. That an effect is "
        "a guess does not mean that there is none.\n\n{}\n",
        q.study.worth ? "net " : "", q.study.text, named(q, q.study.baseline), sentence(q, w));
    return out;
}

Json without_guesses_json(const Question& q, const WithoutGuesses& w) {
    Json out = {{"finding", word_of(w.standing)},
                {"effects", w.effects.all},
                {"guessed", w.effects.guessed}};
    if (w.standing == Standing::no_guesses) return out;
    out["first_member"] = w.first;
    out["members"] = w.members;
    out["held"] = Json::object();
    for (const auto& [name, value] : w.held) out["held"][name] = value;
    out["advice"] = q.study.options[q.study.best];
    const auto best = [&](const comparison::AllPairs& pairs) {
        Json not_told = Json::array();
        for (const std::size_t o : pairs.not_told) not_told.push_back(q.study.options[o]);
        return Json{{"best", q.study.options[pairs.best]}, {"not_told_from_best", not_told}};
    };
    out["as_drawn"] = best(w.as_drawn);
    out["without"] = best(w.without);
    out["options"] = Json::array();
    for (std::size_t o = 0; o < w.options.size(); ++o)
        out["options"].push_back({{"name", q.study.options[o]},
                                  {"effects", w.by_option[o].all},
                                  {"guessed", w.by_option[o].guessed},
                                  {"nothing_left", w.nothing_left(o)},
                                  {"averts_as_drawn", json_of(w.options[o].as_drawn)},
                                  {"averts_without", json_of(w.options[o].without)},
                                  {"owed_to_guesses", json_of(w.options[o].owed)}});
    out["verdict"] = sentence(q, w);
    return out;
}

}  // namespace forestall::app
