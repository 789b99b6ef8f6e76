// SPDX-License-Identifier: Apache-2.0
// HDF5's heap of things of variable length: texts of version 1, hashes, and the lists that say
// which dimension belongs to which axis. Not for use outside hdf*.cpp.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "results/hdf_cursor.hpp"

namespace forestall::hdf {

/// Objects that lie in HDF5's heap of things of variable length, by collection and number.
class Heap {
public:
    explicit Heap(const Bytes& bytes) : bytes_(bytes) {}
    std::string_view object(std::uint64_t address, std::uint64_t index) {
        auto it = collections_.find(address);
        if (it == collections_.end()) it = collections_.emplace(address, read(address)).first;
        const auto found = it->second.objects.find(index);
        if (found == it->second.objects.end())
            throw Error("a text of the file is not where it should be");
        return std::string_view(*it->second.bytes)
            .substr(found->second.first, found->second.second);
    }

private:
    struct Collection {
        std::unique_ptr<const std::string> bytes;
        std::map<std::uint64_t, std::pair<std::size_t, std::size_t>> objects;
    };
    Collection read(std::uint64_t address) {
        const std::string head = bytes_.get(address, 16);
        Cursor at(head);
        at.demand("GCOL");
        at.skip(4);
        const std::uint64_t size = at.number(8);
        total_ += size;
        if (size < 16 || size > bytes_.size() || total_ > bytes_.size())
            throw Error("the texts of the file are larger than the file");
        Collection out;
        out.bytes = std::make_unique<const std::string>(
            bytes_.get(address, static_cast<std::size_t>(size)));
        Cursor body(*out.bytes);
        body.skip(16);
        while (body.left() >= 16) {
            const std::uint64_t index = body.number(2);
            body.skip(6);
            const std::uint64_t length = body.number(8);
            if (index == 0) break;  // the rest is free
            out.objects[index] = {body.at(), static_cast<std::size_t>(length)};
            body.skip(length + (8 - length % 8) % 8);
        }
        return out;
    }

    const Bytes& bytes_;
    std::map<std::uint64_t, Collection> collections_;
    std::uint64_t total_ = 0;
};

}  // namespace forestall::hdf
