// SPDX-License-Identifier: Apache-2.0
#include "results/part_file.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "core/hash.hpp"
#include "results/files.hpp"
#include "results/hdf_cursor.hpp"
#include "results/layout.hpp"
#include "results/reader.hpp"

namespace forestall {
namespace {

constexpr std::string_view magic{"FORESTALL-PART\0\1", 16};
constexpr std::size_t digest_bytes = 8;
constexpr std::uint64_t most_inflation = 1100;

using hdf::Cursor;

void put(std::string& out, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>((value >> shift) & 0xff);
}

void put(std::string& out, std::string_view text) {
    put(out, std::uint64_t{text.size()});
    out += text;
}

std::uint64_t digest_of(std::string_view bytes) {
    StateHash hash;
    hash.bytes(bytes.data(), bytes.size());
    return hash.digest();
}

std::uint64_t layout_digest(const Header& header) {
    StateHash hash;
    hash.add(std::string_view(header.start_date));
    hash.add(header.step_days);
    hash.add_range(header.time);
    for (const auto& option : header.options) hash.add(std::string_view(option));
    for (const auto& held : header.points.held) hash.add(std::string_view(held));
    for (const auto& values : header.points.values) hash.add_range(values);
    for (const auto& l : header.locations) hash.add(std::string_view(l.name));
    for (const auto& group : header.groups) hash.add(std::string_view(group));
    for (const auto& p : header.parameters) hash.add(std::string_view(p.name));
    for (const Variable& v : all_variables()) hash.add(v.spec->name);
    hash.add(header.continuations.each);
    hash.add(header.continuations.scouts);
    return hash.digest();
}

/// Bytes of equal weight together, as HDF5's shuffle: small counts pack to almost nothing.
void put_shuffled(std::string& out, const char* bytes, std::size_t count, std::size_t width) {
    for (std::size_t b = 0; b < width; ++b)
        for (std::size_t i = 0; i < count; ++i) out += bytes[i * width + b];
}

void take_shuffled(Cursor& at, char* bytes, std::size_t count, std::size_t width) {
    const std::string_view from = at.take(std::uint64_t{count} * width);
    for (std::size_t b = 0; b < width; ++b)
        for (std::size_t i = 0; i < count; ++i) bytes[i * width + b] = from[b * count + i];
}

std::string packed(const std::string& raw) {
    std::string out(::compressBound(raw.size()), '\0');
    uLongf size = out.size();
    const auto* from = reinterpret_cast<const Bytef*>(raw.data());
    if (::compress2(reinterpret_cast<Bytef*>(out.data()), &size, from, raw.size(), 1) != Z_OK)
        throw std::bad_alloc();
    out.resize(size);
    return out;
}

std::string unpacked(std::string_view bytes, const std::string& path) {
    if (bytes.size() < magic.size() + 8 + digest_bytes || bytes.substr(0, magic.size()) != magic)
        throw FormatError(path, "this is not a part of an unfinished run, or it was cut short");
    const std::string_view body = bytes.substr(0, bytes.size() - digest_bytes);
    if (Cursor(bytes.substr(body.size())).number(8) != digest_of(body))
        throw FormatError(path,
                          "its bytes do not match the digest at its end: the file is damaged");
    const std::uint64_t size = Cursor(body.substr(magic.size())).number(8);
    const std::string_view deflated = body.substr(magic.size() + 8);
    if (size > most_inflation * (deflated.size() + 64))
        throw FormatError(path, "it claims more than it can hold: the file is damaged");
    std::string out(static_cast<std::size_t>(size), '\0');
    uLongf length = out.size();
    const int status =
        ::uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                     reinterpret_cast<const Bytef*>(deflated.data()), deflated.size());
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK || length != out.size())
        throw FormatError(path, "it cannot be decompressed: the file is damaged");
    return out;
}

PartAbout take_about(Cursor& at) {
    const auto text = [&] { return std::string(at.take(at.number(8))); };
    PartAbout about;
    about.description = text();
    about.program.version = text();
    about.program.git_commit = text();
    about.seed = at.number(8);
    about.members_of_job = at.number(8);
    about.layout = at.number(8);
    const std::uint64_t count = at.number(8);
    for (std::uint64_t i = 0; i < count; ++i) about.members.push_back(at.number(8));
    const auto order =
        std::adjacent_find(about.members.begin(), about.members.end(), std::greater_equal<>());
    if (count == 0 || order != about.members.end())
        throw hdf::Error("the members are not in ascending order");
    return about;
}

}  // namespace

std::string part_bytes(const Header& header, std::span<const MemberRow> rows) {
    std::string raw;
    put(raw, std::string_view(header.description));
    put(raw, std::string_view(header.program.version));
    put(raw, std::string_view(header.program.git_commit));
    put(raw, header.seed);
    put(raw, header.members);
    put(raw, layout_digest(header));
    put(raw, std::uint64_t{rows.size()});
    for (const MemberRow& row : rows) put(raw, row.member);
    for (const Variable& v : all_variables()) {
        const RawBlock block = block_of(v, rows, columns(header), length_of(header, v));
        if (block.size() > 0)
            put_shuffled(raw, block.at(0), block.size(), h5::element_size(block.element()));
    }
    const std::vector<double> parameters =
        parameters_of(rows, header.points.count(), header.parameters.size());
    put_shuffled(raw, reinterpret_cast<const char*>(parameters.data()), parameters.size(),
                 sizeof(double));
    for (std::size_t o = 0; o < columns(header); ++o)
        for (const MemberRow& row : rows) {
            raw += was_run(row.by_option[o]) ? '\1' : '\0';
            put(raw, was_run(row.by_option[o]) ? row.by_option[o].hash : 0);
        }
    std::string out(magic);
    put(out, std::uint64_t{raw.size()});
    out += packed(raw);
    put(out, digest_of(out));
    return out;
}

