// SPDX-License-Identifier: Apache-2.0
// Small pieces of HTML. Everything that enters as text leaves escaped; what is already markup is a
// Markup.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison/figure.hpp"

namespace forestall::report {

/// `&`, `<`, `>`, `"` and `'` as entities; control characters other than tab and line end are
/// dropped.
std::string escaped(std::string_view text);

/// HTML that is safe to put into a page as it is.
struct Markup {
    std::string html;
};

/// A table with a caption and a head; the first cell of each row is its heading. Cells are text
/// unless given as markup.
class HtmlTable {
public:
    explicit HtmlTable(std::string_view caption, std::vector<std::string> head);
    HtmlTable& cell(std::string_view text);
    HtmlTable& cell(const Markup& markup);
    /// A right-aligned cell.
    HtmlTable& number(std::string_view text);
    /// Ends the row; `css` is a class of it.
    HtmlTable& end_row(std::string_view css = "");
    /// On a narrow screen each row stands as a card of its own, its cells under each other with the
    /// names of their columns. To be said before the first cell.
    HtmlTable& cards();
    std::string html() const;

private:
    void open(std::string_view css);
    void close();
    std::string caption_;
    std::vector<std::string> head_;
    std::size_t column_ = 0;
    bool cards_ = false;
    std::string rows_;
    std::string row_;
};

/// "1,234", "0.0123"; "–" for a number that is not defined.
std::string figure_text(double value);
/// 1000 -> "1,000".
std::string counted(std::size_t number);
/// "-206 (-992 to 581)", "–" if not defined.
std::string interval_text(const comparison::Figure& figure);
/// "35 %", with a space that does not break; "< 1 %" for what would round to none and is not;
/// "> 99 %" for what would round to all, and for all.
std::string percent_text(double share);
/// The same for a share of resamples, which is never quite all or none of what could be.
std::string chance_text(double chance);
/// 12,345,678 -> "12.3 M", likewise; with the interval if it has one.
std::string money_text(double amount);
std::string money_text(const comparison::Figure& figure);

/// What a drawing shows, in a sentence over it; ends without a full stop.
std::string finding(std::string_view words);
/// A figure of the page: the drawing and its caption (and that of the interactive form, if it is
/// another); `id` is where page.js puts the interactive form.
std::string figure_html(std::string_view id, std::string_view caption, std::string_view svg,
                        std::string_view live_caption = "");
/// A width that a drawing is made for, in pixels, and the class of drawings that are shown at that
/// width.
struct Screen {
    double width;
    std::string_view css;
};
inline constexpr Screen desk{720, "wide-only"}, telephone{380, "narrow-only"};
/// The same with a drawing for a desk and one for a telephone, each shown where it fits; `key`
/// stands above both.
std::string two_figure_html(std::string_view id, std::string_view caption, std::string_view key,
                            std::string_view for_desk, std::string_view for_telephone);
/// A figure that there is on screens with JavaScript only, because the table beside it is its still
/// form.
std::string live_figure_html(std::string_view id, std::string_view caption);
/// A table that a reader may fold away; open without JavaScript.
std::string folded(std::string_view summary, std::string_view html);
/// The same for a table of pages and pages, which is printed only if the reader has unfolded it.
std::string folded_longest(std::string_view summary, std::string_view html);
std::string section(std::string_view id, std::string_view title, std::string_view html);

}  // namespace forestall::report
