#pragma once

#include "numlane/blas/choice.hpp"
#include "numlane/blas/native_lapack/matrix.hpp"
#include "numlane/blas/threads.hpp"

// LAPACK of the library in use, through its Fortran symbols. Every function returns false where the library has no such
// symbol, otherwise true with LAPACK's `info`; arguments are those of native_lapack's function of the same name.
NUMLANE_BEGIN_NAMESPACE
namespace blas::library_lapack {

using native_lapack::matrix;

/// Fortran's name without its suffix: dtype letter and the name, which differs for complex numbers in places.
template <class T>
std::string name_of(const char* of_real, const char* of_complex = nullptr) {
    constexpr char letter = std::is_same_v<T, float>                 ? 's'
                            : std::is_same_v<T, double>              ? 'd'
                            : std::is_same_v<T, std::complex<float>> ? 'c'
                                                                     : 'z';
    return detail::message({letter, is_complex_v<T> && of_complex != nullptr ? of_complex : of_real});
}

/// The order from which factorizations gain by a second thread. They are made of many short calls of BLAS, which the
/// library would hand to its threads one by one.
inline constexpr index_t threads_from_order = 400;

/// A subroutine of LAPACK, if there is one, for matrices like a. Lengths of character arguments follow all others.
class subroutine {
public:
    template <class T>
    static subroutine of(const matrix<T>& a, const char* of_real, const char* of_complex = nullptr) {
        const bool large = std::min(a.rows, a.columns) >= threads_from_order;
        return subroutine(lapack_symbol(name_of<T>(of_real, of_complex).c_str()), large ? threads_from_ns : 0);
    }
    explicit operator bool() const { return address_ != nullptr; }

    template <class... P>
    void operator()(P... p) const {
        const auto& library = choice::active<process::blas_library_v1>();
        // The threads of the library too: what it exports may stand in for the BLAS of the liblapack beside it.
        const library_threads of_blas(library.threads == library.lapack_threads ? nullptr : library.threads, ns_);
        const library_threads threads(library.lapack_threads, ns_);
        reinterpret_cast<void (*)(P...)>(address_)(p...);
    }

private:
    subroutine(void* address, double ns) : address_(address), ns_(ns) {}
    void* address_;
    double ns_;
};

/// Room that LAPACK asked for: what it says, or at least one element.
template <class Int, class T>
Int room(const T& answer) {
    return std::max(Int(1), Int(native_lapack::real(answer)));
}

/// Memory for `size` elements. LAPACK keeps matrices of a's order in it and multiplies by their rows, beyond whose end
/// OpenBLAS reads one column further (see library_matrix.hpp).
template <class T>
workspace<T> work_of(const matrix<T>& a, index_t size) {
    return workspace<T>(std::size_t(size) + std::size_t(std::max(a.rows, a.columns)) + 1);
}

template <class Int>
struct calls {
    template <class T>
    static bool lu(const matrix<T>& a, index_t* pivot, index_t& info) {
        const auto getrf = subroutine::of(a, "getrf");
        if (!getrf) return false;
        const Int m = Int(a.rows), n = Int(a.columns), ld = Int(a.ld);
        Int failed = 0;
        workspace<Int> rows(std::size_t(std::min(a.rows, a.columns)) + 1);
        getrf(&m, &n, a.data, &ld, rows.data(), &failed);
        for (index_t i = 0; i < std::min(a.rows, a.columns); ++i) pivot[i] = index_t(rows[std::size_t(i)]) - 1;
        info = index_t(failed);
        return true;
    }

    template <class T>
    static bool cholesky(const matrix<T>& a, index_t& info) {
        const auto potrf = subroutine::of(a, "potrf");
        if (!potrf) return false;
        const Int n = Int(a.rows), ld = Int(a.ld);
        Int failed = 0;
        potrf("L", &n, a.data, &ld, &failed, std::size_t(1));
        info = index_t(failed);
        return true;
    }

