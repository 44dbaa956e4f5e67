# numlane_add_compiled(<target>): the library behind numlane::compiled, which holds what most files would compile again. It is
# compiled once, with the flags of the project that links it.
function(numlane_add_compiled target)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/numlane-compiled.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include <numlane/compiled.hpp>\n" @ONLY)
  add_library(${target} STATIC EXCLUDE_FROM_ALL "${source}")
  # A shared library may link it, too.
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(${target} PUBLIC numlane::numlane)
  target_compile_definitions(${target} INTERFACE NUMLANE_COMPILED)
endfunction()
