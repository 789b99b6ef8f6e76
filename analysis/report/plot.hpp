// SPDX-License-Identifier: Apache-2.0
// Line drawings as inline SVG: a frame with axes, and marks at data coordinates. Drawings scale
// with the page and print as they are; page.js puts interactive ones over them where it can.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forestall::report {

using Points = std::vector<std::pair<double, double>>;

struct Range {
    double low = 0;
    double high = 1;
    void include(double value);
};

/// Round steps over a range, at most about `count`.
std::vector<double> ticks(const Range& range, int count);
/// 1234567 -> "1.23 M".
std::string short_number(double value);
/// Colour of an option by its position; the baseline is grey.
std::string_view option_colour(std::size_t option, std::size_t baseline);

/// How the line of an option is drawn where lines of several share a chart.
struct OptionStyle {
    std::string_view colour;
    std::string dashes;      ///< as in SVG; empty: an unbroken line
    std::size_t marker = 0;  ///< shape that stands on the line now and then; 0: none
    bool operator==(const OptionStyle&) const = default;
};
/// No two options of a comparison have the same; neighbours differ in colour, dashes and marker at
/// once, so that they can be told apart in grey print too. The baseline is grey, unbroken, without
/// markers.
OptionStyle option_style(std::size_t option, std::size_t baseline);
/// A short piece of such a line, for a key.
std::string style_swatch(const OptionStyle& style);

class Plot {
public:
    struct Margins {
        double left = 64;
        double right = 16;
        double top = 14;
        double bottom = 44;
    };
    /// `label`: what a screen reader says.
    Plot(std::string_view label, double width, double height, Range x, Range y, Margins margins);
    Plot(std::string_view label, double width, double height, Range x, Range y)
        : Plot(label, width, height, x, y, Margins()) {}

    double x(double value) const;
    double y(double value) const;
    Plot& x_axis(std::string_view title, int count = 6);
    /// Names at positions instead of numbers.
    Plot& x_axis(const std::vector<std::pair<double, std::string>>& names);
    Plot& x_title(std::string_view title);
    Plot& y_axis(std::string_view title, int count = 5);
    Plot& line(const Points& points, std::string_view colour, double width = 2,
               std::string_view dashes = "");
    /// A line in an option's style, with its marker at every so many points.
    Plot& line(const Points& points, const OptionStyle& style, double width,
               std::size_t marker_every);
    /// Between lower and upper, which have the same x.
    Plot& band(const Points& lower, const Points& upper, std::string_view colour, double opacity);
    /// Radius in pixels; hollow circles have an outline only.
    Plot& circle(double at_x, double at_y, double radius, std::string_view colour,
                 bool hollow = false);
    /// `anchor`: start, middle or end; offsets in pixels.
    Plot& text(double at_x, double at_y, std::string_view words, std::string_view anchor = "start",
               double dx = 0, double dy = 4, std::string_view css = "");
    /// SVG in pixels of the drawing, as it is.
    Plot& pixels(std::string_view markup);
    /// Data coordinate of the left edge of the frame.
    double left() const { return x_.low; }
    double width() const { return width_; }
    double height() const { return height_; }
    /// `css`: classes of the element.
    std::string svg(std::string_view css = "") const;

private:
    std::string path(const Points& points, char first) const;
    double width_, height_;
    Range x_, y_;
    Margins margins_;
    std::string label_;
    std::string body_;
};

}  // namespace forestall::report
