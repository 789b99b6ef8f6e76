// SPDX-License-Identifier: Apache-2.0
#include "results/assemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "core/hash.hpp"
#include "results/digest_trailer.hpp"
#include "results/files.hpp"
#include "results/missing_shards.hpp"
#include "results/part_file.hpp"
#include "results/reader.hpp"

namespace forestall {
namespace {

/// A multiple of every chunk along members.
constexpr std::size_t block_members = 512;

/// Where one row of a block comes from.
struct Origin {
    std::size_t file = 0;
    std::size_t position = 0;
};

std::vector<Origin> find_origins(std::span<const std::uint64_t> members,
                                 std::span<const RowFile> row_files) {
    std::map<std::uint64_t, Origin> by_member;
    for (std::size_t f = 0; f < row_files.size(); ++f)
        for (std::size_t p = 0; p < row_files[f].members.size(); ++p)
            by_member.try_emplace(row_files[f].members[p], Origin{f, p});
    std::vector<Origin> origins;
    origins.reserve(members.size());
    for (std::uint64_t member : members) {
        const auto it = by_member.find(member);
        if (it == by_member.end())
            throw std::invalid_argument(fmt::format("member {} is in no file", member));
        origins.push_back(it->second);
    }
    return origins;
}

/// Rows out of a results file or out of a part.
class Rows {
public:
    Rows(const RowFile& file, const Header& header) {
        if (file.kind == RowFile::Kind::part)
            part_ = std::make_unique<PartRows>(file.path, header);
        else
            results_ = std::make_unique<Results>(Results::open(file.path));
        if ((part_ ? part_->members() : results_->members()) != file.members)
            throw FormatError(file.path, "its members changed since it was first read");
    }
    RawBlock raw(const Variable& variable, std::size_t first, std::size_t count) const {
        return part_ ? part_->raw(variable, first, count) : results_->raw(variable, first, count);
    }
    std::vector<double> parameters(std::size_t first, std::size_t count) const {
        return part_ ? part_->parameters(first, count) : results_->parameters(first, count);
    }
    std::vector<std::string> hashes(std::size_t first, std::size_t count) const {
        return part_ ? part_->hashes(first, count) : results_->hashes(first, count);
    }

private:
    std::unique_ptr<PartRows> part_;
    std::unique_ptr<Results> results_;
};

/// The files that the current block needs, open, each with the range of positions it needs there.
class OpenFiles {
public:
    OpenFiles(std::span<const RowFile> row_files, const Header& header)
        : row_files_(row_files), header_(header) {}

    struct Source {
        Rows rows;
        std::size_t first = 0;
        std::size_t last = 0;
    };

    void use(std::span<const Origin> block) {
        std::map<std::size_t, Source> needed;
        for (const Origin& origin : block) {
            auto it = needed.find(origin.file);
            if (it == needed.end()) {
                it = needed.emplace(origin.file, take(origin.file)).first;
                it->second.first = origin.position;
            }
            it->second.first = std::min(it->second.first, origin.position);
            it->second.last = std::max(it->second.last, origin.position);
        }
        open_ = std::move(needed);
    }
    const std::map<std::size_t, Source>& sources() const { return open_; }

private:
    Source take(std::size_t file) {
        if (auto node = open_.extract(file)) return {std::move(node.mapped().rows), 0, 0};
        return {Rows(row_files_[file], header_), 0, 0};
    }

    std::span<const RowFile> row_files_;
    const Header& header_;
    std::map<std::size_t, Source> open_;
};

/// Copies the rows of one block out of what the sources read; `outer` is the number of columns, or
/// of points.
template <class Read, class Copy>
void gather(const OpenFiles& files, std::span<const Origin> block, std::size_t outer,
            const Read& read, const Copy& copy) {
    for (const auto& [file, source] : files.sources()) {
        const std::size_t count = source.last - source.first + 1;
        const auto slab = read(source.rows, source.first, count);
        for (std::size_t o = 0; o < outer; ++o)
            for (std::size_t i = 0; i < block.size(); ++i)
                if (block[i].file == file)
                    copy(slab, o * count + block[i].position - source.first, o * block.size() + i);
    }
}

void write_block(FileWriter& writer, const Header& header, const OpenFiles& files,
                 std::span<const Origin> block, std::size_t first) {
    for (const Variable& variable : all_variables()) {
        const std::size_t length = length_of(header, variable);
        const std::size_t row_bytes = length * h5::element_size(element_of(variable));
        RawBlock out(element_of(variable), columns(header) * block.size() * length);
        gather(
            files, block, columns(header),
            [&](const Rows& r, std::size_t from, std::size_t count) {
                return r.raw(variable, from, count);
            },
            [&](const RawBlock& slab, std::size_t from, std::size_t to) {
                if (row_bytes > 0)
                    std::memcpy(out.at(to * length), slab.at(from * length), row_bytes);
            });
        writer.rows(variable, first, block.size(), out);
    }
    const std::size_t width = header.parameters.size();
    std::vector<double> parameters(header.points.count() * block.size() * width);
    gather(
        files, block, header.points.count(),
        [](const Rows& r, std::size_t from, std::size_t count) {
            return r.parameters(from, count);
        },
        [&](const std::vector<double>& slab, std::size_t from, std::size_t to) {
            std::copy_n(slab.begin() + static_cast<std::ptrdiff_t>(from * width), width,
                        parameters.begin() + static_cast<std::ptrdiff_t>(to * width));
        });
    writer.parameters(first, block.size(), parameters);
}

}  // namespace

FileWriter writer_of_rows(const Header& header, std::span<const MemberRow> rows, Content content) {
    std::vector<std::uint64_t> members;
    for (const MemberRow& row : rows) members.push_back(row.member);
    const std::vector<double> parameters =
        parameters_of(rows, header.points.count(), header.parameters.size());
    FileWriter writer(header, members, content);
    const std::size_t options = columns(header);
    for (const Variable& v : all_variables())
        writer.rows(v, 0, rows.size(), block_of(v, rows, options, length_of(header, v)));
    writer.parameters(0, rows.size(), parameters);
    std::vector<std::string> hashes;
    for (std::size_t o = 0; o < options; ++o)
        for (const MemberRow& row : rows)
            hashes.push_back(was_run(row.by_option[o]) ? to_hex(row.by_option[o].hash) : "");
    writer.hashes(0, rows.size(), hashes);
    return writer;
}

Results results_of_part(const std::string& path, const Header& header) {
    const PartRows part(path, header);
    std::vector<MemberRow> rows;
    for (std::size_t i = 0; i < part.members().size(); ++i) rows.push_back(part.row(i));
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::part).finish(),
                                              path);
}

