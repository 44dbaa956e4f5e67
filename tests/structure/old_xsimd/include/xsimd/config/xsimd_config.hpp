// Stands for an xsimd that numlane must refuse.
#define XSIMD_VERSION_MAJOR 7
#define XSIMD_VERSION_MINOR 6
#define XSIMD_VERSION_PATCH 0
