// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/sections/map_frame.hpp"

#include <algorithm>
#include <cmath>

namespace forestall::report {

MapFrame::MapFrame(const Findings& f, const Context& context) : places_(f.header.locations), context_(context) {
    if (places_.empty()) return;
    latitude_ = {places_[0].latitude, places_[0].latitude};
    longitude_ = {places_[0].longitude, places_[0].longitude};
    for (std::size_t p = 0; p < places_.size(); ++p) {
        latitude_.include(places_[p].latitude);
        longitude_.include(places_[p].longitude);
        at_[places_[p].name] = p;
    }
    const double middle = (latitude_.low + latitude_.high) / 2;
    const double squeeze = std::max(0.1, std::cos(middle * 3.14159265358979 / 180));
    const double wide = std::max((longitude_.high - longitude_.low) * squeeze, 1e-6);
    const double tall = std::max(latitude_.high - latitude_.low, 1e-6);
    height_ = std::clamp(380 * tall / wide, 200.0, 520.0) + 60;
}

Plot MapFrame::plot(const std::string& label) const {
    Plot out(label, 440, height_, longitude_, latitude_, {30, 30, 30, 30});
    for (const auto& [a, b] : context_.routes)
        if (const auto from = at_.find(a), to = at_.find(b); from != at_.end() && to != at_.end())
            out.line({{places_[from->second].longitude, places_[from->second].latitude},
                      {places_[to->second].longitude, places_[to->second].latitude}},
                     "#9aa7b0", 1);
    return out;
}

}  // namespace forestall::report
