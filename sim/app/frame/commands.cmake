# SPDX-License-Identifier: Apache-2.0
# The commands are the files of commands/: NAME.cpp without a header beside it defines add_NAME.
forestall_names(names ${CMAKE_CURRENT_SOURCE_DIR}/app/commands)
set(declared "")
set(listed "")
foreach(name ${names})
  string(APPEND declared "void add_${name}(Program& program);\n")
  string(APPEND listed "        {\"${name}\", add_${name}},\n")
endforeach()
set(made ${PROJECT_BINARY_DIR}/registry/command_files.cpp)
file(CONFIGURE OUTPUT ${made} @ONLY CONTENT "// Made by the build from sim/app/commands.
#include \"app/frame/commands.hpp\"

namespace forestall::app {

${declared}
std::span<const CommandFile> command_files() {
    static constexpr CommandFile all[] = {
${listed}    };
    return all;
}

}  // namespace forestall::app
")
target_sources(forestall_app PRIVATE ${made})
