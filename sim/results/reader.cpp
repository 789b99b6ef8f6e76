// SPDX-License-Identifier: Apache-2.0
#include "results/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <new>
#include <utility>

#include "core/memory.hpp"
#include "results/digest_trailer.hpp"
#include "results/files.hpp"
#include "results/layout.hpp"
#include "results/read_labels.hpp"
#include "results/refuse_content.hpp"

namespace forestall {

FormatError::FormatError(std::string path, const std::string& what)
    : std::runtime_error(path + ": " + what), path_(std::move(path)) {}

void refuse_content(const std::string& path, const h5::Error& error) {
    if (memory_is_short()) throw std::bad_alloc();
    throw FormatError(path, error.what());
}

/// Whatever HDF5 dislikes becomes a FormatError that names the file.
template <class Body>
auto Results::guarded(Body body) const {
    try {
        return body();
    } catch (const h5::Error& error) {
        refuse_content(name_, error);
    }
}

Results Results::open(const std::string& path) { return from_bytes(files::read_file(path), path); }

Results Results::from_bytes(std::string bytes, std::string name) {
    if (const std::string problem = trailer::problem(bytes); !problem.empty()) throw FormatError(name, problem);
    const std::size_t size = bytes.size() - trailer::size;
    return from_checked(std::move(bytes), size, std::move(name));
}

Results Results::from_image_without_digest(std::string image, std::string name) {
    const std::size_t size = image.size();
    return from_checked(std::move(image), size, std::move(name));
}

Results Results::from_checked(std::string bytes, std::size_t image_size, std::string name) {
    Results out;
    out.name_ = std::move(name);
    out.bytes_ = std::make_unique<const std::string>(std::move(bytes));
    out.guarded([&] {
        out.file_ = h5::open_image(std::string_view(*out.bytes_).substr(0, image_size));
        out.read_labels();
        out.read_scenario();
        out.check_variables();
    });
    return out;
}

void Results::read_labels() {
    if (h5::text_attribute(file_, "format") != file_format_name) throw FormatError(name_, "this is no results file");
    const auto version = h5::integer_attribute(file_, "format_version");
    if (version != file_format_version)
        throw FormatError(name_, fmt::format("the file has format version {}, this program reads version {}", version,
                                             file_format_version));
    header_.title = h5::text_attribute(file_, "title");
    header_.options = labels::names(file_, "option");
    members_ = labels::members(file_);
    header_.time = labels::steps(file_, header_.start_date);
    header_.locations = labels::locations(file_);
    if (h5::has_dataset(file_, "group")) header_.groups = labels::names(file_, "group");
    header_.gaps = h5::has_dataset(file_, "ran");
    if (h5::has_dataset(file_, "actor")) header_.actors = labels::names(file_, "actor");
    if (h5::has_group(file_, "parameters"))
        header_.parameters = labels::parameters(h5::open_group(file_, "parameters"));
    const Variable* spend = find_variable("spend");
    if (spend != nullptr && h5::has_dataset(file_, "spend")) {
        const h5::Handle dataset = h5::open_dataset(file_, "spend");
        header_.currency = h5::text_attribute(dataset, "currency");
        const auto year = h5::integer_attribute(dataset, "price_year");
        if (year < 0 || year > 9999) throw h5::Error("the price year is no year");
        header_.price_year = static_cast<std::int32_t>(year);
    }
}

void Results::read_scenario() {
    const h5::Handle group = h5::open_group(file_, "scenario");
    header_.program = {h5::text_attribute(group, "version"), h5::text_attribute(group, "git_commit")};
    const std::string seed = h5::text_attribute(group, "seed");
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), header_.seed);
    if (error != std::errc() || end != seed.data() + seed.size()) throw h5::Error("the seed is no number");
    const auto members = h5::integer_attribute(group, "members");
    if (members <= 0 || static_cast<std::uint64_t>(members) <= members_.back())
        throw h5::Error("the file has members that its job does not have");
    header_.members = static_cast<std::uint64_t>(members);
    header_.step_days = h5::integer_attribute(group, "step_days");
    if (header_.step_days <= 0 || header_.step_days > labels::most_days)
        throw h5::Error("the step has no length that makes sense");
    header_.description = labels::single_text(group, "job");
    if (h5::has_dataset(group, "file")) header_.scenario_files = labels::scenario_files(group);
}

void Results::check_variables() const {
    const h5::Extent whole{header_.options.size(), members_.size()};
    const auto check = [](const h5::Handle& parent, const char* name, h5::Element element, const h5::Extent& shape) {
        const h5::Handle dataset = h5::open_dataset(parent, name);
        if (h5::element_of(dataset) != element || h5::shape_of(dataset) != shape)
            throw h5::Error(fmt::format("the variable '{}' has not the shape or type that it should have", name));
    };
    for (const Variable& v : all_variables()) {
        if (!has(v)) continue;
        h5::Extent shape = whole;
        if (v.along != Along::nothing) shape.push_back(length(v));
        check(file_, std::string(v.spec->name).c_str(), element_of(v), shape);
    }
    check(file_, "member_hash", h5::Element::text, whole);
    if (header_.gaps) check(file_, "ran", h5::Element::int8, whole);
    if (!header_.parameters.empty())
        check(h5::open_group(file_, "parameters"), "values", h5::Element::float64,
              {members_.size(), header_.parameters.size()});
}

std::optional<std::size_t> Results::find_option(std::string_view option) const {
    const auto it = std::find(header_.options.begin(), header_.options.end(), option);
    if (it == header_.options.end()) return std::nullopt;
    return static_cast<std::size_t>(it - header_.options.begin());
}

bool Results::has(const Variable& variable) const {
    return h5::has_dataset(file_, std::string(variable.spec->name).c_str());
}

std::size_t Results::length(const Variable& variable) const {
    switch (variable.along) {
        case Along::time:
            return header_.time.size();
        case Along::location:
            return header_.locations.size();
        case Along::group:
            return header_.groups.size();
        case Along::nothing:
            break;
    }
    return 1;
}

}  // namespace forestall
