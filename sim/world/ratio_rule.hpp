// SPDX-License-Identifier: Apache-2.0
// How people read the ratio of police to active people. The literature does not agree, and
// outbursts depend on it (docs/mechanisms/arrest-risk.md).
#pragma once
#include <cstdint>

namespace forestall {

enum class RatioRule : std::uint8_t {
    floor,  ///< whole police per active person, rounded down: none counts unless there is one for
            ///< each
    round,  ///< to the nearest, halves up
    raw     ///< as it is
};

}  // namespace forestall
