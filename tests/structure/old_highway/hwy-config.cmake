# Stands for a Highway that numlane must refuse.
add_library(hwy::hwy INTERFACE IMPORTED)
