// SPDX-License-Identifier: Apache-2.0
// What the answer rests on: the ledger of every number, after what would change the advice and what
// is worth finding out; of a file that cannot be asked that, why not.
#include <fmt/format.h>

#include "analysis/report/ledger.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {

std::string assumptions_sections(const Findings& f, const Context& context) {
    std::string out;
    if (!f.questioned && !f.unquestioned.empty())
        out = section("changes", "What would change the advice",
                      fmt::format("<p>{}</p>\n", escaped(f.unquestioned)));
    if (f.compared)
        out +=
            section("ledger", "What it rests on: the assumption ledger", ledger_html(f, context));
    return out;
}

extern const Section section_assumptions;
const Section section_assumptions{130, assumptions_sections};

}  // namespace forestall::report
