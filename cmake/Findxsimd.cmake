# Finds xsimd's headers as numlane::xsimd, by xsimd's own CMake package, which takes a newer major version for another
# library. The headers alone, because the target xsimd of Debian demands xtl too, for complex numbers of xtl's that
# numlane has no use for. Installed beside numlane-config.cmake, so that projects which use numlane find xsimd the same way.
if(NOT TARGET numlane::xsimd)
  if(NOT TARGET xsimd)
    find_package(xsimd CONFIG QUIET)
  endif()
  if(TARGET xsimd)
    add_library(numlane::xsimd INTERFACE IMPORTED GLOBAL)
    get_target_property(xsimd_headers xsimd INTERFACE_INCLUDE_DIRECTORIES)
    if(xsimd_headers)
      target_include_directories(numlane::xsimd SYSTEM INTERFACE "${xsimd_headers}")
    endif()
  endif()
endif()

set(xsimd_TARGET "")
if(TARGET numlane::xsimd)
  set(xsimd_TARGET numlane::xsimd)
  if(NOT xsimd_VERSION)
    # An xsimd built in the same project brings no version with it: simd/xsimd/target.hpp checks it.
    set(xsimd_VERSION "${xsimd_FIND_VERSION}")
  endif()
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  xsimd
  REQUIRED_VARS xsimd_TARGET
  VERSION_VAR xsimd_VERSION
  REASON_FAILURE_MESSAGE "numlane's back end xsimd needs xsimd ${xsimd_FIND_VERSION} or newer: install libxsimd-dev (Debian,
  Ubuntu), xsimd (Homebrew), or set xsimd_DIR to the folder of xsimdConfig.cmake")
