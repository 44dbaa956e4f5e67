# Finds Google Highway as hwy::hwy: by its own CMake package, else by pkg-config, else by its headers alone. Of the library
# numlane needs only what finds out about the CPU, and that only where it compiles several targets, on x86; a build for
# another architecture does with the headers, which are the same everywhere. Installed beside numlane-config.cmake, so
# that the projects which use numlane find Highway the same way.
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
  if(NOT TARGET hwy::hwy AND NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64|i.86)$")
    find_path(hwy_INCLUDE_DIR hwy/highway.h)
    if(hwy_INCLUDE_DIR)
      add_library(hwy::hwy INTERFACE IMPORTED)
      target_include_directories(hwy::hwy SYSTEM INTERFACE "${hwy_INCLUDE_DIR}")
      set(hwy_VERSION "")
      foreach(part IN ITEMS MAJOR MINOR PATCH)
        # In base.h since 1.1.
        foreach(header IN ITEMS base.h highway.h)
          file(STRINGS "${hwy_INCLUDE_DIR}/hwy/${header}" hwy_line REGEX "^#define HWY_${part} [0-9]+")
          string(REGEX MATCH "[0-9]+" hwy_number "${hwy_line}")
          if(NOT hwy_number STREQUAL "")
            string(APPEND hwy_VERSION ".${hwy_number}")
            break()
          endif()
        endforeach()
      endforeach()
      string(REGEX REPLACE "^\\." "" hwy_VERSION "${hwy_VERSION}")
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
