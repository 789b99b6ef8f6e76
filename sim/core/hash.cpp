// SPDX-License-Identifier: Apache-2.0
#include "core/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <new>

namespace forestall {

StateHash::StateHash() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_64bits_reset(state_);
}
StateHash::~StateHash() { XXH3_freeState(state_); }

void StateHash::bytes(const void* data, std::size_t size) {
    if (size > 0) XXH3_64bits_update(state_, data, size);
}

std::uint64_t StateHash::digest() const { return XXH3_64bits_digest(state_); }

std::uint64_t digest_of(std::span<const std::uint32_t> range) {
    return XXH3_64bits(range.data(), range.size_bytes());
}

std::string to_hex(std::uint64_t digest) { return fmt::format("{:016x}", digest); }

}  // namespace forestall
