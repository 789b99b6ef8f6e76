// SPDX-License-Identifier: Apache-2.0
// What was read is in the world or dropped for a reason that was said: over generated scenarios,
// instances and files of events whose rows are lost in every way there is.
#include "scenario/tally.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "scenario/importers/flee.hpp"
#include "scenario/importers/ucdp.hpp"
#include "scenario/tally_world.hpp"
#include "scenario/text.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

constexpr int generated = 300;

struct Generator {
    std::mt19937_64 engine;
    explicit Generator(std::uint64_t seed) : engine(seed) {}
    int below(int n) { return static_cast<int>(engine() % static_cast<std::uint64_t>(n)); }
    /// `good`, or with a chance of one in five, where faults are wanted, one of `bad`.
    std::string one(bool faults, std::string good, std::initializer_list<const char*> bad) {
        if (!faults || below(5) != 0) return good;
        return *(bad.begin() + below(static_cast<int>(bad.size())));
    }
    std::string date(int from, int to) {
        return date_text(*parse_date("2030-01-01") + from + below(to - from));
    }
};

/// A scenario of 28 days and what its cells say, for the reader to agree with.
struct Made {
    ScenarioFiles files;
    double persons = 0;
    double deaths = 0;
    double violence_rows = 0;
    double closures = 0;
};

double said(const std::string& cell) {
    const auto value = parse_integer(cell);
    return value && *value >= 0 && *value <= Limits{}.persons ? static_cast<double>(*value) : 0;
}

Made make(std::uint64_t seed, bool faults) {
    Generator g(seed);
    Made m;
    const int places = 3 + g.below(4);
    std::string locations = "name,country,latitude,longitude,kind\nCamp,Besh,0,9,camp\n";
    std::string routes = "from,to,km\n";
    std::string populations = "location,group,persons\n";
    for (int p = 0; p < places; ++p) {
        locations +=
            fmt::format("P{},Aru,0,{},settlement\n", g.one(faults, std::to_string(p), {"0"}), p);
        routes += fmt::format("P{},{},120\n", g.one(faults, std::to_string(p), {"1"}),
                              g.one(faults, p == 0 ? "Camp" : "P0", {"Nowhere", "P0", "Camp"}));
        for (const char* group : {"Highlanders", "Lowlanders"}) {
            const std::string persons =
                g.one(faults, std::to_string(100 + g.below(900)), {"many", "-5", ""});
            populations += fmt::format(
                "{},{},{}\n", g.one(faults, fmt::format("P{}", p), {"Nowhere", "Camp", "P0"}),
                g.one(faults, group, {"Nobody", "Highlanders"}), persons);
            m.persons += said(persons);
        }
    }
    std::string violence =
        "first,last,location,kind,target,deaths_low,deaths,deaths_high,battle,source\n";
    for (int e = 0; e < 20; ++e) {
        const int from = g.below(80) - 40;
        const std::string deaths = g.one(faults, std::to_string(g.below(40)), {"some", ""});
        violence +=
            fmt::format("{},{},P{},one_sided,{},{},{},{},{},test\n",
                        g.one(faults, g.date(from, from + 1), {"2030-02-30", ""}),
                        g.one(true, g.date(from, from + 9), {"", "2029-01-01", "2031-01-01"}),
                        g.one(faults, std::to_string(g.below(places)), {"X"}),
                        g.one(faults, "Highlanders", {"Nobody"}), deaths.empty() ? "" : "0", deaths,
                        deaths.empty() ? "" : "50", g.below(5));
        m.deaths += deaths.empty() ? 0 : said(deaths);
        m.violence_rows += 1;
    }
    std::string toml =
        "title = \"Made\"\nhome = [\"Aru\"]\nperiod = { start = 2030-01-01, end = 2030-01-28 "
        "}\nstep = \"7 d\"\n"
        "[[group]]\nname = \"Highlanders\"\n[[group]]\nname = \"Lowlanders\"\n"
        "[[actor]]\nname = \"Army\"\nkind = \"government\"\n";
    for (int c = 0; c < 6; ++c) {
        const int from = g.below(90) - 40;
        toml += fmt::format("[[closure]]\nplace = \"{}\"\nfirst = {}\nlast = {}\n",
                            g.one(faults, "P1", {"X"}), g.date(from, from + 1),
                            g.date(from + 1, from + 9));
        m.closures += 1;
    }
    for (int t = 0; t < 4; ++t)
        toml += fmt::format("[[trigger]]\nname = \"T{}\"\nkind = \"election\"\nday = {}\n",
                            g.one(faults, std::to_string(t), {"0"}), g.date(-20, 50));
    m.files = {
        {"scenario.toml", toml},
        {"locations.csv", locations},
        {"routes.csv", routes},
        {"populations.csv", populations},
        {"violence.csv", violence},
        {"control.csv", fmt::format("location,actor,share\nP0,Army,{}\nP1,{},0.3\n",
                                    g.one(faults, "0.5", {"7"}), g.one(faults, "Army", {"Navy"}))},
        {"observed/camps.csv",
         fmt::format("date,location,persons\n{},Camp,5\n{},{},7\n", g.date(0, 9), g.date(9, 60),
                     g.one(faults, "Camp", {"X"}))}};
    if (faults && g.below(2) == 0)
        m.files["options/b.toml"] = g.below(2) == 0 ? "title = [" : "nothing = 1\n";
    return m;
}

