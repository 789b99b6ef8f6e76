// SPDX-License-Identifier: Apache-2.0
#include "results/run_file.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "results/assemble.hpp"
#include "results/layout.hpp"
#include "results/read_labels.hpp"
#include "results/reader.hpp"

namespace forestall {
namespace {

constexpr std::int32_t dim_event = 100;  // after all numbers that layout.cpp gives

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

void write_array(const FileWriter& writer, const h5::Handle& group, const char* name, h5::Element element,
                 const h5::Extent& shape, const void* values, const char* long_name) {
    h5::Extent chunk = shape;
    chunk[0] = std::max<hsize_t>(1, std::min<hsize_t>(shape[0], 65536 / std::max<hsize_t>(1, shape[1])));
    const h5::Handle dataset = h5::create_dataset(group, name, element, shape, chunk);
    h5::attach_dimension(dataset, writer.dimension("time"), 0);
    h5::attach_dimension(dataset, writer.dimension("location"), 1);
    if (shape.size() > 2) h5::attach_dimension(dataset, writer.dimension("group"), 2);
    h5::set_attribute(dataset, "units", "1");
    h5::set_attribute(dataset, "long_name", long_name);
    h5::set_attribute(dataset, "coordinates", "latitude longitude country region");
    h5::write_slab(dataset, element, {}, {}, values);
}

void write_detail(const FileWriter& writer, const Header& header, const RunDetail& d) {
    const std::size_t cells = d.steps * d.places * d.groups;
    if (d.steps != header.time.size() || d.places != header.locations.size() || d.groups != header.groups.size() ||
        d.settled.size() != cells || d.sheltered.size() != cells || d.deaths.size() != cells ||
        d.danger.size() != d.steps * d.places)
        throw std::invalid_argument("the detail of the run has not the shape of its world");
    const h5::Handle group = h5::create_group(writer.file(), "detail");
    h5::set_attribute(group, "title", "people and danger by place, identity group and step");
    const h5::Extent shape{d.steps, d.places, d.groups};
    const auto people = [&](const char* name, const std::vector<Persons>& values, const char* long_name) {
        write_array(writer, group, name, h5::Element::int64, shape, values.data(), long_name);
    };
    people("settled", d.settled, "people at home, at the end of the step");
    people("sheltered", d.sheltered, "people away from home who shelter at this place, at the end of the step");
    people("deaths", d.deaths, "civilians killed at this place in the step");
    write_array(writer, group, "danger", h5::Element::float64, {d.steps, d.places}, d.danger.data(),
                "danger at the place, share");
}

/// A column of /events.
class EventTable {
public:
    EventTable(const h5::Handle& file, std::size_t events) : group_(h5::create_group(file, "events")), size_(events) {
        h5::set_attribute(group_, "title", "what happened, in order");
        event_ = h5::create_dataset(group_, "event", h5::Element::int64, {size_});
        h5::make_dimension(event_, "event", dim_event);
        std::vector<std::int64_t> numbers(size_);
        for (std::size_t i = 0; i < size_; ++i) numbers[i] = static_cast<std::int64_t>(i);
        h5::set_attribute(event_, "long_name", "number of the event, as `forestall explain --event` takes it");
        h5::write_all<std::int64_t>(event_, numbers);
    }
    h5::Handle numbers(const char* name, const std::vector<std::int64_t>& values, std::string_view units,
                       const char* long_name) const {
        h5::Handle dataset =
            h5::create_dataset(group_, name, h5::Element::int64, {size_}, {std::min<hsize_t>(size_, 65536)});
        h5::attach_dimension(dataset, event_, 0);
        h5::set_attribute(dataset, "units", units);
        h5::set_attribute(dataset, "long_name", long_name);
        h5::write_all<std::int64_t>(dataset, values);
        return dataset;
    }
    void texts(const char* name, const std::vector<std::string>& values, const char* long_name) const {
        const h5::Handle dataset = h5::create_dataset(group_, name, h5::Element::text, {size_});
        h5::attach_dimension(dataset, event_, 0);
        h5::set_attribute(dataset, "long_name", long_name);
        h5::write_texts(dataset, values);
    }

private:
    h5::Handle group_;
    std::size_t size_;
    h5::Handle event_;
};

void write_events(const FileWriter& writer, const Header& header, const std::vector<Event>& events) {
    if (events.empty()) return;
    const auto places = place_names(header);
    std::vector<std::int64_t> time, step, deaths, displaced;
    std::vector<std::string> kind, place, actor, target;
    for (const Event& e : events) {
        time.push_back(header.time.at(static_cast<std::size_t>(e.step)));
        step.push_back(e.step);
        kind.push_back(e.kind);
        place.push_back(name_or_nothing(e.place, places));
        actor.push_back(name_or_nothing(e.actor, header.actors));
        target.push_back(name_or_nothing(e.target, header.groups));
        deaths.push_back(e.deaths);
        displaced.push_back(e.displaced);
    }
    const EventTable table(writer.file(), events.size());
    const h5::Handle when =
        table.numbers("time", time, "days since " + header.start_date, "first day of the event's step");
    h5::set_attribute(when, "calendar", "standard");
    table.numbers("step", step, "1", "step of the event, from 0");
    table.texts("kind", kind, "battle, one_sided, communal, closure, stage, …");
    table.texts("place", place, "where; empty: nowhere in particular");
    table.texts("actor", actor, "who did it; empty: nobody or unknown");
    table.texts("target", target, "identity group that was attacked; empty: everyone");
    table.numbers("deaths", deaths, "1", "people killed");
    table.numbers("displaced", displaced, "1", "people displaced");
}

std::vector<std::string> column(const h5::Handle& group, const char* name, std::size_t size) {
    auto out = labels::texts(group, name);
    if (out.size() != size) throw h5::Error("the columns of the events differ in length");
    return out;
}

std::vector<Event> read_events(const h5::Handle& group, const Header& header) {
    const auto numbers = [&](const char* name) {
        return h5::read_all<std::int64_t>(h5::open_dataset(group, name), labels::most_labels);
    };
    const auto step = numbers("step"), deaths = numbers("deaths"), displaced = numbers("displaced");
    if (deaths.size() != step.size() || displaced.size() != step.size())
        throw h5::Error("the columns of the events differ in length");
    const auto kind = column(group, "kind", step.size()), place = column(group, "place", step.size());
    const auto actor = column(group, "actor", step.size()), target = column(group, "target", step.size());
    const Ids<PlaceId> places(place_names(header));
    const Ids<ActorId> actors(header.actors);
    const Ids<GroupId> groups(header.groups);
    std::vector<Event> events(step.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (step[i] < 0 || static_cast<std::uint64_t>(step[i]) >= header.time.size())
            throw h5::Error("an event lies outside the run");
        events[i] = {static_cast<std::int32_t>(step[i]),
                     kind[i],
                     places(place[i]),
                     actors(actor[i]),
                     groups(target[i]),
                     deaths[i],
                     displaced[i]};
    }
    return events;
}

}  // namespace

void write_run(const std::string& path, const Header& header, std::uint64_t member, const MemberOutcome& outcome,
               const RunDetail& detail) {
    const MemberRow row{member, {outcome}};
    FileWriter writer = writer_of_rows(header, std::span(&row, 1), Content::run);
    write_detail(writer, header, detail);
    write_events(writer, header, detail.events);
    write_results(path, writer.finish());
}

bool Results::has_detail() const { return h5::has_group(file_, "detail"); }

RunDetail Results::detail() const {
    try {
        const h5::Handle group = h5::open_group(file_, "detail");
        RunDetail out;
        out.steps = header_.time.size();
        out.places = header_.locations.size();
        out.groups = header_.groups.size();
        const auto demand = [](bool good) {
            if (!good) throw h5::Error("the detail of the run has not the shape of its world");
        };
        const auto people = [&](const char* name) {
            const h5::Handle dataset = h5::open_dataset(group, name);
            demand(h5::shape_of(dataset) == h5::Extent{out.steps, out.places, out.groups});
            return h5::read_all<Persons>(dataset, labels::most_texts);
        };
        out.settled = people("settled");
        out.sheltered = people("sheltered");
        out.deaths = people("deaths");
        const h5::Handle danger = h5::open_dataset(group, "danger");
        demand(h5::shape_of(danger) == h5::Extent{out.steps, out.places});
        out.danger = h5::read_all<double>(danger, labels::most_texts);
        if (h5::has_group(file_, "events")) out.events = read_events(h5::open_group(file_, "events"), header_);
        return out;
    } catch (const h5::Error& error) {
        throw FormatError(name_, error.what());
    }
}

}  // namespace forestall
