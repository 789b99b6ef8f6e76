// SPDX-License-Identifier: Apache-2.0
// Any text is an outcome expression or a problem at a letter of it; an expression's own text is
// read as the same expression; one that passes its check has a value of the dimensions it says.
#include <cstdint>
#include <cstdlib>

#include "analysis/expression/of_results.hpp"

namespace {

using namespace forestall::expression;

Values small(std::string_view name) {
    const int dimensions = variable_dimensions(name).value_or(0);
    Values out;
    out.dimensions = dimensions;
    out.members = dimensions >= 1 ? 2 : 1;
    out.steps = dimensions == 2 ? 3 : 1;
    out.numbers.assign(out.members * out.steps, 1);
    out.numbers.back() = 0;
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Parsed parsed = parse(text);
    if (!parsed.good()) {
        if (parsed.at > text.size() || parsed.problem.empty()) std::abort();
        return 0;
    }
    const std::string own = text_of(parsed.term);
    if (const Parsed again = parse(own); again.good() && text_of(again.term) != own) std::abort();
    const Compiled compiled = compile(text);
    if (!compiled.problem.text.empty()) return 0;
    const Values v = evaluate(compiled.term, small);
    if (v.dimensions != compiled.dimensions) std::abort();
    if (v.numbers.size() != v.members * v.steps) std::abort();
    return 0;
}
