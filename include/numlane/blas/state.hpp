#pragma once

#include <atomic>
#include <cstdint>

#include "numlane/parallel/state.hpp"

// What all of a process shares about its BLAS: plain data with a fixed layout, whatever flags a file was compiled with.
// Libraries are never unloaded (their threads would run on in nothing) and their records never freed.
namespace numlane::process {

enum class blas_interface : int { native, cblas, fortran };
/// How a library is told the number of its threads: for the process, or for the calling thread, by MKL's call or OpenMP's.
enum class blas_threads : int { process_wide, mkl_local, openmp };

/// The threads of a library, or of several that share them: one record for each function that sets their number.
struct blas_thread_control_v1 {
    blas_thread_control_v1* next;
    blas_threads kind;
    int process_id;  // of the process that found it
    void *set, *get;
    // Of process_wide threads: how many calls are in the library just now, the number to go back to after the last one, and
    // the most that the budgets of all of them allow.
    int calls, before, now, most;
    std::uint32_t forks;  // those of the process that `calls` were counted in
};

inline constexpr int blas_dtypes = 4;       // float, double and complex of both
inline constexpr int blas_operations = 14;  // see symbols.hpp

struct blas_library_v1 {
    blas_library_v1* next;  // the one loaded before
    char provider[16], path[512], version[256];
    char core[16];  // the CPU whose kernels it runs, as it says; empty where it does not
    char suffix[24], lapack_suffix[24];
    int integer_bits, lapack_integer_bits;
    blas_interface interface;
    void *handle, *lapack_handle;
    // Null where there are no threads to govern. The liblapack beside a library brings a BLAS, and threads, of its own.
    blas_thread_control_v1 *threads, *lapack_threads;
    void* function[blas_dtypes][blas_operations];
    bool native_products;  // products of matrices go to the native kernels
};

struct blas_v1 {
    std::atomic<blas_library_v1*> active{nullptr};  // null until someone asks
    std::atomic<blas_library_v1*> loaded{nullptr};
    std::atomic<blas_thread_control_v1*> thread_controls{nullptr};
    // Guards what the controls count. It holds the number of forks + 1 of the process that took it, so that a forked child
    // finds it free.
    std::atomic<std::uint32_t> lock{0};
};

NUMLANE_PROCESS_WIDE inline constinit blas_v1 blas{};

}  // namespace numlane::process
