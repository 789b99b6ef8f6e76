// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "analysis/report/answer.hpp"
#include "analysis/report/assets.hpp"
#include "analysis/report/data_block.hpp"
#include "analysis/report/licences.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/policy.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {
namespace {

/// `{{name}}` in the template; what is put in is not looked at again.
std::string filled(std::string_view text,
                   const std::map<std::string, std::string, std::less<>>& values) {
    std::string out;
    for (;;) {
        const auto open = text.find("{{");
        const auto close = text.find("}}", open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return out.append(text);
        out.append(text.substr(0, open));
        if (const auto at = values.find(text.substr(open + 2, close - open - 2));
            at != values.end())
            out += at->second;
        text.remove_prefix(close + 2);
    }
}

/// Every section that has something to say, in order.
std::string sections_html(const Findings& f, const Context& context) {
    std::vector<const Section*> all(sections().begin(), sections().end());
    std::sort(all.begin(), all.end(),
              [](const Section* a, const Section* b) { return a->order < b->order; });
    std::string out;
    for (const Section* s : all) out += s->html(f, context);
    return out;
}

}  // namespace

std::string page_of(const Findings& f, const Context& context, std::string_view charts) {
    std::string main = section("answer", "The answer", answer_html(f, context));
    main += "<nav aria-label=\"Sections\"></nav>\n";
    main += sections_html(f, context);
    return filled(page_template(), {{"policy", policy_of({charts, page_script()}, page_style())},
                                    {"title", escaped(f.header.title)},
                                    {"question", escaped(question_text(f))},
                                    {"about", escaped(about_text(f))},
                                    {"style", std::string(page_style())},
                                    {"main", std::move(main)},
                                    {"data", script_safe(data_of(f, context))},
                                    {"charts", std::string(charts)},
                                    {"licences", licences_html(!charts.empty())},
                                    {"script", std::string(page_script())}});
}

}  // namespace forestall::report