    template <class T>
    static bool qr(const matrix<T>& a, T* tau, index_t& info) {
        const auto geqrf = subroutine::of(a, "geqrf");
        if (!geqrf) return false;
        const Int m = Int(a.rows), n = Int(a.columns), ld = Int(a.ld);
        Int failed = 0, ask = -1;
        T answer(0);
        geqrf(&m, &n, a.data, &ld, tau, &answer, &ask, &failed);
        const Int size = room<Int>(answer);
        auto work = work_of(a, index_t(size));
        geqrf(&m, &n, a.data, &ld, tau, work.data(), &size, &failed);
        info = index_t(failed);
        return true;
    }

    template <class T>
    static bool form_q(const matrix<T>& a, const T* tau, index_t k, const matrix<T>& q, index_t& info) {
        const auto orgqr = subroutine::of(q, "orgqr", "ungqr");
        if (!orgqr) return false;
        for (index_t j = 0; j < k; ++j) std::copy(a.column(j), a.column(j) + q.rows, q.column(j));
        const Int m = Int(q.rows), n = Int(q.columns), reflectors = Int(k), ld = Int(q.ld);
        Int failed = 0, ask = -1;
        T answer(0);
        orgqr(&m, &n, &reflectors, q.data, &ld, tau, &answer, &ask, &failed);
        const Int size = room<Int>(answer);
        auto work = work_of(q, index_t(size));
        orgqr(&m, &n, &reflectors, q.data, &ld, tau, work.data(), &size, &failed);
        info = index_t(failed);
        return true;
    }

    template <class T>
    static bool hermitian_eigen(const matrix<T>& a, triangle part, bool vectors, real_t<T>* w, index_t& info) {
        const auto heevd = subroutine::of(a, "syevd", "heevd");
        if (!heevd) return false;
        const char job = vectors ? 'V' : 'N', uplo = part == triangle::lower ? 'L' : 'U';
        const Int n = Int(a.rows), ld = Int(a.ld);
        Int failed = 0, size = -1, real_size = -1, int_size = -1, int_answer = 0;
        T answer(0);
        real_t<T> real_answer(0);
        const auto call = [&](T* work, real_t<T>* reals, Int* ints) {
            if constexpr (is_complex_v<T>)
                heevd(&job, &uplo, &n, a.data, &ld, w, work, &size, reals, &real_size, ints, &int_size, &failed,
                      std::size_t(1), std::size_t(1));
            else
                heevd(&job, &uplo, &n, a.data, &ld, w, work, &size, ints, &int_size, &failed, std::size_t(1),
                      std::size_t(1));
        };
        call(&answer, &real_answer, &int_answer);
        size = room<Int>(answer), real_size = room<Int>(real_answer), int_size = std::max(Int(1), int_answer);
        auto work = work_of(a, index_t(size));
        workspace<real_t<T>> reals(static_cast<std::size_t>(real_size));
        workspace<Int> ints(static_cast<std::size_t>(int_size));
        call(work.data(), reals.data(), ints.data());
        info = index_t(failed);
        return true;
    }

    template <class T>
    static bool svd(const matrix<T>& a, real_t<T>* s, const matrix<T>& u, const matrix<T>& vh, index_t& info) {
        const auto gesdd = subroutine::of(a, "gesdd");
        if (!gesdd) return false;
        const index_t least = std::min(a.rows, a.columns), most = std::max(a.rows, a.columns);
        const char job = u.columns == 0 ? 'N' : u.columns == a.rows && vh.rows == a.columns ? 'A' : 'S';
        const Int m = Int(a.rows), n = Int(a.columns), ld = Int(a.ld), ldu = Int(u.ld), ldvh = Int(vh.ld);
        Int failed = 0, size = -1;
        T answer(0);
        workspace<Int> ints(8 * std::size_t(least) + 1);
        workspace<real_t<T>> reals;
        if constexpr (is_complex_v<T>)
            reals.resize(std::size_t(least) * std::size_t(std::max(5 * least + 7, 2 * most + 2 * least + 1)) + 1);
        const auto call = [&](T* work) {
            if constexpr (is_complex_v<T>)
                gesdd(&job, &m, &n, a.data, &ld, s, u.data, &ldu, vh.data, &ldvh, work, &size, reals.data(),
                      ints.data(), &failed, std::size_t(1));
            else
                gesdd(&job, &m, &n, a.data, &ld, s, u.data, &ldu, vh.data, &ldvh, work, &size, ints.data(), &failed,
                      std::size_t(1));
        };
        call(&answer);
        size = room<Int>(answer);
        auto work = work_of(a, index_t(size));
        call(work.data());
        info = index_t(failed);
        return true;
    }

