// SPDX-License-Identifier: Apache-2.0
// Licences of everything that the program and its pages carry: docs/licences, put into the program
// by the build.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace forestall::report {

struct Licence {
    std::string_view name;   ///< "Apache ECharts 6.1.0"
    std::string_view spdx;   ///< "Apache-2.0"
    std::string_view where;  ///< "program, report page"
    std::string_view text;

    bool in_page(bool with_charts) const {
        return where.find("report page") != std::string_view::npos &&
               (with_charts || where.find("with charts") == std::string_view::npos);
    }
};

/// One each, in the order of docs/licences: every file there begins "@@ name | SPDX expression |
/// where".
std::vector<Licence> licences();

/// Those of a page, folded; `with_charts`: whether it carries the chart library.
std::string licences_html(bool with_charts);

}  // namespace forestall::report
