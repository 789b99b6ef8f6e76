// SPDX-License-Identifier: Apache-2.0
// Where the bytes of a results file go while HDF5 makes it. HDF5 does not survive a full disk (it
// can crash, or leave a wrong row with a valid checksum), so a store never tells it of one: it
// takes every byte, and its owner asks `problem` between blocks of rows and at the end.
// Thread safety: one thread at a time.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "results/files.hpp"

namespace forestall {

class Store {
public:
    virtual ~Store() = default;
    virtual void write(std::uint64_t at, std::string_view bytes) = 0;
    /// What was never written is 0.
    virtual void read(std::uint64_t at, char* into, std::size_t count) const = 0;
    /// Cuts, or lengthens with 0.
    virtual void resize(std::uint64_t size) = 0;
    virtual std::uint64_t size() const = 0;
};

/// In memory.
class MemoryStore final : public Store {
public:
    void write(std::uint64_t at, std::string_view bytes) override;
    void read(std::uint64_t at, char* into, std::size_t count) const override;
    void resize(std::uint64_t size) override { bytes_.resize(static_cast<std::size_t>(size)); }
    std::uint64_t size() const override { return bytes_.size(); }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// A file that appears whole under its name or not at all. In memory up to `in_memory` bytes, then
/// in a temporary file beside its name.
class FileStore final : public Store {
public:
    static constexpr std::size_t default_in_memory = std::size_t{4} << 20;
    explicit FileStore(std::string path, std::size_t in_memory = default_in_memory);

    void write(std::uint64_t at, std::string_view bytes) override;
    void read(std::uint64_t at, char* into, std::size_t count) const override;
    void resize(std::uint64_t size) override;
    std::uint64_t size() const override { return size_; }

    /// IoError if anything could not be written so far.
    void problem() const;
    /// Adds the digest of all bytes and gives the file its name, durably. IoError, or StartRefused
    /// if a file that shall stay has the name: the old file, if any, is untouched.
    void commit(files::Existing existing = files::Existing::replace);

private:
    void keep(std::uint64_t at, std::string_view bytes);
    template <class Call>
    bool guarded(const Call& call) const;

    std::string path_;
    std::size_t in_memory_;
    std::uint64_t size_ = 0;
    MemoryStore head_;
    std::unique_ptr<files::NewFile> file_;       ///< once there is more than `in_memory`
    mutable std::unique_ptr<IoError> error_;     ///< the first
    std::map<std::uint64_t, std::string> kept_;  ///< pages that could not be written, by number
};

}  // namespace forestall
