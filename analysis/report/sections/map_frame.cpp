// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/sections/map_frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/markup.hpp"
#include "analysis/report/outlines.hpp"

namespace forestall::report {
namespace {

constexpr double width = 440, margin = 30, strip = 56;

}  // namespace

MapBox box_of(const std::vector<LocationLabel>& places) {
    MapBox out;
    if (places.empty()) return out;
    out.latitude = {places[0].latitude, places[0].latitude};
    out.longitude = {places[0].longitude, places[0].longitude};
    for (const LocationLabel& p : places) {
        out.latitude.include(p.latitude);
        out.longitude.include(p.longitude);
    }
    out.squeeze = std::max(
        0.1, std::cos((out.latitude.low + out.latitude.high) / 2 * 3.14159265358979 / 180));
    return out;
}

double round_below(double most) {
    if (!(most > 0) || !std::isfinite(most)) return 0;
    const double power = std::pow(10, std::floor(std::log10(most)));
    if (most >= 5 * power) return 5 * power;
    return most >= 2 * power ? 2 * power : power;
}

MapFrame::MapFrame(const Findings& f, const Context& context)
    : places_(f.header.locations), context_(context) {
    if (places_.empty()) return;
    for (std::size_t p = 0; p < places_.size(); ++p) at_[places_[p].name] = p;
    const MapBox box = box_of(places_);
    const double wide = std::max((box.longitude.high - box.longitude.low) * box.squeeze, 0.05);
    const double tall = std::max(box.latitude.high - box.latitude.low, 0.05);
    const double room = std::clamp((width - 2 * margin) * tall / wide, 200.0, 520.0);
    height_ = room + 2 * margin + strip;
    // Degrees north per pixel; the shorter side gets more land around it rather than a longer
    // scale.
    const double scale = std::max(tall / room, wide / (width - 2 * margin));
    const auto around = [](const Range& r, double length) {
        const double middle = (r.low + r.high) / 2;
        return Range{middle - length / 2, middle + length / 2};
    };
    latitude_ = around(box.latitude, scale * room);
    longitude_ = around(box.longitude, scale * (width - 2 * margin) / box.squeeze);
    const double past = 1.5 * margin * scale;
    land_ =
        outlines_within({longitude_.low - past / box.squeeze, longitude_.high + past / box.squeeze},
                        {latitude_.low - past - strip * scale, latitude_.high + past});
}

Plot MapFrame::empty(const std::string& label) const {
    return Plot(label, width, height_, longitude_, latitude_,
                {margin, margin, margin, margin + strip});
}

std::string MapFrame::definitions() const {
    if (land_.empty()) return "";
    const Plot frame = empty("");
    std::string path;
    for (const Points& ring : land_) {
        char to = 'M';
        for (const auto& [lon, lat] : ring) {
            path += fmt::format("{}{:.1f} {:.1f}", to, frame.x(lon), frame.y(lat));
            to = 'L';
        }
        path += 'Z';
    }
    return fmt::format(
        "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><path "
        "id=\"outlines\" "
        "d=\"{}\"/></defs></svg>",
        path);
}

Plot MapFrame::plot(const std::string& label) const {
    Plot out = empty(label);
    if (!land_.empty()) out.pixels("<use class=\"land\" href=\"#outlines\"/>");
    for (const auto& [a, b] : context_.routes)
        if (const auto from = at_.find(a), to = at_.find(b); from != at_.end() && to != at_.end())
            out.line({{places_[from->second].longitude, places_[from->second].latitude},
                      {places_[to->second].longitude, places_[to->second].latitude}},
                     "#9aa7b0", 1);
    return out.pixels(fmt::format(
        "<rect class=\"strip\" x=\"-1\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
        height_ - strip + 6, width + 2, strip));
}

void MapFrame::add_key(Plot& plot, const std::vector<SizeMark>& marks) {
    double x = 6;
    const double y = plot.height() - (strip - 6) / 2;
    for (const SizeMark& mark : marks) {
        const double words = length_of(mark.words);
        if (x + 2 * mark.radius + 5 + words > plot.width()) break;
        plot.pixels(fmt::format(
            "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" {}/>", x + mark.radius + 1, y,
            mark.radius,
            mark.hollow
                ? fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\"", mark.colour)
                : fmt::format("fill=\"{}\" fill-opacity=\".8\"", mark.colour)));
        x += 2 * mark.radius + 5;
        plot.pixels(fmt::format("<text class=\"small\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x,
                                y + 4, escaped(mark.words)));
        x += words + 8;
    }
}

Labels MapFrame::labels() const { return Labels({2, 2, width - 2, height_ - strip + 4}); }

}  // namespace forestall::report
