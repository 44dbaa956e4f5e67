# Stands for an xsimd that numlane must refuse.
add_library(xsimd INTERFACE IMPORTED)
