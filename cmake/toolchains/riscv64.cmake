# 64-bit RISC-V.
set(NUMLANE_TRIPLET riscv64-linux-gnu)
set(NUMLANE_PROCESSOR riscv64)
set(NUMLANE_QEMU riscv64)
include("${CMAKE_CURRENT_LIST_DIR}/debian-cross.cmake")
