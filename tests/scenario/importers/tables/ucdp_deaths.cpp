// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/ucdp_deaths.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "scenario/importers/tables/ucdp_events.hpp"
#include "scenario/observed/observations_text.hpp"

namespace forestall::testing {
namespace {

DeathsWish wish() {
    return {.first = *parse_date("2030-01-01"), .last = *parse_date("2030-06-30"), .source = "GED"};
}

/// A file as read_ucdp() would have read it.
UcdpFile file_of(std::vector<UcdpEvent> events, const std::string& name = "ged.csv") {
    UcdpFile out{name, {}};
    TallyLine& rows = out.reading.tally.rows[name];
    TallyLine& deaths = out.reading.tally.things["deaths"];
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].id == "1") events[i].id = name + std::to_string(i);
        rows.read += 1;
        deaths.read += real(events[i].best);
    }
    rows.in_world = rows.read;
    deaths.in_world = deaths.read;
    out.reading.events = std::move(events);
    return out;
}

DeathsImport deaths_in(const std::vector<UcdpFile>& files, const DeathsWish& w = wish()) {
    static const Atlas atlas;
    return deaths_of(files, atlas.by_map(), w);
}

UcdpEvent lasting(UcdpEvent e, const char* first, const char* last) {
    e.first = *parse_date(first);
    e.last = *parse_date(last);
    return e;
}

Persons all_deaths(const DeathsImport& d) {
    return std::accumulate(d.rows.begin(), d.rows.end(), Persons{0},
                           [](Persons n, const DeathsRow& r) { return n + r.deaths; });
}

TEST(UcdpDeaths, AreSummedByMonthKindAndSpot) {
    UcdpEvent one_sided = event_at(0.5, 0.5);
    one_sided.type = UcdpType::one_sided;
    const DeathsImport d = deaths_in(
        {file_of({event_at(0.5, 0.5), event_at(0.4, 0.6), one_sided, event_at(0.5, 1.5)})});
    ASSERT_EQ(d.rows.size(), 4U);  // communal violence: a row of none
    EXPECT_EQ(d.rows[0].kind, ViolenceKind::battle);
    EXPECT_EQ(d.rows[0].where, (Spot{.location = "Ford"}));
    EXPECT_EQ(d.rows[0].low, 6);
    EXPECT_EQ(d.rows[0].deaths, 10);
    EXPECT_EQ(d.rows[0].high, 18);
    EXPECT_EQ(d.rows[1].where, (Spot{.location = "Mill"}));
    EXPECT_EQ(d.rows[2].kind, ViolenceKind::one_sided);
    EXPECT_EQ(d.rows[3].kind, ViolenceKind::communal);
    EXPECT_EQ(d.rows[3].deaths, 0);
    EXPECT_TRUE(d.rows[3].where.anywhere());
}

TEST(UcdpDeaths, OfAnEventOfSeveralMonthsAreSharedOutByDays) {
    UcdpEvent e = lasting(event_at(0.5, 0.5), "2029-12-22", "2030-02-09");
    e.low = 0;
    e.best = 50;  // 50 days: 10, 31, 9
    e.high = 100;
    const DeathsImport d = deaths_in({file_of({e})});
    EXPECT_EQ(d.rows[0].deaths, 31);
    EXPECT_EQ(d.rows[0].high, 62);
    EXPECT_EQ(all_deaths(d), 40);
    const TallyLine& deaths = d.tally.things.at("deaths");
    EXPECT_EQ(deaths.in_world, 40);
    EXPECT_EQ(deaths.dropped.at("outside the period"), 10);
    EXPECT_EQ(d.tally.rows.at("ged.csv").in_world, 1);
    EXPECT_TRUE(d.tally.balanced());
}

TEST(UcdpDeaths, OfAMonthThatWasWatchedHaveARowAndOfOthersNone) {
    const auto files = std::vector{file_of({lasting(event_at(0.5, 0.5), "2030-02-03", "2030-02-03"),
                                            lasting(event_at(3, 3), "2030-04-03", "2030-04-03")})};
    const auto months = [](const DeathsImport& d) {
        std::set<std::string> out;
        for (const DeathsRow& row : d.rows) out.insert(month_text(row.month));
        return out;
    };
    EXPECT_EQ(months(deaths_in(files)), (std::set<std::string>{"2030-02", "2030-03", "2030-04"}));
    DeathsWish w = wish();
    w.since = w.first;
    w.until = *parse_date("2031-12-31");
    EXPECT_EQ(months(deaths_in(files, w)).size(), 6U);
}

TEST(UcdpDeaths, ElsewhereAreCountedByAreaAndAreNoFault) {
    UcdpEvent abroad = event_at(0.5, 0.5);
    abroad.country = "Besh";
    const DeathsImport d = deaths_in({file_of({event_at(3, 3), event_at(4, 4), abroad})});
    EXPECT_EQ(d.elsewhere.at("Far").events, 2U);
    EXPECT_EQ(d.elsewhere.at("Far").deaths, 10);
    EXPECT_EQ(d.other_countries.at("Besh"), 1U);
    EXPECT_EQ(d.tally.things.at("deaths").dropped.at(elsewhere), 10);
    EXPECT_EQ(d.tally.things.at("deaths").dropped.at(other_country), 5);
    EXPECT_TRUE(d.tally.balanced());
}

