// SPDX-License-Identifier: Apache-2.0
// What the answer rests on. What `flip` and `value` say about a file gets a builder of its own here, in the order in
// which a reader asks: what would change the advice, what is worth finding out, then the ledger of every number.
#include "analysis/report/ledger.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace forestall::report {

std::string assumptions_section(const Findings& f, const Context& context) {
    return section("ledger", "What it rests on: the assumption ledger", ledger_html(f, context));
}

}  // namespace forestall::report
