// SPDX-License-Identifier: Apache-2.0
// What the answer rests on, in the order in which a reader asks: what would change the advice, what
// is worth finding out, then the ledger of every number.
#include <fmt/format.h>

#include "analysis/report/ledger.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {

std::string assumptions_sections(const Findings& f, const Context& context) {
    std::string out;
    if (f.questioned)
        out = flips_section(f) + values_section(f);
    else if (!f.unquestioned.empty())
        out = section("changes", "What would change the advice",
                      fmt::format("<p>{}</p>\n", escaped(f.unquestioned)));
    if (f.compared)
        out +=
            section("ledger", "What it rests on: the assumption ledger", ledger_html(f, context));
    return out;
}

}  // namespace forestall::report
