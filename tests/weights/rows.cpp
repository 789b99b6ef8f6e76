// SPDX-License-Identifier: Apache-2.0
// Stands in this program for what the build makes of sim/world/weights.csv: the linker takes this
// one, so that everything below has rows to draw whatever the tree's own table holds.
#include "world/weights.hpp"

namespace forestall {

std::string_view weights_text() {
    return "animus.mass,decision.scale\n2,0.8\n2.5,0.9\n3,1\n3.5,1.1\n4,1.2\n";
}

}  // namespace forestall
