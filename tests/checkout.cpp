// SPDX-License-Identifier: Apache-2.0
#include "checkout.hpp"

namespace forestall {

std::filesystem::path in_checkout(const std::filesystem::path& relative) {
    return std::filesystem::path(FORESTALL_SOURCE_DIR) / relative;
}

}  // namespace forestall
