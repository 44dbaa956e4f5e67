# The four ways to use numlane, each with the program of examples/find_package.
set(app "${PROJECT_SOURCE_DIR}/examples/find_package/app.cpp")
set(app_output "2\\.41421356")
set(scratch "${CMAKE_CURRENT_BINARY_DIR}/packages")

function(numlane_package_test name)
  numlane_structure_test(${name} ${ARGN})
  set_tests_properties(structure/${name} PROPERTIES PASS_REGULAR_EXPRESSION "${app_output}")
endfunction()

# Installed, then moved: nothing may name the place it was installed to.
numlane_structure_test(
  install sh -ec "rm -rf '${scratch}' && '${CMAKE_COMMAND}' --install '${PROJECT_BINARY_DIR}' --prefix '${scratch}/first' &&
  mv '${scratch}/first' '${scratch}/prefix'")
set_tests_properties(structure/install PROPERTIES FIXTURES_SETUP numlane_installed)

function(numlane_project_test name source)
  numlane_package_test(
    ${name} ${CMAKE_CTEST_COMMAND} --build-and-test "${source}" "${scratch}/${name}" --build-noclean
    --build-generator "${CMAKE_GENERATOR}"
    --build-options "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}" ${ARGN}
    --test-command app)
  set_tests_properties(structure/${name} PROPERTIES FIXTURES_REQUIRED numlane_installed)
endfunction()
numlane_project_test(find_package "${PROJECT_SOURCE_DIR}/examples/find_package" "-DCMAKE_PREFIX_PATH=${scratch}/prefix")
numlane_project_test(find_package_cpu "${PROJECT_SOURCE_DIR}/examples/find_package" "-DCMAKE_PREFIX_PATH=${scratch}/prefix"
                     "-DNUMLANE_DISPATCH=AVX2" "-DCMAKE_VERBOSE_MAKEFILE=ON")
numlane_project_test(add_subdirectory "${CMAKE_CURRENT_SOURCE_DIR}/add_subdirectory" "-DNUMLANE_DIR=${PROJECT_SOURCE_DIR}")

function(numlane_command_line_test name flags)
  numlane_package_test(
    ${name} sh -ec "'${CMAKE_CXX_COMPILER}' -std=c++20 '${app}' ${flags} -o '${scratch}/${name}.app' && '${scratch}/${name}.app'")
  set_tests_properties(structure/${name} PROPERTIES FIXTURES_REQUIRED numlane_installed)
endfunction()
numlane_command_line_test(command_line "'-I${PROJECT_SOURCE_DIR}/include' -lhwy")
numlane_command_line_test(pkg_config "$(pkg-config --cflags --libs numlane)")
set_tests_properties(structure/pkg_config PROPERTIES ENVIRONMENT "PKG_CONFIG_PATH=${scratch}/prefix/share/pkgconfig")
