// SPDX-License-Identifier: Apache-2.0
// Lays a results file out (docs/results-file.md) and takes its rows block by block. The bytes depend on the header, the
// members and the rows, not on when or by whom a row was computed: callers write blocks in one fixed order
// (assemble.hpp).
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "results/h5.hpp"
#include "results/header.hpp"
#include "results/variables.hpp"

namespace forestall {

inline constexpr const char* file_format_name = "forestall results";
inline constexpr std::int64_t file_format_version = 1;

/// `part`: rows of an unfinished run, without the scenario's texts. `run`: one member, with actors as a dimension.
enum class Content : std::uint8_t { whole, part, run };

/// Values of one row: steps, places, groups or 1.
std::size_t length_of(const Header& header, const Variable& variable);

class FileWriter {
public:
    /// Throws std::invalid_argument for an empty dimension or names that are not unique.
    FileWriter(const Header& header, std::span<const std::uint64_t> members, Content content);

    /// `count` members from position `first`, all options.
    void rows(const Variable& variable, std::uint64_t first, std::uint64_t count, const RawBlock& block);
    /// One row of parameters per member.
    void parameters(std::uint64_t first, std::uint64_t count, std::span<const double> values);
    /// All at once, dims option, member; an empty text: not run.
    void hashes(std::span<const std::string> hex);

    /// For groups of a run's own: the file, and a root dimension to attach.
    const h5::Handle& file() const { return file_; }
    const h5::Handle& dimension(const std::string& name) const { return dimensions_.at(name); }

    /// The HDF5 image; the writer is spent.
    std::string finish();

private:
    h5::Handle text_dimension(const h5::Handle& parent, const char* name, std::span<const std::string> labels,
                              std::string_view long_name, std::int32_t id);
    void write_dimensions();
    void write_places();
    void write_variable(const Variable& variable);
    void write_ran();
    void write_parameters();
    void write_scenario();

    const Header& header_;
    std::vector<std::uint64_t> members_;
    Content content_;
    h5::Handle file_;
    std::map<std::string, h5::Handle> dimensions_;
    std::vector<h5::Handle> variables_;  ///< in the order of all_variables()
    h5::Handle hashes_;
    h5::Handle ran_;  ///< only where there are gaps
    h5::Handle parameters_;
};

}  // namespace forestall
