// SPDX-License-Identifier: Apache-2.0
// The group /events of a run's file: a column per field of an event along `event`, and a ragged
// table of causes along `cause`, each with the event it belongs to. Columns that an older program
// did not write are read as unknown.
#pragma once
#include <vector>

#include "results/h5.hpp"
#include "results/hdf.hpp"
#include "results/header.hpp"
#include "results/layout.hpp"

namespace forestall::event_table {

/// Writes the group if there is any event. Throws std::out_of_range if an event names what the
/// header does not.
void write(FileWriter& writer, const Header& header, const std::vector<Event>& events);
/// Reads a group back. hdf::Error if columns differ in length or point nowhere.
std::vector<Event> read(const hdf::File& file, const hdf::Group& group, const Header& header);

}  // namespace forestall::event_table