TEST(UcdpDeaths, OfAnEventInTwoFilesAreCountedOnce) {
    UcdpEvent e = event_at(0.5, 0.5);
    e.id = "77";
    const DeathsImport d = deaths_in({file_of({e}, "a.csv"), file_of({e}, "b.csv")});
    EXPECT_EQ(all_deaths(d), 5);
    EXPECT_EQ(d.tally.rows.at("b.csv").dropped.at("repeats an event"), 1);
    EXPECT_TRUE(d.tally.balanced());
}

TEST(UcdpDeaths, HaveTheCoverageOfTheirKind) {
    DeathsWish w = wish();
    w.coverage[ViolenceKind::battle] = 0.5;
    const DeathsImport d = deaths_in({file_of({event_at(0.5, 0.5)})}, w);
    EXPECT_EQ(d.rows[0].coverage, 0.5);
    EXPECT_FALSE(d.rows[1].coverage);
}

TEST(UcdpDeaths, AreInTheTableOrDroppedWhateverTheEvents) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<UcdpEvent> events(random() % 40);
        for (UcdpEvent& e : events) {
            e = event_at(static_cast<double>(random() % 700) / 100 - 2,
                         static_cast<double>(random() % 700) / 100 - 2,
                         static_cast<int>(random() % 8));
            e.first = *parse_date("2029-10-01") + static_cast<std::int32_t>(random() % 400);
            e.last = e.first + static_cast<std::int32_t>(random() % 90);
            e.best = static_cast<Persons>(random() % 30);
            e.low = static_cast<Persons>(random() % 40);  // not always in order
            e.high = static_cast<Persons>(random() % 50);
            e.type = static_cast<UcdpType>(1 + random() % 3);
            if (random() % 10 == 0) e.country = "Besh";
        }
        const DeathsImport d = deaths_in({file_of(events)});
        ASSERT_TRUE(d.tally.balanced());
        ASSERT_EQ(real(all_deaths(d)), d.tally.things.at("deaths").in_world);
        ASSERT_EQ(real(static_cast<Persons>(d.events)), d.tally.rows.at("ged.csv").in_world);
        const Observations o = observe(deaths_file, deaths_text(d.rows));
        ASSERT_EQ(told(o.diagnostics), d.rows.empty() ? told(o.diagnostics) : "");
        ASSERT_EQ(o.deaths.size(), d.rows.size());
    }
}

TEST(UcdpDeaths, OfMonthsThatTheFilesDoNotCoverWholeAreLeftOut) {
    DeathsWish w = wish();
    w.since = *parse_date("2030-01-04");
    w.until = *parse_date("2030-02-28");
    UcdpEvent both = lasting(event_at(0.5, 0.5), "2030-01-30", "2030-02-08");  // 2 days, 8 days
    both.best = 10;
    const DeathsImport d = deaths_in({file_of({event_at(0.5, 0.5), both})}, w);
    for (const DeathsRow& row : d.rows) EXPECT_EQ(month_text(row.month), "2030-02");
    EXPECT_EQ(all_deaths(d), 8);
    const TallyLine& deaths = d.tally.things.at("deaths");
    EXPECT_EQ(deaths.dropped.at("in a month that the files do not cover whole"), 7);
    EXPECT_EQ(d.events, 1U);
    EXPECT_TRUE(d.tally.balanced());
}

TEST(UcdpDeaths, ElsewhereAreThoseOfThePeriod) {
    UcdpEvent half = lasting(event_at(3, 3), "2029-12-31", "2030-01-01");
    half.best = 10;
    const UcdpEvent before = lasting(event_at(3, 3), "2029-06-01", "2029-06-01");
    const DeathsImport d = deaths_in({file_of({half, before})});
    EXPECT_EQ(d.elsewhere.at("Far").events, 1U);
    EXPECT_EQ(d.elsewhere.at("Far").deaths, 5);
    const TallyLine& deaths = d.tally.things.at("deaths");
    EXPECT_EQ(deaths.dropped.at(elsewhere), 5);
    EXPECT_EQ(deaths.dropped.at("outside the period"), 10);
    EXPECT_TRUE(d.tally.balanced());
}

TEST(UcdpDeaths, FarFromEverySettlementAreToldWhereNothingSaysWhatIsTooFar) {
    const Atlas atlas;
    const std::vector files{file_of({event_at(3, 3), event_at(0.5, 0.5)})};
    const DeathsImport d = deaths_of(files, atlas.by_distance(std::nullopt), wish());
    EXPECT_NE(told(d.diagnostics).find("ged.csv: warning W217: 5 deaths lie more than 100 km"),
              std::string::npos)
        << told(d.diagnostics);
    EXPECT_EQ(told(deaths_of(files, atlas.by_distance(200), wish()).diagnostics), "");
}

}  // namespace
}  // namespace forestall::testing
