# One program of files compiled with different -m flags, linked in every order, since the linker keeps the first copy of
# every inline function. It must run on a CPU below all of those flags. With NUMLANE_TEST_MATRIX also with -flto, for which
# the linker compiles each program anew.
if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  message(STATUS "numlane: structure/mixed_flags is skipped: it is written for x86-64")
  return()
endif()
option(NUMLANE_TEST_MATRIX "Test also what takes minutes: mixed flags with link-time optimization" OFF)

find_program(QEMU_X86_64 qemu-x86_64)
if(NOT QEMU_X86_64)
  message(STATUS "numlane: structure/mixed_flags_*_lowest are skipped: qemu-x86_64 (qemu-user) is not installed")
endif()
# A CPU that has the baseline and no more.
set(mixed_flags_cpu qemu64)
if(NUMLANE_BASELINE STREQUAL "AVX2")
  set(mixed_flags_cpu Haswell)
endif()
execute_process(COMMAND ${CMAKE_CXX_COMPILER} -march=native -dM -E -x c++ /dev/null OUTPUT_VARIABLE macros)
set(needs "")
if(macros MATCHES "__AVX512VL__")
  set(needs avx512)
elseif(macros MATCHES "__AVX2__")
  set(needs avx2)
endif()

function(numlane_mixed_program name)
  add_executable(${name} ${ARGN} $<TARGET_OBJECTS:mixed_flags_main>)
  target_link_libraries(${name} PRIVATE numlane::numlane)
  numlane_structure_test(${name} ${name})
  if(QEMU_X86_64)
    numlane_structure_test(${name}_lowest ${QEMU_X86_64} -cpu ${mixed_flags_cpu} $<TARGET_FILE:${name}>)
  else()
    numlane_structure_test(${name}_lowest ${CMAKE_COMMAND} -E echo "skipped: qemu-x86_64 (qemu-user) is not installed")
    set_tests_properties(structure/${name}_lowest PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped")
  endif()
endfunction()

# numlane_mixed_flags(<suffix> <options>...)
function(numlane_mixed_flags suffix)
  foreach(unit IN ITEMS plain haswell native)
    add_library(unit_${unit}${suffix} OBJECT mixed_flags/unit.cpp)
    target_compile_definitions(unit_${unit}${suffix} PRIVATE NUMLANE_UNIT=${unit})
    target_compile_options(unit_${unit}${suffix} PRIVATE ${ARGN})
    target_link_libraries(unit_${unit}${suffix} PRIVATE numlane::numlane numlane_warnings)
    if(CMAKE_BUILD_TYPE STREQUAL "Debug")  # see below: what is promised is promised of optimised code
      target_compile_options(unit_${unit}${suffix} PRIVATE -O1)
    endif()
    if(NOT unit STREQUAL "plain")
      target_compile_options(unit_${unit}${suffix} PRIVATE -march=${unit})
    endif()
  endforeach()
  foreach(order IN ITEMS plain-haswell-native plain-native-haswell haswell-plain-native haswell-native-plain
                         native-plain-haswell native-haswell-plain)
    string(REPLACE "-" ";" units ${order})
    list(TRANSFORM units REPLACE "(.+)" "$<TARGET_OBJECTS:unit_\\1${suffix}>")
    numlane_mixed_program(mixed_flags_${order}${suffix} ${units})
    target_link_options(mixed_flags_${order}${suffix} PRIVATE ${ARGN})
  endforeach()
endfunction()

add_library(mixed_flags_main OBJECT mixed_flags/main.cpp)
target_compile_definitions(mixed_flags_main PRIVATE "NUMLANE_NATIVE_NEEDS=\"${needs}\"")
numlane_mixed_flags("")
if(NUMLANE_TEST_MATRIX)
  numlane_mixed_flags(_lto -flto)
endif()

# The name of the namespace tells apart all CPUs that compilers emit different instructions for.
numlane_structure_test(abi_names "${NUMLANE_PYTHON}" "${CMAKE_CURRENT_SOURCE_DIR}/abi_names.py" ${CMAKE_CXX_COMPILER}
  "${PROJECT_SOURCE_DIR}/include")

# What the linker may choose among: the weak symbols of each file.
function(numlane_weak_symbols name)
  numlane_structure_test(weak_symbols_${name} "${NUMLANE_PYTHON}" "${CMAKE_CURRENT_SOURCE_DIR}/weak_symbols.py" ${ARGN})
endfunction()
if(NUMLANE_SIMD STREQUAL "highway" AND NUMLANE_BASELINE STREQUAL "SSE2" AND NOT NUMLANE_DISPATCH STREQUAL "none")
  numlane_weak_symbols(plain $<TARGET_OBJECTS:unit_plain>)
endif()
# Unoptimised, what Highway and the standard library have of small inline functions stands in symbols of its own.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_library(families_haswell OBJECT mixed_flags/families.cpp)
  target_compile_options(families_haswell PRIVATE -march=haswell)
  target_link_libraries(families_haswell PRIVATE numlane::numlane numlane_warnings)
  numlane_weak_symbols(flags $<TARGET_OBJECTS:unit_haswell> $<TARGET_OBJECTS:unit_native>
                       $<TARGET_OBJECTS:families_haswell>)
endif()
