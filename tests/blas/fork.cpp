#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "can_fork.hpp"
#include "libraries.hpp"
#include "numlane/blas/lapack.hpp"
#include "numlane/parallel.hpp"

namespace {

bool multiplies_rightly() {
    constexpr nl::index_t n = 300;
    const std::vector<double> a(n * n, 1.0);
    std::vector<double> c(n * n);
    nl::blas::gemm<double>({n, n, n, {a.data(), n, 1}, {a.data(), n, 1}, {c.data(), n, 1}});
    for (const double value : c)
        if (value != double(n)) return false;
    return true;
}

/// By LAPACK, of an order from which it has more than one thread: the factor of 3·I + E, where E is all ones.
bool factorizes_rightly() {
    constexpr nl::index_t n = nl::blas::library_lapack::threads_from_order + 50;
    nl::blas::native_lapack::owned_matrix<double> owned(n, n);
    const auto& a = *owned;
    a.fill(1);
    for (nl::index_t i = 0; i < n; ++i) a(i, i) = 4;
    if (nl::blas::lapack::cholesky(a) != 0) return false;
    double last = 0;
    for (nl::index_t j = 0; j < n; ++j) last += a(n - 1, j) * a(n - 1, j);
    return std::abs(last - 4) < 1e-12;
}

bool computes_rightly() { return multiplies_rightly() && factorizes_rightly(); }

/// The child's answer, or -1 where it has none after ten seconds.
int in_child(int (*body)()) {
    const pid_t child = fork();
    if (child == 0) {
        alarm(10);
        _exit(body());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a child forked beside a short call finds the library's threads as they were before") {
    static const nl::process::blas_library_v1* library = nullptr;
    library = libraries::use_process_wide();
    if (library == nullptr) return;
    static int before = 0;
    before = libraries::threads_of(*library);
    const nl::blas::library_threads little(*library, 0);
    CHECK(in_child([] { return multiplies_rightly() && libraries::threads_of(*library) == before ? 7 : 8; }) == 7);
}

TEST_CASE("a forked child multiplies and factorizes, and its parent goes on") {
    if (!can_fork()) return;
    const int before = nl::get_num_threads();
    nl::set_num_threads(2);
    std::vector<libraries::known> all = {{"native", "native", "native", 0}};
    for (const auto& library : libraries::all)
        if (libraries::installed(library)) all.push_back(library);
    for (const auto& library : all) {
        INFO(library.package);
        nl::blas::use(library.name);
        REQUIRE(computes_rightly());
        CHECK(in_child([] { return computes_rightly() && computes_rightly() ? 7 : 8; }) == 7);
        CHECK(computes_rightly());
        // From inside a parallel region, where the child has the depth of its parent.
        CHECK(in_child([] {
                  int answer = 0;
                  nl::parallel_for(0, 1, 1, [&](nl::index_t, nl::index_t) { answer = computes_rightly() ? 7 : 8; });
                  return answer;
              }) == 7);
    }
    nl::set_num_threads(before);
}

TEST_CASE("a fork beside threads that multiply by a library waits for them, and all go on") {
    if (!can_fork()) return;
    if (libraries::use_process_wide() == nullptr) return;
    nl::set_num_threads(2);
    // In a child, so that the alarm ends what hangs.
    CHECK(in_child([] {
              std::atomic<bool> stop{false};
              std::atomic<int> wrong{0};
              const auto multiply = [&] {
                  while (!stop) wrong += !multiplies_rightly();
              };
              std::thread first(multiply), second(multiply);
              int failed = 0;
              for (int i = 0; i < 10; ++i) failed += in_child([] { return multiplies_rightly() ? 7 : 8; }) != 7;
              stop = true;
              first.join();
              second.join();
              return failed == 0 && wrong == 0 ? 7 : 8;
          }) == 7);
    CHECK(multiplies_rightly());
}
