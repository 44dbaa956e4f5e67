# WebAssembly with 128-bit SIMD, by Debian's emscripten, run by Node. No threads: parallel loops run on the one there is.
include("${CMAKE_CURRENT_LIST_DIR}/shared-headers.cmake")
list(APPEND CMAKE_FIND_ROOT_PATH "${NUMLANE_SHARED_HEADERS}")
# This machine's libraries are not for WebAssembly.
set(ENV{PKG_CONFIG_LIBDIR} /usr/share/emscripten/cache/sysroot/lib/pkgconfig)
find_program(NUMLANE_NODE NAMES node nodejs REQUIRED)
# Where node has fetch(), emscripten 3.1.6 loads the program by it, which does not do for files.
set(CMAKE_CROSSCOMPILING_EMULATOR ${NUMLANE_NODE} --no-experimental-fetch)
set(CMAKE_CXX_FLAGS_INIT "-msimd128 -fwasm-exceptions")
set(CMAKE_EXE_LINKER_FLAGS_INIT
    "-fwasm-exceptions -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 --pre-js ${CMAKE_CURRENT_LIST_DIR}/wasm-environment.js")
include(/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake)