PartAbout part_about(std::string_view bytes, const std::string& path) {
    const std::string raw = unpacked(bytes, path);
    try {
        Cursor at(raw);
        return take_about(at);
    } catch (const hdf::Error& error) {
        throw FormatError(path, error.what());
    }
}

std::string part_difference(const PartAbout& about, const Header& header,
                            const FileDigests& files) {
    Header there = header;
    there.description = about.description;
    there.program = about.program;
    there.seed = about.seed;
    there.members = about.members_of_job;
    std::string difference =
        job_difference(there, header, files, digests_of(header.scenario_files));
    if (difference.empty() && about.layout != layout_digest(header))
        return "the steps, options, locations, groups, parameters or variables differ";
    return difference;
}

PartRows::PartRows(const std::string& path, const Header& header)
    : options_(columns(header)),
      points_(header.points.count()),
      parameter_count_(header.parameters.size()) {
    const std::string raw = unpacked(files::read_file(path), path);
    try {
        Cursor at(raw);
        PartAbout about = take_about(at);
        if (about.layout != layout_digest(header))
            throw hdf::Error("its labels are those of another job");
        members_ = std::move(about.members);
        for (const Variable& v : all_variables()) {
            lengths_.push_back(length_of(header, v));
            const std::size_t size = options_ * members_.size() * lengths_.back();
            const std::size_t width = h5::element_size(element_of(v));
            if (size > at.left() / width) throw hdf::Error("it ends too early");
            blocks_.emplace_back(element_of(v), size);
            if (size > 0) take_shuffled(at, blocks_.back().at(0), size, width);
        }
        if (points_ * members_.size() * parameter_count_ > at.left() / sizeof(double))
            throw hdf::Error("it ends too early");
        parameters_.resize(points_ * members_.size() * parameter_count_);
        take_shuffled(at, reinterpret_cast<char*>(parameters_.data()), parameters_.size(),
                      sizeof(double));
        for (std::size_t i = 0; i < options_ * members_.size(); ++i) {
            ran_.push_back(at.small() != 0);
            hashes_.push_back(at.number(8));
        }
        if (at.left() != 0) throw hdf::Error("it goes on too long");
    } catch (const hdf::Error& error) {
        throw FormatError(path, error.what());
    }
}

RawBlock PartRows::raw(const Variable& variable, std::size_t first, std::size_t count) const {
    const auto which = static_cast<std::size_t>(&variable - all_variables().data());
    const std::size_t length = lengths_[which], width = h5::element_size(element_of(variable));
    RawBlock out(element_of(variable), options_ * count * length);
    for (std::size_t o = 0; o < options_ && out.size() > 0; ++o)
        std::memcpy(out.at(o * count * length),
                    blocks_[which].at((o * members_.size() + first) * length),
                    count * length * width);
    return out;
}

std::vector<double> PartRows::parameters(std::size_t first, std::size_t count) const {
    std::vector<double> out;
    for (std::size_t p = 0; p < points_; ++p) {
        const auto begin =
            parameters_.begin() +
            static_cast<std::ptrdiff_t>((p * members_.size() + first) * parameter_count_);
        out.insert(out.end(), begin, begin + static_cast<std::ptrdiff_t>(count * parameter_count_));
    }
    return out;
}

std::vector<std::string> PartRows::hashes(std::size_t first, std::size_t count) const {
    std::vector<std::string> out;
    for (std::size_t o = 0; o < options_; ++o)
        for (std::size_t i = o * members_.size() + first; i < o * members_.size() + first + count;
             ++i)
            out.push_back(ran_[i] ? to_hex(hashes_[i]) : "");
    return out;
}

MemberRow PartRows::row(std::size_t position) const {
    MemberRow row{members_.at(position), std::vector<MemberOutcome>(options_)};
    const std::vector<double> drawn = parameters(position, 1);
    for (std::size_t o = 0; o < options_; ++o) {
        const std::size_t at = o * members_.size() + position;
        if (!ran_[at]) continue;
        MemberOutcome& outcome = row.by_option[o];
        outcome.hash = hashes_[at];
        const auto mine = drawn.begin() +
                          static_cast<std::ptrdiff_t>(o / (options_ / points_) * parameter_count_);
        outcome.parameters.assign(mine, mine + static_cast<std::ptrdiff_t>(parameter_count_));
        for (std::size_t v = 0; v < blocks_.size(); ++v) {
            const Variable& variable = all_variables()[v];
            std::vector<double> numbers;
            for (std::size_t i = 0; i < lengths_[v]; ++i)
                numbers.push_back(blocks_[v].value(at * lengths_[v] + i));
            put_values(outcome, variable, std::move(numbers));
        }
    }
    return row;
}

}  // namespace forestall
