// SPDX-License-Identifier: Apache-2.0
#include "core/random.hpp"

#include <xxhash.h>

namespace forestall {

__extension__ using Wide = unsigned __int128;

std::uint64_t name_hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::uint64_t Stream::below(std::uint64_t n) {
    for (;;) {
        const std::uint64_t x = bits();
        const auto product = static_cast<Wide>(x) * n;
        const auto low = static_cast<std::uint64_t>(product);
        if (low >= n || low >= (0 - n) % n) return static_cast<std::uint64_t>(product >> 64);
    }
}

}  // namespace forestall
