// SPDX-License-Identifier: Apache-2.0
#include "interventions/lever.hpp"

namespace forestall {

const Lever* find_lever(std::string_view name) {
    for (const Lever* lever : levers())
        if (lever->name == name) return lever;
    return nullptr;
}

ParameterSpec effect_spec(const Lever& lever, std::string_view name) {
    return {name,           "1",           lever.low,          lever.high,
            neutral(lever), lever.summary, "the effect's own", 'D'};
}

}  // namespace forestall
