// SPDX-License-Identifier: Apache-2.0
#include "results/event_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "results/read_labels.hpp"

namespace forestall::event_table {
namespace {

constexpr std::int32_t dim_event = 100;  // after all numbers that layout.cpp gives
constexpr std::int32_t dim_cause = 101;
constexpr const char* numbers_differ = "the columns of the events differ in length";

template <class Id>
std::string name_or_nothing(Id id, const std::vector<std::string>& names) {
    return id == none<Id>() ? std::string() : names.at(index(id));
}

/// Ids by name; an unknown or empty name is none.
template <class Id>
class Ids {
public:
    explicit Ids(const std::vector<std::string>& names) {
        for (std::size_t i = 0; i < names.size(); ++i) by_name_[names[i]] = static_cast<Id>(i);
    }
    Id operator()(const std::string& name) const {
        const auto it = by_name_.find(name);
        return it == by_name_.end() ? none<Id>() : it->second;
    }

private:
    std::unordered_map<std::string, Id> by_name_;
};

std::vector<std::string> place_names(const Header& header) {
    std::vector<std::string> names;
    for (const auto& l : header.locations) names.push_back(l.name);
    return names;
}

/// Columns along one dimension of the group, which is made here.
class Columns {
public:
    Columns(FileWriter& writer, const h5::Handle& group, const char* dimension, std::int32_t id,
            std::size_t size, const char* long_name)
        : writer_(writer), group_(group), size_(size) {
        along_ = h5::create_dataset(group_, dimension, h5::Element::int64, {size_});
        h5::make_dimension(along_, dimension, id);
        std::vector<std::int64_t> numbers(size_);
        for (std::size_t i = 0; i < size_; ++i) numbers[i] = static_cast<std::int64_t>(i);
        h5::set_attribute(along_, "long_name", long_name);
        h5::write_all<std::int64_t>(along_, numbers);
    }
    template <class T>
    h5::Handle numbers(const char* name, const std::vector<T>& values, std::string_view units,
                       const char* long_name) const {
        h5::Handle dataset = h5::create_dataset(group_, name, h5::element_of<T>(), {size_},
                                                {std::min<hsize_t>(size_, 65536)});
        h5::attach_dimension(dataset, along_, 0);
        h5::set_attribute(dataset, "units", units);
        h5::set_attribute(dataset, "long_name", long_name);
        h5::write_all<T>(dataset, values);
        return dataset;
    }
    void texts(const char* name, const std::vector<std::string>& values,
               const char* long_name) const {
        const h5::Handle* const along[] = {&along_};
        writer_.texts(group_, name, values, along, long_name);
    }

private:
    FileWriter& writer_;
    const h5::Handle& group_;
    std::size_t size_;
    h5::Handle along_;
};

template <class Get>
auto column_of(const std::vector<Event>& events, Get get) {
    std::vector<decltype(get(events.front()))> out;
    out.reserve(events.size());
    for (const Event& e : events) out.push_back(get(e));
    return out;
}

void write_what_happened(const Columns& table, const Header& header,
                         const std::vector<Event>& events) {
    const auto whole = [&](const char* name, std::string_view units, const char* long_name,
                           auto get) {
        return table.numbers<std::int64_t>(name, column_of(events, get), units, long_name);
    };
    const auto text = [&](const char* name, const char* long_name, auto get) {
        table.texts(name, column_of(events, get), long_name);
    };
    using N = std::int64_t;
    const h5::Handle when = whole(
        "time", "days since " + header.start_date, "first day of the event's step",
        [&](const Event& e) -> N { return header.time.at(static_cast<std::size_t>(e.step)); });
    h5::set_attribute(when, "calendar", "standard");
    whole("step", "1", "step of the event, from 0", [](const Event& e) -> N { return e.step; });
    whole("day", "d",
          "day of the event from the start of the run, from 0; -1: no finer than the step",
          [](const Event& e) -> N { return e.day; });
    text("kind", "battle, one_sided, communal, repression, talks, ceasefire, trigger, stage, …",
         [](const Event& e) { return event_words.string(e.kind); });
    text("manner", "selective, indiscriminate, campaign, offensive, …; empty: no kinds",
         [](const Event& e) { return e.manner; });
    const auto places = place_names(header);
    text("place", "where; empty: nowhere in particular",
         [&](const Event& e) { return name_or_nothing(e.place, places); });
    text("actor", "who did it; empty: nobody or unknown",
         [&](const Event& e) { return name_or_nothing(e.actor, header.actors); });
    text("opponent", "the other armed actor; empty: none",
         [&](const Event& e) { return name_or_nothing(e.opponent, header.actors); });
    text("target", "identity group that was attacked; empty: everyone",
         [&](const Event& e) { return name_or_nothing(e.target, header.groups); });
    whole("deaths", "1", "people killed", [](const Event& e) -> N { return e.deaths; });
    whole("civilian_deaths", "1", "of them, civilians",
          [](const Event& e) -> N { return e.civilian_deaths; });
    whole("reported", "1", "civilian deaths that observers report",
          [](const Event& e) -> N { return e.reported; });
    whole("displaced", "1", "people displaced", [](const Event& e) -> N { return e.displaced; });
    whole("zone", "1",
          "control zone of the place then: 1 the government's to 5 its challengers', 0 nobody's",
          [](const Event& e) -> N { return e.zone; });
    table.numbers<double>("probability",
                          column_of(events, [](const Event& e) { return e.probability; }), "1",
                          "of the choice when it was made; -1: nothing was chosen");
    whole("number", "1", "within the run, as causes name it; -1: scheduled violence",
          [](const Event& e) -> N { return e.number; });
}

void write_causes(FileWriter& writer, const h5::Handle& group, const Header& header,
                  const std::vector<Event>& events) {
    std::vector<std::int64_t> event, from;
    std::vector<double> weight;
    std::vector<std::string> what, actor;
    for (std::size_t i = 0; i < events.size(); ++i)
        for (const Cause& c : events[i].causes) {
            event.push_back(static_cast<std::int64_t>(i));
            what.push_back(c.what);
            weight.push_back(c.weight);
            from.push_back(c.event);
            actor.push_back(name_or_nothing(c.actor, header.actors));
        }
    if (event.empty()) return;
    const Columns table(writer, group, "cause", dim_cause, event.size(),
                        "causes of all events, in order of event and weight");
    table.numbers("cause_event", event, "1", "the event that it is a cause of, along `event`");
    table.texts("cause_what", what, "name of the motive or mechanism");
    table.numbers(
        "cause_weight", weight, "1",
        "log-odds against holding still that it added to the choice; below 0: it held back");
    table.numbers("cause_from", from, "1",
                  "`number` of the earlier event that it rests on; -1: none");
    table.texts("cause_actor", actor, "whom it is about; empty: nobody");
}

std::vector<std::string> texts(const hdf::File& file, const hdf::Group& group, const char* name,
                               std::size_t size) {
    auto out = labels::texts(file, group, name);
    if (out.size() != size) throw hdf::Error(numbers_differ);
    return out;
}

template <class T>
std::vector<T> values(const hdf::File& file, const hdf::Group& group, const char* name,
                      std::size_t size) {
    auto out = hdf::read_all<T>(file, hdf::dataset_of(group, name), labels::most_labels);
    if (out.size() != size) throw hdf::Error(numbers_differ);
    return out;
}

/// Columns that files had from the first version on, then those that may lack.
void read_what_happened(const hdf::File& file, const hdf::Group& group, const Header& header,
                        std::vector<Event>& events) {
    const std::size_t n = events.size();
    const Ids<PlaceId> places(place_names(header));
    const Ids<ActorId> actors(header.actors);
    const Ids<GroupId> groups(header.groups);
    const auto whole = [&](const char* name, bool may_lack, std::int64_t lowest, auto put) {
        if (may_lack && !hdf::has_dataset(group, name)) return;
        const auto column = values<std::int64_t>(file, group, name, n);
        for (std::size_t i = 0; i < n; ++i) {
            if (column[i] < lowest)
                throw hdf::Error(std::string("an event has a ") + name + " below its least");
            put(events[i], column[i]);
        }
    };
    const auto text = [&](const char* name, bool may_lack, auto put) {
        if (may_lack && !hdf::has_dataset(group, name)) return;
        auto column = texts(file, group, name, n);
        for (std::size_t i = 0; i < n; ++i) put(events[i], std::move(column[i]));
    };
    const auto in_run = [&](std::int64_t x, std::int64_t most) {
        if (x >= most) throw hdf::Error("an event lies outside the run");
        return static_cast<std::int32_t>(x);
    };
    const auto steps = static_cast<std::int64_t>(header.time.size());
    whole("step", false, 0, [&](Event& e, std::int64_t x) { e.step = in_run(x, steps); });
    whole("deaths", false, 0, [](Event& e, std::int64_t x) { e.deaths = x; });
    whole("displaced", false, 0, [](Event& e, std::int64_t x) { e.displaced = x; });
    text("kind", false, [](Event& e, const std::string& x) {
        e.kind = event_words.find(x).value_or(EventKind::unknown);
    });
    text("place", false, [&](Event& e, const std::string& x) { e.place = places(x); });
    text("actor", false, [&](Event& e, const std::string& x) { e.actor = actors(x); });
    text("target", false, [&](Event& e, const std::string& x) { e.target = groups(x); });
    whole("day", true, -1, [&](Event& e, std::int64_t x) { e.day = in_run(x, labels::most_days); });
    whole("civilian_deaths", true, 0, [](Event& e, std::int64_t x) { e.civilian_deaths = x; });
    whole("reported", true, 0, [](Event& e, std::int64_t x) { e.reported = x; });
    whole("zone", true, 0, [&](Event& e, std::int64_t x) { e.zone = in_run(x, 6); });
    whole("number", true, -1,
          [&](Event& e, std::int64_t x) { e.number = in_run(x, std::int64_t{1} << 31); });
    text("manner", true, [](Event& e, std::string x) { e.manner = std::move(x); });
    text("opponent", true, [&](Event& e, const std::string& x) { e.opponent = actors(x); });
    if (!hdf::has_dataset(group, "probability")) return;
    const auto probability = values<double>(file, group, "probability", n);
    for (std::size_t i = 0; i < n; ++i) events[i].probability = probability[i];
}

void read_causes(const hdf::File& file, const hdf::Group& group, const Header& header,
                 std::vector<Event>& events) {
    if (!hdf::has_dataset(group, "cause_event")) return;
    const auto event = hdf::read_all<std::int64_t>(file, hdf::dataset_of(group, "cause_event"),
                                                   labels::most_labels);
    const std::size_t n = event.size();
    const auto weight = values<double>(file, group, "cause_weight", n);
    const auto from = values<std::int64_t>(file, group, "cause_from", n);
    auto what = texts(file, group, "cause_what", n);
    const auto actor = texts(file, group, "cause_actor", n);
    const Ids<ActorId> actors(header.actors);
    for (std::size_t i = 0; i < n; ++i) {
        if (event[i] < 0 || static_cast<std::uint64_t>(event[i]) >= events.size())
            throw hdf::Error("a cause is of no event");
        Event& e = events[static_cast<std::size_t>(event[i])];
        // A cause comes before: chains of causes end.
        if (from[i] < -1 || (from[i] >= 0 && from[i] >= e.number))
            throw hdf::Error("a cause rests on an event that had not happened");
        e.causes.push_back(
            {std::move(what[i]), weight[i], static_cast<std::int32_t>(from[i]), actors(actor[i])});
    }
}

}  // namespace

void write(FileWriter& writer, const Header& header, const std::vector<Event>& events) {
    if (events.empty()) return;
    const h5::Handle group = h5::create_group(writer.file(), "events");
    h5::set_attribute(group, "title", "what happened, in order, and why");
    const Columns table(writer, group, "event", dim_event, events.size(),
                        "number of the event, as `forestall explain --event` takes it");
    write_what_happened(table, header, events);
    write_causes(writer, group, header, events);
}

std::vector<Event> read(const hdf::File& file, const hdf::Group& group, const Header& header) {
    const hdf::Extent& shape = hdf::dataset_of(group, "step").shape;
    if (shape.size() != 1 || shape[0] > labels::most_labels) throw hdf::Error(numbers_differ);
    std::vector<Event> events(shape[0]);
    read_what_happened(file, group, header, events);
    read_causes(file, group, header, events);
    return events;
}

}  // namespace forestall::event_table
