# A wrong option stops the configuration with the choices; a Highway that is too old, with the versions.
function(numlane_configure_error name option message)
  numlane_structure_test(
    ${name} ${CMAKE_COMMAND} -S "${PROJECT_SOURCE_DIR}" -B "${CMAKE_CURRENT_BINARY_DIR}/${name}" -G "${CMAKE_GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" ${option})
  # CMake breaks the lines of a message anywhere.
  string(REPLACE " " "[ \n]+" message "${message}")
  set_tests_properties(structure/${name} PROPERTIES PASS_REGULAR_EXPRESSION "${message}")
endfunction()

numlane_configure_error(dispatch_misspelt "-DNUMLANE_DISPATCH=AVX2,AVX4"
                        "no target is called \"AVX4\"; the choices are all, none, or a list of SSE4, AVX2, AVX3")
numlane_configure_error(dispatch_all_and_more "-DNUMLANE_DISPATCH=AVX2,all" "\"all\" stands alone, not in a list as in \"AVX2,all\"")
numlane_configure_error(dispatch_empty "-DNUMLANE_DISPATCH=" "NUMLANE_DISPATCH is empty; the choices are all, none")
numlane_configure_error(baseline_misspelt "-DNUMLANE_BASELINE=SSE5"
                        "no baseline is called \"SSE5\"; the choices are SSE2, SSE4, AVX2, AVX3")
numlane_configure_error(back_end_misspelt "-DNUMLANE_SIMD=xsmid"
                        "no back end is called \"xsmid\"; the choices are highway, xsimd, scalar")
numlane_configure_error(back_end_empty "-DNUMLANE_SIMD=" "no back end is called \"\"; the choices are highway, xsimd, scalar")
numlane_configure_error(blas_misspelt "-DNUMLANE_BLAS=OpenBLAS"
                        "no BLAS is called \"OpenBLAS\"; the choices are auto, native, linked, openblas")
numlane_configure_error(blas_empty "-DNUMLANE_BLAS=" "no BLAS is called \"\"; the choices are auto, native")
numlane_configure_error(xsimd_too_old "-DNUMLANE_SIMD=xsimd;-Dxsimd_ROOT=${CMAKE_CURRENT_SOURCE_DIR}/old_xsimd"
                        "unsuitable version \"7.6.0\", but required is at least \"8.1.0\"")
numlane_configure_error(xsimd_missing "-DNUMLANE_SIMD=xsimd;-Dxsimd_INCLUDE_DIR=${CMAKE_CURRENT_SOURCE_DIR}/no_xsimd"
                        "needs xsimd 8.1.0 or newer: install libxsimd-dev")
numlane_configure_error(highway_too_old "-DNUMLANE_SIMD=highway;-Dhwy_DIR=${CMAKE_CURRENT_SOURCE_DIR}/old_highway"
                        "unsuitable version \"1.0.1\", but required is at least \"1.0.3\"")
