// SPDX-License-Identifier: Apache-2.0
// Makes the bytes of a results file from rows in memory or from rows in other files. Equal header,
// members and rows give equal bytes however the rows were spread over files: blocks of 512 members
// are written in one fixed order.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/diagnostics.hpp"
#include "results/files.hpp"
#include "results/header.hpp"
#include "results/layout.hpp"
#include "results/reader.hpp"

namespace forestall {

/// A file that holds the rows of some members, ascending.
struct RowFile {
    std::string path;
    std::vector<std::uint64_t> members;
    enum class Kind : std::uint8_t { results, part } kind = Kind::results;
};

/// A writer in memory that has taken these rows, in ascending order of member; it keeps a reference
/// to the header.
FileWriter writer_of_rows(const Header& header, std::span<const MemberRow> rows, Content content);

/// Image and digest under `path`, atomically.
void write_results(const std::string& path, const std::string& image,
                   files::Existing existing = files::Existing::replace);

/// The rows of a part as if they were a results file of their own, in memory. IoError, FormatError.
Results results_of_part(const std::string& path, const Header& header);

/// Writes the file with `members`, each taken from the first file that has it, atomically. Holds
/// one block of rows at a time, so memory does not grow with members. std::invalid_argument if a
/// member is in no file; FormatError, IoError if a file cannot be read or written.
void write_file_of(const std::string& path, const Header& header,
                   std::span<const std::uint64_t> members, std::span<const RowFile> row_files,
                   files::Existing existing = files::Existing::replace);

/// Joins the shards of one job into exactly the bytes of the unsharded job. Scenarios that make one
/// world are one job, whatever their comments, line ends and notes; where their texts differ, those
/// of the file with the first member are kept, and a warning (W703) names the files.
/// std::invalid_argument with a sentence if they are of different jobs, overlap or leave a member
/// out.
Diagnostics merge(const std::vector<std::string>& inputs, const std::string& out_path,
                  files::Existing existing = files::Existing::replace);

}  // namespace forestall
