// SPDX-License-Identifier: Apache-2.0
// Forged files: rows go through the project's own writer with one number changed, so that digests
// and shapes are right and only the number is false.
#include "analysis/search/verification.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "engine/armed_worlds.hpp"
#include "ensemble/runs.hpp"
#include "results/assemble.hpp"
#include "results/run_file.hpp"
#include "results/scratch.hpp"

namespace forestall::analysis {
namespace {

Job small_job() {
    WorldTables t = test::armed_country();
    t.settings.days = 42;
    t.options = {{.name = "Idle", .title = "Idle", .actions = {}}};
    Job job = test::job_of(t, 3);
    job.options = {"none", "Idle"};
    return job;
}

struct Stored {
    Job job = small_job();
    Header header = header_of(job, {"1", "2"});
    std::vector<MemberRow> rows;

    Stored() {
        const std::vector<std::uint64_t> members = {0, 1, 2};
        run_ensemble(job, members, 3, Parallel(), false,
                     [&](std::vector<MemberRow> some) { rows = std::move(some); });
    }
    Results file() const {
        return Results::from_image_without_digest(
            writer_of_rows(header, rows, Content::whole).finish(), "forged.h5");
    }
    /// Against the header that the job gives, whatever the file was written with.
    std::vector<ValueDifference> said(Demand demand = Demand::everything) const {
        return said_differences(file(), header_of(job, {"1", "2"}), demand);
    }
    std::vector<Mismatch> found(std::size_t position) const {
        return rerun(job, file(), position, {"serial", 1, 0});
    }
};

std::vector<double>& values_of(MemberOutcome& outcome, const Variable& v) {
    if (v.along == Along::time) return outcome.series[v.index];
    return v.along == Along::location ? outcome.per_place[v.index] : outcome.per_group[v.index];
}

TEST(Spread, TakesFirstLastAndEvenSteps) {
    EXPECT_EQ(spread(100, 3), (std::vector<std::size_t>{0, 49, 99}));
    EXPECT_EQ(spread(3, 20), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(spread(5, 1), (std::vector<std::size_t>{0}));
    EXPECT_TRUE(spread(5, 0).empty());
}

TEST(Verify, AnHonestFileIsAsComputed) {
    const Stored stored;
    for (std::size_t position = 0; position < 3; ++position)
        EXPECT_TRUE(stored.found(position).empty());
    EXPECT_EQ(sentence_of(stored.said()), "");
}

TEST(Verify, FindsOneChangedNumberOfAnyVariableAndSaysWhere) {
    const Stored honest;
    for (const Variable& v : all_variables()) {
        if (length_of(honest.header, v) == 0) continue;  // without continuations
        Stored forged = honest;
        MemberOutcome& outcome = forged.rows[1].by_option[1];
        std::string where;
        if (v.along == Along::nothing) {
            outcome.scalars[v.index] = outcome.scalars[v.index] == 1 ? 2 : 1;
        } else {
            std::vector<double>& values = values_of(outcome, v);
            values[2] = values[2] == 1 ? 2 : 1;
            where = v.along == Along::location ? "place C town" : "group Lowlanders";
            if (v.along == Along::time) where = "step 2, day 14";
        }
        const auto found = forged.found(1);
        ASSERT_EQ(found.size(), 1u) << v.spec->name;
        EXPECT_EQ(found[0].member, 1u);
        EXPECT_EQ(found[0].option, "Idle");
        EXPECT_EQ(found[0].value.variable, v.spec->name);
        EXPECT_EQ(found[0].value.where, where);
        EXPECT_EQ(found[0].value.differing, 1u);
        EXPECT_NE(found[0].value.stored, found[0].value.computed);
        EXPECT_TRUE(forged.found(0).empty()) << "other members are honest";
    }
}

TEST(Verify, DrawsContinuationsAgain) {
    WorldTables t = test::armed_country();
    t.options = {{.name = "Idle@prevention", .title = "Idle", .actions = {}}};
    Stored honest;
    honest.job = test::job_of(t, 3);
    honest.job.options = {"none", "Idle@prevention"};
    honest.job.continuations = {2, 2};
    honest.header = header_of(honest.job, {"1", "2"});
    run_ensemble(honest.job, std::vector<std::uint64_t>{0, 1, 2}, 3, Parallel(), false,
                 [&](std::vector<MemberRow> some) { honest.rows = std::move(some); });
    EXPECT_EQ(sentence_of(honest.said()), "");
    for (std::size_t position = 0; position < 3; ++position)
        EXPECT_TRUE(honest.found(position).empty());
    MemberOutcome& told = honest.rows[1].by_option[1];
    ASSERT_EQ(told[Continued::weight], std::vector<double>{1}) << "the stage is reached";
    Stored forged = honest;
    const std::size_t outcomes = continued_outcomes().size();
    forged.rows[1].by_option[1][Continued::option][outcomes + 1] += 1;
    auto found = forged.found(1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].value.variable, "given_stage");
    EXPECT_EQ(found[0].value.where, "continuation 1, " + continued_outcomes()[1]);
    forged = honest;
    forged.rows[1].by_option[1][Continued::weight] = {0.5};
    found = forged.found(1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].value.variable, "given_stage_weight");
}

TEST(Verify, CountsHowManyValuesDifferAndNamesTheFirst) {
    Stored forged;
    for (double& deaths : forged.rows[0].by_option[0][Series::civilian_deaths]) deaths += 1000;
    const auto found = forged.found(0);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].value.where, "step 0, day 0");
    EXPECT_EQ(found[0].value.differing, 6u);
}

