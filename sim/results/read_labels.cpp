// SPDX-License-Identifier: Apache-2.0
#include "results/read_labels.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace forestall::labels {
namespace {

void demand(bool good, const char* what) {
    if (!good) throw h5::Error(what);
}

bool distinct(const std::vector<std::string>& names) {
    std::unordered_set<std::string> seen(names.begin(), names.end());
    return seen.size() == names.size();
}

template <class T>
std::vector<T> numbers(const h5::Handle& parent, const char* name) {
    const h5::Handle dataset = h5::open_dataset(parent, name);
    demand(h5::shape_of(dataset).size() == 1, "a list of labels has not one dimension");
    return h5::read_all<T>(dataset, most_labels);
}

template <class T>
bool ascending(const std::vector<T>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

}  // namespace

std::vector<std::string> texts(const h5::Handle& parent, const char* name) {
    const h5::Handle dataset = h5::open_dataset(parent, name);
    demand(h5::shape_of(dataset).size() == 1, "a list of labels has not one dimension");
    auto out = h5::read_texts(dataset, most_labels);
    demand(!out.empty(), "a list of labels is empty");
    return out;
}

std::vector<std::string> names(const h5::Handle& parent, const char* name) {
    auto out = texts(parent, name);
    demand(distinct(out), "a name occurs twice in a list of labels");
    return out;
}

std::string single_text(const h5::Handle& parent, const char* name) {
    const auto all = h5::read_texts(h5::open_dataset(parent, name), 1);
    demand(all.size() == 1, "a text is missing");
    return all.front();
}

std::vector<std::uint64_t> members(const h5::Handle& file) {
    const auto stored = numbers<std::int64_t>(file, "member");
    demand(!stored.empty() && stored.front() >= 0 && ascending(stored), "the members do not ascend from 0");
    return {stored.begin(), stored.end()};
}

std::vector<std::int64_t> steps(const h5::Handle& file, std::string& start_date) {
    auto stored = numbers<std::int64_t>(file, "time");
    demand(!stored.empty() && ascending(stored), "the time does not ascend");
    demand(stored.front() >= -most_days && stored.back() <= most_days, "the time is out of reach");
    const std::string units = h5::text_attribute(h5::open_dataset(file, "time"), "units");
    constexpr std::string_view since = "days since ";
    demand(units.starts_with(since), "the time is not in days since a date");
    start_date = units.substr(since.size());
    return stored;
}

std::vector<LocationLabel> locations(const h5::Handle& file) {
    const auto places = names(file, "location"), countries = texts(file, "country"), regions = texts(file, "region");
    const auto latitudes = numbers<double>(file, "latitude"), longitudes = numbers<double>(file, "longitude");
    for (std::size_t size : {countries.size(), regions.size(), latitudes.size(), longitudes.size()})
        demand(size == places.size(), "the columns of the locations differ in length");
    std::vector<LocationLabel> out;
    for (std::size_t i = 0; i < places.size(); ++i)
        out.push_back({places[i], countries[i], regions[i], latitudes[i], longitudes[i]});
    return out;
}

std::vector<ParameterLabel> parameters(const h5::Handle& group) {
    const auto symbols = names(group, "parameter"), units = texts(group, "unit");
    demand(symbols.size() == units.size(), "the columns of the parameters do not fit");
    std::vector<ParameterLabel> out;
    for (std::size_t i = 0; i < symbols.size(); ++i) out.push_back({symbols[i], units[i]});
    return out;
}

std::map<std::string, std::string> scenario_files(const h5::Handle& group) {
    const auto paths = names(group, "file"), contents = texts(group, "text"), digests = texts(group, "xxh3");
    demand(paths.size() == contents.size() && paths.size() == digests.size(),
           "the columns of the scenario's files do not fit");
    std::map<std::string, std::string> out;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        demand(text_digest(contents[i]) == digests[i], "a file of the scenario does not match its digest");
        out[paths[i]] = contents[i];
    }
    return out;
}

}  // namespace forestall::labels