void write_results(const std::string& path, const std::string& image, files::Existing existing) {
    files::write_atomically(path, image, trailer::of(image), existing);
}

void write_file_of(const std::string& path, const Header& header,
                   std::span<const std::uint64_t> members, std::span<const RowFile> row_files,
                   files::Existing existing) {
    const auto origins = find_origins(members, row_files);
    FileStore store(path);
    FileWriter writer(store, header, members, Content::whole);
    OpenFiles files(row_files, header);
    const std::size_t options = columns(header);
    for (std::size_t first = 0; first < members.size(); first += block_members) {
        const auto block =
            std::span(origins).subspan(first, std::min(block_members, members.size() - first));
        files.use(block);
        write_block(writer, header, files, block, first);
        std::vector<std::string> hashes(options * block.size());
        gather(
            files, block, options,
            [](const Rows& r, std::size_t from, std::size_t count) {
                return r.hashes(from, count);
            },
            [&](const std::vector<std::string>& slab, std::size_t from, std::size_t to) {
                hashes[to] = slab[from];
            });
        writer.hashes(first, block.size(), hashes);
        store.problem();
    }
    writer.finish();
    store.commit(existing);
}

namespace {

/// One input of a merge.
struct Shard {
    RowFile rows;
    Header header;
    FileDigests files;
};

/// Its texts go into the merged file: which that is must not depend on the order of the inputs.
const Shard& with_first_member(std::span<const Shard> shards) {
    return *std::min_element(shards.begin(), shards.end(), [](const Shard& x, const Shard& y) {
        return x.rows.members.front() < y.rows.members.front();
    });
}

Shard shard_of(const std::string& path) {
    const Results results = Results::open(path);
    if (results.has_detail())
        throw std::invalid_argument(path + " is the file of a single run, not a shard");
    Shard out{
        {path, results.members()}, results.header(), digests_of(results.header().scenario_files)};
    out.header.scenario_files.clear();
    return out;
}

Diagnostics other_words(std::span<const Shard> shards, const Shard& kept) {
    Diagnostics out;
    for (const Shard& shard : shards)
        if (const std::string files = files_that_differ(kept.files, shard.files); !files.empty())
            out.warning(
                {shard.rows.path, 0, 0}, "W703",
                fmt::format("its scenario describes the world of {} in other words: {}",
                            kept.rows.path, files),
                "the files of " + kept.rows.path + " are kept, which holds the first member");
    return out;
}

}  // namespace

Diagnostics merge(const std::vector<std::string>& inputs, const std::string& out_path,
                  files::Existing existing) {
    if (inputs.empty()) throw std::invalid_argument("there is nothing to merge");
    std::vector<Shard> shards;
    std::vector<RowFile> row_files;
    std::map<std::uint64_t, std::string> owner;
    std::vector<std::vector<std::uint64_t>> shares;
    for (const std::string& path : inputs) {
        shards.push_back(shard_of(path));
        const Shard& first = shards.front();
        const Shard& shard = shards.back();
        if (const auto difference =
                job_difference(first.header, shard.header, first.files, shard.files);
            !difference.empty())
            throw std::invalid_argument(fmt::format("{} and {} belong to different jobs: {}",
                                                    inputs.front(), path, difference));
        for (std::uint64_t member : shard.rows.members)
            if (const auto [it, added] = owner.try_emplace(member, path); !added)
                throw std::invalid_argument(
                    fmt::format("member {} is both in {} and in {}", member, it->second, path));
        row_files.push_back(shard.rows);
        shares.push_back(shard.rows.members);
    }
    const std::uint64_t all = shards.front().header.members;
    if (owner.size() != all) {
        std::uint64_t missing = 0;
        while (owner.contains(missing)) ++missing;
        throw std::invalid_argument(
            fmt::format("{} of {} members are in no file, the first is member {}{}",
                        all - owner.size(), all, missing, missing_shards(shares, all)));
    }
    std::vector<std::uint64_t> members(all);
    std::iota(members.begin(), members.end(), std::uint64_t{0});
    const Shard& kept = with_first_member(shards);
    const Header header = Results::open(kept.rows.path).header();
    write_file_of(out_path, header, members, row_files, existing);
    return other_words(shards, kept);
}

}  // namespace forestall
