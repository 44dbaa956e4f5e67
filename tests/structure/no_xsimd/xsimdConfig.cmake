# Stands for the absence of xsimd.
set(xsimd_FOUND FALSE)
