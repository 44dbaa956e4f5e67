# numlane::compiled: what most files would compile again, compiled once, with the flags of the project that links it.
if(NOT TARGET numlane_compiled)
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/numlane-compiled.cpp" CONTENT "#include <numlane/compiled.hpp>\n" @ONLY)
  add_library(numlane_compiled STATIC EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/numlane-compiled.cpp")
  add_library(numlane::compiled ALIAS numlane_compiled)
  target_link_libraries(numlane_compiled PUBLIC numlane::numlane)
  target_compile_definitions(numlane_compiled INTERFACE NUMLANE_COMPILED)
endif()
