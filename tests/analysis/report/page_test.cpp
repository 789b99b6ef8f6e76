// SPDX-License-Identifier: Apache-2.0
// The page is self-contained, names every option, says the comparison's own numbers, and nothing
// that a scenario's author writes can become markup or script.
#include "analysis/report/page.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "analysis/comparison/paired.hpp"
#include "analysis/report/assets.hpp"
#include "analysis/report/data_block.hpp"
#include "analysis/report/markup.hpp"
#include "results/assemble.hpp"
#include "results/digest_trailer.hpp"
#include "results/layout.hpp"
#include "results/sample_job.hpp"

namespace forestall {
namespace {

constexpr const char* hostile = "</script><script>alert('x')</script>";

Results sample(std::size_t options, const std::string& name_of_last = "") {
    Header header = testing::sample_header(12, options);
    if (!name_of_last.empty()) header.options.back() = name_of_last;
    if (!name_of_last.empty())
        header.title = header.locations[0].name = header.groups[0] = name_of_last;
    const auto rows = testing::sample_rows(header, testing::all_members(12));
    const std::string image = writer_of_rows(header, rows, Content::whole).finish();
    return Results::from_bytes(image + trailer::of(image), "sample.h5");
}

struct Page {
    comparison::Comparison comparison;
    std::string html;
};

Page page(const Results& results, const report::Context& context = {},
          std::string_view charts = {}) {
    const auto members = comparison::members_of_all(results);
    const auto outcome = comparison::outcome_of(results, "civilian_deaths", members);
    comparison::Plan plan;
    plan.replicates = 199;
    Page out;
    out.comparison =
        comparison::compare(comparison::paired_of(results, outcome, members, 0, {}), plan);
    const comparison::Wording wording{outcome.text, "USD", 2024, 0.03};
    out.html = report::page_of(report::find(results, &out.comparison, wording, "civilian_deaths"),
                               context, charts);
    return out;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

TEST(ReportPage, RefersToNothingOutsideItself) {
    const std::string html = page(sample(3)).html;
    for (const char* attribute : {"src=", "href=\"http", "href='http", "url(", "@import"})
        EXPECT_EQ(count(html, attribute), 0U) << attribute;
    EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

TEST(ReportPage, RunsItsOwnScriptsOnlyAndHasNoneInAttributes) {
    const std::string html = page(sample(3, "mediation@prevention")).html;
    const auto head = html.substr(0, html.find("</head>"));
    for (const char* part :
         {"base-uri 'none'", "form-action 'none'", "script-src 'sha256-", "style-src 'sha256-"})
        EXPECT_EQ(count(head, part), 1U) << part;
    EXPECT_EQ(html.find("unsafe-inline"), std::string::npos);
    EXPECT_LT(head.find("Content-Security-Policy"), head.find("<title"));
    const std::string body =
        html.substr(html.find("<body>"), html.find("<script") - html.find("<body>"));
    EXPECT_FALSE(std::regex_search(body, std::regex("<[^>]* (style|on[a-z]+)=")));
}

TEST(ReportPage, NamesEveryOption) {
    const Results results = sample(3);
    const std::string html = page(results).html;
    for (const std::string& name : results.header().options)
        EXPECT_NE(html.find("<b>" + report::escaped(name) + "</b>"), std::string::npos) << name;
}

TEST(ReportPage, SaysTheNumbersOfTheComparison) {
    const Page made = page(sample(3));
    for (const auto& option : made.comparison.options) {
        EXPECT_NE(made.html.find(report::figure_text(option.mean.value)), std::string::npos);
        if (&option == &made.comparison.options[made.comparison.baseline]) continue;
        EXPECT_NE(made.html.find(report::interval_text(option.difference)), std::string::npos);
    }
    EXPECT_NE(made.html.find(report::escaped(
                  comparison::verdict(made.comparison, {"civilian deaths", "USD", 2024, 0.03}))),
              std::string::npos);
}

TEST(ReportPage, HostileNamesStayText) {
    report::Context context;
    context.conditioned_on = context.file = context.reproduce = hostile;
    context.options[hostile] = {hostile, {hostile}};
    const std::string plain = page(sample(3)).html;
    const std::string html = page(sample(3, hostile), context).html;
    EXPECT_EQ(count(html, "<script"), count(plain, "<script"));
    EXPECT_EQ(count(html, "</script"), count(plain, "</script"));
    EXPECT_NE(html.find("&lt;/script&gt;"), std::string::npos);
}

TEST(ReportPage, EveryTableHasACaptionAndEveryDrawingALabel) {
    const std::string html = page(sample(3)).html;
    EXPECT_EQ(count(html, "<table"), count(html, "<caption>"));
    EXPECT_GT(count(html, "<table"), 6U);
    EXPECT_EQ(count(html, "role=\"img\" aria-label=\""), count(html, "<svg role=\"img\""));
    EXPECT_NE(html.find("<html lang=\"en\">"), std::string::npos);
}

TEST(ReportPage, OfOneOptionComparesNothing) {
    const Results results = sample(1);
    const std::string html = report::page_of(report::find(results, nullptr, {}, ""), {}, {});
    EXPECT_NE(html.find("nothing is compared"), std::string::npos);
    EXPECT_EQ(html.find("id=\"forest\""), std::string::npos);
    EXPECT_NE(html.find("id=\"fan-deaths\""), std::string::npos);
}

TEST(ReportPage, IsTheSameBytesTwice) { EXPECT_EQ(page(sample(3)).html, page(sample(3)).html); }

TEST(ReportPage, CarriesTheChartLibraryItIsGiven) {
    EXPECT_NE(page(sample(2), {}, "var given = 1;").html.find("<script>var given = 1;</script>"),
              std::string::npos);
    EXPECT_EQ(std::string(report::chart_library()).find("</script"), std::string::npos);
}

TEST(ReportPage, HasAMatrixOnlyOfOptionsNamedByInterventionAndStage) {
    EXPECT_EQ(page(sample(2)).html.find("id=\"matrix\""), std::string::npos);
    EXPECT_NE(page(sample(2, "mediation@prevention")).html.find("started at prevention"),
              std::string::npos);
}

TEST(ReportPage, NamesNoElementTwice) {
    const std::string html = page(sample(3, "mediation@prevention")).html;
    std::set<std::string> names;
    for (auto at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
        const std::string name = html.substr(at + 5, html.find('"', at + 5) - at - 5);
        EXPECT_TRUE(names.insert(name).second) << name;
    }
    EXPECT_GT(names.size(), 10U);
}

using comparison::Clear;

/// Sets what the second option does in the typical future.
void plant(comparison::Comparison& c, const comparison::Figure& ratio, Clear clear,
           std::vector<std::size_t> rivals) {
    for (auto& option : c.options) option.answers.deaths = {ratio, 9, 1, {}, clear};
    c.options[0].answers.deaths = {};
    c.options[2].answers.deaths.clear = Clear::open;
    c.typical.best = 1;
    c.typical.not_told = std::move(rivals);
}

TEST(ReportPage, SaysAtOnceThatNothingCanBeTold) {
    Page made = page(sample(3));
    const Results results = sample(3);
    const comparison::Wording wording{"civilian deaths", "USD", 2024, 0.03};
    const auto html = [&] {
        return report::page_of(report::find(results, &made.comparison, wording, "civilian_deaths"),
                               {}, {});
    };
    plant(made.comparison, {0.8, 0.6, 1.1, 0.1}, Clear::open, {2});
    EXPECT_NE(html().find("<b>No option is clearly better than"), std::string::npos);
    EXPECT_NE(html().find("40 % fewer to 10 % more"), std::string::npos);
    EXPECT_NE(html().find("Not sure"), std::string::npos);
    plant(made.comparison, {0.8, 0.7, 0.9, 0.1}, Clear::better, {});
    EXPECT_NE(html().find("works best: 20 % fewer civilian deaths in the typical future"),
              std::string::npos);
    plant(made.comparison, {0.8, 0.7, 0.9, 0.1}, Clear::better, {2});
    EXPECT_NE(html().find("looks best: 20 % fewer civilian deaths"), std::string::npos);
    EXPECT_NE(html().find("It is not clearly better than"), std::string::npos);
    EXPECT_EQ(html().find("Not sure"), std::string::npos);
}

/// The tiles.
std::string tiles_of(const std::string& html) {
    const auto from = html.find("<div class=\"tiles\">");
    return html.substr(from, html.find("<h3 class=\"finding\"", from) - from);
}

TEST(ReportPage, OpensWithHowBadItIsIfNothingIsDone) {
    const Page made = page(sample(3));
    const std::string tiles = tiles_of(made.html);
    const auto first = tiles.find("<h3>");
    EXPECT_EQ(tiles.find("If nothing is done"), first + 4) << tiles;
    EXPECT_NE(
        tiles.find(comparison::rough(made.comparison.outlook.middle_deaths.value) + " killed"),
        std::string::npos);
    EXPECT_NE(tiles.find("Mass killing in "), std::string::npos);
    EXPECT_NE(made.html.find("id=\"exceedance\""), std::string::npos);
}

TEST(ReportPage, NeverSaysAHundredPercent) {
    Page made = page(sample(3));
    const Results results = sample(3);
    const comparison::Wording wording{"civilian deaths", "USD", 2024, 0.03};
    for (auto& option : made.comparison.options) {
        option.p_best = option.p_worse = {1, 0.8, 1, 0};
        option.answers.killing.chance = {1, 0.8, 1, 0};
    }
    made.comparison.outlook.mass_killing = {1, 0.8, 1, 0};
    for (const Clear clear : {Clear::better, Clear::open, Clear::worse}) {
        plant(made.comparison, {1e-9, 1e-12, 1e-6, 0}, clear, {});
        const std::string html = report::page_of(
            report::find(results, &made.comparison, wording, "civilian_deaths"), {}, {});
        const std::string said = html.substr(0, html.find("id=\"costs\""));
        for (const char* all : {"100 %", "100\u00a0%"})
            EXPECT_EQ(said.find(all), std::string::npos)
                << said.substr(std::max<std::size_t>(said.find(all), 200) - 200, 300);
        EXPECT_NE(tiles_of(html).find("&gt;\u00a099"), std::string::npos) << tiles_of(html);
    }
}

TEST(ReportPage, GivesAnAnswerTheSameIntervalInHeadlineTileDrawingAndTable) {
    Page made = page(sample(3));
    const Results results = sample(3);
    const comparison::Wording wording{"civilian deaths", "USD", 2024, 0.03};
    plant(made.comparison, {0.8, 0.7, 0.9, 0.1}, Clear::better, {});
    const std::string html = report::page_of(
        report::find(results, &made.comparison, wording, "civilian_deaths"), {}, {});
    EXPECT_GE(count(html, "10 to 30 % fewer"), 5U) << "headline, tile, verdict, drawing, table";
}

TEST(ReportPage, PutsAFindingOverEveryDrawing) {
    const std::string html = page(sample(3)).html;
    for (const char* figure : {"exceedance", "forest", "plane", "acceptability", "aims",
                               "fan-deaths", "fan-displaced", "stage-shares"}) {
        const auto at = html.find(std::string("<figure id=\"") + figure);
        ASSERT_NE(at, std::string::npos) << figure;
        const auto before = html.rfind("<h3 class=\"finding\">", at);
        ASSERT_NE(before, std::string::npos) << figure;
        EXPECT_EQ(html.substr(before, at - before).find("<figure"), std::string::npos) << figure;
    }
}

TEST(ReportPage, HasWhatWorksAtWhichStage) {
    const Results results = sample(3);
    const Page made = page(results);
    report::Findings f = report::find(results, &made.comparison,
                                      {"civilian deaths", "USD", 2024, 0.03}, "civilian_deaths");
    EXPECT_EQ(report::page_of(f, {}, {}).find("begun at which stage?"), std::string::npos);
    f.compared->by_stage = {"prevention: <none> of 3"};
    EXPECT_NE(report::page_of(f, {}, {}).find("<b>prevention</b>: &lt;none&gt; of 3."),
              std::string::npos);
}

TEST(ReportPage, GivesTheIntervalOfAMeanDifference) {
    const Results results = sample(3);
    const Page made = page(results);
    for (std::size_t o = 1; o < 3; ++o) {
        const std::string words = report::interval_text(made.comparison.options[o].difference);
        EXPECT_GE(count(made.html, words), 1U);
    }
    EXPECT_NE(made.html.find("hold for all options together"), std::string::npos);
}

TEST(ReportPage, TellsWhatDelaysCost) {
    const Results results = sample(3, "mediation@prevention+13w");
    const Page made = page(results);
    report::Findings f = report::find(results, &made.comparison,
                                      {"civilian deaths", "USD", 2024, 0.03}, "civilian_deaths");
    EXPECT_EQ(report::page_of(f, {}, {}).find("id=\"waiting\""), std::string::npos);
    f.compared->waits = {{"mediation",
                          "prevention",
                          "prevention + 13 w",
                          13,
                          {7, -2, 16, 1},
                          {0.5, -0.2, 1.2, 0.1}}};
    const std::string html = report::page_of(f, {}, {});
    EXPECT_NE(html.find("id=\"waiting\""), std::string::npos);
    EXPECT_NE(html.find("The one delay has no clear cost."), std::string::npos);
    EXPECT_NE(html.find("7 (-2 to 16)"), std::string::npos);
    EXPECT_EQ(html.find("started at prevention+13w"), std::string::npos)
        << "a delay is not a stage";
}

TEST(ReportPage, TellsWhatHoldsGivenTheStage) {
    const Results results = sample(3, "mediation@prevention");
    const Page made = page(results);
    report::Findings f = report::find(results, &made.comparison,
                                      {"civilian deaths", "USD", 2024, 0.03}, "civilian_deaths");
    EXPECT_EQ(report::page_of(f, {}, {}).find("id=\"given\""), std::string::npos);
    comparison::StageMatrix& given = f.compared->given;
    given.continuations = {4, 12};
    given.reliability = 0.62;
    given.stages = {{"prevention", {0.9, 0.8, 1, 0.03}, {700, 600, 800, 40}, 31},
                    {"response", {0.1, 0.05, 0.15, 0.02}, {900, 700, 1100, 90}, 9}};
    given.cells = {
        {{"mediation", "prevention", 0}, 1, {-70, -120, -20, 20}, {}, {}, 31, 30, "dissuade"},
        {{"mediation", "response", 0}, 2, {-7, -20, 6, 5}, {-6, -15, 3, 4}, {}, 9, 8, "dissuade"},
        {{"troops", "response", 0}, 2, {11, -2, 24, 5}, {9, 1, 17, 4}, {}, 9, 8, "protect"}};
    const std::string html = report::page_of(f, {}, {});
    const auto from = html.find("id=\"given\"");
    ASSERT_NE(from, std::string::npos);
    const std::string section = html.substr(from, html.find("</section>", from) - from);
    EXPECT_NE(section.find("1 of 3 cells are clearly better"), std::string::npos);
    EXPECT_NE(section.find("✓ " + report::interval_text(given.cells[0].difference)),
              std::string::npos);
    EXPECT_EQ(section.find(report::interval_text(given.cells[1].difference)), std::string::npos)
        << "what says nothing has a range alone";
    EXPECT_NE(section.find("-20 to 6"), std::string::npos);
    EXPECT_NE(section.find("≈ " + report::interval_text(given.cells[2].pooled)), std::string::npos);
    EXPECT_NE(section.find("Reliability of the table: 0.62"), std::string::npos);
}

TEST(ReportPage, HasADrawingOfAcceptabilityForATelephoneToo) {
    const std::string html = page(sample(3)).html;
    const auto from = html.find("id=\"acceptability\""), end = html.find("</figure>", from);
    const std::string figure = html.substr(from, end - from);
    EXPECT_NE(figure.find("class=\"wide-only\" viewBox=\"0 0 720 "), std::string::npos);
    EXPECT_NE(figure.find("class=\"narrow-only\" viewBox=\"0 0 380 "), std::string::npos);
}

}  // namespace
}  // namespace forestall
