# POWER8 and newer, little-endian.
set(NUMLANE_TRIPLET powerpc64le-linux-gnu)
set(NUMLANE_PROCESSOR ppc64le)
set(NUMLANE_QEMU ppc64le)
include("${CMAKE_CURRENT_LIST_DIR}/debian-cross.cmake")
set(CMAKE_CXX_FLAGS_INIT "-Wno-psabi")  # whose notes are of code that older g++ compiled
