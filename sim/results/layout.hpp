// SPDX-License-Identifier: Apache-2.0
// Lays a results file out (docs/results-file.md) and takes its rows block by block. The bytes
// depend on the header, the members and the rows, not on when or by whom a row was computed:
// callers write blocks in one fixed order (assemble.hpp).
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "results/h5.hpp"
#include "results/header.hpp"
#include "results/store.hpp"
#include "results/variables.hpp"

namespace forestall {

inline constexpr const char* file_format_name = "forestall results";
inline constexpr std::int64_t file_format_version = 2;
/// Version 1 kept its texts in HDF5's heap of things of variable length; the reader still takes it.
inline constexpr std::int64_t oldest_format_version = 1;
/// Length of a member's hash.
inline constexpr std::size_t hash_digits = 16;

/// `part`: without the scenario's files. `run`: one member, with actors as a dimension.
enum class Content : std::uint8_t { whole, part, run };

/// Labels of each dimension of a variable after option and member.
std::vector<std::size_t> labels_along(const Header& header, const Variable& variable);
/// Values of one row: their product; 0 for a variable that such a file does not have.
std::size_t length_of(const Header& header, const Variable& variable);

class FileWriter {
public:
    /// Into a store, which must outlive the writer. Throws std::invalid_argument for an empty
    /// dimension or names that are not unique.
    FileWriter(Store& store, const Header& header, std::span<const std::uint64_t> members,
               Content content);
    /// The same in memory.
    FileWriter(const Header& header, std::span<const std::uint64_t> members, Content content);

    /// `count` members from position `first`, all options of all points.
    void rows(const Variable& variable, std::uint64_t first, std::uint64_t count,
              const RawBlock& block);
    /// Dims point, member, parameter.
    void parameters(std::uint64_t first, std::uint64_t count, std::span<const double> values);
    /// `count` members from position `first`, dims point, option, member; an empty text: not run.
    void hashes(std::uint64_t first, std::uint64_t count, std::span<const std::string> hex);

    /// For groups of a run's own: the file, and a root dimension to attach.
    const h5::Handle& file() const { return file_; }
    const h5::Handle& dimension(const std::string& name) const { return dimensions_.at(name); }
    /// A variable of texts along dimensions that are there: netCDF characters, one more dimension
    /// for the length.
    void texts(const h5::Handle& parent, const char* name, std::span<const std::string> values,
               std::span<const h5::Handle* const> along, std::string_view long_name);

    /// Completes the file; the writer is spent. The HDF5 image if it is in memory, else nothing:
    /// the store has it.
    std::string finish();

private:
    FileWriter(std::unique_ptr<MemoryStore> own, Store* store, const Header& header,
               std::span<const std::uint64_t> members, Content content);
    struct TextLength {
        h5::Handle dimension;
        std::int32_t id = 0;
    };
    const TextLength& text_length(std::size_t width);
    h5::Handle characters(const h5::Handle& parent, const char* name, h5::Extent shape,
                          std::size_t width, std::string_view long_name);
    h5::Handle text_dimension(const h5::Handle& parent, const char* name,
                              std::span<const std::string> labels, std::string_view long_name,
                              std::int32_t id);
    void write_dimensions();
    void write_points();
    /// The number of a dimension in this file, of its DimensionId (layout_parts.hpp).
    std::int32_t numbered(std::int32_t dimension) const {
        return dimension + (header_.points.empty() ? 0 : 1);
    }
    /// What every variable with rows begins with, (point,) option and member, and its selection of
    /// some members.
    h5::Extent row_shape(std::uint64_t members) const;
    h5::Extent row_start(std::uint64_t first) const;
    void attach_rows(const h5::Handle& dataset) const;
    void write_continuations();
    void write_places();
    void write_variable(const Variable& variable);
    void write_ran();
    void write_parameters();
    void write_scenario();

    std::unique_ptr<MemoryStore> own_;
    const Header& header_;
    std::vector<std::uint64_t> members_;
    Content content_;
    h5::Handle file_;
    std::map<std::string, h5::Handle> dimensions_;
    std::map<std::size_t, TextLength> text_lengths_;
    std::vector<h5::Handle> variables_;  ///< in the order of all_variables()
    h5::Handle hashes_;
    h5::Handle ran_;  ///< only where there are gaps
    h5::Handle parameters_;
};

}  // namespace forestall
