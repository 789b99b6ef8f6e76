// SPDX-License-Identifier: Apache-2.0
#include "core/memory.hpp"

#include <cstddef>
#include <cstdlib>

namespace forestall {

bool memory_is_short() {
    constexpr std::size_t moderate = std::size_t{64} << 20;
    void* volatile block =
        std::malloc(moderate);  // volatile: else the compiler leaves the pair out
    std::free(block);
    return block == nullptr;
}

}  // namespace forestall
