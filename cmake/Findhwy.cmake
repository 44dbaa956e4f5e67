# Finds Google Highway as hwy::hwy: by its own CMake package, else by pkg-config. Installed beside numlane-config.cmake,
# so that the projects which use numlane find Highway the same way.
if(NOT TARGET hwy::hwy)
  find_package(hwy CONFIG QUIET)
  if(NOT TARGET hwy::hwy)
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
      pkg_check_modules(hwy_PKG QUIET IMPORTED_TARGET libhwy)
    endif()
    if(TARGET PkgConfig::hwy_PKG)
      add_library(hwy::hwy INTERFACE IMPORTED)
      target_link_libraries(hwy::hwy INTERFACE PkgConfig::hwy_PKG)
      set(hwy_VERSION "${hwy_PKG_VERSION}")
    endif()
  endif()
  if(TARGET hwy::hwy)
    # Visible to the project that adds numlane as a subdirectory.
    set_target_properties(hwy::hwy PROPERTIES IMPORTED_GLOBAL TRUE)
    if(TARGET PkgConfig::hwy_PKG)
      set_target_properties(PkgConfig::hwy_PKG PROPERTIES IMPORTED_GLOBAL TRUE)
    endif()
  endif()
endif()

set(hwy_TARGET "")
if(TARGET hwy::hwy)
  set(hwy_TARGET hwy::hwy)
  if(NOT hwy_VERSION)
    # A Highway built in the same project brings no version with it: it is taken as it is.
    set(hwy_VERSION "${hwy_FIND_VERSION}")
  endif()
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  hwy
  REQUIRED_VARS hwy_TARGET
  VERSION_VAR hwy_VERSION
  REASON_FAILURE_MESSAGE "numlane needs Google Highway ${hwy_FIND_VERSION} or newer: install libhwy-dev (Debian, Ubuntu),
  highway (Homebrew), or set hwy_DIR to the folder of hwy-config.cmake")
