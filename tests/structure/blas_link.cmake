# NUMLANE_BLAS_LINK with the library that FindBLAS finds here: the program chooses it of its own accord and by NUMLANE_BLAS,
# and computes by it. tests/blas has the same with libraries of its own, but without the option.
set(run "./app && NUMLANE_BLAS=linked ./app && NUMLANE_BLAS=native ./app")
numlane_structure_test(
  blas_link ${CMAKE_CTEST_COMMAND} --build-and-test "${CMAKE_CURRENT_SOURCE_DIR}/blas_link" "${CMAKE_CURRENT_BINARY_DIR}/blas_link_build"
  --build-generator "${CMAKE_GENERATOR}"
  --build-options "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}"
                  "-DNUMLANE_SOURCE=${PROJECT_SOURCE_DIR}"
  --test-command sh -c "${run}")
set(computes "linked is the program's dgemm\nproduct exact\n")
set(linked "chose what is linked: [^\n]*\n${computes}")
set_tests_properties(
  structure/blas_link
  PROPERTIES ENVIRONMENT "NUMLANE_BLAS=" PASS_REGULAR_EXPRESSION "\n${linked}${linked}chose another: native \n${computes}"
             SKIP_REGULAR_EXPRESSION "Could NOT find BLAS")  # what FindBLAS says
