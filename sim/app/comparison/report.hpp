// SPDX-License-Identifier: Apache-2.0
// A comparison of options as the JSON document and as text for people.
#pragma once
#include <string>

#include "analysis/comparison/comparison.hpp"
#include "analysis/comparison/verdict.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {

struct Report {
    std::string file;
    std::string outcome;  ///< name, with its form
    std::string text;     ///< in words
    std::size_t members_in_file = 0;
    comparison::Comparison comparison;
    comparison::Wording wording;
};

Json report_json(const Report& report);
/// A line per option, then harm by group, then the verdict.
std::string report_text(const Report& report);

/// `{"value", "lo", "hi", "error"}`, null where not defined.
Json json_of(const comparison::Figure& figure);
Json json_of(const comparison::Typical& typical);
Json json_of(const comparison::Catastrophe& catastrophe);

}  // namespace forestall::app
