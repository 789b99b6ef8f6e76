// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/review_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparison/verdict.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/policy.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app::exercise {
namespace {

using comparison::readable;
using report::escaped, report::HtmlTable;

constexpr std::size_t most_events = 15;

constexpr std::string_view style = R"(
:root { --ink: #16222a; --soft: #4a5a64; --line: #c6d0d6; --accent: #0b4f79; --page: #f1f5f7;
  --paper: #fff; --own: #0067a5; --nothing: #7a5200; --s1: #0067a5; --s2: #b84a00; --s3: #00795b;
  --s4: #9b3a7c; --s5: #6b5900; --s6: #5546a3; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6edf1; --soft: #a9b8c1;
  --line: #3a4a54; --accent: #7fc1ea; --page: #10181d; --paper: #18232a; --own: #6db8ea;
  --nothing: #d9b062; --s1: #6db8ea; --s2: #f0995c; --s3: #5cc9a7; --s4: #dd8fc4; --s5: #cdbb52;
  --s6: #a99cf0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 17px/1.5 system-ui, "Liberation Sans", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 24px 28px 32px; background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 1.8em 0 .3em; }
h3 { font-size: 1rem; margin: 1.4em 0 .2em; }
p, li { margin: .5em 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
.about, footer, caption, figcaption { color: var(--soft); }
.said { border-left: 4px solid var(--accent); padding-left: 14px; font-size: 1.08rem; }
figure { margin: 14px 0; }
figcaption { font-size: .88rem; margin-top: 4px; max-width: 56em; }
.still > svg { width: 100%; height: auto; display: block; }
.still > .narrow-only { display: none; }
.still svg text { font: 12.5px system-ui, "Liberation Sans", sans-serif; fill: var(--ink); }
.still svg .axis, .still svg .small { fill: var(--soft); }
.still svg .small { font-size: 11.5px; }
svg .grid { stroke: var(--line); stroke-opacity: .6; fill: none; }
svg .zero { stroke: var(--soft); fill: none; }
.keys { font-size: .88rem; margin: .2em 0; }
.key { display: inline-block; margin-right: 1em; white-space: nowrap; }
.key svg { width: 34px; height: 10px; margin-right: .4em; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
caption { text-align: left; padding: 4px 0; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0;
  border-bottom: 1px solid var(--line); }
td.n { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
summary { cursor: pointer; color: var(--accent); font-weight: 600; padding: 6px 0; }
footer, pre { font-size: .8rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 640px) { main { padding: 16px 14px 24px; }
  .still > .wide-only { display: none; } .still > .narrow-only { display: block; } }
@page { size: A4; margin: 14mm 15mm; }
@media print { :root { --ink: #000; --page: #fff; --paper: #fff; } body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; } h2, h3, summary { break-after: avoid; }
  figure, tr { break-inside: avoid; } .scroll { overflow: visible; }
  .still > .wide-only { display: block; } .still > .narrow-only { display: none; } }
)";

std::string paragraphs(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& s : sentences) out += fmt::format("<li>{}</li>\n", escaped(s));
    return "<ul>\n" + out + "</ul>\n";
}

std::string luck_html(const ReviewPage& p) {
    const Review& r = p.review;
    if (r.futures == 0) return "<p>No other future was run.</p>\n";
    std::string out = fmt::format(
        "<p>All assumptions are held at what they are in the world that was played; "
        "only luck is drawn again, {} times.</p>\n",
        thousands(r.futures));
    HtmlTable table(fmt::format("{} by the end of the exercise and its tail", r.text),
                    {"", "value"});
    table.cell("the world that was played").number(readable(r.own)).end_row();
    table.cell("mean of its other futures").number(readable(r.mean)).end_row();
    for (const Fan& fan : r.fans)
        if (fan.same_assumptions && r.course_text.ends_with("so far"))
            for (std::size_t q = 0; q < Fan::levels.size(); ++q)
                table.cell(fmt::format("{:.0f} % of them have no more than", 100 * Fan::levels[q]))
                    .number(readable(fan.quantiles[q].back()))
                    .end_row();
    table.cell("luck: played less mean").number(readable(r.own - r.mean)).end_row();
    return out + table.html() + fmt::format("<p>{}</p>\n", escaped(odds_sentence(r)));
}

std::string_view direction_words(comparison::Clear clear) {
    if (clear == comparison::Clear::better) return "fewer";
    return clear == comparison::Clear::worse ? "more" : "cannot be told";
}

std::string skill_html(const ReviewPage& p) {
    const Review& r = p.review;
    HtmlTable table(
        fmt::format("{} members with other luck and other assumptions; the last three columns are "
                    "of {}",
                    thousands(r.members), r.text),
        {"", "civilian deaths, typical future", "factor", "95 % interval", "difference of means",
         "95 % interval", "members that differ"});
    const auto row = [&](const std::string& name, const Change& c) {
        const comparison::Typical& t = c.answers.deaths;
        table.cell(name)
            .cell(direction_words(t.clear))
            .number(fmt::format("{:.2f}", t.ratio.value))
            .number(fmt::format("{:.2f} to {:.2f}", t.ratio.lo, t.ratio.hi))
            .number(readable(c.difference.value))
            .number(fmt::format("{} to {}", readable(c.difference.lo), readable(c.difference.hi)))
            .number(thousands(c.changed))
            .end_row();
    };
    for (const Change& c : r.skill)
        row(c.option == "none" ? "as played, less doing nothing" : "as played, less " + c.option,
            c);
    for (const OrderPart& part : r.orders) {
        row(fmt::format("{} ({}): with it, less without it", part.title, part.action), part.added);
        if (!part.earlier.option.empty())
            row(fmt::format("{}: four weeks earlier, less as it was", part.action), part.earlier);
    }
    return factors_figure(p) + table.html();
}

std::string marks_html(const ReviewPage& p) {
    HtmlTable table("What was done, and what came from outside",
                    {"from", "turn", "what", "whose", ""});
    for (const Mark& m : p.timeline.marks)
        table.cell(p.on.date(m.day))
            .number(fmt::format("{}", m.turn))
            .cell(mark_words.text(m.kind))
            .cell(m.seat)
            .cell(m.text)
            .end_row();
    return marks_figure(p) + report::folded("The list", table.html());
}

std::string joined_or(const std::vector<std::string>& parts, std::string_view none) {
    return parts.empty() ? std::string(none) : fmt::format("{}", fmt::join(parts, ", "));
}

std::string events_html(const ReviewPage& p) {
    std::vector<const TrueEvent*> worst;
    for (const TrueEvent& e : p.timeline.events) worst.push_back(&e);
    std::stable_sort(worst.begin(), worst.end(),
                     [](const TrueEvent* a, const TrueEvent* b) { return a->dead > b->dead; });
    if (worst.size() > most_events) worst.resize(most_events);
    std::string out = fmt::format(
        "<p>{} events with deaths; those with most, each with who heard of it. Open one for what "
        "led to it.</p>\n",
        thousands(p.timeline.events.size()));
    for (const TrueEvent* e : worst) {
        std::string why;
        for (const std::string& reason : e->why)
            why += fmt::format("<li>{}</li>\n", escaped(reason));
        std::string began;
        for (const std::string& first : e->began)
            began += fmt::format("<li>{}</li>\n", escaped(first));
        out += fmt::format(
            "<details id=\"event-{}\"><summary>{}, {}: {} dead; heard by {}</summary>\n<p>{}</p>\n",
            e->position, p.on.date(e->day), escaped(e->place), thousands(e->dead),
            escaped(joined_or(e->heard, "nobody")), escaped(e->told));
        if (!why.empty()) out += "<p>What spoke for it most:</p>\n<ul>\n" + why + "</ul>\n";
        if (!began.empty()) out += "<p>Where it began:</p>\n<ul>\n" + began + "</ul>\n";
        out += "</details>\n";
    }
    return out;
}

std::string false_reports(std::size_t n) {
    return fmt::format("{} false report{}", thousands(n), n == 1 ? "" : "s");
}

/// All reports of nothing that a seat got, behind a line that counts them; empty where it got none.
std::string false_html(const ReviewPage& p, const SeatLine& line) {
    HtmlTable table(
        fmt::format("Reports of nothing that {} got: no event lies behind them", line.seat),
        {"told", "source", "of what", "where", "dead, as told"});
    std::size_t all = 0;
    for (const CheckedReport& r : line.reports) {
        if (!r.is_false) continue;
        ++all;
        const Report& told = r.report.told;
        table.cell(p.on.date(told.told))
            .cell(told.source)
            .cell(kind_text(told.kind))
            .cell(told.place.empty() ? told.region : told.place)
            .number(thousands(told.dead))
            .end_row();
    }
    if (all == 0) return "";
    return fmt::format("<details><summary>{}: {}</summary>\n{}</details>\n", escaped(line.seat),
                       false_reports(all), table.html());
}

std::string hearing_html(const ReviewPage& p) {
    HtmlTable seats("How well each seat was told",
                    {"seat", "events with deaths", "heard of", "reports", "of nothing",
                     "with the wrong side", "of an event told before"});
    std::string lists;
    std::size_t all = 0;
    for (const SeatLine& line : p.timeline.seats) {
        const Hearing& h = line.hearing;
        seats.cell(line.seat);
        for (const std::size_t n :
             {h.events, h.heard, h.reports, h.nothing, h.wrong_side, h.repeated})
            seats.number(thousands(n));
        seats.end_row();
        all += h.nothing;
        lists += false_html(p, line);
    }
    if (all == 0) return seats.html();
    return seats.html() +
           fmt::format("<p>{} in all. Open a seat for its own.</p>\n", false_reports(all)) + lists;
}

std::string lessons_html(const ReviewPage& p) {
    if (p.lessons.empty()) return "<p>None was written down.</p>\n";
    HtmlTable table("What was written down, and what the figures and reports carry",
                    {"observation", "evidence", "objective", "recommendation", "by", "turn"});
    for (const Lesson& l : p.lessons)
        table.cell(l.observation)
            .cell(l.evidence)
            .cell(l.objective)
            .cell(l.recommendation)
            .cell(l.seat.empty() ? "the review" : l.seat)
            .number(l.turn > 0 ? fmt::format("{}", l.turn) : "")
            .end_row();
    return table.html();
}

std::string head(const ReviewPage& p) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{}: review</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}: review</h1>\n<p "
        "class=\"about\">Branch "
        "{}, {} turns of {} days; figures are of {} futures and look to {}; the plan "
        "asks for {} days beyond the last turn.{}</p>\n",
        report::policy_of({}, style), escaped(p.title), style, escaped(p.title), escaped(p.branch),
        p.timeline.turn_ends.size(), p.turn_days, thousands(p.review.members),
        p.review.dates.empty() ? std::string("the end") : p.review.dates.back(), p.tail_days,
        p.review.whole() ? ""
                         : fmt::format(" It was stopped: {} futures were asked for.",
                                       thousands(p.review.wanted)));
}

}  // namespace

