// SPDX-License-Identifier: Apache-2.0
// The page of a history is one file without a script, and nothing that a scenario's author writes
// can become markup.
#include "analysis/explain/history_page.hpp"

#include <gtest/gtest.h>

#include <regex>

#include "analysis/explain/made_run.hpp"

namespace forestall::history {
namespace {

using namespace test::made;

constexpr const char* hostile = "<script>alert('x')</script><img src=x onerror=\"y\">";

std::string page(const MadeRun& run) {
    const History h = run.history();
    return page_of(h, prose_of(h, run.record()),
                   {"run.h5", "forestall 1 (abc)", "forestall run DIR"});
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

TEST(HistoryPage, HasAChapterEachAndTheTollsOfTheFile) {
    const MadeRun run = MadeRun::war();
    const std::string html = page(run);
    EXPECT_EQ(count(html, "<section "), run.history().chapters.size());
    EXPECT_EQ(count(html, "<section "), count(html, "</section>"));
    EXPECT_NE(html.find("<td class=\"n\">1,200</td>"), std::string::npos) << "civilians in all";
    EXPECT_NE(html.find("<td class=\"n\">1,068</td>"), std::string::npos) << "fighters in all";
}

TEST(HistoryPage, LoadsNothingAndRunsNothing) {
    const std::string html = page(MadeRun::war());
    EXPECT_EQ(count(html, "<script"), 0u);
    EXPECT_EQ(count(html, "src="), 0u);
    EXPECT_EQ(count(html, "href="), 0u);
    EXPECT_EQ(count(html, "style=\""), 0u) << "the policy would refuse it";
    EXPECT_NE(
        html.find("default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'none'"),
        std::string::npos);
}

TEST(HistoryPage, NamesThatAreMarkupStayText) {
    MadeRun run = MadeRun::war();
    run.header.title = hostile;
    run.header.options = {hostile};
    run.given = hostile;
    for (auto& place : run.header.locations) place.name = hostile;
    for (auto& name : run.header.actors) name = hostile;
    for (auto& name : run.header.groups) name = hostile;
    run.add(70, EventKind::intervention, hostile);
    const History h = run.history();
    const std::string html = page_of(h, prose_of(h, run.record()), {hostile, hostile, hostile});
    EXPECT_EQ(count(html, "<script"), 0u);
    EXPECT_EQ(count(html, "<img"), 0u);
    EXPECT_GT(count(html, "&lt;script&gt;"), 20u);
    const std::regex tag("<(/?)([a-z0-9]+)");
    std::map<std::string, int> open;
    for (std::sregex_iterator at(html.begin(), html.end(), tag), end; at != end; ++at)
        open[(*at)[2]] += (*at)[1].length() == 0 ? 1 : -1;
    for (const auto& entry : open)
        EXPECT_TRUE(entry.second == 0 || entry.first == "meta") << entry.first;
}

/// The twin: a page whose names were not escaped is found.
TEST(HistoryPage, AnUnescapedNameWouldBeFound) {
    const std::string html = page(MadeRun::war()) + hostile;
    EXPECT_EQ(count(html, "<script"), 1u);
}

TEST(HistoryPage, EqualRunsGiveEqualPages) {
    EXPECT_EQ(page(MadeRun::war()), page(MadeRun::war()));
}

}  // namespace
}  // namespace forestall::history
