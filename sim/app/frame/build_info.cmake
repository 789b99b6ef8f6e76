# SPDX-License-Identifier: Apache-2.0
# Writes forestall_build_info.hpp at every build, but touches it only when version or commit changed: then one small file
# is compiled again. Included: declares the target. Run as a script: writes HEADER for VERSION and the source in SOURCE.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(build_info_dir ${PROJECT_BINARY_DIR}/build_info)
  add_custom_target(forestall_build_info
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DVERSION=${PROJECT_VERSION}
            -DHEADER=${build_info_dir}/forestall_build_info.hpp -P ${CMAKE_CURRENT_LIST_FILE}
    BYPRODUCTS ${build_info_dir}/forestall_build_info.hpp
    COMMENT "Version and commit" VERBATIM)
  return()
endif()

foreach(variable GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX)
  unset(ENV{${variable}})
endforeach()
set(commit unknown)
find_program(git NAMES git)
if(git)
  execute_process(COMMAND ${git} -C ${SOURCE} rev-parse --show-toplevel OUTPUT_VARIABLE top ERROR_QUIET
                  OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status)
  file(REAL_PATH ${SOURCE} here)
  if(status EQUAL 0 AND top STREQUAL here)  # not the repository that a source tarball happens to lie in
    execute_process(COMMAND ${git} -C ${SOURCE} rev-parse HEAD OUTPUT_VARIABLE head ERROR_QUIET
                    OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status)
    execute_process(COMMAND ${git} --no-optional-locks -C ${SOURCE} status --porcelain --untracked-files=no
                            -- sim analysis CMakeLists.txt
                    OUTPUT_VARIABLE changed ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(status EQUAL 0)
      set(commit ${head})
      if(changed)
        string(APPEND commit -dirty)
      endif()
    endif()
  endif()
endif()
set(text "#pragma once\n#define FORESTALL_VERSION \"${VERSION}\"\n#define FORESTALL_GIT_COMMIT \"${commit}\"\n")
set(old "")
if(EXISTS ${HEADER})
  file(READ ${HEADER} old)
endif()
if(NOT text STREQUAL old)
  file(WRITE ${HEADER} "${text}")
endif()
