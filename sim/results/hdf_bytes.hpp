// SPDX-License-Identifier: Apache-2.0
// Bytes of a file, asked for by place and number. The only way in which the reader touches a file,
// so nothing in a file can make it look outside, and a file that shrinks while it is read ends in
// an error, not in a signal.
// Thread safety: as that of the source; those made here may be read from several threads.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace forestall::hdf {

class Bytes {
public:
    virtual ~Bytes() = default;
    std::uint64_t size() const { return size_; }
    /// Lets only the first bytes count from now on.
    void cut(std::uint64_t size) { size_ = size < size_ ? size : size_; }
    /// Fills `into` from `at`; hdf::Error if that reaches beyond the end, IoError if the system
    /// refuses.
    void read(std::uint64_t at, void* into, std::size_t count) const;
    /// The same as text; asks for memory only if the file has so much.
    std::string get(std::uint64_t at, std::size_t count) const;

protected:
    explicit Bytes(std::uint64_t size) : size_(size) {}

private:
    virtual void copy(std::uint64_t at, void* into, std::size_t count) const = 0;
    std::uint64_t size_;
};

std::unique_ptr<Bytes> bytes_in_memory(std::string bytes);

/// A small file is read at once and closed, a large one stays open and none of it is kept. IoError.
std::unique_ptr<Bytes> bytes_of_file(const std::string& path);

}  // namespace forestall::hdf
