// SPDX-License-Identifier: Apache-2.0
#include "results/hdf_bytes.hpp"

#include <cstring>

#include "results/files.hpp"
#include "results/hdf.hpp"

namespace forestall::hdf {
namespace {

/// Files up to this size are kept in memory: many shards may be open at once, descriptors are few.
constexpr std::uint64_t small_file = std::uint64_t{4} << 20;

class InMemory final : public Bytes {
public:
    explicit InMemory(std::string bytes) : Bytes(bytes.size()), bytes_(std::move(bytes)) {}

private:
    void copy(std::uint64_t at, void* into, std::size_t count) const override {
        std::memcpy(into, bytes_.data() + at, count);
    }
    std::string bytes_;
};

class OfFile final : public Bytes {
public:
    explicit OfFile(files::OpenFile file) : Bytes(file.size()), file_(std::move(file)) {}

private:
    void copy(std::uint64_t at, void* into, std::size_t count) const override {
        file_.read(at, into, count);
    }
    files::OpenFile file_;
};

}  // namespace

void Bytes::read(std::uint64_t at, void* into, std::size_t count) const {
    if (count > size_ || at > size_ - count) throw Error("an address of the file lies outside it");
    if (count > 0) copy(at, into, count);
}

std::string Bytes::get(std::uint64_t at, std::size_t count) const {
    if (count > size_ || at > size_ - count) throw Error("an address of the file lies outside it");
    std::string out(count, '\0');
    read(at, out.data(), count);
    return out;
}

std::unique_ptr<Bytes> bytes_in_memory(std::string bytes) {
    return std::make_unique<InMemory>(std::move(bytes));
}

std::unique_ptr<Bytes> bytes_of_file(const std::string& path) {
    files::OpenFile file(path);
    if (file.size() > small_file) return std::make_unique<OfFile>(std::move(file));
    std::string bytes(static_cast<std::size_t>(file.size()), '\0');
    file.read(0, bytes.data(), bytes.size());
    return bytes_in_memory(std::move(bytes));
}

}  // namespace forestall::hdf