TEST(Verify, FindsAChangedParameterAndAChangedHash) {
    Stored forged;
    for (MemberOutcome& outcome : forged.rows[2].by_option) outcome.parameters[4] += 0.5;
    auto found = forged.found(2);
    ASSERT_EQ(found.size(), 2u) << "under both options";
    EXPECT_EQ(found[0].value.variable, "parameters/values");
    EXPECT_EQ(found[0].value.where, forged.header.parameters[4].name);

    forged = Stored();
    forged.rows[2].by_option[0].hash ^= 1;
    found = forged.found(2);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].value.variable, "member_hash");
}

TEST(Verify, FindsNumbersOfAMemberThatWasNotRun) {
    Stored gap;
    gap.header.gaps = true;
    gap.rows[1].by_option[1] = {};
    EXPECT_TRUE(gap.found(1).empty()) << "a gap is no fault";

    Stored full;
    full.header.gaps = true;
    FileWriter writer = writer_of_rows(full.header, full.rows, Content::whole);
    std::vector<std::string> hashes;
    for (std::size_t o = 0; o < 2; ++o)
        for (const MemberRow& row : full.rows)
            hashes.push_back(o == 1 && row.member == 1 ? "" : to_hex(row.by_option[o].hash));
    writer.hashes(0, full.rows.size(), hashes);
    const Results forged = Results::from_image_without_digest(writer.finish(), "forged.h5");
    const auto found = rerun(full.job, forged, 1, {"serial", 1, 0});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].option, "Idle");
    EXPECT_EQ(found[0].value.computed, "not run");
}

/// What a header may say falsely, and the name under which it is found.
const std::vector<std::pair<const char*, std::function<void(Header&)>>> forged_labels = {
    {":title", [](Header& h) { h.title = "Another"; }},
    {"time:units", [](Header& h) { h.start_date = "2031-01-01"; }},
    {"time", [](Header& h) { h.time[1] += 1; }},
    {"scenario:step_days", [](Header& h) { h.step_days = 8; }},
    {"scenario:seed", [](Header& h) { h.seed += 1; }},
    {"scenario:members", [](Header& h) { h.members += 1; }},
    {"option", [](Header& h) { h.options[1] = "Busy"; }},
    {"latitude", [](Header& h) { h.locations[0].latitude += 1; }},
    {"location", [](Header& h) { std::swap(h.locations[0].name, h.locations[1].name); }},
    {"country", [](Header& h) { h.locations[0].country = "Nowhere"; }},
    {"group", [](Header& h) { h.groups[0] = "Others"; }},
    {"parameters/unit", [](Header& h) { h.parameters[0].unit = "d"; }},
    {"spend:currency", [](Header& h) { h.currency = "EUR"; }},
    {"spend:price_year", [](Header& h) { h.price_year += 1; }}};

TEST(Verify, FindsChangedLabelsWhicheverProgramTheFileNames) {
    const Stored honest;
    for (const auto& [name, edit] : forged_labels) {
        Stored forged = honest;
        edit(forged.header);
        for (const Demand demand : {Demand::everything, Demand::meaning}) {
            const auto said = forged.said(demand);
            EXPECT_TRUE(std::any_of(said.begin(), said.end(),
                                    [&, &name = name](const ValueDifference& d) {
                                        return d.variable == name && d.stored != d.computed;
                                    }))
                << name << ": " << sentence_of(said);
        }
    }
}

