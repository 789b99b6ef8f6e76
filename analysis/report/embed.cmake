# SPDX-License-Identifier: Apache-2.0
# Puts the page's files into the program as they are, with the assembler: a string literal of a megabyte is beyond what
# compilers take. The chart library lies in vendor/ (docs/dependencies.md).
set(page ${CMAKE_CURRENT_SOURCE_DIR}/report/page)
set(charts ${page}/vendor/echarts.min.js)
# The project's own licence follows the heading of the first file.
file(GLOB licences CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/licences/*.txt)
list(INSERT licences 1 ${PROJECT_SOURCE_DIR}/LICENSE)
file(GLOB scripts CONFIGURE_DEPENDS ${page}/script/*.js)  # sorted by name
set(blobs "")
set(functions "")
set(embedded ${page}/page.html ${page}/page.css ${page}/outlines.json ${scripts} ${charts} ${licences})
# Several files follow each other.
function(forestall_embed function)
  set(bytes "")
  foreach(file ${ARGN})
    string(APPEND bytes ".incbin \\\"${file}\\\"\\n")
  endforeach()
  if(bytes)
    string(APPEND blobs "asm(\".section .rodata\\n\"
    \"forestall_${function}_begin: ${bytes}\"
    \"forestall_${function}_end: .byte 0\\n\"
    \".globl forestall_${function}_begin, forestall_${function}_end\\n\"
    \".previous\\n\");
extern \"C\" const char forestall_${function}_begin[], forestall_${function}_end[];
")
    string(APPEND functions "std::string_view ${function}() {
    return {forestall_${function}_begin, static_cast<std::size_t>(forestall_${function}_end - forestall_${function}_begin)};
}
")
  else()
    string(APPEND functions "std::string_view ${function}() { return {}; }\n")
  endif()
  set(blobs "${blobs}" PARENT_SCOPE)
  set(functions "${functions}" PARENT_SCOPE)
endfunction()
forestall_embed(page_template ${page}/page.html)
forestall_embed(page_style ${page}/page.css)
forestall_embed(page_script ${scripts})
forestall_embed(country_outlines ${page}/outlines.json)
forestall_embed(chart_library ${charts})
forestall_embed(licence_texts ${licences})
set(made ${PROJECT_BINARY_DIR}/registry/report_assets.cpp)
file(CONFIGURE OUTPUT ${made} @ONLY CONTENT "// Made by the build from analysis/report/page.
#include \"analysis/report/assets.hpp\"

#include <cstddef>

${blobs}
namespace forestall::report {

${functions}
}  // namespace forestall::report
")
set_source_files_properties(${made} PROPERTIES OBJECT_DEPENDS "${embedded}")
target_sources(forestall_analysis PRIVATE ${made})