    /// gelsd: b, of max(rows, columns) rows, becomes the solution and, below it, what is left of it.
    template <class T>
    static bool least_squares(const matrix<T>& a, const matrix<T>& b, real_t<T>* s, real_t<T> rcond, index_t& rank,
                              index_t& info) {
        const auto gelsd = subroutine::of(a, "gelsd");
        if (!gelsd) return false;
        const Int m = Int(a.rows), n = Int(a.columns), right = Int(b.columns), ld = Int(a.ld), ldb = Int(b.ld);
        Int failed = 0, size = -1, found = 0, int_answer = 0;
        T answer(0);
        real_t<T> real_answer(0);
        const auto call = [&](T* work, real_t<T>* reals, Int* ints) {
            if constexpr (is_complex_v<T>)
                gelsd(&m, &n, &right, a.data, &ld, b.data, &ldb, s, &rcond, &found, work, &size, reals, ints, &failed);
            else gelsd(&m, &n, &right, a.data, &ld, b.data, &ldb, s, &rcond, &found, work, &size, ints, &failed);
        };
        call(&answer, &real_answer, &int_answer);
        size = room<Int>(answer);
        auto work = work_of(a, index_t(size));
        workspace<real_t<T>> reals(is_complex_v<T> ? std::size_t(room<Int>(real_answer)) : 1);
        workspace<Int> ints(std::size_t(std::max(Int(1), int_answer)));
        call(work.data(), reals.data(), ints.data());
        rank = index_t(found);
        info = index_t(failed);
        return true;
    }

    template <class T>
    static bool general_eigen(const matrix<T>& a, std::complex<real_t<T>>* w, const matrix<std::complex<real_t<T>>>& v,
                              index_t& info) {
        using R = real_t<T>;
        const auto geev = subroutine::of(a, "geev");
        if (!geev) return false;
        const char none = 'N', job = v.columns > 0 ? 'V' : 'N';
        const Int n = Int(a.rows), ld = Int(a.ld), one = 1;
        Int failed = 0, size = -1;
        T answer(0);
        T* const no_vectors = nullptr;
        workspace<R> reals(2 * std::size_t(a.rows) + 1);
        if constexpr (is_complex_v<T>) {
            const Int ldv = Int(v.ld);
            const auto call = [&](T* work) {
                geev(&none, &job, &n, a.data, &ld, w, no_vectors, &one, v.data, &ldv, work, &size, reals.data(),
                     &failed, std::size_t(1), std::size_t(1));
            };
            call(&answer);
            size = room<Int>(answer);
            auto work = work_of(a, index_t(size));
            call(work.data());
        } else {
            R *const re = reals.data(), *const im = re + a.rows;
            workspace<T> vectors(std::size_t(a.rows) * std::size_t(v.columns));
            const Int ldv = std::max(Int(1), n);
            const auto call = [&](T* work) {
                geev(&none, &job, &n, a.data, &ld, re, im, no_vectors, &one, vectors.data(), &ldv, work, &size, &failed,
                     std::size_t(1), std::size_t(1));
            };
            call(&answer);
            size = room<Int>(answer);
            auto work = work_of(a, index_t(size));
            call(work.data());
            for (index_t k = 0; k < a.rows; ++k) w[k] = {re[k], im[k]};
            for (index_t k = 0; k < v.columns; ++k) {
                const T* const column = vectors.data() + k * a.rows;
                const bool pair = im[k] != 0 && k + 1 < v.columns;
                for (index_t i = 0; i < a.rows; ++i) v(i, k) = {column[i], pair ? column[i + a.rows] : R(0)};
                if (!pair) continue;
                for (index_t i = 0; i < a.rows; ++i) v(i, k + 1) = {column[i], -column[i + a.rows]};
                ++k;
            }
        }
        info = index_t(failed);
        return true;
    }
};

}  // namespace blas::library_lapack
NUMLANE_END_NAMESPACE