/// Every line adds up and nothing is dropped without a word.
void expect_conserved(const Tally& tally, const std::string& told) {
    const auto check = [&](const std::string& name, const TallyLine& line) {
        EXPECT_NEAR(line.read, line.in_world + line.lost(), 1e-6 * std::max(1.0, line.read))
            << name << "\n"
            << told;
        EXPECT_FALSE(line.dropped.contains("not said")) << name << "\n" << told;
    };
    for (const auto& [name, line] : tally.things) check(name, line);
    for (const auto& [name, line] : tally.rows) check(name, line);
    EXPECT_TRUE(tally.balanced());
}

TEST(Tally, HoldsForScenariosWithoutErrors) {
    double lost = 0;
    for (int seed = 0; seed < generated; ++seed) {
        const Made m = make(static_cast<std::uint64_t>(seed), false);
        const Loaded loaded = load(m.files);
        if (!loaded.tables) continue;  // an event may end before it starts
        const Tally t = tally_scenario(m.files, test_tables);
        expect_conserved(t, told(loaded));
        EXPECT_EQ(t.things.at("persons").read, m.persons);
        EXPECT_EQ(t.things.at("persons").in_world, m.persons);
        EXPECT_EQ(t.things.at("violence_deaths").read, m.deaths) << m.files.at("violence.csv");
        EXPECT_EQ(t.rows.at("violence.csv").read, m.violence_rows);
        EXPECT_EQ(t.things.at("closures").read, m.closures);
        lost += t.things.at("violence_deaths").lost();
        double in_world = 0;
        const World world = World::build(*loaded.tables);
        for (const auto& home : world.populations()) in_world += static_cast<double>(home.persons);
        EXPECT_EQ(t.things.at("persons").in_world, in_world);
    }
    EXPECT_GT(lost, 0);
}

TEST(Tally, HoldsForScenariosWithEveryFault) {
    std::set<std::string> reasons;
    for (int seed = 0; seed < generated; ++seed) {
        const Made m = make(static_cast<std::uint64_t>(seed), true);
        const Loaded loaded = load(m.files);
        const Tally t = tally_scenario(m.files, test_tables);
        expect_conserved(t, told(loaded));
        EXPECT_EQ(t.things.at("persons").read, m.persons) << told(loaded);
        for (const auto& [reason, amount] : t.all_rows().dropped) reasons.insert(reason);
    }
    for (const char* reason :
         {"an event lies outside the period", "a place is not in locations.csv",
          "a group is not in scenario.toml", "an actor is not in scenario.toml",
          "a name is used twice", "two routes join the same places", "a row repeats another",
          "not a date", "not a number", "a cell is blank that must be filled in"})
        EXPECT_TRUE(reasons.contains(reason)) << reason;
}

