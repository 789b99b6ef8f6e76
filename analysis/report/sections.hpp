// SPDX-License-Identifier: Apache-2.0
// The sections of the page, one file each in sections/: drawings as inline SVG, and every figure in
// them as a table, for readers without JavaScript, with a screen reader, or of paper. The list is
// made by the build from the folder: NAME.cpp without a header beside it defines section_NAME.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

struct Section {
    int order;  ///< place on the page; unique
    /// "" where the file has nothing to say of it.
    std::string (*html)(const Findings& findings, const Context& context);
};

/// All sections, in order of name.
std::span<const Section* const> sections();

std::string options_section(const Compared& compared, const Context& context);
/// "" unless options are named `intervention@stage`.
std::string matrix_section(const Findings& findings);
/// "" unless the file has continuations.
std::string given_section(const Compared& compared);
/// "" unless the file has an intervention at several starts.
std::string waits_section(const Compared& compared);
std::string costs_section(const Compared& compared);
std::string front_section(const Compared& compared);
std::string groups_section(const Compared& compared);
std::string over_time_sections(const Findings& findings);
std::string where_section(const Findings& findings, const Context& context);
std::string stages_section(const Findings& findings);
/// "" without a course.
std::string course_section(const Findings& findings, const Context& context);
/// The ledger of every number; of a file that cannot be asked what would change the advice, why
/// not.
std::string assumptions_sections(const Findings& findings, const Context& context);
/// Both need what was questioned.
std::string flips_section(const Findings& findings);
std::string values_section(const Findings& findings);
std::string limits_section(const Findings& findings);
std::string provenance_section(const Findings& findings, const Context& context);

/// Options that the chart of three aims has, in its order: those on the front first, cheapest
/// first.
std::vector<std::size_t> front_order(const Compared& compared);

}  // namespace forestall::report
