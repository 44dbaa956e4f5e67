#pragma once

#include <unistd.h>

#include "numlane/blas/running_calls.hpp"
#include "numlane/blas/state.hpp"
#include "numlane/core/dtype.hpp"
#include "numlane/parallel/parallel_for.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace blas {

/// What a call of a library takes on one thread, roughly and in nanoseconds: products of matrices by the multiplications,
/// passes over vectors by the elements.
template <class T>
constexpr double product_ns(double multiplications) {
    return multiplications * double(sizeof(T) * (is_complex_v<T> ? 2 : 1)) / 8 / 22;
}
template <class T>
constexpr double pass_ns(double elements) {
    return elements * double(sizeof(T)) / 50;
}
/// Shorter calls get one thread: with OpenBLAS, two begin to gain there, and lose much when the other CPU has other work.
inline constexpr double threads_from_ns = 20'000;

/// As long as it lives, the library computes on the threads that numlane's budget leaves to the calling thread: one
/// inside a parallel region, and for a call of less than threads_from_ns. After that it is as it was.
class library_threads {
public:
    library_threads(const process::blas_library_v1& library, double ns) : library_threads(library.threads, ns) {}
    library_threads(process::blas_thread_control_v1* control, double ns) : control_(control) {
        if (control == nullptr) return;
        const int most = in_parallel_region() ? 1 : get_num_threads();
        int wanted = ns < threads_from_ns ? 1 : most;
        switch (control->kind) {
        case process::blas_threads::process_wide: enter(wanted, most); break;
        case process::blas_threads::mkl_local: before_ = set(wanted); break;
        default:
            // The threads of OpenMP do not survive a fork, and waiting for them would be for ever.
            if (control->process_id != int(getpid())) wanted = 1;
            before_ = get();
            if (before_ != wanted) set(wanted);
            now_ = wanted;
        }
    }
    ~library_threads() {
        if (control_ == nullptr) return;
        switch (control_->kind) {
        case process::blas_threads::process_wide: leave(); break;
        case process::blas_threads::mkl_local: set(before_); break;
        default:
            if (before_ != now_) set(before_);
        }
    }
    library_threads(const library_threads&) = delete;
    library_threads& operator=(const library_threads&) = delete;

private:
    int set(int n) const { return reinterpret_cast<int (*)(long)>(control_->set)(n); }
    int get() const { return reinterpret_cast<int (*)()>(control_->get)(); }

    // One number for the whole process: the first call in sets it, calls beside it lower it where it is above their
    // budget, a long one raises it as far as all the budgets allow, the last one out puts back what was there.
    void enter(int wanted, int most) const {
        process::blas_thread_control_v1& c = *control_;
        forget_calls_of_parent(running_calls::begin());
        if (c.calls++ == 0) {
            c.before = c.now = get();
            c.most = most;
        } else {
            if (most < c.most) c.most = most;
            if (wanted == most || c.now > c.most) wanted = c.most;
            else wanted = c.now;
        }
        if (wanted != c.now) {
            set(wanted);
            c.now = wanted;
        }
        running_calls::unlock();
    }
    void leave() const {
        process::blas_thread_control_v1& c = *control_;
        forget_calls_of_parent(running_calls::lock());
        if (c.calls > 0 && --c.calls == 0 && c.now != c.before) set(c.before);
        running_calls::end();
    }

    void forget_calls_of_parent(std::uint32_t forks) const {
        process::blas_thread_control_v1& c = *control_;
        if (c.forks == forks) return;
        if (c.calls > 0) set(c.before);
        c.calls = 0;
        c.forks = forks;
    }

    process::blas_thread_control_v1* const control_;
    int before_ = 0, now_ = 0;
};

}  // namespace blas
NUMLANE_END_NAMESPACE
