// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_lessons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/exercise/body.hpp"
#include "core/csv_field.hpp"
#include "core/visible.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::array<const char*, 4> fields{"text", "evidence", "objective", "recommendation"};

/// Better, worse, or neither: by the first of the answers that is clear, else by the mean.
int direction(const Change& c, bool less_is_better) {
    for (const comparison::Clear clear :
         {c.answers.deaths.clear, c.answers.killing.clear, c.answers.displaced.clear}) {
        if (clear == comparison::Clear::better) return 1;
        if (clear == comparison::Clear::worse) return -1;
    }
    if (!c.told) return 0;
    return (c.difference.value < 0) == less_is_better ? 1 : -1;
}

void add_orders(const Review& r, std::vector<Lesson>& out) {
    for (const OrderPart& part : r.orders) {
        const std::string evidence =
            fmt::format("{} futures with and without {}", r.members, part.action);
        if (const int way = direction(part.added, r.less_is_better); way != 0)
            out.push_back({change_sentence(part, r, false), evidence, "",
                           way > 0 ? fmt::format("Keep it: {}.", part.title)
                                   : fmt::format("Leave it out, or make good for what it does: "
                                                 "{}.",
                                                 part.title),
                           "", 0});
        if (const int way = direction(part.earlier, r.less_is_better); way > 0)
            out.push_back({change_sentence(part, r, true), evidence, "",
                           fmt::format("Order it four weeks sooner: {}.", part.title), "", 0});
    }
}

/// Of a seat's reports, by source.
struct Trust {
    std::size_t all = 0, of_nothing = 0, wrong_side = 0;
};

void add_reports(const SeatLine& line, std::vector<Lesson>& out) {
    std::map<std::string, Trust> by_source;
    const CheckedReport* false_one = nullptr;
    for (const CheckedReport& r : line.reports) {
        Trust& t = by_source[r.report.told.source];
        ++t.all;
        t.of_nothing += r.is_false ? 1 : 0;
        t.wrong_side += r.report.wrong_side ? 1 : 0;
        if (r.is_false && false_one == nullptr) false_one = &r;
    }
    if (by_source.empty()) return;
    const auto misleads = [](const auto& a, const auto& b) {
        const auto share = [](const Trust& t) {
            return static_cast<double>(t.of_nothing + t.wrong_side) / static_cast<double>(t.all);
        };
        return share(a.second) < share(b.second);
    };
    const auto worst = std::max_element(by_source.begin(), by_source.end(), misleads);
    const Hearing& h = line.hearing;
    Lesson lesson;
    lesson.observation =
        fmt::format("{} heard of {} of {} events with deaths; {} of {} reports told of nothing.",
                    line.seat, h.heard, h.events, h.nothing, h.reports);
    if (false_one != nullptr)
        lesson.evidence =
            fmt::format("false report of {}: {} dead at {}", false_one->report.told.source,
                        false_one->report.told.dead,
                        false_one->report.told.place.empty() ? false_one->report.told.region
                                                             : false_one->report.told.place);
    if (worst->second.of_nothing + worst->second.wrong_side > 0)
        lesson.recommendation = fmt::format(
            "Hold {} against another source before acting on it: {} of its {} reports told of "
            "nothing, {} named the wrong side.",
            worst->first, worst->second.of_nothing, worst->second.all, worst->second.wrong_side);
    out.push_back(std::move(lesson));
}

std::string table_cell(const std::string& text) {
    std::string out;
    for (const char c : one_line(text)) {
        if (std::string_view("\\|`*_<>[]").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::array<std::string, 6> columns_of(const Lesson& l) {
    return {l.observation,
            l.evidence,
            l.objective,
            l.recommendation,
            l.seat.empty() ? "review" : l.seat,
            l.turn > 0 ? std::to_string(l.turn) : std::string()};
}

constexpr std::array<const char*, 6> heads{"observation",    "evidence", "objective",
                                           "recommendation", "seat",     "turn"};

}  // namespace

Json lesson_body(const std::string& line) {
    Json out = Json::object();
    std::string_view rest = line;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        // The last field takes what is left, with semicolons of its own.
        const std::size_t end =
            f + 1 == fields.size() ? rest.size() : std::min(rest.find(';'), rest.size());
        const std::string_view part = trimmed(rest.substr(0, end));
        if (f == 0 || !part.empty()) out[fields[f]] = part;
        rest = end < rest.size() ? rest.substr(end + 1) : std::string_view();
    }
    return out;
}

std::vector<Lesson> lessons_of(const Branch& branch, const Review& review,
                               const Timeline& timeline) {
    std::vector<Lesson> out;
    for (const Remark& r : branch.remarks)
        if (r.kind == RecordKind::lesson)
            out.push_back({text_in(r.body, "text"), text_in(r.body, "evidence"),
                           text_in(r.body, "objective"), text_in(r.body, "recommendation"), r.seat,
                           r.turn});
    add_orders(review, out);
    for (const SeatLine& line : timeline.seats) add_reports(line, out);
    return out;
}

std::string lessons_csv(const std::vector<Lesson>& lessons) {
    std::string out = fmt::format("{}\n", fmt::join(heads, ","));
    for (const Lesson& l : lessons) {
        std::vector<std::string> cells;
        for (const std::string& text : columns_of(l)) cells.push_back(csv_field(one_line(text)));
        out += fmt::format("{}\n", fmt::join(cells, ","));
    }
    return out;
}

std::string lessons_markdown(const std::vector<Lesson>& lessons, const std::string& title) {
    std::string out = fmt::format("# Lessons: {}\n\n| {} |\n|---|---|---|---|---|---|\n",
                                  table_cell(title), fmt::join(heads, " | "));
    for (const Lesson& l : lessons) {
        std::vector<std::string> cells;
        for (const std::string& text : columns_of(l)) cells.push_back(table_cell(text));
        out += fmt::format("| {} |\n", fmt::join(cells, " | "));
    }
    return out;
}

}  // namespace forestall::app::exercise
