// SPDX-License-Identifier: Apache-2.0
// Where people fled from and to: what a seat is told adds up to what it is told of the host, is
// late, is off by its error, and leaves out homes; the truth is told to no seat.
#include "app/exercise/flows.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "app/exercise/situation.hpp"
#include "app/exercise/small_case.hpp"

namespace forestall::app::exercise {
namespace {

const World& two_valleys() {
    static const auto made = world_of(small_country());
    return *made;
}
PlaceId place_of(const char* name) { return two_valleys().place(name); }

/// Who fled to Mill and Gate.
std::vector<Flow> fled() {
    return {{place_of("Ford"), place_of("Mill"), 6000},
            {place_of("Bridge"), place_of("Mill"), 3000},
            {place_of("Gate"), place_of("Mill"), 4},
            {place_of("Ford"), place_of("Gate"), 500}};
}

struct ToldDesk {
    ExercisePlan plan;
    SeatPlan seat;

    explicit ToldDesk(double error) {
        plan.turn_days = 28;
        plan.fogs = {{"papers", {}, 0, error}};
        seat.name = "Desk";
        seat.fog = "papers";
    }
    std::vector<FlowSeen> of(std::uint64_t member, double at_mill = 9000) const {
        const Luck luck(17, member);
        const std::vector<HostSeen> hosts{{place_of("Mill"), at_mill}, {place_of("Gate"), 500}};
        return flows_told({two_valleys(), luck, plan, seat, {}, {}, 70}, fled(), hosts, 9);
    }
};

TEST(Flows, SharesOutWhatIsToldOfTheHost) {
    const ToldDesk told(0);
    std::set<std::string> seen;
    std::size_t of_ford = 0;
    for (std::uint64_t m = 0; m < 400; ++m)
        for (const FlowSeen& f : told.of(m, 18'000)) {
            seen.insert(f.from + ">" + f.to);
            of_ford += f.from == "Ford" && f.to == "Mill" ? 1 : 0;
            if (f.to == "Gate") {
                EXPECT_EQ(f.people, 500);
            }
            if (f.from == "Ford" && f.to == "Mill") {
                EXPECT_EQ(f.people, 12'000) << "two thirds of twice as many";
            }
        }
    EXPECT_EQ(seen, (std::set<std::string>{"Ford>Mill", "Bridge>Mill", "Ford>Gate"}))
        << "fewer than ten are not told of";
    // 400 draws of 0.8: 320 and at most 4.9 sd of 8.
    EXPECT_NEAR(static_cast<double>(of_ford), 320, 40) << "one home in five is not told of";
}

TEST(Flows, AreOffByTheErrorOfTheSeat) {
    double n = 0, square = 0;
    const ToldDesk told(0.3);
    for (std::uint64_t m = 0; m < 2000; ++m) {
        double ford = 0, bridge = 0;
        for (const FlowSeen& f : told.of(m)) {
            if (f.to != "Mill") continue;
            if (f.from == "Ford") ford = f.people;
            if (f.from == "Bridge") bridge = f.people;
        }
        if (ford == 0 || bridge == 0) continue;
        EXPECT_NEAR(ford + bridge, 9000, 200) << "but for rounding they add up";
        ++n;
        square += std::pow(std::log(ford / bridge / 2), 2);
    }
    // The log of the ratio has the spread of two errors; 4.9 sd of n squares, and rounding.
    const double variance = 2 * 0.3 * 0.3;
    EXPECT_GT(n, 1000);
    EXPECT_NEAR(square / n, variance, 4.9 * variance * std::sqrt(2 / n) + 0.005);
}

TEST(Flows, OfTheSameStepAreToldTheSame) {
    const ToldDesk told(0.3);
    const auto once = told.of(5), again = told.of(5);
    EXPECT_EQ(to_json(once).text(), to_json(again).text());
    EXPECT_NE(to_json(once).text(), to_json(told.of(6)).text());
}

TEST(Flows, NameTheLargestFewHomesOfAHost) {
    ASSERT_LT(most_homes, 8U);
    std::vector<Flow> many;
    ScenarioFiles files = small_country();
    for (int i = 0; i < 8; ++i)
        files["locations.csv"] += "Town " + std::string(1, static_cast<char>('A' + i)) +
                                  ",South,Aru,2," + std::to_string(i) + ",settlement,1\n";
    const auto larger = world_of(files);
    for (int i = 0; i < 8; ++i)
        many.push_back({larger->place("Town " + std::string(1, static_cast<char>('A' + i))),
                        larger->place("Mill"), 100 + 10 * i});
    const ToldDesk told(0);
    const Luck luck(17, 1);
    const std::vector<HostSeen> hosts{{larger->place("Mill"), 1080}};
    const auto seen = flows_told({*larger, luck, told.plan, told.seat, {}, {}, 70}, many, hosts, 9);
    EXPECT_LE(seen.size(), most_homes);
    EXPECT_GE(seen.size(), 3U);
    for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_GE(seen[i - 1].people, seen[i].people);
    EXPECT_EQ(true_flows(many, *larger).size(), 8U) << "the white cell sees all";
    EXPECT_EQ(true_flows(many, *larger).front().from, "Town H");
}

TEST(Flows, AsTheyAreHoldAllButTheLeast) {
    const std::vector<FlowSeen> out = true_flows(fled(), two_valleys());
    ASSERT_EQ(out.size(), 3U);
    EXPECT_EQ(out[0].from, "Ford");
    EXPECT_EQ(out[0].people, 6000);
    EXPECT_EQ(out[2].to, "Gate");
    EXPECT_TRUE(true_flows({}, two_valleys()).empty());
}

TEST(Flows, OfASeatAreOfTheStepThatItSeesAndOfHostsOfWhichItHasWord) {
    Play play = fresh_play(small_case(), fresh_path("flows"));
    EXPECT_TRUE(play.view("Desk")->situation.flows.empty());
    std::size_t seen = 0;
    while (!play.session().over()) {
        play.close_turn(some_time);
        const Situation& s = play.view("Desk")->situation;
        std::map<std::string, double> at, of;
        for (const PlaceSeen& p : s.places)
            if (p.sheltered) at[p.place] = *p.sheltered;
        for (const FlowSeen& f : s.flows) {
            ++seen;
            EXPECT_TRUE(at.contains(f.to)) << "no word came from there";
            EXPECT_GE(f.people, least_flow);
            EXPECT_EQ(f.people, about(f.people)) << "told in round numbers";
            of[f.to] += f.people;
        }
        for (const auto& [host, people] : of) EXPECT_LE(people, 1.05 * at[host] + 5) << host;
    }
    EXPECT_GT(seen, 0U) << "somebody fled";
    const auto course = play.course();
    const std::size_t steps = course->outcome[Series::risk].size();
    ASSERT_EQ(course->flows.size(), steps);
    const std::size_t lag = longest_lag(play.plan(), 7);
    EXPECT_EQ(lag, 2U);
    EXPECT_TRUE(course->flows[steps - 2 - lag].empty()) << "no seat looks at it any more";
    EXPECT_FALSE(course->flows[steps - 1 - lag].empty());
    EXPECT_FALSE(true_situation(*course).flows.empty());
}

template <class Seen>
concept TellsOfTheTruth = requires(const Seen& s) {
    s.weight;
}
|| requires(const Seen& s) { s.told; }
|| requires(const Seen& s) { s.truth; };
static_assert(!TellsOfTheTruth<FlowSeen>);

}  // namespace
}  // namespace forestall::app::exercise
