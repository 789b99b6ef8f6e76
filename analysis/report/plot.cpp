// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report/markup.hpp"

namespace forestall::report {

void Range::include(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
}

std::vector<double> ticks(const Range& range, int count) {
    const double span = range.high - range.low;
    if (!(span > 0)) return {range.low};
    const double raw = span / count;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double m : {5.0, 2.0, 1.0})
        if (m * power >= raw) step = m * power;
    const double first = std::ceil(range.low / step - 1e-9);
    // Where a double cannot count in ones any more, there is one tick: ++ would stand still.
    if (!(std::fabs(first) < 1e15)) return {range.low};
    std::vector<double> out;
    for (double i = first; i * step <= range.high + 1e-9 * span; ++i)
        out.push_back(i == 0 ? 0 : i * step);
    return out;
}

std::string short_number(double value) {
    const double size = std::fabs(value);
    if (size >= 0.9995e9) return fmt::format("{:.3g}\u00a0bn", value / 1e9);
    if (size >= 0.9995e6) return fmt::format("{:.3g}\u00a0M", value / 1e6);
    if (size >= 9999.5) return fmt::format("{:.3g}\u00a0k", value / 1e3);
    return figure_text(value);
}

std::string_view option_colour(std::size_t option, std::size_t baseline) {
    static constexpr std::array<std::string_view, 6> colours = {"#0067a5", "#b84a00", "#00795b",
                                                                "#9b3a7c", "#6b5900", "#5546a3"};
    if (option == baseline) return "#555555";
    return colours[(option < baseline ? option : option - 1) % colours.size()];
}

namespace {

/// Around 0, 0, some 4 pixels large.
std::string marker_path(std::size_t marker) {
    static constexpr std::array<std::string_view, 8> paths = {
        "",
        "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z",
        "M-3.2-3.2h6.4v6.4h-6.4Z",
        "M0-4.4L4.2 3.2H-4.2Z",
        "M0-4.8L4 0 0 4.8-4 0Z",
        "M-3.4-3.4L3.4 3.4M-3.4 3.4L3.4-3.4",
        "M0-4.4V4.4M-4.4 0H4.4",
        "M0 4.4L4.2-3.2H-4.2Z"};
    return std::string(paths[marker % paths.size()]);
}

std::string marker_svg(const OptionStyle& style, double x, double y) {
    if (style.marker == 0) return "";
    return fmt::format(
        "<path transform=\"translate({:.1f} {:.1f})\" d=\"{}\" fill=\"{}\" stroke=\"{}\" "
        "stroke-width=\"1.6\"/>",
        x, y, marker_path(style.marker), style.colour, style.colour);
}

}  // namespace

OptionStyle option_style(std::size_t option, std::size_t baseline) {
    static constexpr std::array<std::string_view, 5> dashes = {"", "8 4", "2 3", "10 3 2 3", "5 2"};
    constexpr std::size_t colours = 6, markers = 8;
    OptionStyle out{option_colour(option, baseline), "", 0};
    if (option == baseline) return out;
    // Of 6 colours and 5 dashes 30 pairs; then the marker has moved by one against both.
    const std::size_t at = option < baseline ? option : option - 1,
                      round = at / (colours * dashes.size());
    out.dashes = dashes[at % dashes.size()];
    out.marker = (at + round) % markers;
    if (const std::size_t again = round / markers; again > 0)
        out.dashes += fmt::format("{}14 {}", out.dashes.empty() ? "" : " ", again + 2);
    return out;
}

std::string style_swatch(const OptionStyle& style) {
    return fmt::format(
        "<svg class=\"stroke\" aria-hidden=\"true\" viewBox=\"0 0 40 12\"><path stroke=\"{}\" "
        "stroke-width=\"2.4\" "
        "stroke-dasharray=\"{}\" d=\"M0 6H40\"/>{}</svg>",
        style.colour, style.dashes.empty() ? "none" : style.dashes, marker_svg(style, 20, 6));
}

Plot::Plot(std::string_view label, double width, double height, Range x, Range y, Margins margins)
    : width_(width), height_(height), x_(x), y_(y), margins_(margins), label_(label) {
    if (!(x_.high > x_.low)) x_.high = x_.low + 1;
    if (!(y_.high > y_.low)) y_.high = y_.low + 1;
}

double Plot::x(double value) const {
    return margins_.left +
           (value - x_.low) / (x_.high - x_.low) * (width_ - margins_.left - margins_.right);
}

double Plot::y(double value) const {
    return height_ - margins_.bottom -
           (value - y_.low) / (y_.high - y_.low) * (height_ - margins_.top - margins_.bottom);
}

