// SPDX-License-Identifier: Apache-2.0
#include "results/store.hpp"

#include <algorithm>
#include <cstring>

#include "core/hash.hpp"
#include "results/digest_trailer.hpp"

namespace forestall {
namespace {

constexpr std::uint64_t page = 65536;
constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;

}  // namespace

void MemoryStore::write(std::uint64_t at, std::string_view bytes) {
    if (at + bytes.size() > bytes_.size()) {
        if (at + bytes.size() > bytes_.capacity())
            bytes_.reserve(std::max(at + bytes.size(), 2 * bytes_.capacity()));
        bytes_.resize(at + bytes.size());
    }
    std::memcpy(bytes_.data() + at, bytes.data(), bytes.size());
}

void MemoryStore::read(std::uint64_t at, char* into, std::size_t count) const {
    const std::size_t stored =
        at < bytes_.size() ? std::min<std::size_t>(count, bytes_.size() - at) : 0;
    std::memcpy(into, bytes_.data() + (stored > 0 ? at : 0), stored);
    std::memset(into + stored, 0, count - stored);
}

FileStore::FileStore(std::string path, std::size_t in_memory)
    : path_(std::move(path)), in_memory_(in_memory) {}

/// False, and the reason is noted, if the system refuses.
template <class Call>
bool FileStore::guarded(const Call& call) const {
    if (error_) return false;
    try {
        call();
        return true;
    } catch (const IoError& error) {
        error_ = std::make_unique<IoError>(error);
        return false;
    }
}

void FileStore::write(std::uint64_t at, std::string_view bytes) {
    size_ = std::max(size_, at + bytes.size());
    if (!file_ && size_ <= in_memory_) return head_.write(at, bytes);
    if (!file_)
        guarded([&] {
            file_ = std::make_unique<files::NewFile>(path_);
            const std::string head = head_.take();
            head_ = {};
            for (std::size_t done = 0; done < head.size(); done += mebibyte)
                if (!guarded(
                        [&] { file_->write(done, std::string_view(head).substr(done, mebibyte)); }))
                    keep(done, std::string_view(head).substr(done));
        });
    if (!file_) return head_.write(at, bytes);  // no temporary file to be had
    if (!guarded([&] { file_->write(at, bytes); })) keep(at, bytes);
}

/// Holds what did not reach the disk, until the owner asks: HDF5 goes on as if all were well.
void FileStore::keep(std::uint64_t at, std::string_view bytes) {
    while (!bytes.empty()) {
        const std::uint64_t number = at / page, begin = at % page;
        const std::size_t count = std::min<std::size_t>(bytes.size(), page - begin);
        if (!kept_.contains(number)) {
            std::string content(page, '\0');
            read(number * page, content.data(), content.size());
            kept_[number] = std::move(content);
        }
        std::memcpy(kept_[number].data() + begin, bytes.data(), count);
        bytes.remove_prefix(count);
        at += count;
    }
}

void FileStore::read(std::uint64_t at, char* into, std::size_t count) const {
    if (!file_) return head_.read(at, into, count);
    std::memset(into, 0, count);
    try {
        file_->read(at, into, count);
    } catch (const IoError& error) {
        if (!error_) error_ = std::make_unique<IoError>(error);
    }
    for (auto it = kept_.lower_bound(at / page); it != kept_.end() && it->first * page < at + count;
         ++it) {
        const std::uint64_t begin = std::max(at, it->first * page),
                            end = std::min(at + count, (it->first + 1) * page);
        std::memcpy(into + (begin - at), it->second.data() + (begin - it->first * page),
                    end - begin);
    }
}

void FileStore::resize(std::uint64_t size) {
    size_ = size;
    if (!file_) return head_.resize(size);
    guarded([&] { file_->resize(size); });
}

void FileStore::problem() const {
    if (error_) throw IoError(*error_);
}

void FileStore::commit(files::Existing existing) {
    problem();
    if (!file_) {
        const std::string image = head_.take();
        head_ = {};
        files::write_atomically(path_, image, trailer::of(image), existing);
        return;
    }
    StateHash hash;
    std::string bytes;
    for (std::uint64_t at = 0; at < size_; at += mebibyte) {
        bytes.resize(static_cast<std::size_t>(std::min(mebibyte, size_ - at)));
        file_->read(at, bytes.data(), bytes.size());
        hash.bytes(bytes.data(), bytes.size());
    }
    file_->write(size_, trailer::of(hash.digest(), size_));
    file_->commit(existing);
    file_.reset();
}

}  // namespace forestall
