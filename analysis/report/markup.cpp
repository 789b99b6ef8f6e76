// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/markup.hpp"

#include <fmt/format.h>

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

HtmlTable::HtmlTable(std::string_view caption, std::vector<std::string> head) {
    head_ = fmt::format("<caption>{}</caption>\n<thead><tr>", escaped(caption));
    for (const std::string& name : head) head_ += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
    head_ += "</tr></thead>\n";
}

void HtmlTable::open(std::string_view css) {
    row_ += first_ ? "<th scope=\"row\">" : css.empty() ? "<td>" : fmt::format("<td class=\"{}\">", css);
}

HtmlTable& HtmlTable::cell(const Markup& markup) {
    open("");
    row_ += markup.html + (first_ ? "</th>" : "</td>");
    first_ = false;
    return *this;
}

HtmlTable& HtmlTable::cell(std::string_view text) { return cell(Markup{escaped(text)}); }

HtmlTable& HtmlTable::number(std::string_view text) {
    open("n");
    row_ += escaped(text) + (first_ ? "</th>" : "</td>");
    first_ = false;
    return *this;
}

HtmlTable& HtmlTable::end_row(std::string_view css) {
    rows_ += css.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", escaped(css));
    rows_ += row_ + "</tr>\n";
    row_.clear();
    first_ = true;
    return *this;
}

std::string HtmlTable::html() const {
    return "<div class=\"scroll\" tabindex=\"0\"><table>\n" + head_ + "<tbody>\n" + rows_ + "</tbody></table></div>\n";
}

std::string figure_text(double value) { return std::isfinite(value) ? comparison::readable(value) : "–"; }

std::string interval_text(const comparison::Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    if (!std::isfinite(f.lo) || !std::isfinite(f.hi)) return figure_text(f.value);
    return fmt::format("{} ({} to {})", figure_text(f.value), figure_text(f.lo), figure_text(f.hi));
}

std::string percent_text(double share) { return std::isfinite(share) ? fmt::format("{:.0f} %", 100 * share) : "–"; }

std::string money_text(double amount) {
    if (!std::isfinite(amount)) return "–";
    const double size = std::fabs(amount);
    if (size >= 0.9995e9) return fmt::format("{:.3g} bn", amount / 1e9);
    if (size >= 0.9995e6) return fmt::format("{:.3g} M", amount / 1e6);
    if (size >= 0.9995e4) return fmt::format("{:.3g} k", amount / 1e3);
    return figure_text(amount);
}

std::string money_text(const comparison::Figure& f) {
    if (!std::isfinite(f.value)) return "–";
    if (!std::isfinite(f.lo) || !std::isfinite(f.hi) || f.lo == f.hi) return money_text(f.value);
    return fmt::format("{} ({} to {})", money_text(f.value), money_text(f.lo), money_text(f.hi));
}

std::string figure_html(std::string_view id, std::string_view caption, std::string_view svg) {
    return fmt::format(
        "<figure id=\"{0}\"><div class=\"still\">{2}</div><div class=\"live\" hidden></div>"
        "<figcaption>{1}</figcaption></figure>\n",
        id, escaped(caption), svg);
}

std::string folded(std::string_view summary, std::string_view html) {
    return fmt::format("<details open><summary>{}</summary>\n{}</details>\n", escaped(summary), html);
}

std::string section(std::string_view id, std::string_view title, std::string_view html) {
    return fmt::format("<section id=\"{0}\" aria-labelledby=\"h-{0}\"><h2 id=\"h-{0}\">{1}</h2>\n{2}</section>\n", id,
                       escaped(title), html);
}

}  // namespace forestall::report
