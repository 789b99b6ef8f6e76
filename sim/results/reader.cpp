// SPDX-License-Identifier: Apache-2.0
#include "results/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <new>
#include <utility>

#include "core/memory.hpp"
#include "results/digest_trailer.hpp"
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

/// Whatever is wrong with the file becomes a FormatError that names the file.
template <class Body>
auto Results::guarded(Body body) const {
    try {
        return body();
    } catch (const hdf::Error& error) {
        refuse_content(name_, error);
    }
}

Results Results::open(const std::string& path) { return from_file(hdf::bytes_of_file(path), path); }

Results Results::from_bytes(std::string bytes, std::string name) {
    return from_file(hdf::bytes_in_memory(std::move(bytes)), std::move(name));
}

Results Results::from_file(std::unique_ptr<hdf::Bytes> bytes, std::string name) {
    if (const std::string problem = trailer::problem(*bytes); !problem.empty())
        throw FormatError(name, problem);
    bytes->cut(bytes->size() - trailer::size);
    return from_checked(std::move(bytes), std::move(name));
}

Results Results::from_image_without_digest(std::string image, std::string name) {
    return from_checked(hdf::bytes_in_memory(std::move(image)), std::move(name));
}

Results Results::from_checked(std::unique_ptr<hdf::Bytes> bytes, std::string name) {
    Results out;
    out.name_ = std::move(name);
    out.guarded([&] {
        out.file_ = std::make_unique<const hdf::File>(std::move(bytes));
        out.read_labels();
        out.read_scenario();
        out.check_variables();
        out.check_ran();
    });
    return out;
}

void Results::read_labels() {
    const hdf::Group& root = file_->root();
    if (hdf::text_attribute(root.attributes, "format") != file_format_name)
        throw FormatError(name_, "this is not a results file");
    const auto version = hdf::integer_attribute(root.attributes, "format_version");
    if (version < oldest_format_version || version > file_format_version)
        throw FormatError(
            name_,
            fmt::format("the file has format version {}, this program reads versions {} to {}",
                        version, oldest_format_version, file_format_version));
    header_.title = hdf::text_attribute(root.attributes, "title");
    header_.options = labels::names(*file_, root, "option");
    header_.points = labels::points(*file_);
    members_ = labels::members(*file_);
    header_.time = labels::steps(*file_, header_.start_date);
    header_.locations = labels::locations(*file_);
    if (hdf::has_dataset(root, "group")) header_.groups = labels::names(*file_, root, "group");
    header_.continuations = labels::continuations(*file_);
    header_.gaps = hdf::has_dataset(root, "ran");
    if (hdf::has_dataset(root, "actor")) header_.actors = labels::names(*file_, root, "actor");
    if (hdf::has_group(root, "parameters"))
        header_.parameters = labels::parameters(*file_, hdf::group_of(root, "parameters"));
    if (hdf::has_dataset(root, "spend")) {
        const auto& attributes = hdf::dataset_of(root, "spend").attributes;
        header_.currency = hdf::text_attribute(attributes, "currency");
        const auto year = hdf::integer_attribute(attributes, "price_year");
        if (year < 0 || year > 9999) throw hdf::Error("the price year is not a year");
        header_.price_year = static_cast<std::int32_t>(year);
    }
}

void Results::read_scenario() {
    const hdf::Group& group = hdf::group_of(file_->root(), "scenario");
    const auto& attributes = group.attributes;
    header_.program = {hdf::text_attribute(attributes, "version"),
                       hdf::text_attribute(attributes, "git_commit")};
    const std::string seed = hdf::text_attribute(attributes, "seed");
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), header_.seed);
    if (error != std::errc() || end != seed.data() + seed.size())
        throw hdf::Error("the seed is not a number");
    const auto members = hdf::integer_attribute(attributes, "members");
    if (members <= 0 || static_cast<std::uint64_t>(members) <= members_.back())
        throw hdf::Error("the file has members that its job does not have");
    header_.members = static_cast<std::uint64_t>(members);
    header_.step_days = hdf::integer_attribute(attributes, "step_days");
    if (header_.step_days <= 0 || header_.step_days > labels::most_days)
        throw hdf::Error("the length of the step does not make sense");
    header_.description = labels::single_text(*file_, group, "job");
    if (hdf::has_dataset(group, "file"))
        header_.scenario_files = labels::scenario_files(*file_, group);
}

hdf::Extent Results::with_points(hdf::Extent shape, std::size_t points) const {
    if (!header_.points.empty()) shape.insert(shape.begin(), points);
    return shape;
}

void Results::check_variables() const {
    const hdf::Group& root = file_->root();
    const std::size_t points = header_.points.count();
    const hdf::Extent whole = with_points({header_.options.size(), members_.size()}, points);
    const auto check = [](const hdf::Group& group, const char* name, hdf::Element element,
                          const hdf::Extent& shape) {
        const hdf::Dataset& dataset = hdf::dataset_of(group, name);
        if (dataset.element != element || dataset.shape != shape)
            throw hdf::Error(fmt::format(
                "the variable '{}' does not have the shape or type that it should have", name));
    };
    for (const Variable& v : all_variables()) {
        const bool continued = v.along == Along::continuation || v.along == Along::state;
        if (continued && has(v) != (header_.continuations.each > 0))
            throw hdf::Error(fmt::format(
                "'{}' and the continuations it would be of are not both there", v.spec->name));
        if (!has(v)) continue;
        hdf::Extent shape = whole;
        for (const std::size_t n : labels_along(header_, v)) shape.push_back(n);
        check(root, std::string(v.spec->name).c_str(), element_of(v), shape);
    }
    check(root, "member_hash", hdf::Element::text, whole);
    if (header_.gaps) check(root, "ran", hdf::Element::int8, whole);
    if (!header_.parameters.empty())
        check(hdf::group_of(root, "parameters"), "values", hdf::Element::float64,
              with_points({members_.size(), header_.parameters.size()}, points));
}

/// Who was run stands twice: where a hash is, and in `ran`, which Python and R read.
void Results::check_ran() const {
    if (!header_.gaps) return;
    const auto ran = hdf::read_all<std::int8_t>(*file_, hdf::dataset_of(file_->root(), "ran"),
                                                columns() * members_.size());
    for (std::size_t i = 0; i < ran.size(); ++i)
        if (ran[i] != (hashes()[i].empty() ? 0 : 1))
            throw hdf::Error(fmt::format(
                "'ran' says {} of member {} under option '{}', which its hash contradicts", ran[i],
                members_[i % members_.size()],
                header_.options[i / members_.size() % header_.options.size()]));
}

std::optional<std::size_t> Results::find_option(std::string_view option) const {
    const auto it = std::find(header_.options.begin(), header_.options.end(), option);
    if (it == header_.options.end()) return std::nullopt;
    return static_cast<std::size_t>(it - header_.options.begin());
}

bool Results::has(const Variable& variable) const {
    return hdf::has_dataset(file_->root(), std::string(variable.spec->name).c_str());
}

std::size_t Results::length(const Variable& variable) const { return length_of(header_, variable); }

}  // namespace forestall
