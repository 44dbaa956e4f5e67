# Finds xsimd's headers as numlane::xsimd. Not by xsimd's own CMake package, which takes a newer major version for another
# library, and in some builds demands xtl for complex numbers that numlane has no use for. Installed beside
# numlane-config.cmake, so that the projects which use numlane find xsimd the same way.
if(TARGET xsimd)
  # One that the same project builds or has found.
  get_target_property(xsimd_headers xsimd INTERFACE_INCLUDE_DIRECTORIES)
  set(xsimd_VERSION "${xsimd_FIND_VERSION}")  # simd/xsimd/target.hpp checks it
else()
  find_path(xsimd_INCLUDE_DIR xsimd/xsimd.hpp)
  set(xsimd_headers "")
  set(xsimd_config "${xsimd_INCLUDE_DIR}/xsimd/config/xsimd_config.hpp")
  if(EXISTS "${xsimd_config}")
    set(xsimd_headers "${xsimd_INCLUDE_DIR}")
    file(STRINGS "${xsimd_config}" xsimd_lines REGEX "define XSIMD_VERSION_(MAJOR|MINOR|PATCH) ")
    string(REGEX REPLACE "[^;]*VERSION_[A-Z]+ +([0-9]+)[^;]*" "\\1" xsimd_VERSION "${xsimd_lines}")
    list(JOIN xsimd_VERSION "." xsimd_VERSION)
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  xsimd
  REQUIRED_VARS xsimd_headers
  VERSION_VAR xsimd_VERSION
  REASON_FAILURE_MESSAGE "numlane's back end xsimd needs xsimd ${xsimd_FIND_VERSION} or newer: install libxsimd-dev (Debian,
  Ubuntu), xsimd (Homebrew), or set xsimd_ROOT to the folder that holds include/xsimd")
if(xsimd_FOUND AND NOT TARGET numlane::xsimd)
  add_library(numlane::xsimd INTERFACE IMPORTED GLOBAL)
  target_include_directories(numlane::xsimd SYSTEM INTERFACE "${xsimd_headers}")
endif()
