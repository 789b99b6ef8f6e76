// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "analysis/report/markup.hpp"
#include "analysis/report/policy.hpp"
#include "app/exercise/brief.hpp"
#include "app/frame/numbers.hpp"
#include "core/visible.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

using report::escaped, report::HtmlTable;

constexpr std::string_view style = R"(
:root { --ink: #16222a; --soft: #4a5a64; --line: #c6d0d6; --accent: #0b4f79; --page: #f1f5f7;
  --paper: #fff; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf1; --soft: #a9b8c1; --line: #3a4a54;
  --accent: #7fc1ea; --page: #10181d; --paper: #18232a; } }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 17px/1.5 system-ui, "Liberation Sans", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 24px 28px 32px; background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.15rem; margin: 1.6em 0 .3em; }
p { margin: .5em 0; overflow-wrap: anywhere; }
.about, footer, caption { color: var(--soft); }
.briefing { border-left: 4px solid var(--accent); padding-left: 14px; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; padding: 4px 0; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0;
  border-bottom: 1px solid var(--line); }
#reports td:nth-child(3), tbody th { white-space: nowrap; }
td.n { font-variant-numeric: tabular-nums; text-align: right; }
footer, pre { font-size: .8rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@page { size: A4; margin: 14mm 17mm; }
@media print { :root { --ink: #000; --page: #fff; --paper: #fff; } body { font-size: 10pt; }
  main { max-width: none; padding: 0; } h2 { break-after: avoid; } }
)";

std::string value_text(const IndicatorValue& v) {
    if (!v.value) return "nothing has come yet";
    if (v.what == SeatIndicator::stage) return stage_words.string(static_cast<Stage>(*v.value));
    if (v.what == SeatIndicator::risk || v.what == SeatIndicator::attention)
        return fmt::format("{:.2f}", *v.value);
    return thousands(static_cast<std::int64_t>(std::floor(*v.value + 0.5)));
}

std::string as_of(const Brief& b, const IndicatorValue& v) {
    return v.value ? date_in(b, v.as_of - 1) : std::string();
}

std::string where(const Report& r) {
    if (!r.place.empty()) return r.place;
    return r.region.empty() ? "somewhere in the country" : "somewhere in " + r.region;
}

std::string who(const Report& r) {
    if (r.actor.empty()) return "not named";
    return r.opponent.empty() ? r.actor : r.actor + " against " + r.opponent;
}

std::string about(const Brief& b) {
    return fmt::format("What {} knew at the end of week {}, on {}; option {}", b.seat, b.week,
                       b.date, b.option);
}

std::string listed_text(const Brief& b) {
    return b.earlier == 0
               ? "All reports that had come, newest first"
               : fmt::format("Reports of the last 13 weeks, newest first; {} came before",
                             thousands(b.earlier));
}

std::string indicators_html(const Brief& b) {
    HtmlTable table("Indicators, and the last day that each speaks of",
                    {"indicator", "value", "up to"});
    for (const IndicatorValue& v : b.indicators)
        table.cell(seat_indicator_words.text(v.what))
            .number(value_text(v))
            .cell(as_of(b, v))
            .end_row();
    return table.html();
}

std::string reports_html(const Brief& b) {
    if (b.reports.empty()) return "<p>No report had come.</p>\n";
    HtmlTable table(listed_text(b), {"came on", "source", "tells of", "what", "where", "who",
                                     "victims", "dead, as told"});
    for (const Report& r : b.reports)
        table.cell(date_in(b, r.told))
            .cell(r.source)
            .cell(date_in(b, r.day))
            .cell(kind_text(r.kind))
            .cell(where(r))
            .cell(who(r))
            .cell(r.group)
            .number(thousands(r.dead))
            .end_row();
    return table.html();
}

std::string open_html(const Brief& b) {
    if (b.open.empty()) return "<p>Nothing that fits the stage as seen.</p>\n";
    HtmlTable table("Interventions that fit the stage as it was seen",
                    {"intervention", "lead time", "consent", "can be led by"});
    for (const OpenChoice& c : b.open)
        table.cell(c.title).cell(c.lead_time).cell(c.consent).cell(c.leads).end_row();
    return table.html();
}

}  // namespace

std::string brief_page(const Brief& b, const std::string& file, const std::string& program,
                       const std::string& again) {
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{}: week {}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}: week {}</h1>\n<p "
        "class=\"about\">{}.</p>\n",
        report::policy_of({}, style), escaped(b.title), b.week, style, escaped(b.title), b.week,
        escaped(about(b)));
    if (!b.briefing.empty())
        out += fmt::format("<p class=\"briefing\">{}</p>\n", escaped(b.briefing));
    out += report::section("indicators", "What the figures said", indicators_html(b));
    out += report::section("reports", "What had been told", reports_html(b));
    std::string way;
    for (const std::string& line : b.under_way) way += fmt::format("<li>{}</li>\n", escaped(line));
    out += report::section("under-way", "What was under way",
                           way.empty() ? "<p>Nothing.</p>\n" : "<ul>\n" + way + "</ul>\n");
    out += report::section("open", "What was open", open_html(b));
    out += fmt::format(
        "<footer>\n<p>All of this is made by a model: no report is of a real event. Figures come "
        "late "
        "and with error, reports may be false, doubled or name the wrong side; what is true in the "
        "model is not on this page. From {}, by {}.</p>\n<pre>{}</pre>\n"
        "</footer>\n",
        escaped(file), escaped(program), escaped(again));
    return out + "</main>\n</body>\n</html>\n";
}

