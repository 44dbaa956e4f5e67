# Sets NUMLANE_VERSION from the header that states it.
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../include/numlane/core/version.hpp" numlane_version_line
     REGEX "^#define NUMLANE_VERSION \"")
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" NUMLANE_VERSION "${numlane_version_line}")
if(NOT NUMLANE_VERSION)
  message(FATAL_ERROR "include/numlane/core/version.hpp states no NUMLANE_VERSION \"x.y.z\"")
endif()