Plot& Plot::x_axis(std::string_view title, int count) {
    const double bottom = height_ - margins_.bottom;
    for (const double t : ticks(x_, count)) {
        body_ += fmt::format("<path class=\"{}\" d=\"M{:.1f} {:.1f}V{:.1f}\"/>",
                             t == 0 ? "zero" : "grid", x(t), margins_.top, bottom);
        body_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
                             x(t), bottom + 17, short_number(t));
    }
    return x_title(title);
}

Plot& Plot::x_title(std::string_view title) {
    body_ += fmt::format(
        "<text class=\"axis\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
        (margins_.left + width_ - margins_.right) / 2, height_ - 6, escaped(title));
    return *this;
}

Plot& Plot::x_axis(const std::vector<std::pair<double, std::string>>& names) {
    const double bottom = height_ - margins_.bottom;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double at = x(names[i].first);
        body_ += fmt::format("<path class=\"grid\" d=\"M{:.1f} {:.1f}V{:.1f}\"/>", at, bottom,
                             bottom + 5);
        const char* anchor = i + 1 == names.size() ? "end" : "middle";
        if (i == 0) anchor = "start";
        body_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>", at,
                             bottom + 18, anchor, escaped(names[i].second));
    }
    return *this;
}

Plot& Plot::y_axis(std::string_view title, int count) {
    for (const double t : ticks(y_, count)) {
        body_ +=
            fmt::format("<path class=\"{}\" d=\"M{:.1f} {:.1f}H{:.1f}\"/>",
                        t == 0 ? "zero" : "grid", margins_.left, y(t), width_ - margins_.right);
        body_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>",
                             margins_.left - 6, y(t) + 4, short_number(t));
    }
    if (!title.empty()) {
        const double middle = (margins_.top + height_ - margins_.bottom) / 2;
        body_ += fmt::format(
            "<text class=\"axis\" x=\"12\" y=\"{0:.1f}\" text-anchor=\"middle\" "
            "transform=\"rotate(-90 12 "
            "{0:.1f})\">{1}</text>",
            middle, escaped(title));
    }
    return *this;
}

std::string Plot::path(const Points& points, char first) const {
    std::string out;
    for (const auto& [px, py] : points) {
        out += fmt::format("{}{:.1f} {:.1f}", first, x(px), y(py));
        first = 'L';
    }
    return out;
}

Plot& Plot::line(const Points& points, std::string_view colour, double width,
                 std::string_view dashes) {
    body_ += fmt::format("<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", colour, width);
    if (!dashes.empty()) body_ += fmt::format(" stroke-dasharray=\"{}\"", dashes);
    body_ += fmt::format(" d=\"{}\"/>", path(points, 'M'));
    return *this;
}

Plot& Plot::line(const Points& points, const OptionStyle& style, double width,
                 std::size_t marker_every) {
    line(points, style.colour, width, style.dashes);
    for (std::size_t i = 0; marker_every > 0 && i < points.size(); i += marker_every)
        body_ += marker_svg(style, x(points[i].first), y(points[i].second));
    return *this;
}

Plot& Plot::pixels(std::string_view markup) {
    body_ += markup;
    return *this;
}

Plot& Plot::band(const Points& lower, const Points& upper, std::string_view colour,
                 double opacity) {
    const Points back(upper.rbegin(), upper.rend());
    body_ += fmt::format("<path fill=\"{}\" fill-opacity=\"{}\" d=\"{}{}Z\"/>", colour, opacity,
                         path(lower, 'M'), path(back, 'L'));
    return *this;
}

Plot& Plot::circle(double at_x, double at_y, double radius, std::string_view colour, bool hollow) {
    body_ += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" {}/>", x(at_x), y(at_y), radius,
        hollow ? fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\"", colour)
               : fmt::format("fill=\"{}\" fill-opacity=\".8\"", colour));
    return *this;
}

Plot& Plot::text(double at_x, double at_y, std::string_view words, std::string_view anchor,
                 double dx, double dy, std::string_view css) {
    body_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>",
                         x(at_x) + dx, y(at_y) + dy, anchor,
                         css.empty() ? "" : fmt::format(" class=\"{}\"", css), escaped(words));
    return *this;
}

std::string Plot::svg(std::string_view css) const {
    return fmt::format("<svg role=\"img\" aria-label=\"{}\"{} viewBox=\"0 0 {} {}\">{}</svg>",
                       escaped(label_), css.empty() ? "" : fmt::format(" class=\"{}\"", css),
                       width_, height_, body_);
}

}  // namespace forestall::report
