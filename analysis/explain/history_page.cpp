// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/history_page.hpp"

#include <fmt/format.h>

#include "analysis/digits.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/policy.hpp"

namespace forestall::history {
namespace {

using report::escaped;

constexpr std::string_view style = R"(
:root { --ink: #16222a; --soft: #4a5a64; --line: #c6d0d6; --accent: #0b4f79; color-scheme: light; }
body { margin: 0; background: #f1f5f7; color: var(--ink);
  font: 17px/1.55 Georgia, "Liberation Serif", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 24px 28px 32px; background: #fff; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 1.6em 0 .2em; }
p { margin: .5em 0; overflow-wrap: anywhere; }
.about, .dates, .caution, footer, caption { color: var(--soft); }
.dates { font-weight: 400; font-size: .95rem; }
.summary { font-size: 1.06rem; border-left: 4px solid var(--accent); padding-left: 14px; }
.caution { border-top: 1px solid var(--line); margin-top: 2em; padding-top: 1em; }
sup { font-size: .68em; line-height: 0; color: var(--soft); }
.scroll { overflow-x: auto; margin-top: 1.6em; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; width: 100%; font: 14px/1.4 system-ui, sans-serif; }
caption { text-align: left; padding: 4px 0; }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
td.n { font-variant-numeric: tabular-nums; }
tr.all > * { font-weight: 600; }
footer, pre { font-size: .8rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@page { size: A4; margin: 14mm 17mm; }
@media print { body, main { background: #fff; } body { font-size: 9.5pt; line-height: 1.28; }
  h1 { font-size: 15pt; } h2 { font-size: 11.5pt; margin: .9em 0 0; } p { margin: .3em 0; }
  main { max-width: none; padding: 0; } h2 { break-after: avoid; } }
)";

std::string paragraph_html(const Paragraph& paragraph, std::string_view css) {
    std::string out = css.empty() ? "<p>" : fmt::format("<p class=\"{}\">", css);
    for (const Sentence& s : paragraph) {
        out += escaped(s.text);
        for (const std::size_t k : s.events)
            out += fmt::format("<sup aria-label=\"event {0}\">[{0}]</sup>", k);
        out += ' ';
    }
    out.back() = '<';
    return out + "/p>\n";
}

std::string number(Persons n) { return analysis::thousands(n); }

std::string tolls_html(const History& h, const Prose& prose) {
    report::HtmlTable table("Tolls by chapter, as counted",
                            {"chapter", "dates", "civilians killed", "of them reported",
                             "fighters killed", "displaced at the end"});
    for (std::size_t i = 0; i < h.chapters.size(); ++i) {
        const Chapter& c = h.chapters[i];
        table.cell(fmt::format("{}. {}", i + 1, prose.chapters[i].title))
            .cell(prose.chapters[i].dates)
            .number(number(c.toll.civilians))
            .number(number(c.toll.reported))
            .number(number(c.toll.fighters))
            .number(number(c.flight.all))
            .end_row();
    }
    table.cell("In all")
        .cell("")
        .number(number(h.toll.civilians))
        .number(number(h.toll.reported))
        .number(number(h.toll.fighters))
        .number("")
        .end_row("all");
    return table.html();
}

std::string chapter_html(const ChapterProse& c, std::size_t number) {
    std::string out = fmt::format(
        "<section aria-labelledby=\"c{0}\">\n<h2 id=\"c{0}\">{0}. {1} <span "
        "class=\"dates\">{2}</span></h2>\n",
        number, escaped(c.title), escaped(c.dates));
    for (const Paragraph& p : c.paragraphs) out += paragraph_html(p, "");
    return out + "</section>\n";
}

}  // namespace

std::string page_of(const History& h, const Prose& prose, const Source& source) {
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{}: a "
        "history</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p class=\"about\">{}</p>\n",
        report::policy_of({}, style), escaped(prose.title), style, escaped(prose.title),
        escaped(prose.about));
    if (!prose.summary.empty()) out += paragraph_html(prose.summary, "summary");
    for (std::size_t i = 0; i < prose.chapters.size(); ++i)
        out += chapter_html(prose.chapters[i], i + 1);
    out += tolls_html(h, prose);
    if (!prose.caution.empty()) out += paragraph_html(prose.caution, "caution");
    out += fmt::format(
        "<footer>\n<p>Numbers in brackets are events of {}: <code>forestall explain --event</code> "
        "says why each happened. Made by {}.</p>\n<pre>{}</pre>\n</footer>\n",
        escaped(source.file), escaped(source.program), escaped(source.again));
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace forestall::history
