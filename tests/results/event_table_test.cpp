// SPDX-License-Identifier: Apache-2.0
#include "results/event_table.hpp"

#include <gtest/gtest.h>

#include "results/assemble.hpp"
#include "results/sample_job.hpp"

namespace forestall::testing {
namespace {

/// Columns of the first programs.
h5::Handle old_events(FileWriter& writer) {
    h5::Handle group = h5::create_group(writer.file(), "events");
    const h5::Handle along = h5::create_bare_dimension(group, "event", 2, 100);
    const h5::Handle* const dimensions[] = {&along};
    const auto whole = [&](const char* name, std::vector<std::int64_t> values) {
        h5::write_all<std::int64_t>(
            h5::create_dataset(group, name, h5::Element::int64, {values.size()}), values);
    };
    const auto text = [&](const char* name, std::vector<std::string> values) {
        writer.texts(group, name, values, dimensions, "");
    };
    whole("step", {0, 3});
    whole("deaths", {12, 7});
    whole("displaced", {340, 0});
    text("kind", {"battle", "one_sided"});
    text("place", {"Plâce 1", ""});
    text("actor", {"Army of Aru", "Riders"});
    text("target", {"", "Lowlanders"});
    return group;
}

FileWriter writer_for(const Header& header) {
    return writer_of_rows(header, sample_rows(header, {0}), Content::run);
}

std::vector<Event> read_back(FileWriter& writer, const Header& header) {
    const hdf::File file(hdf::bytes_in_memory(writer.finish()));
    return event_table::read(file, hdf::group_of(file.root(), "events"), header);
}

std::vector<Event> written_and_read(const Header& header, const std::vector<Event>& events) {
    FileWriter writer = writer_for(header);
    event_table::write(writer, header, events);
    return read_back(writer, header);
}

TEST(EventTable, KeepsEveryFieldAndCause) {
    const Header header = sample_header(1);
    const auto want = sample_detail(header).events;
    const auto got = written_and_read(header, want);
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t i = 0; i < want.size(); ++i) {
        const Event &g = got[i], &w = want[i];
        EXPECT_EQ(std::tie(g.step, g.kind, g.place, g.actor, g.target, g.deaths, g.displaced,
                           g.opponent, g.manner),
                  std::tie(w.step, w.kind, w.place, w.actor, w.target, w.deaths, w.displaced,
                           w.opponent, w.manner));
        EXPECT_EQ(std::tie(g.day, g.civilian_deaths, g.reported, g.probability, g.zone, g.number),
                  std::tie(w.day, w.civilian_deaths, w.reported, w.probability, w.zone, w.number));
        ASSERT_EQ(g.causes.size(), w.causes.size());
        for (std::size_t c = 0; c < w.causes.size(); ++c)
            EXPECT_EQ(std::tie(g.causes[c].what, g.causes[c].weight, g.causes[c].event,
                               g.causes[c].actor),
                      std::tie(w.causes[c].what, w.causes[c].weight, w.causes[c].event,
                               w.causes[c].actor));
    }
}

TEST(EventTable, KeepsEveryKind) {
    const Header header = sample_header(1);
    std::vector<Event> events;
    for (const auto& word : event_words) {
        events.emplace_back();
        events.back().kind = word.value;
    }
    const auto got = written_and_read(header, events);
    ASSERT_EQ(got.size(), events.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        EXPECT_EQ(got[i].kind, events[i].kind) << event_words.text(events[i].kind);
}

TEST(EventTable, EventsWithoutCausesHaveNoTableOfThem) {
    const Header header = sample_header(1);
    const Event event{1, EventKind::stage, none<PlaceId>(), none<ActorId>(), none<GroupId>(), 0, 0};
    FileWriter writer = writer_for(header);
    event_table::write(writer, header, {event});
    const hdf::File file(hdf::bytes_in_memory(writer.finish()));
    EXPECT_FALSE(hdf::has_dataset(hdf::group_of(file.root(), "events"), "cause_event"));
    EXPECT_TRUE(written_and_read(header, {event}).front().causes.empty());
}

TEST(EventTable, ReadsWhatOlderProgramsWrote) {
    const Header header = sample_header(1);
    FileWriter writer = writer_for(header);
    old_events(writer);
    const auto got = read_back(writer, header);
    ASSERT_EQ(got.size(), 2u);
    EXPECT_EQ(got[0].place, PlaceId{1});
    EXPECT_EQ(got[1].target, GroupId{1});
    EXPECT_EQ(got[1].deaths, 7);
    EXPECT_EQ(got[0].day, -1);
    EXPECT_EQ(got[0].probability, -1);
    EXPECT_EQ(got[0].number, -1);
    EXPECT_EQ(got[0].opponent, none<ActorId>());
    EXPECT_TRUE(got[0].causes.empty());
}

TEST(EventTable, RefusesCausesThatPointNowhere) {
    const Header header = sample_header(1);
    auto events = sample_detail(header).events;
    events[1].causes[0].event = 1;  // itself
    EXPECT_THROW(written_and_read(header, events), hdf::Error);
    events[1].causes[0].event = 9;
    EXPECT_THROW(written_and_read(header, events), hdf::Error);
}

TEST(EventTable, RefusesColumnsOfDifferentLength) {
    const Header header = sample_header(1);
    FileWriter writer = writer_for(header);
    h5::write_all<std::int64_t>(
        h5::create_dataset(old_events(writer), "day", h5::Element::int64, {1}),
        std::vector<std::int64_t>{3});
    EXPECT_THROW(read_back(writer, header), hdf::Error);
}

}  // namespace
}  // namespace forestall::testing
