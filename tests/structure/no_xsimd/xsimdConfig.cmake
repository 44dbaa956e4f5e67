# Stands for a folder without xsimd: it defines no target.
