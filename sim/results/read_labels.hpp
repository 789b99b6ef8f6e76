// SPDX-License-Identifier: Apache-2.0
// The labels of a results file, each read with the checks that let the rest of the program trust
// them. All throw h5::Error with a sentence.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "results/hdf.hpp"
#include "results/header.hpp"

namespace forestall::labels {

/// Largest numbers of labels and values that a file may ask memory for.
inline constexpr std::uint64_t most_labels = std::uint64_t{1} << 27;
inline constexpr std::uint64_t most_values = std::uint64_t{1} << 32;
/// Days that a run may lie from its start, and a step may have: dates stay in the calendar.
inline constexpr std::int64_t most_days = 4'000'000;

/// One-dimensional, at least one.
std::vector<std::string> texts(const hdf::File& file, const hdf::Group& group, const char* name);
/// The same, each of its own.
std::vector<std::string> names(const hdf::File& file, const hdf::Group& group, const char* name);
std::string single_text(const hdf::File& file, const hdf::Group& group, const char* name);

/// Strictly ascending, none negative.
std::vector<std::uint64_t> members(const hdf::File& file);
/// The design, if the file has one: numbers of points from 0, what is held, finite values.
Points points(const hdf::File& file);
/// Futures from states that were kept, if the file has such, of the outcomes that this program
/// keeps.
Continuations continuations(const hdf::File& file);
/// Strictly ascending; also gives the date that "days since" counts from.
std::vector<std::int64_t> steps(const hdf::File& file, std::string& start_date);
std::vector<LocationLabel> locations(const hdf::File& file);
std::vector<ParameterLabel> parameters(const hdf::File& file, const hdf::Group& group);
/// Compares each text with its digest.
std::map<std::string, std::string> scenario_files(const hdf::File& file, const hdf::Group& group);

}  // namespace forestall::labels
