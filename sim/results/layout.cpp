// SPDX-License-Identifier: Apache-2.0
#include "results/layout.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "results/layout_parts.hpp"

namespace forestall {

using namespace layout;

namespace {

/// Room for the longest of them, in steps that keep the number of dimensions small.
std::size_t width_of(std::span<const std::string> texts) {
    std::size_t longest = 1;
    for (const std::string& text : texts) longest = std::max(longest, text.size());
    return (longest + 7) / 8 * 8;
}

constexpr std::string_view place_coordinates = "latitude longitude country region";

std::vector<std::string> names_of(const std::vector<LocationLabel>& locations) {
    std::vector<std::string> names;
    for (const auto& l : locations) names.push_back(l.name);
    return names;
}

}  // namespace

std::vector<std::size_t> labels_along(const Header& header, const Variable& variable) {
    switch (variable.along) {
        case Along::time:
            return {header.time.size()};
        case Along::location:
            return {header.locations.size()};
        case Along::group:
            return {header.groups.size()};
        case Along::continuation:
            return {header.continuations.each, continued_outcomes().size()};
        case Along::nothing:
        case Along::state:
            break;
    }
    return {};
}

std::size_t length_of(const Header& header, const Variable& variable) {
    if (variable.along == Along::state) return header.continuations.each > 0 ? 1 : 0;
    std::size_t out = 1;
    for (const std::size_t n : labels_along(header, variable)) out *= n;
    return out;
}

FileWriter::FileWriter(Store& store, const Header& header, std::span<const std::uint64_t> members,
                       Content content)
    : FileWriter(nullptr, &store, header, members, content) {}

FileWriter::FileWriter(const Header& header, std::span<const std::uint64_t> members,
                       Content content)
    : FileWriter(std::make_unique<MemoryStore>(), nullptr, header, members, content) {}

FileWriter::FileWriter(std::unique_ptr<MemoryStore> own, Store* store, const Header& header,
                       std::span<const std::uint64_t> members, Content content)
    : own_(std::move(own)),
      header_(header),
      members_(members.begin(), members.end()),
      content_(content) {
    check_labels("option", header.options);
    for (const auto& point : header.points.values)
        if (point.size() != header.points.held.size() || point.empty())
            throw std::invalid_argument(
                "a point does not have a value for everything that is held");
    if (!header.points.empty() && header.continuations.each > 0)
        throw std::invalid_argument("a file has points or continuations, not both");
    check_labels("location", names_of(header.locations));
    if (members.empty()) throw std::invalid_argument("a results file needs at least one member");
    if (header.time.empty()) throw std::invalid_argument("a results file needs at least one step");
    if (std::adjacent_find(members_.begin(), members_.end(), std::greater_equal<>()) !=
        members_.end())
        throw std::invalid_argument("members must ascend");
    Store* const to = own_ ? own_.get() : store;
    if (to == nullptr) throw std::logic_error("a file without a store");
    file_ = h5::create_file(*to);
    h5::set_attribute(file_, "Conventions", "CF-1.10");
    h5::set_attribute(file_, "title", header.title);
    h5::set_attribute(file_, "source", "forestall " + header.program.version);
    h5::set_attribute(file_, "format", file_format_name);
    h5::set_attribute(file_, "format_version", file_format_version);
    write_dimensions();
    write_places();
    for (const Variable& v : all_variables()) write_variable(v);
    // One value a member, as its readers expect it, so not characters with a dimension of their
    // own. It lies in the library's heap of texts, which our own reader checks and never leaves to
    // the library.
    hashes_ =
        h5::create_dataset(file_, "member_hash", h5::Element::text, row_shape(members_.size()));
    h5::set_attribute(hashes_, "long_name",
                      "64-bit digest of the world state over all steps, ledger apart");
    attach_rows(hashes_);
    if (header.gaps) write_ran();
    write_parameters();
    write_points();
    write_scenario();
}

h5::Extent FileWriter::row_shape(std::uint64_t members) const {
    h5::Extent out{header_.options.size(), members};
    if (!header_.points.empty()) out.insert(out.begin(), header_.points.count());
    return out;
}

h5::Extent FileWriter::row_start(std::uint64_t first) const {
    h5::Extent out{0, first};
    if (!header_.points.empty()) out.insert(out.begin(), 0);
    return out;
}

void FileWriter::attach_rows(const h5::Handle& dataset) const {
    unsigned axis = 0;
    if (!header_.points.empty()) h5::attach_dimension(dataset, dimension("point"), axis++);
    h5::attach_dimension(dataset, dimension("option"), axis++);
    h5::attach_dimension(dataset, dimension("member"), axis);
}

h5::Handle FileWriter::text_dimension(const h5::Handle& parent, const char* name,
                                      std::span<const std::string> labels,
                                      std::string_view long_name, std::int32_t id) {
    const std::size_t width = width_of(labels);
    const TextLength& length = text_length(width);
    h5::Handle dataset =
        h5::create_dataset(parent, name, h5::Element::character, {labels.size(), width});
    h5::make_dimension(dataset, name, id);
    // A dimension's own variable cannot be labelled by another dimension in HDF5; netCDF-4 notes it
    // like this.
    const std::array<std::int32_t, 2> ids{id, length.id};
    h5::set_attribute(dataset, "_Netcdf4Coordinates", std::span<const std::int32_t>(ids));
    h5::set_attribute(dataset, "_Encoding", "utf-8");
    h5::set_attribute(dataset, "long_name", long_name);
    h5::write_slab(dataset, h5::Element::character, {}, {}, h5::padded(labels, width).data());
    return dataset;
}

const FileWriter::TextLength& FileWriter::text_length(std::size_t width) {
    const auto [it, added] = text_lengths_.try_emplace(width);
    if (added) {
        it->second.id = dim_first_text_length + static_cast<std::int32_t>(text_lengths_.size());
        const std::string name = "string" + std::to_string(width);
        it->second.dimension = h5::create_bare_dimension(file_, name.c_str(), width, it->second.id);
    }
    return it->second;
}

h5::Handle FileWriter::characters(const h5::Handle& parent, const char* name, h5::Extent shape,
                                  std::size_t width, std::string_view long_name) {
    const h5::Handle& length = text_length(width).dimension;
    std::size_t size = width;
    for (hsize_t n : shape) size *= n;
    shape.push_back(width);
    h5::Extent chunk;
    if (size > small_column) {
        chunk.assign(shape.size(), 1);
        chunk.back() = width;
        if (shape.size() > 1)
            chunk[shape.size() - 2] = member_chunk(shape[shape.size() - 2], width);
    }
    h5::Handle dataset = h5::create_dataset(parent, name, h5::Element::character, shape, chunk);
    h5::attach_dimension(dataset, length, static_cast<unsigned>(shape.size() - 1));
    h5::set_attribute(dataset, "_Encoding", "utf-8");
    h5::set_attribute(dataset, "long_name", long_name);
    return dataset;
}

void FileWriter::texts(const h5::Handle& parent, const char* name,
                       std::span<const std::string> values,
                       std::span<const h5::Handle* const> along, std::string_view long_name) {
    const std::size_t width = width_of(values);
    h5::Extent shape;
    for (const h5::Handle* dimension : along) shape.push_back(h5::shape_of(*dimension).front());
    const h5::Handle dataset = characters(parent, name, shape, width, long_name);
    for (unsigned axis = 0; axis < along.size(); ++axis)
        h5::attach_dimension(dataset, *along[axis], axis);
    h5::write_slab(dataset, h5::Element::character, {}, {}, h5::padded(values, width).data());
}

void FileWriter::write_dimensions() {
    if (!header_.points.empty()) {
        std::vector<std::int64_t> numbers(header_.points.count());
        std::iota(numbers.begin(), numbers.end(), std::int64_t{0});
        h5::Handle point = h5::create_dataset(file_, "point", h5::Element::int64, {numbers.size()});
        h5::make_dimension(point, "point", dim_point);
        describe(point, "1", "point of the design: what is held at which value is in /points");
        h5::write_all<std::int64_t>(point, numbers);
        dimensions_["point"] = std::move(point);
    }
    dimensions_["option"] = text_dimension(file_, "option", header_.options, "set of interventions",
                                           numbered(dim_option));

    const std::vector<std::int64_t> members(members_.begin(), members_.end());
    h5::Handle member = h5::create_dataset(file_, "member", h5::Element::int64, {members.size()});
    h5::make_dimension(member, "member", numbered(dim_member));
    describe(member, "1", "ensemble member: same number, same luck under every option");
    h5::set_attribute(member, "standard_name", "realization");
    h5::write_all<std::int64_t>(member, members);
    dimensions_["member"] = std::move(member);

    h5::Handle time = h5::create_dataset(file_, "time", h5::Element::int64, {header_.time.size()});
    h5::make_dimension(time, "time", numbered(dim_time));
    describe(time, "days since " + header_.start_date,
             "first day of the step; stocks are as of its end");
    h5::set_attribute(time, "standard_name", "time");
    h5::set_attribute(time, "calendar", "standard");
    h5::set_attribute(time, "axis", "T");
    h5::write_all<std::int64_t>(time, header_.time);
    dimensions_["time"] = std::move(time);

    const auto names = names_of(header_.locations);
    dimensions_["location"] =
        text_dimension(file_, "location", names, "place", numbered(dim_location));
    if (!header_.groups.empty())
        dimensions_["group"] =
            text_dimension(file_, "group", header_.groups, "identity group", numbered(dim_group));
    write_continuations();
    if (content_ == Content::run && !header_.actors.empty())
        dimensions_["actor"] = text_dimension(file_, "actor", header_.actors,
                                              "armed or political actor", numbered(dim_actor));
}

void FileWriter::write_continuations() {
    if (header_.continuations.each == 0) return;
    std::vector<std::int64_t> numbers(header_.continuations.each);
    std::iota(numbers.begin(), numbers.end(), std::int64_t{0});
    h5::Handle continuation =
        h5::create_dataset(file_, "continuation", h5::Element::int64, {numbers.size()});
    h5::make_dimension(continuation, "continuation", numbered(dim_continuation));
    describe(continuation, "1",
             "future from a state that was kept: 0 goes on by the luck that led there, others by "
             "luck of their own");
    h5::set_attribute(continuation, "scouts",
                      static_cast<std::int64_t>(header_.continuations.scouts));
    h5::write_all<std::int64_t>(continuation, numbers);
    dimensions_["continuation"] = std::move(continuation);
    dimensions_["outcome"] =
        text_dimension(file_, "outcome", continued_outcomes(), "what is kept of a continuation",
                       numbered(dim_outcome));
}

void FileWriter::write_places() {
    std::vector<double> latitude, longitude;
    std::vector<std::string> country, region;
    for (const auto& l : header_.locations) {
        latitude.push_back(l.latitude);
        longitude.push_back(l.longitude);
        country.push_back(l.country);
        region.push_back(l.region);
    }
    const h5::Extent shape{header_.locations.size()};
    const auto degrees = [&](const char* name, const char* units,
                             const std::vector<double>& values) {
        const h5::Handle dataset = h5::create_dataset(file_, name, h5::Element::float64, shape);
        h5::attach_dimension(dataset, dimension("location"), 0);
        describe(dataset, units, std::string(name) + " of the place");
        h5::set_attribute(dataset, "standard_name", name);
        h5::write_all<double>(dataset, values);
    };
    const h5::Handle* const places[] = {&dimension("location")};
    degrees("latitude", "degrees_north", latitude);
    degrees("longitude", "degrees_east", longitude);
    texts(file_, "country", country, places, "country of the place");
    texts(file_, "region", region, places, "region of the place");
}

void FileWriter::write_variable(const Variable& variable) {
    if (length_of(header_, variable) == 0) {  // no groups, or no continuations
        variables_.emplace_back();
        return;
    }
    const std::uint64_t members = members_.size();
    h5::Extent shape = row_shape(members);
    const std::size_t rows = shape.size();
    h5::Extent chunk(rows, 1);
    chunk.back() = member_chunk(members, length_of(header_, variable));
    for (const std::size_t n : labels_along(header_, variable)) {
        shape.push_back(n);
        chunk.push_back(n);
    }
    const VariableSpec& spec = *variable.spec;
    h5::Handle dataset = h5::create_dataset(file_, std::string(spec.name).c_str(),
                                            element_of(variable), shape, chunk);
    attach_rows(dataset);
    auto axis = static_cast<unsigned>(rows);
    for (const char* const name : dimensions_along(variable.along))
        h5::attach_dimension(dataset, dimension(name), axis++);
    const bool money = spec.unit == "USD";
    describe(dataset, money ? "1" : spec.unit, spec.long_name);
    if (money) {
        h5::set_attribute(dataset, "currency", header_.currency);
        h5::set_attribute(dataset, "price_year", header_.price_year);
    }
    if (!spec.flags.empty()) {
        std::vector<std::int8_t> values(1, 0);
        for (char c : spec.flags)
            if (c == ' ') values.push_back(static_cast<std::int8_t>(values.size()));
        h5::set_attribute(dataset, "flag_values", std::span<const std::int8_t>(values));
        h5::set_attribute(dataset, "flag_meanings", spec.flags);
    }
    if (variable.along == Along::location)
        h5::set_attribute(dataset, "coordinates", place_coordinates);
    if (header_.gaps || variable.along == Along::continuation) {
        if (spec.type == ValueType::count) h5::set_attribute(dataset, "_FillValue", count_fill);
        if (spec.type == ValueType::flag)
            h5::set_attribute(dataset, "_FillValue", std::span<const std::int8_t>(&flag_fill, 1));
        if (spec.type == ValueType::real)
            h5::set_attribute(dataset, "_FillValue", std::numeric_limits<double>::quiet_NaN());
    }
    variables_.push_back(std::move(dataset));
}

void FileWriter::write_ran() {
    ran_ = h5::create_dataset(file_, "ran", h5::Element::int8, row_shape(members_.size()));
    attach_rows(ran_);
    describe(ran_, "1",
             "whether the member was run under the option; if not, every value is a fill value");
    const std::vector<std::int8_t> values{0, 1};
    h5::set_attribute(ran_, "flag_values", std::span<const std::int8_t>(values));
    h5::set_attribute(ran_, "flag_meanings", "no yes");
}

void FileWriter::rows(const Variable& variable, std::uint64_t first, std::uint64_t count,
                      const RawBlock& block) {
    const auto& dataset = variables_[static_cast<std::size_t>(&variable - all_variables().data())];
    if (!dataset) return;
    h5::Extent slab = row_shape(count), start = row_start(first);
    for (const std::size_t n : labels_along(header_, variable))
        slab.push_back(n), start.push_back(0);
    h5::write_slab(dataset, block.element(), start, slab, block.at(0));
}

void FileWriter::parameters(std::uint64_t first, std::uint64_t count,
                            std::span<const double> values) {
    const std::size_t width = header_.parameters.size();
    if (values.size() != header_.points.count() * count * width)
        throw std::invalid_argument("a row does not have all parameters");
    if (!parameters_) return;
    h5::Extent start{first, 0}, slab{count, width};
    if (!header_.points.empty())
        start.insert(start.begin(), 0), slab.insert(slab.begin(), header_.points.count());
    h5::write_slab(parameters_, h5::Element::float64, start, slab, values.data());
}

void FileWriter::hashes(std::uint64_t first, std::uint64_t count,
                        std::span<const std::string> hex) {
    const h5::Extent start = row_start(first), slab = row_shape(count);
    std::vector<const char*> texts;
    texts.reserve(hex.size());
    for (const std::string& one : hex) texts.push_back(one.c_str());
    h5::write_slab(hashes_, h5::Element::text, start, slab, texts.data());
    if (!ran_) return;
    std::vector<std::int8_t> ran;
    for (const std::string& one : hex) ran.push_back(one.empty() ? 0 : 1);
    h5::write_slab(ran_, h5::Element::int8, start, slab, ran.data());
}

std::string FileWriter::finish() {
    dimensions_.clear();
    text_lengths_.clear();
    variables_.clear();
    hashes_ = {};
    ran_ = {};
    parameters_ = {};
    h5::close_file(std::exchange(file_, {}));
    return own_ ? own_->take() : std::string();
}

}  // namespace forestall
