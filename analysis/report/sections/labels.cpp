// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/sections/labels.hpp"

#include <algorithm>
#include <string_view>

namespace forestall::report {

double length_of(const std::string& words) {
    double pixels = 4;
    for (const char c : words) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;  // within a character
        const bool wide = std::string_view("mwMW@%").find(c) != std::string_view::npos ||
                          (static_cast<unsigned char>(c) & 0x80) != 0;
        pixels += wide ? 10.5 : 6.4;
    }
    return pixels;
}

void Labels::keep_free(const Plot& plot, double x, double y, double radius) {
    taken_.push_back(
        {plot.x(x) - radius, plot.y(y) - radius, plot.x(x) + radius, plot.y(y) + radius});
}

bool Labels::add(Plot& plot, double at_x, double at_y, double radius, const std::string& name) {
    const double x = plot.x(at_x), y = plot.y(at_y), half = length_of(name) / 2;
    const double inside = std::max(room_[0] + half, std::min(x, room_[2] - half));
    // Middle and foot of each position.
    const std::array<std::array<double, 2>, 4> positions = {{{inside, y - radius - 4},
                                                             {inside, y + radius + 12},
                                                             {x + radius + 3 + half, y + 4},
                                                             {x - radius - 3 - half, y + 4}}};
    for (const auto& [middle, foot] : positions) {
        const Box box = {middle - half, foot - 9, middle + half, foot + 3};
        if (box[0] < room_[0] || box[1] < room_[1] || box[2] > room_[2] || box[3] > room_[3])
            continue;
        const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const Box& t) {
            return box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3];
        });
        if (!free) continue;
        taken_.push_back(box);
        plot.text(at_x, at_y, name, "middle", middle - x, foot - y, "place");
        return true;
    }
    return false;
}

}  // namespace forestall::report
