# Sets NUMLANE_SHARED_HEADERS to a root in which include/ holds the headers of /usr/include that are the same for every
# architecture.
set(NUMLANE_SHARED_HEADERS "${CMAKE_BINARY_DIR}/shared-headers")
get_property(numlane_in_try_compile GLOBAL PROPERTY IN_TRY_COMPILE)
if(NOT numlane_in_try_compile)
  file(MAKE_DIRECTORY "${NUMLANE_SHARED_HEADERS}/include")
  foreach(folder IN ITEMS hwy catch2)
    if(IS_DIRECTORY /usr/include/${folder} AND NOT EXISTS "${NUMLANE_SHARED_HEADERS}/include/${folder}")
      file(CREATE_LINK /usr/include/${folder} "${NUMLANE_SHARED_HEADERS}/include/${folder}" SYMBOLIC)
    endif()
  endforeach()
endif()