/// Attributes that change what xarray, ncdump or R read of a variable of ours.
TEST(Verify, FindsAttributesThatChangeWhatReadersRead) {
    const Stored stored;
    for (const Demand demand : {Demand::everything, Demand::meaning})
        for (const char* name : {"scale_factor", "add_offset", "missing_value", "valid_max"}) {
            FileWriter writer = writer_of_rows(stored.header, stored.rows, Content::whole);
            h5::set_attribute(writer.dimension("time"), name, 0.5);
            const auto said =
                said_differences(Results::from_image_without_digest(writer.finish(), "forged.h5"),
                                 stored.header, demand);
            ASSERT_EQ(said.size(), 1u) << name;
            EXPECT_EQ(said[0].variable, std::string("time:") + name);
            EXPECT_EQ(said[0].stored, "0.5");
        }
}

TEST(Verify, FindsAVariableThatTheProgramDoesNotWrite) {
    const Stored stored;
    FileWriter writer = writer_of_rows(stored.header, stored.rows, Content::whole);
    h5::create_dataset(writer.file(), "true_deaths", h5::Element::int64, {1});
    const Results forged = Results::from_image_without_digest(writer.finish(), "forged.h5");
    const auto said = said_differences(forged, stored.header, Demand::everything);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].variable, "true_deaths");
    EXPECT_TRUE(said_differences(forged, stored.header, Demand::meaning).empty())
        << "another version may have more variables";
}

TEST(Verify, KnowsTheDimensionOfEveryAxis) {
    const Stored stored;
    FileWriter writer = writer_of_rows(stored.header, stored.rows, Content::whole);
    const Results file = Results::from_image_without_digest(writer.finish(), "forged.h5");
    const auto& spend = hdf::dataset_of(file.file().root(), "spend");
    EXPECT_EQ(file.file().dimensions(spend),
              (std::vector<std::string>{"option", "member", "time"}));
    EXPECT_EQ(file.file().dimensions(
                  hdf::dataset_of(hdf::group_of(file.file().root(), "parameters"), "values")),
              (std::vector<std::string>{"member", "parameters/parameter"}));
}

TEST(Verify, AFileWithGapsSaysWhatTheWriterWouldSay) {
    Stored gap;
    gap.header.gaps = true;
    gap.rows[1].by_option[1] = {};
    EXPECT_EQ(sentence_of(gap.said()), "");
}

/// The file of one run, its detail changed on the way.
class VerifyRun : public ::testing::Test {
protected:
    static bool names(const std::vector<Mismatch>& found, const std::string& variable) {
        return std::any_of(found.begin(), found.end(),
                           [&](const Mismatch& m) { return m.value.variable == variable; });
    }
    std::vector<Mismatch> found(const std::function<void(RunDetail&)>& forge) {
        RunDetail detail = detail_;
        forge(detail);
        write_run(folder_ / "run.h5", header_of(job_, {"1", "2"}), 2, outcome_, detail);
        return rerun(job_, Results::open(folder_ / "run.h5"), 0, {"serial", 1, 0});
    }
    void SetUp() override {
        job_.options = {"none"};
        RunRequest request;
        request.seed = job_.seed;
        request.member = 2;
        request.detail = &detail_;
        outcome_ = run_member(*job_.world, request);
    }

    Job job_ = small_job();
    testing::Scratch folder_;
    RunDetail detail_;
    MemberOutcome outcome_;
};

TEST_F(VerifyRun, AnHonestRunIsAsComputed) {
    ASSERT_FALSE(detail_.events.empty());
    EXPECT_TRUE(found([](RunDetail&) {}).empty());
}

TEST_F(VerifyRun, FindsAChangedNumberOfTheDetail) {
    const std::vector<std::pair<const char*, std::function<void(RunDetail&)>>> forgeries = {
        {"detail/settled", [](RunDetail& d) { d.settled[20] += 1; }},
        {"detail/sheltered", [](RunDetail& d) { d.sheltered[20] += 1; }},
        {"detail/deaths", [](RunDetail& d) { d.deaths[20] += 1; }},
        {"detail/danger", [](RunDetail& d) { d.danger[20] = 2; }},
        {"detail/zones", [](RunDetail& d) { d.zones[20] = d.zones[20] == 1 ? 2 : 1; }},
        {"detail/control", [](RunDetail& d) { d.control[20] = 2; }},
        {"detail/fighters", [](RunDetail& d) { d.fighters[20] += 1; }}};
    for (const auto& [variable, forge] : forgeries) {
        const auto mismatches = found(forge);
        ASSERT_EQ(mismatches.size(), 1u) << variable;
        EXPECT_EQ(mismatches[0].value.variable, variable);
        EXPECT_NE(mismatches[0].value.where.find("step "), std::string::npos);
        EXPECT_NE(mismatches[0].value.where.find("place "), std::string::npos);
    }
}

