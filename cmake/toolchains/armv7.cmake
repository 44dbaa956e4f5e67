# 32-bit ARM with hardware floats and NEON, which Debian's armhf leaves to the program.
set(NUMLANE_TRIPLET arm-linux-gnueabihf)
set(NUMLANE_PROCESSOR armv7l)
set(NUMLANE_QEMU arm)
include("${CMAKE_CURRENT_LIST_DIR}/debian-cross.cmake")
set(CMAKE_CXX_FLAGS_INIT "-mfpu=neon-vfpv4 -mfp16-format=ieee -Wno-psabi")  # whose notes are of code that older g++ compiled