std::string review_page(const ReviewPage& p) {
    std::string out = head(p);
    const std::vector<std::string> said = sentences_of(p.review);
    if (!said.empty()) out += fmt::format("<p class=\"said\">{}</p>\n", escaped(said.front()));
    out += report::section("course", "What became of it", course_figure(p));
    out += report::section("luck", "Luck: same assumptions, other luck", luck_html(p));
    out += report::section(
        "skill", "Skill: other luck and other assumptions",
        paragraphs({said.begin() + (said.empty() ? 0 : 1), said.end()}) + skill_html(p));
    out += report::section("marks", "What was done", marks_html(p));
    out += report::section("seen", "What was true, and what each seat saw",
                           seen_figure(p, SeatIndicator::reported_deaths) +
                               seen_figure(p, SeatIndicator::displaced) +
                               seen_figure(p, SeatIndicator::risk) + hearing_html(p));
    out += report::section("events", "What happened", events_html(p));
    out += report::section("lessons", "Lessons", lessons_html(p));
    out += fmt::format(
        "<footer>\n<p>All of this is made by a model: a rehearsal of judgement, no forecast and no "
        "test of persons. A decision is judged by what was known when it was made. By {}.</p>\n"
        "<pre>{}</pre>\n</footer>\n",
        escaped(p.program), escaped(p.again));
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace forestall::app::exercise
