// The native factorizations beside LAPACK of the library that is loaded, n = 500 and small.
#include "../bench.hpp"
#include "numlane/blas/lapack.hpp"

#include <memory>
#include <random>

namespace nl = numlane;
namespace native = nl::blas::native_lapack;
namespace lapack = nl::blas::lapack;

namespace {

template <class T>
struct job {
    using R = nl::real_t<T>;
    using C = std::complex<R>;
    nl::index_t n;
    native::owned_matrix<T> general, hermitian, a, u, v;
    native::owned_matrix<C> vectors;
    std::vector<T> tau;
    std::vector<R> real_values;
    std::vector<C> values;
    std::vector<nl::index_t> pivot;

    explicit job(nl::index_t order)
        : n(order), general(n, n), hermitian(n, n), a(n, n), u(n, n), v(n, n), vectors(n, n), tau(std::size_t(n)),
          real_values(std::size_t(n)), values(std::size_t(n)), pivot(std::size_t(n)) {
        std::mt19937 generator(1);
        std::normal_distribution<R> normal;
        const auto number = [&] {
            if constexpr (nl::is_complex_v<T>) return T(normal(generator), normal(generator));
            else return normal(generator);
        };
        for (nl::index_t j = 0; j < n; ++j)
            for (nl::index_t i = 0; i < n; ++i) (*general)(i, j) = number();
        native::multiply(T(1), native::plain(*general), native::adjoint(*general), T(0), *hermitian);
        for (nl::index_t i = 0; i < n; ++i) (*hermitian)(i, i) += T(1);
    }

    template <class Native, class Library>
    void row(bench::table& table, const char* what, const native::owned_matrix<T>& from, const Native& by_numlane,
             const Library& by_library) {
        table.row(
            what + std::string(" ") + nl::dtype_name<T>() + " " + std::to_string(n),
            {{"library", [&] { a->copy(*from), by_library(); }}, {"native", [&] { a->copy(*from), by_numlane(); }}},
            0.6);
    }

    // The native factorizations take the native products.
    template <class Body>
    auto natively(const Body& body) {
        return [this, body] {
            (void)this;
            nl::blas::use("native");
            body();
            nl::blas::use("auto");
        };
    }

    void run(bench::table& table) {
        const native::matrix<T> m = *a, none{nullptr, 0, 0, 1};
        const native::matrix<C> no_vectors{nullptr, 0, 0, 1};
        row(table, "getrf", general, natively([=, this] { native::lu(m, pivot.data()); }),
            [=, this] { lapack::lu(m, pivot.data()); });
        row(table, "potrf", hermitian, natively([=] { native::cholesky(m); }), [=] { lapack::cholesky(m); });
        row(table, "geqrf + orgqr", general,
            natively([=, this] { native::qr(m, tau.data()), native::form_q(m, tau.data(), n, *u); }),
            [=, this] { lapack::qr(m, tau.data()), lapack::form_q(m, tau.data(), n, *u); });
        const auto lower = nl::blas::triangle::lower;
        row(table, "heevd, values", hermitian,
            natively([=, this] { native::hermitian_eigen(m, lower, false, real_values.data()); }),
            [=, this] { lapack::hermitian_eigen(m, lower, false, real_values.data()); });
        row(table, "heevd", hermitian,
            natively([=, this] { native::hermitian_eigen(m, lower, true, real_values.data()); }),
            [=, this] { lapack::hermitian_eigen(m, lower, true, real_values.data()); });
        row(table, "gesdd, values", general, natively([=, this] { native::svd(m, real_values.data(), none, none); }),
            [=, this] { lapack::svd(m, real_values.data(), none, none); });
        row(table, "gesdd", general, natively([=, this] { native::svd(m, real_values.data(), *u, *v); }),
            [=, this] { lapack::svd(m, real_values.data(), *u, *v); });
        row(table, "geev, values", general,
            natively([=, this] { native::general_eigen(m, values.data(), no_vectors); }),
            [=, this] { lapack::general_eigen(m, values.data(), no_vectors); });
        row(table, "geev", general, natively([=, this] { native::general_eigen(m, values.data(), *vectors); }),
            [=, this] { lapack::general_eigen(m, values.data(), *vectors); });
    }
};

template <class T>
void run(bench::table& table, nl::index_t n) {
    std::make_unique<job<T>>(n)->run(table);
}

}  // namespace

int main(int argc, char** argv) {
    bench::table table("linalg/factorizations", argc, argv);
    const auto info = nl::blas::info();
    table.note("library: " + info.provider + " " + info.version + ", LAPACK: " + (info.lapack ? "yes" : "no") +
               ", threads: " + std::to_string(info.threads));
    run<double>(table, 500);
    run<std::complex<double>>(table, 500);
    run<float>(table, 500);
    run<double>(table, 100);
}
