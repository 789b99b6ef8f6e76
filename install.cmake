# SPDX-License-Identifier: Apache-2.0
# What `make install`, `make deb` and `make bundle` put where: the program, scenarios, pages, licences, manual page,
# completion (docs/install.md).
if(NOT TARGET forestall)
  return()
endif()
include(GNUInstallDirs)

# Made by the program from its own commands.
set(pages ${PROJECT_BINARY_DIR}/pages)
add_custom_command(OUTPUT ${pages}/forestall.1 ${pages}/forestall.bash
                   COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
                   COMMAND forestall --manual > ${pages}/forestall.1
                   COMMAND forestall --completion > ${pages}/forestall.bash
                   DEPENDS forestall VERBATIM)
add_custom_target(forestall_pages DEPENDS ${pages}/forestall.1 ${pages}/forestall.bash)

# Installing must not build the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
install(TARGETS forestall RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${pages}/forestall.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${pages}/forestall.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME forestall)
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/forestall
        PATTERN "*.h5*" EXCLUDE PATTERN "__pycache__" EXCLUDE)
install(FILES README.md CHANGELOG.md CITATION.cff CONTRIBUTING.md LICENSE SECURITY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_NAME forestall)
set(CPACK_PACKAGE_VENDOR "The forestall authors")
set(CPACK_PACKAGE_CONTACT "The forestall authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Simulator of conflict escalation and of interventions against it")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
# Which packages have the libraries that the program loads.
find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
if(DPKG_SHLIBDEPS)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
