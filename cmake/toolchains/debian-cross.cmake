# Debian's cross compiler of NUMLANE_TRIPLET for NUMLANE_PROCESSOR, and qemu-NUMLANE_QEMU with the C library that came
# with it, so that ctest runs what is built. Included by the toolchain file of each architecture.
#
# Libraries of this machine are not for that architecture, and are not looked at. Headers without a library are: Highway's,
# which are all that numlane needs where only one target is compiled, and Catch2's of version 2. Debian keeps them beside
# this machine's own C library, in /usr/include, so they are linked into a folder of their own.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${NUMLANE_PROCESSOR})
set(CMAKE_CXX_COMPILER ${NUMLANE_TRIPLET}-g++)
set(CMAKE_LIBRARY_ARCHITECTURE ${NUMLANE_TRIPLET})

include("${CMAKE_CURRENT_LIST_DIR}/shared-headers.cmake")
set(CMAKE_FIND_ROOT_PATH /usr/${NUMLANE_TRIPLET} "${NUMLANE_SHARED_HEADERS}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} "/usr/${NUMLANE_TRIPLET}/lib/pkgconfig:/usr/lib/${NUMLANE_TRIPLET}/pkgconfig")

set(CMAKE_CROSSCOMPILING_EMULATOR qemu-${NUMLANE_QEMU} -L /usr/${NUMLANE_TRIPLET})
