// SPDX-License-Identifier: Apache-2.0
// Files that the build puts into the program: the page's template, its style and script, outlines
// of countries, the chart library and licences.
#pragma once
#include <string_view>

namespace forestall::report {

std::string_view page_template();
std::string_view page_style();
std::string_view page_script();
/// JSON, made by page/make_outlines.py.
std::string_view country_outlines();
std::string_view chart_library();
/// Headings and texts of docs/licences; licences.hpp reads them.
std::string_view licence_texts();

}  // namespace forestall::report
