# SPDX-License-Identifier: Apache-2.0
# Puts the files of the exercise's page into the program as they are, with the assembler; the chart library is the report's.
# Notes on a file (.md, SHA256SUMS, package*.json) stay outside.
set(page ${CMAKE_CURRENT_SOURCE_DIR}/app/exercise/page)
file(GLOB_RECURSE page_names CONFIGURE_DEPENDS RELATIVE ${page} ${page}/*.html ${page}/*.js ${page}/*.mjs ${page}/*.css ${page}/*.svg)
list(FILTER page_names EXCLUDE REGEX "(^|/)node_modules/")
set(page_types_html "text/html; charset=utf-8")
set(page_types_js "text/javascript; charset=utf-8")
set(page_types_mjs "text/javascript; charset=utf-8")
set(page_types_css "text/css; charset=utf-8")
set(page_types_svg "image/svg+xml")
set(page_blobs "")
set(page_declared "")
set(page_rows "")
set(page_embedded "")
set(page_count 0)
function(forestall_embed_page path type file)
  set(name forestall_exercise_page_${page_count})
  string(APPEND page_blobs "asm(\".section .rodata\\n\"
    \"${name}_begin: .incbin \\\"${file}\\\"\\n\"
    \"${name}_end: .byte 0\\n\"
    \".globl ${name}_begin, ${name}_end\\n\"
    \".previous\\n\");
extern \"C\" const char ${name}_begin[], ${name}_end[];
")
  string(APPEND page_rows "        {\"${path}\", \"${type}\",
         {${name}_begin, static_cast<std::size_t>(${name}_end - ${name}_begin)}},
")
  math(EXPR page_count "${page_count} + 1")
  set(page_blobs "${page_blobs}" PARENT_SCOPE)
  set(page_rows "${page_rows}" PARENT_SCOPE)
  set(page_count ${page_count} PARENT_SCOPE)
endfunction()
foreach(name ${page_names})
  string(REGEX MATCH "[a-z]+$" ending ${name})
  string(REPLACE "/vendor/" "/lib/" path "/${name}")
  if(name STREQUAL "index.html")
    set(path "/")
  endif()
  forestall_embed_page(${path} "${page_types_${ending}}" ${page}/${name})
  list(APPEND page_embedded ${page}/${name})
endforeach()
set(page_charts ${PROJECT_SOURCE_DIR}/analysis/report/page/vendor/echarts.min.js)
forestall_embed_page(/lib/echarts.min.js "${page_types_js}" ${page_charts})
list(APPEND page_embedded ${page_charts})
set(made ${PROJECT_BINARY_DIR}/registry/exercise_page.cpp)
file(CONFIGURE OUTPUT ${made} @ONLY CONTENT "// Made by the build from sim/app/exercise/page.
#include \"app/exercise/server/page_files.hpp\"

#include <cstddef>

${page_blobs}
namespace forestall::app::exercise {

std::span<const PageFile> page_files() {
    static const PageFile all[] = {
${page_rows}    };
    return all;
}

}  // namespace forestall::app::exercise
")
set_source_files_properties(${made} PROPERTIES OBJECT_DEPENDS "${page_embedded}")
target_sources(forestall_app PRIVATE ${made})
