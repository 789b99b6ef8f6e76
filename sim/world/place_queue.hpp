// SPDX-License-Identifier: Apache-2.0
// Priority queue of (cost, place), lowest first, as a 4-ary heap of 64-bit keys. A place may stand
// in it more than once.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace forestall {

class PlaceQueue {
public:
    struct Item {
        std::uint32_t cost;
        std::uint32_t place;
    };

    bool empty() const { return keys_.empty(); }

    void push(std::uint32_t cost, std::uint32_t place) {
        const std::uint64_t key = std::uint64_t{cost} << 32 | place;
        std::size_t hole = keys_.size();
        keys_.push_back(key);
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (keys_[parent] <= key) break;
            keys_[hole] = keys_[parent];
            hole = parent;
        }
        keys_[hole] = key;
    }

    /// The lowest by cost, then by place. Not on an empty queue.
    Item pop() {
        const std::uint64_t top = keys_.front();
        const std::uint64_t last = keys_.back();
        keys_.pop_back();
        if (!keys_.empty()) sink(last);
        return {static_cast<std::uint32_t>(top >> 32), static_cast<std::uint32_t>(top)};
    }

private:
    /// Puts `key` where it belongs, from a hole at the root downwards.
    void sink(std::uint64_t key) {
        std::uint64_t* const k = keys_.data();
        const std::size_t size = keys_.size();
        std::size_t hole = 0;
        for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
            std::size_t least = child;
            if (child + 4 <= size) {
                const std::size_t left = k[child + 1] < k[child] ? child + 1 : child;
                const std::size_t right = k[child + 3] < k[child + 2] ? child + 3 : child + 2;
                least = k[right] < k[left] ? right : left;
            } else {
                for (std::size_t other = child + 1; other < size; ++other)
                    if (k[other] < k[least]) least = other;
            }
            if (k[least] >= key) break;
            k[hole] = k[least];
            hole = least;
        }
        k[hole] = key;
    }

    std::vector<std::uint64_t> keys_;
};

}  // namespace forestall
