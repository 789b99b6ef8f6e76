// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/sections/labels.hpp"

#include <algorithm>

namespace forestall::report {

double length_of(const std::string& words) {
    const auto letters = std::count_if(words.begin(), words.end(),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return 6.2 * static_cast<double>(letters) + 4;
}

void Labels::keep_free(const Plot& plot, double x, double y, double radius) {
    taken_.push_back({plot.x(x) - radius, plot.y(y) - radius, plot.x(x) + radius, plot.y(y) + radius});
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
        if (box[0] < room_[0] || box[1] < room_[1] || box[2] > room_[2] || box[3] > room_[3]) continue;
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