TEST_F(VerifyRun, FindsAChangedEvent) {
    const std::vector<std::pair<const char*, std::function<void(Event&)>>> forgeries = {
        {"events/step", [](Event& e) { e.step += 1; }},
        {"events/day", [](Event& e) { e.day += 1; }},
        {"events/kind", [](Event& e) { e.kind = EventKind::extinction; }},
        {"events/manner", [](Event& e) { e.manner += "!"; }},
        {"events/place",
         [](Event& e) { e.place = e.place == PlaceId{0} ? PlaceId{1} : PlaceId{0}; }},
        {"events/actor",
         [](Event& e) { e.actor = e.actor == ActorId{0} ? ActorId{1} : ActorId{0}; }},
        {"events/opponent",
         [](Event& e) { e.opponent = e.opponent == ActorId{0} ? ActorId{1} : ActorId{0}; }},
        {"events/target",
         [](Event& e) { e.target = e.target == GroupId{0} ? GroupId{1} : GroupId{0}; }},
        {"events/deaths", [](Event& e) { e.deaths += 1; }},
        {"events/civilian_deaths", [](Event& e) { e.civilian_deaths += 1; }},
        {"events/reported", [](Event& e) { e.reported += 1; }},
        {"events/displaced", [](Event& e) { e.displaced += 1; }},
        {"events/zone", [](Event& e) { e.zone = e.zone == 1 ? 2 : 1; }},
        {"events/probability", [](Event& e) { e.probability = 0.123; }},
        {"events/number", [](Event& e) { e.number += 1; }},
        {"events/cause", [](Event& e) {
             e.causes.push_back({"whim", 1, -1, none<ActorId>()});
         }}};
    for (const auto& [variable, forge] : forgeries) {
        const auto mismatches = found([&forge = forge](RunDetail& d) { forge(d.events[1]); });
        EXPECT_TRUE(names(mismatches, variable)) << variable;
        if (variable != std::string("events/cause") && mismatches.size() == 1) {
            EXPECT_EQ(mismatches[0].value.where, "event 1") << variable;
        }
    }
    EXPECT_TRUE(names(found([](RunDetail& d) { d.events[1].step += 1; }), "events/time"));
    EXPECT_TRUE(names(found([](RunDetail& d) { d.events.pop_back(); }), "events/event"));
}

/// The labels of the events, which no reader of ours takes for anything.
TEST_F(VerifyRun, FindsWhatOnlyOtherProgramsRead) {
    const Header header = header_of(job_, {"1", "2"});
    const auto forged = [&](const std::function<void(FileWriter&)>& add) {
        FileWriter writer = writer_of_run(header, {2, {outcome_}}, detail_);
        add(writer);
        const Results file = Results::from_image_without_digest(writer.finish(), "forged.h5");
        return rerun(job_, file, 0, {"serial", 1, 0});
    };
    EXPECT_TRUE(forged([](FileWriter&) {}).empty());
    EXPECT_TRUE(names(
        forged([](FileWriter& w) { h5::set_attribute(w.dimension("actor"), "units", "cats"); }),
        "actor:units"));
    EXPECT_TRUE(names(
        forged([](FileWriter& w) {
            const std::vector<std::int64_t> times(3, 400);
            h5::write_all<std::int64_t>(
                h5::create_dataset(w.file(), "when", h5::Element::int64, {times.size()}), times);
        }),
        "when"));
    Header other = header;
    other.start_date = "1990-01-01";
    const Results file = Results::from_image_without_digest(
        writer_of_run(other, {2, {outcome_}}, detail_).finish(), "forged.h5");
    const auto mismatches = rerun(job_, file, 0, {"serial", 1, 0});
    EXPECT_TRUE(names(mismatches, "events/time:units"));
    EXPECT_TRUE(names(mismatches, "time:units"));
}

}  // namespace
}  // namespace forestall::analysis
