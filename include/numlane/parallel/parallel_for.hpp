#pragma once

#include <type_traits>

#include "numlane/core/index.hpp"
#include "numlane/parallel/budget.hpp"
#include "numlane/parallel/pool.hpp"

NUMLANE_BEGIN_NAMESPACE

/// Whether the calling thread is inside the body of a parallel_for that runs on the pool; one called here runs inline.
inline bool in_parallel_region() { return process::region_depth != 0; }

namespace detail {

/// More chunks than this per thread balance no better and cost claims.
inline constexpr std::uint64_t chunks_per_thread = 256;

template <class Body>
void call_body(void* body, std::uintptr_t low, std::uintptr_t high) {
    (*static_cast<Body*>(body))(static_cast<index_t>(low), static_cast<index_t>(high));
}

}  // namespace detail

/// Calls body(low, high) for sub-ranges that together cover [begin, end) once, on the threads of the pool and the calling
/// one; returns when all is done. NumPy has no such function.
///   begin, end  the range of indices; an empty one (begin >= end) calls nothing
///   grain       the least worth handing to a thread, a few microseconds of work; less than 1 is taken as 1. Sub-ranges
///               begin at begin + a multiple of grain and are a multiple of grain long, the last one excepted
///   body        called by several threads at once, each with a sub-range of its own, in no fixed order
/// The body is called once, by the calling thread, with the whole range, if that is no longer than grain, if
/// get_num_threads() is 1, inside another parallel_for, and while another thread of the program has the pool.
/// Throws what the body throws: the first exception, after the chunks that run have ended; no others are begun. A body
/// that forks must end its child itself, by exec or _exit. The pool's threads block all signals but those of faults
/// (SIGSEGV, SIGABRT, ...); so do the threads, and the processes of posix_spawn, system and popen, that a body starts there.
/// pthread_cancel of the caller waits for the end of a parallel_for that runs on the pool.
template <class Body>
    requires std::is_invocable_v<Body&, index_t, index_t>
void parallel_for(index_t begin, index_t end, index_t grain, Body&& body) {
    if (begin >= end) return;
    const std::uintptr_t count = std::uintptr_t(end) - std::uintptr_t(begin);
    const std::uintptr_t block = grain < 1 ? 1 : std::uintptr_t(grain);
    if (count <= block || in_parallel_region()) {
        body(begin, end);
        return;
    }
    const int limit = get_num_threads();
    if (limit == 1) {
        body(begin, end);
        return;
    }
    const std::uintptr_t blocks = (count - 1) / block + 1;
    const std::uintptr_t wanted = detail::chunks_per_thread * std::uintptr_t(limit);
    const std::uintptr_t most = wanted < detail::max_chunks ? wanted : detail::max_chunks;
    const std::uintptr_t chunk = blocks <= most ? block : block * ((blocks - 1) / most + 1);
    using plain = std::remove_reference_t<Body>;
    detail::run_region({.call = &detail::call_body<plain>,
                        .body = const_cast<void*>(static_cast<const volatile void*>(__builtin_addressof(body))),
                        .begin = std::uintptr_t(begin),
                        .end = std::uintptr_t(end),
                        .chunk = chunk,
                        .chunks = (count - 1) / chunk + 1,
                        .limit = limit});
}

NUMLANE_END_NAMESPACE
