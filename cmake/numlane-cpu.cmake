# The options NUMLANE_DISPATCH and NUMLANE_BASELINE as compiler flags. Installed beside numlane-config.cmake, so that a
# project which uses numlane may set them too, before find_package(numlane).

# Sets <definitions> and <options> to what targets using numlane compile with.
#   dispatch: "all", "none", or a list of targets to compile kernels for, beside the baseline
#   baseline: the lowest CPU that the program must run on
function(numlane_cpu_flags dispatch baseline definitions options)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64|i.86)$")
    set(targets SSE4 AVX2 AVX3)
    # Highway counts AES and CLMUL to SSE4 and everything above; the x86-64-v levels leave them out.
    set(baseline_SSE2 "")
    set(baseline_SSE4 -march=x86-64-v2 -maes -mpclmul)
    set(baseline_AVX2 -march=x86-64-v3 -maes -mpclmul)
    set(baseline_AVX3 -march=x86-64-v4 -maes -mpclmul)
    set(baselines SSE2 SSE4 AVX2 AVX3)
    # A program that meets a lower CPU says so and ends: core/baseline.hpp.
    set(level_SSE4 NUMLANE_BASELINE_LEVEL=2)
    set(level_AVX2 NUMLANE_BASELINE_LEVEL=3)
    set(level_AVX3 NUMLANE_BASELINE_LEVEL=4)
    set(elsewhere "")
  else()
    set(targets "")
    set(baseline_default "")
    set(baselines default)
    # A list is for every CPU: the targets of another are not compiled, as with NumPy's.
    set(elsewhere SSE4 AVX2 AVX3)
  endif()

  string(REGEX REPLACE "[ ,]+" ";" wanted "${dispatch}")
  list(REMOVE_ITEM wanted "")
  if(wanted MATCHES ";" AND wanted MATCHES "(^|;)(all|none)(;|$)")
    message(FATAL_ERROR "NUMLANE_DISPATCH: \"${CMAKE_MATCH_2}\" stands alone, not in a list as in \"${dispatch}\"")
  endif()
  if(wanted AND elsewhere)
    list(REMOVE_ITEM wanted ${elsewhere})
    if(NOT wanted)
      set(wanted none)
    endif()
  endif()
  list(JOIN targets ", " target_choices)
  foreach(name IN LISTS wanted)
    if(NOT name IN_LIST targets AND NOT wanted MATCHES "^(all|none)$")
      message(FATAL_ERROR "NUMLANE_DISPATCH: no target is called \"${name}\"; the choices are all, none, or a list of "
                          "${target_choices}")
    endif()
  endforeach()
  if(wanted STREQUAL "")
    message(FATAL_ERROR "NUMLANE_DISPATCH is empty; the choices are all, none, or a list of ${target_choices}")
  elseif(wanted STREQUAL "all")
    set(wanted ${targets})
  endif()
  if(NOT baseline IN_LIST baselines)
    list(JOIN baselines ", " baseline_choices)
    message(FATAL_ERROR "NUMLANE_BASELINE: no baseline is called \"${baseline}\"; the choices are ${baseline_choices}")
  endif()
  # The baseline is compiled whatever the list says: without it, Highway would fall back to scalar code.
  list(REMOVE_ITEM targets ${wanted} ${baseline})
  list(TRANSFORM targets PREPEND NUMLANE_NO_)
  list(APPEND targets ${level_${baseline}})
  set(${definitions} ${targets} PARENT_SCOPE)
  set(${options} ${baseline_${baseline}} PARENT_SCOPE)
endfunction()

# The baseline that needs no flag: what the compiler makes of its own accord.
function(numlane_default_baseline out)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64|i.86)$")
    set(${out} SSE2 PARENT_SCOPE)
  else()
    set(${out} default PARENT_SCOPE)
  endif()
endfunction()
