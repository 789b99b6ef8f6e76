// SPDX-License-Identifier: Apache-2.0
#include "results/read_labels.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_set>

namespace forestall::labels {
namespace {

void demand(bool good, const char* what) {
    if (!good) throw hdf::Error(what);
}

bool distinct(const std::vector<std::string>& names) {
    std::unordered_set<std::string> seen(names.begin(), names.end());
    return seen.size() == names.size();
}

template <class T>
std::vector<T> numbers(const hdf::File& file, const hdf::Group& group, const char* name) {
    const hdf::Dataset& dataset = hdf::dataset_of(group, name);
    demand(dataset.shape.size() == 1, "a list of labels does not have one dimension");
    return hdf::read_all<T>(file, dataset, most_labels);
}

constexpr const char* files_do_not_fit = "the columns of the scenario's files do not fit";

/// The scenario's files, cut out of what lies one after another.
std::vector<std::string> file_contents(const hdf::File& file, const hdf::Group& group) {
    std::vector<std::uint8_t> bytes;
    if (hdf::has_dataset(group, "content"))
        bytes = hdf::read_all<std::uint8_t>(file, hdf::dataset_of(group, "content"), most_labels);
    std::vector<std::string> out;
    std::size_t at = 0;
    for (std::int64_t length : numbers<std::int64_t>(file, group, "length")) {
        demand(length >= 0 && static_cast<std::uint64_t>(length) <= bytes.size() - at,
               files_do_not_fit);
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        out.emplace_back(begin, begin + length);
        at += static_cast<std::size_t>(length);
    }
    demand(at == bytes.size(), files_do_not_fit);
    return out;
}

template <class T>
bool ascending(const std::vector<T>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

}  // namespace

std::vector<std::string> texts(const hdf::File& file, const hdf::Group& group, const char* name) {
    const hdf::Dataset& dataset = hdf::dataset_of(group, name);
    const std::size_t dimensions = dataset.element == hdf::Element::character ? 2 : 1;
    demand(dataset.shape.size() == dimensions, "a list of labels does not have one dimension");
    auto out = file.texts(dataset);
    demand(!out.empty(), "a list of labels is empty");
    return out;
}

std::vector<std::string> names(const hdf::File& file, const hdf::Group& group, const char* name) {
    auto out = texts(file, group, name);
    demand(distinct(out), "a name occurs twice in a list of labels");
    return out;
}

std::string single_text(const hdf::File& file, const hdf::Group& group, const char* name) {
    const auto all = file.texts(hdf::dataset_of(group, name));
    demand(all.size() == 1, "a text is missing");
    return all.front();
}

std::vector<std::uint64_t> members(const hdf::File& file) {
    const auto stored = numbers<std::int64_t>(file, file.root(), "member");
    demand(!stored.empty() && stored.front() >= 0 && ascending(stored),
           "the members are not in ascending order from 0");
    return {stored.begin(), stored.end()};
}

Points points(const hdf::File& file) {
    Points out;
    if (!hdf::has_dataset(file.root(), "point")) return out;
    const auto number = numbers<std::int64_t>(file, file.root(), "point");
    demand(!number.empty() && number.front() == 0 && ascending(number) &&
               number.back() + 1 == static_cast<std::int64_t>(number.size()),
           "the points of the design are not numbered from 0");
    const hdf::Group& group = hdf::group_of(file.root(), "points");
    out.held = names(file, group, "held");
    const hdf::Dataset& values = hdf::dataset_of(group, "values");
    demand(values.shape == hdf::Extent{number.size(), out.held.size()},
           "the values of the design do not fit");
    const auto all = hdf::read_all<double>(file, values, most_labels);
    demand(std::all_of(all.begin(), all.end(), [](double v) { return std::isfinite(v); }),
           "a value of the design is not a number");
    for (auto row = all.begin(); row != all.end();
         row += static_cast<std::ptrdiff_t>(out.held.size()))
        out.values.emplace_back(row, row + static_cast<std::ptrdiff_t>(out.held.size()));
    return out;
}

Continuations continuations(const hdf::File& file) {
    if (!hdf::has_dataset(file.root(), "continuation")) return {};
    constexpr std::int64_t most = 1'000'000;
    const auto number = numbers<std::int64_t>(file, file.root(), "continuation");
    demand(!number.empty() && number.front() == 0 && ascending(number) &&
               number.back() + 1 == static_cast<std::int64_t>(number.size()) &&
               number.back() < most,
           "the continuations are not numbered from 0");
    const auto scouts =
        hdf::integer_attribute(hdf::dataset_of(file.root(), "continuation").attributes, "scouts");
    demand(scouts >= 0 && scouts < most, "the number of scouts does not make sense");
    const auto outcomes = names(file, file.root(), "outcome");
    const auto known = continued_outcomes();
    demand(std::equal(outcomes.begin(), outcomes.end(), known.begin(), known.end()),
           "its continuations keep other outcomes than those of this program");
    return {static_cast<std::uint32_t>(number.size()), static_cast<std::uint32_t>(scouts)};
}

std::vector<std::int64_t> steps(const hdf::File& file, std::string& start_date) {
    auto stored = numbers<std::int64_t>(file, file.root(), "time");
    demand(!stored.empty() && ascending(stored), "the times are not in ascending order");
    demand(stored.front() >= -most_days && stored.back() <= most_days, "the time is out of reach");
    const std::string units =
        hdf::text_attribute(hdf::dataset_of(file.root(), "time").attributes, "units");
    constexpr std::string_view since = "days since ";
    demand(units.starts_with(since), "the time is not in days since a date");
    start_date = units.substr(since.size());
    return stored;
}

std::vector<LocationLabel> locations(const hdf::File& file) {
    const auto places = names(file, file.root(), "location"),
               countries = texts(file, file.root(), "country"),
               regions = texts(file, file.root(), "region");
    const auto latitudes = numbers<double>(file, file.root(), "latitude"),
               longitudes = numbers<double>(file, file.root(), "longitude");
    for (std::size_t size : {countries.size(), regions.size(), latitudes.size(), longitudes.size()})
        demand(size == places.size(), "the columns of the locations differ in length");
    const auto within = [](const std::vector<double>& degrees, double most) {
        return std::all_of(degrees.begin(), degrees.end(),
                           [&](double x) { return x >= -most && x <= most; });
    };
    demand(within(latitudes, 90) && within(longitudes, 180),
           "the coordinates of a place are not on earth");
    std::vector<LocationLabel> out;
    for (std::size_t i = 0; i < places.size(); ++i)
        out.push_back({places[i], countries[i], regions[i], latitudes[i], longitudes[i]});
    return out;
}

std::vector<ParameterLabel> parameters(const hdf::File& file, const hdf::Group& group) {
    const auto symbols = names(file, group, "parameter"), units = texts(file, group, "unit");
    demand(symbols.size() == units.size(), "the columns of the parameters do not fit");
    std::vector<ParameterLabel> out;
    for (std::size_t i = 0; i < symbols.size(); ++i) out.push_back({symbols[i], units[i]});
    return out;
}

std::map<std::string, std::string> scenario_files(const hdf::File& file, const hdf::Group& group) {
    const auto paths = names(file, group, "file"), digests = texts(file, group, "xxh3");
    const auto contents =
        hdf::has_dataset(group, "text") ? texts(file, group, "text") : file_contents(file, group);
    demand(paths.size() == contents.size() && paths.size() == digests.size(), files_do_not_fit);
    std::map<std::string, std::string> out;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        demand(text_digest(contents[i]) == digests[i],
               "a file of the scenario does not match its digest");
        out[paths[i]] = contents[i];
    }
    return out;
}

}  // namespace forestall::labels
