# SPDX-License-Identifier: Apache-2.0
# The sections of the page are the files of sections/: NAME.cpp without a header beside it defines section_NAME.
forestall_names(names ${CMAKE_CURRENT_SOURCE_DIR}/report/sections)
set(declared "")
set(listed "")
foreach(name ${names})
  string(APPEND declared "extern const Section section_${name};\n")
  string(APPEND listed "        &section_${name},\n")
endforeach()
set(made ${PROJECT_BINARY_DIR}/registry/report_sections.cpp)
file(CONFIGURE OUTPUT ${made} @ONLY CONTENT "// Made by the build from analysis/report/sections.
#include \"analysis/report/sections.hpp\"

namespace forestall::report {

${declared}
std::span<const Section* const> sections() {
    static const Section* const all[] = {
${listed}    };
    return all;
}

}  // namespace forestall::report
")
target_sources(forestall_analysis PRIVATE ${made})
