# The ways to use numlane, each with the program of examples/find_package.
set(scratch "${CMAKE_CURRENT_BINARY_DIR}/packages")
set(app "${PROJECT_SOURCE_DIR}/examples/find_package/app.cpp")
set(app_prints "2\\.41421356")

# Installed, then moved: nothing may name the place it was installed to.
numlane_structure_test(
  install sh -ec "rm -rf '${scratch}' && '${CMAKE_COMMAND}' --install '${PROJECT_BINARY_DIR}' --prefix '${scratch}/first' &&
  mv '${scratch}/first' '${scratch}/prefix'")
set_tests_properties(structure/install PROPERTIES FIXTURES_SETUP installed)

# numlane_project_test(<name> <source folder> <what the program prints> [cmake options])
function(numlane_project_test name source prints)
  numlane_structure_test(
    ${name} ${CMAKE_CTEST_COMMAND} --build-and-test "${source}" "${scratch}/${name}"
    --build-generator "${CMAKE_GENERATOR}"
    --build-options "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" "-DCMAKE_PREFIX_PATH=${scratch}/prefix"
                    "-DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}" ${ARGN}
    --test-command app)
  set_tests_properties(structure/${name} PROPERTIES FIXTURES_REQUIRED installed PASS_REGULAR_EXPRESSION "${prints}")
endfunction()
numlane_project_test(find_package "${PROJECT_SOURCE_DIR}/examples/find_package" "${app_prints}")
set_tests_properties(structure/find_package PROPERTIES FIXTURES_SETUP found)
numlane_structure_test(compiled "${scratch}/find_package/app_compiled")
set_tests_properties(structure/compiled PROPERTIES FIXTURES_REQUIRED found PASS_REGULAR_EXPRESSION "${app_prints}")
numlane_project_test(add_subdirectory "${CMAKE_CURRENT_SOURCE_DIR}/add_subdirectory" "${app_prints}"
                     "-DNUMLANE_SOURCE=${PROJECT_SOURCE_DIR}")
# A project may choose another back end than numlane was installed with; this one needs nothing.
numlane_project_test(find_package_scalar "${PROJECT_SOURCE_DIR}/examples/find_package" "${app_prints}" "-DNUMLANE_SIMD=scalar")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  set(targets_highway "\\[AVX2\\]\\[SSE4\\]")
  set(targets_xsimd "\"\n\\[sse4\\.2\\]([^[]|$)")
  set(targets_scalar "\"\n\\[SCALAR\\]([^[]|$)")
  numlane_project_test(cpu_options "${CMAKE_CURRENT_SOURCE_DIR}/cpu_options" "${targets_${NUMLANE_SIMD}}")
endif()

set(with_xsimd OFF)
if(TARGET numlane::xsimd)
  set(with_xsimd ON)
endif()
numlane_structure_test(
  found_or_not ${CMAKE_COMMAND} -S "${CMAKE_CURRENT_SOURCE_DIR}/found_or_not" -B "${scratch}/found_or_not" -G "${CMAKE_GENERATOR}"
  "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" "-DCMAKE_PREFIX_PATH=${scratch}/prefix" -DWITH_XSIMD=${with_xsimd})
set_tests_properties(structure/found_or_not PROPERTIES FIXTURES_REQUIRED installed)

if(TARGET numlane::xsimd AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  set(add_dispatch "${CMAKE_CURRENT_SOURCE_DIR}/add_dispatch")
  set(example "-DEXAMPLE=${PROJECT_SOURCE_DIR}/examples/xsimd_dispatch")
  numlane_project_test(add_dispatch "${add_dispatch}" "xsimd on (avx|sse)[^;]*; numlane on" "${example}" "-DARCHS=avx,sse4_2")
  numlane_project_test(add_dispatch_misspelt "${add_dispatch}" "called[ \n]+\"avx3\"; the[ \n]+choices[ \n]+are[ \n]+avx512bw,"
                       "${example}" "-DARCHS=avx3")
  numlane_project_test(add_dispatch_empty "${add_dispatch}" "no[ \n]+ARCHS; the[ \n]+choices[ \n]+are[ \n]+avx512bw," "${example}"
                       "-DARCHS=")
endif()

# numlane_command_line_test(<name> <compiler options>)
function(numlane_command_line_test name options)
  numlane_structure_test(
    ${name} sh -ec "'${CMAKE_CXX_COMPILER}' -std=c++20 '${app}' ${options} -o '${scratch}/${name}' && '${scratch}/${name}'")
  set_tests_properties(structure/${name} PROPERTIES FIXTURES_REQUIRED installed PASS_REGULAR_EXPRESSION "${app_prints}")
endfunction()
set(simd_flags_highway -lhwy)
set(simd_flags_xsimd -DNUMLANE_SIMD=xsimd)
set(simd_flags_scalar -DNUMLANE_SIMD=scalar)
numlane_command_line_test(command_line "'-I${PROJECT_SOURCE_DIR}/include' ${simd_flags_${NUMLANE_SIMD}}")
numlane_command_line_test(pkg_config "$(PKG_CONFIG_PATH='${scratch}/prefix/share/pkgconfig' pkg-config --cflags --libs numlane)")
numlane_structure_test(pkg_config_options sh "${CMAKE_CURRENT_SOURCE_DIR}/pkg_config_options.sh" "${PROJECT_SOURCE_DIR}"
                       "${CMAKE_CXX_COMPILER}" "${CMAKE_GENERATOR}")
set_tests_properties(structure/pkg_config_options PROPERTIES PASS_REGULAR_EXPRESSION "default: \"native\"")
