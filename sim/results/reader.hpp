// SPDX-License-Identifier: Apache-2.0
// Reads a results file back. Opening looks at the digest of the whole file, then at the layout: a
// file that is damaged, cut short, or not ours is refused with a sentence and nothing of it is
// used. A digest keeps accidents out, not intent: files are read by hdf.hpp, which was made for
// files that mean harm. Labels are read at once, values when asked for (one part of the file per
// call); a large file stays on disk.
// Invariant: members ascend; every variable present has the dimensions and type of
// docs/results-file.md.
// Thread safety: one thread at a time per Results. A Results is moved, not copied.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "results/hdf.hpp"
#include "results/header.hpp"
#include "results/variables.hpp"

namespace forestall {

/// The file is not, or no longer, a results file that this program can read. Exit code 65.
class FormatError : public std::runtime_error {
public:
    FormatError(std::string path, const std::string& what);
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

class Results {
public:
    /// IoError if the system refuses, FormatError if the content does.
    static Results open(const std::string& path);
    /// The same for bytes in memory; `name` is for messages.
    static Results from_bytes(std::string bytes, std::string name);
    /// For tests and fuzzing of the layout checks: an HDF5 image without a digest.
    static Results from_image_without_digest(std::string image, std::string name);

    const std::string& name() const { return name_; }
    /// `actors` is filled for a run's file only.
    const Header& header() const { return header_; }
    /// The members in this file, ascending. A shard has some of the job's, a merged or unsharded
    /// file all.
    const std::vector<std::uint64_t>& members() const { return members_; }
    bool complete() const { return members_.size() == header_.members; }
    std::optional<std::size_t> find_option(std::string_view option) const;

    /// False for a variable that came into being after the file was written.
    bool has(const Variable& variable) const;
    /// Values per member: steps, places, groups, continuations times outcomes, or 1.
    std::size_t length(const Variable& variable) const;
    /// Where `option` is asked for below, a file with a design takes (point * options + option)
    /// too.
    std::size_t columns() const { return forestall::columns(header_); }
    /// Whether a member at a position was run under an option; true but in a file of `decide`.
    bool ran(std::size_t option, std::size_t position) const;
    /// One option of `count` members from position `first` (default: all), dims member, along; NaN
    /// where it was not run, and of continuations where the stage was not reached. FormatError if
    /// another number that was computed is not finite: statistics rely on that.
    std::vector<double> values(const Variable& variable, std::size_t option, std::size_t first = 0,
                               std::size_t count = static_cast<std::size_t>(-1)) const;
    std::vector<double> values(Series series, std::size_t option) const;
    std::vector<double> values(PerPlace variable, std::size_t option) const;
    std::vector<double> values(PerGroup variable, std::size_t option) const;
    std::vector<double> values(Scalar scalar, std::size_t option) const;
    std::vector<double> values(Continued variable, std::size_t option) const;
    /// All options, dims (point,) option, member, along.
    RawBlock raw(const Variable& variable, std::size_t first, std::size_t count) const;

    /// 16 hex digits each, dims (point,) option, member.
    const std::vector<std::string>& hashes() const;
    /// Of all options for `count` members from position `first`.
    std::vector<std::string> hashes(std::size_t first, std::size_t count) const;
    /// Dims (point,) member, parameter; empty if the file has none. All finite, or FormatError.
    std::vector<double> parameters() const;
    std::vector<double> parameters(std::size_t first, std::size_t count) const;
    /// Of one member at one point.
    std::vector<double> parameters_at(std::size_t point, std::size_t position) const;
    /// Everything of the member at a position, as it was written.
    MemberRow row(std::size_t position) const;

    /// Time series by place and events, for a file of `forestall run`.
    bool has_detail() const;
    /// All that lies in the file, as `verify` looks at it.
    const hdf::File& file() const { return *file_; }
    RunDetail detail() const;

private:
    Results() = default;
    static Results from_file(std::unique_ptr<hdf::Bytes> bytes, std::string name);
    static Results from_checked(std::unique_ptr<hdf::Bytes> bytes, std::string name);
    void read_labels();
    void read_scenario();
    /// A shape, or a selection, with the design's dimension before it where there is one.
    hdf::Extent with_points(hdf::Extent shape, std::size_t points) const;
    std::vector<double> parameters_from(const hdf::Extent& start, const hdf::Extent& count,
                                        std::size_t first, std::size_t members) const;
    void check_variables() const;
    void check_ran() const;
    template <class Body>
    auto guarded(Body body) const;

    std::string name_;
    std::unique_ptr<const hdf::File> file_;
    Header header_;
    std::vector<std::uint64_t> members_;
    mutable std::vector<std::string> hashes_;
};

}  // namespace forestall
