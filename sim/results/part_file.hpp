// SPDX-License-Identifier: Apache-2.0
// The file of one batch of rows in OUT.parts: what the rows are, packed, under a digest, and of
// their job no more than tells it from another. It is forestall's own form, not HDF5, because a
// file of HDF5 has 50 kB of headers however little it holds. docs/results-file.md says what its
// bytes are.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "results/header.hpp"
#include "results/variables.hpp"

namespace forestall {

/// The bytes of a part; rows ascend by member.
std::string part_bytes(const Header& header, std::span<const MemberRow> rows);

/// What a part says of its job and members.
struct PartAbout {
    std::string description;
    ProgramBuild program;
    std::uint64_t seed = 0;
    std::uint64_t members_of_job = 0;
    std::uint64_t layout = 0;  ///< digest of steps, points, options, places, groups and parameters
    std::vector<std::uint64_t> members;
};

/// FormatError if the bytes are not those of a sound part.
PartAbout part_about(std::string_view bytes, const std::string& path);

/// Empty if the part is of the header's job and program, else what differs (job_difference).
/// `files`: digests of the scenario's files that the part's run noted, if any.
std::string part_difference(const PartAbout& about, const Header& header,
                            const FileDigests& files = {});

/// The rows of a part, unpacked; numbers as in Results.
class PartRows {
public:
    /// IoError; FormatError if the part is damaged or has other labels than the header. Whether it
    /// is of the same job is asked when a part is taken up (part_difference).
    PartRows(const std::string& path, const Header& header);
    const std::vector<std::uint64_t>& members() const { return members_; }
    RawBlock raw(const Variable& variable, std::size_t first, std::size_t count) const;
    /// Dims point, member, parameter.
    std::vector<double> parameters(std::size_t first, std::size_t count) const;
    std::vector<std::string> hashes(std::size_t first, std::size_t count) const;
    /// Everything of the member at a position, as it was computed.
    MemberRow row(std::size_t position) const;

private:
    std::vector<std::uint64_t> members_;
    std::size_t options_ = 0;  ///< columns: options at each point
    std::size_t points_ = 1;
    std::size_t parameter_count_ = 0;
    std::vector<RawBlock> blocks_;  ///< in the order of all_variables()
    std::vector<std::size_t> lengths_;
    std::vector<double> parameters_;
    std::vector<std::uint64_t> hashes_;
    std::vector<bool> ran_;
};

}  // namespace forestall