std::string brief_text(const Brief& b) {
    std::string out = fmt::format("{}\n{}\n\n", one_line(b.title), one_line(about(b)));
    Table table({Table::Align::left, Table::Align::right, Table::Align::left}, "  ");
    for (const IndicatorValue& v : b.indicators)
        table.row({std::string(seat_indicator_words.text(v.what)), value_text(v), as_of(b, v)});
    out += table.text() + fmt::format("\n{}:\n", listed_text(b));
    for (const Report& r : b.reports)
        out += fmt::format("  {} {}: {} of {}, {}, {}, {} dead\n", date_in(b, r.told),
                           one_line(r.source), kind_text(r.kind), date_in(b, r.day),
                           one_line(where(r)), one_line(who(r)), thousands(r.dead));
    if (b.reports.empty()) out += "  none\n";
    out += "\nUnder way:\n";
    for (const std::string& line : b.under_way) out += "  " + one_line(line) + "\n";
    if (b.under_way.empty()) out += "  nothing\n";
    out += "\nOpen, as fits the stage that is seen:\n";
    Table open({Table::Align::left, Table::Align::left, Table::Align::left}, "  ");
    for (const OpenChoice& c : b.open) open.row({c.name, c.lead_time, c.leads});
    return out + (open.empty() ? "  nothing\n" : open.text());
}

Json to_json(const Brief& b) {
    Json out{{"title", b.title},
             {"seat", b.seat},
             {"week", b.week},
             {"date", b.date},
             {"option", b.option},
             {"under_way", b.under_way},
             {"earlier_reports", b.earlier}};
    Json& indicators = out["indicators"] = Json::array();
    for (const IndicatorValue& v : b.indicators)
        indicators.push_back({{"name", seat_indicator_words.text(v.what)},
                              {"value", v.value ? Json(*v.value) : Json()},
                              {"up_to", v.value ? Json(as_of(b, v)) : Json()}});
    Json& reports = out["reports"] = Json::array();
    for (const Report& r : b.reports)
        reports.push_back({{"told", date_in(b, r.told)},
                           {"source", r.source},
                           {"day", date_in(b, r.day)},
                           {"kind", r.kind},
                           {"place", r.place},
                           {"region", r.region},
                           {"actor", r.actor},
                           {"opponent", r.opponent},
                           {"group", r.group},
                           {"dead", r.dead}});
    Json& open = out["open"] = Json::array();
    for (const OpenChoice& c : b.open)
        open.push_back({{"intervention", c.name}, {"lead_time", c.lead_time}, {"leads", c.leads}});
    return out;
}

}  // namespace forestall::app::exercise
