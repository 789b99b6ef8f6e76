// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/verdict.hpp"

namespace forestall::report {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
            out += c;
    }
    return out;
}

HtmlTable::HtmlTable(std::string_view caption, std::vector<std::string> head)
    : caption_(caption), head_(std::move(head)) {}

HtmlTable& HtmlTable::cards() {
    cards_ = true;
    return *this;
}

void HtmlTable::open(std::string_view css) {
    const bool first = column_ == 0;
    row_ += first ? "<th scope=\"row\"" : "<td";
    if (!css.empty()) row_ += fmt::format(" class=\"{}\"", css);
    // As blocks, cells would lose their roles.
    if (cards_) row_ += first ? " role=\"rowheader\"" : " role=\"cell\"";
    if (cards_ && !first && column_ < head_.size())
        row_ += fmt::format(" data-label=\"{}\"", escaped(head_[column_]));
    row_ += '>';
}

void HtmlTable::close() { row_ += column_++ == 0 ? "</th>" : "</td>"; }

HtmlTable& HtmlTable::cell(const Markup& markup) {
    open("");
    row_ += markup.html;
    close();
    return *this;
}

HtmlTable& HtmlTable::cell(std::string_view text) { return cell(Markup{escaped(text)}); }

HtmlTable& HtmlTable::number(std::string_view text) {
    open(column_ == 0 ? "" : "n");
    row_ += escaped(text);
    close();
    return *this;
}

HtmlTable& HtmlTable::end_row(std::string_view css) {
    rows_ += cards_ ? "<tr role=\"row\"" : "<tr";
    if (!css.empty()) rows_ += fmt::format(" class=\"{}\"", escaped(css));
    rows_ += ">" + row_ + "</tr>\n";
    row_.clear();
    column_ = 0;
    return *this;
}

std::string HtmlTable::html() const {
    const auto role = [&](std::string_view name) {
        return cards_ ? fmt::format(" role=\"{}\"", name) : "";
    };
    std::string out = fmt::format(
        "<div class=\"scroll\" tabindex=\"0\"><table{}{}>\n<caption>{}</caption>\n<thead{}><tr{}>",
        cards_ ? " class=\"cards\"" : "", role("table"), escaped(caption_), role("rowgroup"),
        role("row"));
    for (const std::string& name : head_)
        out += fmt::format("<th scope=\"col\"{}>{}</th>", role("columnheader"), escaped(name));
    return out + fmt::format("</tr></thead>\n<tbody{}>\n", role("rowgroup")) + rows_ +
           "</tbody></table></div>\n";
}

std::string figure_text(double value) {
    return std::isfinite(value) ? comparison::readable(value) : "–";
}

std::string counted(std::size_t number) {
    return comparison::readable(static_cast<double>(number));
}

std::string interval_text(const comparison::Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    if (!std::isfinite(f.lo) || !std::isfinite(f.hi)) return figure_text(f.value);
    return fmt::format("{} ({} to {})", figure_text(f.value), figure_text(f.lo), figure_text(f.hi));
}

std::string percent_text(double share) {
    if (!std::isfinite(share)) return "–";
    if (share > 0.995) return ">\u00a099\u00a0%";
    if (share > 0 && share < 0.005) return "<\u00a01\u00a0%";
    return fmt::format("{:.0f}\u00a0%", 100 * share);
}

std::string chance_text(double chance) { return percent_text(std::clamp(chance, 1e-9, 1 - 1e-9)); }

std::string money_text(double amount) {
    if (!std::isfinite(amount)) return "–";
    const double size = std::fabs(amount);
    if (size >= 0.9995e9) return fmt::format("{:.3g}\u00a0bn", amount / 1e9);
    if (size >= 0.9995e6) return fmt::format("{:.3g}\u00a0M", amount / 1e6);
    if (size >= 0.9995e4) return fmt::format("{:.3g}\u00a0k", amount / 1e3);
    return figure_text(amount);
}

std::string money_text(const comparison::Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    if (!std::isfinite(f.lo) || !std::isfinite(f.hi) || f.lo == f.hi) return money_text(f.value);
    return fmt::format("{} ({} to {})", money_text(f.value), money_text(f.lo), money_text(f.hi));
}

std::string finding(std::string_view words) {
    return fmt::format("<h3 class=\"finding\">{}</h3>\n", escaped(words));
}

namespace {

std::string figure_of(std::string_view id, std::string_view caption, std::string_view still,
                      std::string_view css, std::string_view live_caption) {
    return fmt::format(
        "<figure id=\"{}\"{}>{}<div class=\"live\" "
        "hidden></div><figcaption{}>{}</figcaption></figure>\n",
        id, css.empty() ? "" : fmt::format(" class=\"{}\"", css), still,
        live_caption.empty() ? "" : fmt::format(" data-live=\"{}\"", escaped(live_caption)),
        escaped(caption));
}

}  // namespace

std::string figure_html(std::string_view id, std::string_view caption, std::string_view svg,
                        std::string_view live_caption) {
    return figure_of(id, caption, fmt::format("<div class=\"still\">{}</div>", svg), "",
                     live_caption);
}

std::string two_figure_html(std::string_view id, std::string_view caption, std::string_view key,
                            std::string_view for_desk, std::string_view for_telephone) {
    return figure_of(id, caption,
                     fmt::format("<div class=\"still\">{}{}{}</div>", key, for_desk, for_telephone),
                     "", "");
}

std::string live_figure_html(std::string_view id, std::string_view caption) {
    return figure_of(id, caption, "", "no-still only-live", "");
}

std::string folded(std::string_view summary, std::string_view html) {
    return fmt::format("<details open><summary>{}</summary>\n{}</details>\n", escaped(summary),
                       html);
}

std::string folded_longest(std::string_view summary, std::string_view html) {
    return fmt::format("<details open class=\"longest\"><summary>{}</summary>\n{}</details>\n",
                       escaped(summary), html);
}

std::string section(std::string_view id, std::string_view title, std::string_view html) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"h-{0}\"><h2 id=\"h-{0}\">{1}</h2>\n{2}</section>\n",
        id, escaped(title), html);
}

}  // namespace forestall::report
