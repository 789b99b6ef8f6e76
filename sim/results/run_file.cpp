// SPDX-License-Identifier: Apache-2.0
#include "results/run_file.hpp"

#include <algorithm>
#include <stdexcept>

#include "results/assemble.hpp"
#include "results/event_table.hpp"
#include "results/layout.hpp"
#include "results/read_labels.hpp"
#include "results/reader.hpp"
#include "results/refuse_content.hpp"

namespace forestall {
namespace {

/// `third`: name of the third dimension, if there is one.
void write_array(const FileWriter& writer, const h5::Handle& group, const char* name,
                 h5::Element element, const h5::Extent& shape, const char* third,
                 const void* values, const char* long_name) {
    h5::Extent chunk = shape;
    chunk[0] =
        std::max<hsize_t>(1, std::min<hsize_t>(shape[0], 65536 / std::max<hsize_t>(1, shape[1])));
    const h5::Handle dataset = h5::create_dataset(group, name, element, shape, chunk);
    h5::attach_dimension(dataset, writer.dimension("time"), 0);
    h5::attach_dimension(dataset, writer.dimension("location"), 1);
    if (shape.size() > 2) h5::attach_dimension(dataset, writer.dimension(third), 2);
    h5::set_attribute(dataset, "units", "1");
    h5::set_attribute(dataset, "long_name", long_name);
    h5::set_attribute(dataset, "coordinates", "latitude longitude country region");
    h5::write_slab(dataset, element, {}, {}, values);
}

void write_detail(const FileWriter& writer, const Header& header, const RunDetail& d) {
    const std::size_t cells = d.steps * d.places * d.groups;
    if (d.steps != header.time.size() || d.places != header.locations.size() ||
        d.groups != header.groups.size() || d.settled.size() != cells ||
        d.sheltered.size() != cells || d.deaths.size() != cells ||
        d.danger.size() != d.steps * d.places)
        throw std::invalid_argument("the detail of the run does not have the shape of its world");
    const std::size_t held = d.zones.empty() ? 0 : d.steps * d.places;
    if (d.zones.size() != held || d.control.size() != held * d.actors ||
        d.fighters.size() != held * d.actors || (held != 0 && d.actors != header.actors.size()))
        throw std::invalid_argument("the detail of the run does not have the shape of its world");
    const h5::Handle group = h5::create_group(writer.file(), "detail");
    h5::set_attribute(group, "title", "people and danger by place, identity group and step");
    const h5::Extent shape{d.steps, d.places, d.groups};
    const auto people = [&](const char* name, const std::vector<Persons>& values,
                            const char* long_name) {
        write_array(writer, group, name, h5::Element::int64, shape, "group", values.data(),
                    long_name);
    };
    people("settled", d.settled, "people at home, at the end of the step");
    people("sheltered", d.sheltered,
           "people away from home who shelter at this place, at the end of the step");
    people("deaths", d.deaths, "civilians killed at this place in the step");
    write_array(writer, group, "danger", h5::Element::float64, {d.steps, d.places}, "",
                d.danger.data(), "danger at the place, share");
    if (d.zones.empty()) return;
    const std::vector<std::int8_t> zones(d.zones.begin(), d.zones.end());
    write_array(writer, group, "zones", h5::Element::int8, {d.steps, d.places}, "", zones.data(),
                "control zone: 1 the government's to 5 its challengers', 0 nobody's");
    if (d.actors == 0) return;
    const h5::Extent by_actor{d.steps, d.places, d.actors};
    write_array(writer, group, "control", h5::Element::float64, by_actor, "actor", d.control.data(),
                "share of the place that an armed actor controls");
    write_array(writer, group, "fighters", h5::Element::int64, by_actor, "actor", d.fighters.data(),
                "fighters of an actor at the place, at the end of the step");
}

}  // namespace

FileWriter writer_of_run(const Header& header, const MemberRow& row, const RunDetail& detail) {
    FileWriter writer = writer_of_rows(header, std::span(&row, 1), Content::run);
    write_detail(writer, header, detail);
    event_table::write(writer, header, detail.events);
    return writer;
}

void write_run(const std::string& path, const Header& header, std::uint64_t member,
               const MemberOutcome& outcome, const RunDetail& detail, files::Existing existing) {
    write_results(path, writer_of_run(header, {member, {outcome}}, detail).finish(), existing);
}

bool Results::has_detail() const { return hdf::has_group(file_->root(), "detail"); }

RunDetail Results::detail() const {
    try {
        const hdf::Group& root = file_->root();
        const hdf::Group& group = hdf::group_of(root, "detail");
        RunDetail out;
        out.steps = header_.time.size();
        out.places = header_.locations.size();
        out.groups = header_.groups.size();
        out.actors = header_.actors.size();
        const auto demand = [](bool good) {
            if (!good)
                throw hdf::Error("the detail of the run does not have the shape of its world");
        };
        const auto read = [&]<class T>(const char* name, const hdf::Extent& shape,
                                       std::vector<T>& into) {
            const hdf::Dataset& dataset = hdf::dataset_of(group, name);
            demand(dataset.shape == shape);
            into = hdf::read_all<T>(*file_, dataset, labels::most_values);
        };
        const hdf::Extent by_place{out.steps, out.places},
            by_group{out.steps, out.places, out.groups};
        read("settled", by_group, out.settled);
        read("sheltered", by_group, out.sheltered);
        read("deaths", by_group, out.deaths);
        read("danger", by_place, out.danger);
        if (hdf::has_dataset(group, "zones")) {
            std::vector<std::int8_t> zones;
            read("zones", by_place, zones);
            out.zones.assign(zones.begin(), zones.end());
        }
        if (hdf::has_dataset(group, "control")) {
            const hdf::Extent by_actor{out.steps, out.places, out.actors};
            read("control", by_actor, out.control);
            read("fighters", by_actor, out.fighters);
        }
        if (hdf::has_group(root, "events"))
            out.events = event_table::read(*file_, hdf::group_of(root, "events"), header_);
        return out;
    } catch (const hdf::Error& error) {
        refuse_content(name_, error);
    }
}

}  // namespace forestall
