#pragma once

#include <cstddef>
#include <cstdint>

// FNV-1a over the bytes of a contiguous array. The tests compare it with that of NumPy 1.24's result:
//   h = 1469598103934665603
//   for b in a.tobytes(): h = ((h ^ b) * 1099511628211) & (2**64 - 1)
template <class A>
std::uint64_t fingerprint(const A& a) {
    std::uint64_t hash = 1469598103934665603u;
    const unsigned char* bytes = reinterpret_cast<const unsigned char*>(a.data());
    for (std::size_t i = 0; i < a.nbytes(); ++i) hash = (hash ^ bytes[i]) * 1099511628211u;
    return hash;
}
