# 64-bit ARM: NEON.
set(NUMLANE_TRIPLET aarch64-linux-gnu)
set(NUMLANE_PROCESSOR aarch64)
set(NUMLANE_QEMU aarch64)
include("${CMAKE_CURRENT_LIST_DIR}/debian-cross.cmake")
