#pragma once

// Highway as the back end: what the layers above ask of a target, in terms of Highway's own macros, which change with
// every pass.

#define NUMLANE_TARGET_NAMESPACE HWY_NAMESPACE
#define NUMLANE_TARGET HWY_TARGET
#define NUMLANE_BASELINE_TARGET HWY_STATIC_TARGET
#define NUMLANE_TARGET_BYTES HWY_MAX_BYTES
#define NUMLANE_TARGET_LANES(T) HWY_LANES(T)

// NUMLANE_KERNEL has no body for other targets: they are left out of the tables, even where a file makes Highway
// compile them.
#define NUMLANE_TARGET_HAS_KERNELS (!HWY_ARCH_X86 || HWY_TARGET == HWY_STATIC_TARGET || HWY_TARGET >= HWY_AVX3)
// A register of two lanes or more can be cut into halves.
#define NUMLANE_TARGET_HALVES (HWY_TARGET != HWY_SCALAR)
// AVX-512 keeps masks as bits, elsewhere they are vectors of all ones and zeros.
#define NUMLANE_TARGET_BIT_MASKS (HWY_TARGET <= HWY_AVX3 && HWY_ARCH_X86)
// MulAdd rounds once.
#define NUMLANE_TARGET_FMA HWY_NATIVE_FMA
// Lanes of two registers can be interleaved.
#define NUMLANE_TARGET_INTERLEAVES (HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128)
// Registers can move the lanes that a mask selects to the front: see compress-inl.hpp.
#define NUMLANE_TARGET_COMPRESSES (HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX2)
// Instructions of AVX-512 stand beside those of hn, see operations-inl.hpp.
#define NUMLANE_TARGET_AVX512 (HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3)
// Registers convert floats into integers, as long as these fit.
#define NUMLANE_TARGET_TRUNCATES (HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128)
// Without real registers DemoteTo saturates where it should overflow to infinity.
#define NUMLANE_TARGET_DEMOTES (HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128)
// Min(a, b) of floats is a < b ? a : b, and Max likewise.
#define NUMLANE_TARGET_PLAIN_MINIMUM (HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128)
// Masked loads and stores touch no lane that is masked out.
#define NUMLANE_TARGET_MASKED_LOAD (!HWY_MEM_OPS_MIGHT_FAULT)
#define NUMLANE_TARGET_MASKED_STORE (!HWY_MEM_OPS_MIGHT_FAULT && HWY_TARGET != HWY_SCALAR)
// Packs are held in vector registers of x86; there are 32 of them.
#define NUMLANE_TARGET_X86_REGISTERS (HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR)
#define NUMLANE_TARGET_32_REGISTERS ((HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3) || HWY_ARCH_ARM_A64)
