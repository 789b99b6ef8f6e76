// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/home.hpp"

#include <fmt/format.h>

#include "analysis/report/markup.hpp"
#include "app/exercise/brief.hpp"
#include "app/exercise/said.hpp"

namespace forestall::app::exercise {
namespace {

using report::escaped, report::HtmlTable, report::interval_text;

std::string text_in(const Json& body, std::string_view key) {
    const Json* value = body.find(key);
    return value == nullptr ? "" : value->as_text().value_or("");
}

std::string list_html(const std::vector<std::string>& lines) {
    std::string out = "<ul>\n";
    for (const std::string& line : lines) out += fmt::format("<li>{}</li>\n", escaped(line));
    return out + "</ul>\n";
}

std::string paragraph(std::string_view text) { return fmt::format("<p>{}</p>\n", escaped(text)); }

std::string orders_html(Play& play) {
    const Branch& branch = play.session().branch();
    if (branch.orders.empty()) return paragraph("Nothing was ordered.");
    HtmlTable table("Orders that were taken",
                    {"turn", "seat", "what", "by", "on", "how far it came"});
    const auto course = play.course();
    for (const PlayedOrder& o : branch.orders) {
        const OrderLine line = line_of(play.on(), o, *course, play.session());
        table.number(fmt::format("{}", o.given))
            .cell(o.seat)
            .cell(line.title)
            .cell(line.partner)
            .cell(fmt::format("{}", fmt::join(line.targets, ", ")))
            .cell(line.state)
            .end_row();
    }
    return table.html();
}

std::string changes_html(const Review& r) {
    std::string out;
    HtmlTable skill(fmt::format("What was played, less each of these: {}", r.text),
                    {"less", "difference, with its interval of 95 %"});
    for (const Change& c : r.skill)
        skill.cell(c.option == "none" ? "doing nothing" : c.option)
            .number(interval_text(c.difference))
            .end_row();
    HtmlTable parts(fmt::format("What each order changed: {}", r.text),
                    {"order", "seat", "with it, less without it",
                     "four weeks earlier, less as it "
                     "was"});
    for (const OrderPart& p : r.orders)
        parts.cell(p.title)
            .cell(p.seat)
            .number(interval_text(p.added.difference))
            .number(p.earlier.option.empty() ? "" : interval_text(p.earlier.difference))
            .end_row();
    if (!r.skill.empty()) out += skill.html();
    if (!r.orders.empty()) out += parts.html();
    return out;
}

std::string heard_html(Play& play) {
    std::vector<std::string> lines;
    const auto course = play.course();
    for (const SeatPlan& seat : play.plan().seats)
        if (seat.role != SeatRole::white_cell)
            lines.push_back(
                hearing_text(hearing_of(play.on(), play.session().branch(), *course, seat)));
    return list_html(lines);
}

std::string happened_html(Play& play) {
    std::vector<std::string> lines;
    const auto course = play.course();
    for (int turn = 1; turn <= course->turn; ++turn)
        if (const std::string line = truth_text(play.on(), *course, turn); !line.empty())
            lines.push_back(line);
    return lines.empty() ? paragraph("No turn was closed.") : list_html(lines);
}

std::string lessons_html(const Branch& branch) {
    HtmlTable table("Lessons", {"observation", "evidence", "objective", "recommendation"});
    bool any = false;
    for (const Remark& r : branch.remarks) {
        if (r.kind != RecordKind::lesson) continue;
        any = true;
        table.cell(text_in(r.body, "observation") + text_in(r.body, "text"))
            .cell(text_in(r.body, "evidence"))
            .cell(text_in(r.body, "objective"))
            .cell(text_in(r.body, "recommendation"))
            .end_row();
    }
    return any ? table.html() : paragraph("None was kept.");
}

/// A cell of a table for spreadsheets: always quoted, and never taken for a formula.
std::string csv_cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace

std::string home_page(Play& play, const Review* review, const std::string& program) {
    const Branch& branch = play.session().branch();
    std::string main = fmt::format(
        "<h1>{}</h1>\n<p class=\"about\">Branch {}, {} of {} turns "
        "played.</p>\n",
        escaped(play.plan().title), escaped(branch.name), branch.turn - 1, play.plan().turns);
    if (review == nullptr) {
        main += report::section("review", "What was luck and what was skill",
                                paragraph("No review was made."));
    } else {
        const std::string about =
            fmt::format("Over {} futures; outcome: {}.", review->members, review->text);
        main += report::section("review", "What was luck and what was skill",
                                paragraph(about) + list_html(sentences_of(*review)));
        main += report::section("changes", "In figures", changes_html(*review));
    }
    main += report::section("orders", "What was ordered", orders_html(play));
    main += report::section("happened", "What happened", happened_html(play));
    main += report::section("heard", "What each seat was told", heard_html(play));
    main += report::section("lessons", "Lessons", lessons_html(branch));
    main += fmt::format(
        "<footer><p>A rehearsal of judgement, computed by a model: no forecast, and no test of "
        "persons. By {}.</p></footer>\n",
        escaped(program));
    return plain_page(play.plan().title, main);
}

std::string lessons_csv(const Branch& branch) {
    std::string out = "observation,evidence,objective,recommendation,turn,seat\n";
    for (const Remark& r : branch.remarks)
        if (r.kind == RecordKind::lesson)
            out += fmt::format(
                "{},{},{},{},{},{}\n",
                csv_cell(text_in(r.body, "observation") + text_in(r.body, "text")),
                csv_cell(text_in(r.body, "evidence")), csv_cell(text_in(r.body, "objective")),
                csv_cell(text_in(r.body, "recommendation")), r.turn, csv_cell(r.seat));
    return out;
}

}  // namespace forestall::app::exercise