TEST(Tally, HoldsForFleeInstances) {
    std::set<std::string> reasons;
    int written = 0;
    for (int seed = 0; seed < generated; ++seed) {
        Generator g(static_cast<std::uint64_t>(seed));
        std::string locations =
            "#name,region,country,latitude,longitude,location_type,conflict_date,population\n";
        std::string routes = "#name1,name2,distance,forced_redirection\n";
        std::string head = "#Day";
        for (int p = 0; p < 6; ++p) {
            const std::string name = "P" + g.one(p > 1, std::to_string(p), {"0"});
            locations += fmt::format(
                "{},R,{},0,{},{},0,{}\n", name, p < 4 ? "Aru" : "Besh", p,
                p < 2 ? "conflict_zone" : g.one(true, "town", {"camp", "marker", "village"}),
                g.one(p > 0, std::to_string(50 + g.below(500)), {"", "many"}));
            routes += fmt::format("P{},P{},{},0\n", g.below(6),
                                  g.one(true, std::to_string(p), {"9"}), 100 + p);
            head += fmt::format(",P{}", g.one(true, std::to_string(p), {"9", "0"}));
        }
        std::string flags = head + "\n";
        for (int day = 0; day < 9; ++day)
            flags +=
                fmt::format("{},1,{},{},{},0,0,0\n", g.one(true, std::to_string(day), {"x", "0"}),
                            g.below(2), day / 8, g.one(true, "1", {"", "x", "-1", "2"}));
        std::string closures = "#closure_type,name1,name2,closure_start,closure_end\n";
        for (const char* row :
             {"country,Aru,Besh,2,5", "country,Aru,Zed,2,5", "camp,P1,,30,0", "moon,P1,,0,0"})
            closures += std::string(row) + "\n";
        std::string series = "date,count\n";
        for (int day = 0; day < 12; ++day)
            series +=
                fmt::format("{},{}\n", g.one(true, g.date(day, day + 1), {"2030-01-01", "soon"}),
                            g.one(true, std::to_string(10 * day), {"", "x"}));
        ScenarioFiles files{
            {"locations.csv", locations},
            {"routes.csv", routes},
            {"conflicts.csv", flags},
            {"closures.csv", closures},
            {"sim_period.csv", fmt::format("StartDate,2030-01-01\nLength,{}\n", 5 + g.below(9))},
            {"registration_corrections.csv", "P5,2030-01-04\nP8,2030-01-04\nP5,never\n"},
            {"source_data/data_layout.csv", "total,t.csv\nP5,a.csv,b.csv\nP7,c.csv\n"},
            {"source_data/a.csv", series},
            {"source_data/c.csv", series}};
        if (g.below(2) == 0)
            files["observed_daily.csv"] = "day,date,total_in_camps,P5\n0,,1,1\n1,,2,2\nx,,3,3\n";
        const ImportReport report = convert_flee(files);
        if (report.diagnostics.has_errors()) continue;
        ++written;
        std::string told_all;
        for (const auto& d : report.diagnostics.all()) told_all += to_string(d) + "\n";
        expect_conserved(report.tally, locations + routes + flags + told_all);
        for (const auto& [reason, amount] : report.tally.all_rows().dropped) reasons.insert(reason);
        for (const auto& [reason, amount] : report.tally.things.at("persons").dropped)
            reasons.insert(reason);
    }
    EXPECT_GT(written, generated / 3);
    for (const char* reason :
         {"abroad", "the location is listed twice", "after the period", "no count",
          "a counted camp is not a location", "observed_daily.csv is used instead"})
        EXPECT_TRUE(reasons.contains(reason)) << reason;
}

TEST(Tally, HoldsForFilesOfEvents) {
    for (int seed = 0; seed < generated; ++seed) {
        Generator g(static_cast<std::uint64_t>(seed));
        std::string text =
            "id,type_of_violence,side_a,side_b,latitude,longitude,low,best,high,date_start,date_"
            "end\n";
        double deaths = 0;
        for (int row = 0; row < 30; ++row) {
            const std::string best = g.one(true, std::to_string(g.below(90)), {"", "x", "-1"});
            deaths += said(best);
            text += fmt::format("{},{},a,b,{},30,0,{},99,{},2012-01-05 00:00:00.000\n",
                                g.one(true, std::to_string(row), {"", "0"}),
                                g.one(true, "3", {"7"}), g.one(true, "1.5", {"95", ""}), best,
                                g.one(true, "2012-01-05", {"2012-13-01"}));
        }
        const UcdpReading reading = read_ucdp("ged.csv", text);
        expect_conserved(reading.tally, text);
        EXPECT_EQ(reading.tally.things.at("deaths").read, deaths);
        EXPECT_EQ(reading.tally.rows.at("ged.csv").read, 30);
    }
}

TEST(Tally, IsOutOfBalanceIfSomethingIsLostWithoutAWord) {
    Tally tally;
    tally.things["persons"] = {.read = 100, .in_world = 90, .dropped = {{"abroad", 10}}};
    EXPECT_TRUE(tally.balanced());
    tally.things["persons"].in_world = 89;
    EXPECT_FALSE(tally.balanced());
    EXPECT_EQ(tally.things["persons"].unexplained(), 1);
}

}  // namespace
}  // namespace forestall::testing
