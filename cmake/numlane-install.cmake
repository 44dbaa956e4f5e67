# Installs the headers, the CMake package and the pkg-config file. Nothing depends on the architecture, so all of it goes
# below share/, and nothing names an absolute path unless it is told to, so the installed tree may be moved.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/numlane" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(TARGETS numlane EXPORT numlane-targets INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

set(numlane_package_dir "${CMAKE_INSTALL_DATADIR}/cmake/numlane")
install(EXPORT numlane-targets NAMESPACE numlane:: DESTINATION "${numlane_package_dir}")
configure_package_config_file(cmake/numlane-config.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/numlane-config.cmake"
                              INSTALL_DESTINATION "${numlane_package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/numlane-config-version.cmake"
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(
  FILES "${CMAKE_CURRENT_BINARY_DIR}/numlane-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/numlane-config-version.cmake"
        cmake/Findhwy.cmake cmake/Findxsimd.cmake cmake/numlane-blas.cmake cmake/numlane-cpu.cmake
        cmake/numlane-dispatch.cmake cmake/numlane-simd.cmake cmake/numlane-compiled.cmake
  DESTINATION "${numlane_package_dir}")

set(numlane_pc_flags ${numlane_options})
set(numlane_pc_header "")
foreach(definition IN LISTS numlane_definitions numlane_blas_definitions)
  if(definition MATCHES "^([^=]*)=(\".*\")$")
    # Quotes do not survive `c++ $(pkg-config --cflags numlane)`.
    string(APPEND numlane_pc_header "#ifndef ${CMAKE_MATCH_1}\n#define ${CMAKE_MATCH_1} ${CMAKE_MATCH_2}\n#endif\n")
  else()
    list(APPEND numlane_pc_flags "-D${definition}")
  endif()
endforeach()
if(numlane_pc_header)
  file(CONFIGURE OUTPUT pkg_config_definitions.hpp CONTENT "${numlane_pc_header}" @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/pkg_config_definitions.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/numlane")
  list(APPEND numlane_pc_flags "--include=\${includedir}/numlane/pkg_config_definitions.hpp")
endif()
list(JOIN numlane_pc_flags " " numlane_pc_flags)
set(numlane_pc_libs -pthread)
foreach(library IN LISTS CMAKE_DL_LIBS)
  list(APPEND numlane_pc_libs -l${library})
endforeach()
foreach(library IN LISTS numlane_blas_libraries)
  get_target_property(linked ${library} INTERFACE_LINK_LIBRARIES)
  list(APPEND numlane_pc_libs ${linked})
endforeach()
list(JOIN numlane_pc_libs " " numlane_pc_libs)
set(numlane_pc_requires "")
if(numlane_simd_package)
  string(REPLACE "hwy" "libhwy" numlane_pc_requires "${numlane_simd_package} >= ${numlane_simd_minimum}")
endif()
set(numlane_pc_dir "${CMAKE_INSTALL_DATADIR}/pkgconfig")
if(IS_ABSOLUTE "${numlane_pc_dir}")
  set(numlane_pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH numlane_pc_prefix "/prefix/${numlane_pc_dir}" "/prefix")
  string(PREPEND numlane_pc_prefix "\${pcfiledir}/")
endif()
set(numlane_pc_includedir "${CMAKE_INSTALL_INCLUDEDIR}")
if(NOT IS_ABSOLUTE "${numlane_pc_includedir}")
  string(PREPEND numlane_pc_includedir "\${prefix}/")
endif()
configure_file(cmake/numlane.pc.in numlane.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/numlane.pc" DESTINATION "${numlane_pc_dir}")
