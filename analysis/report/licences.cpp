// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/licences.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "analysis/report/assets.hpp"
#include "analysis/report/markup.hpp"

namespace forestall::report {
namespace {

constexpr std::string_view mark = "@@ ";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
    while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
    return text;
}

/// Of "name | spdx | where\ntext".
Licence licence_of(std::string_view text) {
    const auto end = text.find('\n');
    const std::string_view head = text.substr(0, end);
    const auto first = head.find('|'), second = head.find('|', first + 1);
    if (end == std::string_view::npos || second == std::string_view::npos)
        throw std::logic_error("docs/licences: a heading without name, licence and place");
    return {trimmed(head.substr(0, first)), trimmed(head.substr(first + 1, second - first - 1)),
            trimmed(head.substr(second + 1)), trimmed(text.substr(end))};
}

}  // namespace

std::vector<Licence> licences() {
    std::vector<Licence> out;
    std::string_view rest = licence_texts();
    while (rest.starts_with(mark)) {
        rest.remove_prefix(mark.size());
        const auto next = rest.find("\n@@ ");
        out.push_back(licence_of(rest.substr(0, next)));
        rest.remove_prefix(next == std::string_view::npos ? rest.size() : next + 1);
    }
    return out;
}

std::string licences_html(bool with_charts) {
    std::string out =
        "<details class=\"licences\"><summary>Licences of what this page carries</summary>\n";
    for (const Licence& l : licences())
        if (l.in_page(with_charts))
            out += fmt::format("<h3>{} ({})</h3>\n<pre>{}</pre>\n", escaped(std::string(l.name)),
                               escaped(std::string(l.spdx)), escaped(std::string(l.text)));
    return out + "</details>";
}

}  // namespace forestall::report
