// matmul and einsum beside NumPy in a process of its own and, where it is one, cblas_dgemm called directly. All take turns.
#include <dlfcn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "../bench.hpp"
#include "numlane/linalg.hpp"

namespace nl = numlane;

namespace {

/// A Python that runs the cases of products.py.
class numpy {
public:
    explicit numpy(int threads) {
        int in[2], out[2];
        if (pipe(in) != 0 || pipe(out) != 0) return;
        process_ = fork();
        if (process_ == 0) {
            dup2(in[0], 0);
            dup2(out[1], 1);
            for (int end : {in[0], in[1], out[0], out[1]}) close(end);
            setenv("OPENBLAS_NUM_THREADS", std::to_string(threads).c_str(), 1);
            // The same library for both, whatever NumPy was installed with.
            if (nl::blas::info().provider == "openblas") setenv("LD_PRELOAD", nl::blas::info().path.c_str(), 1);
            for (const char* python : {"python3", "/usr/bin/python3"}) {
                const std::string has = std::string(python) + " -c 'import numpy' 2>/dev/null";
                if (std::system(has.c_str()) == 0)
                    execlp(python, python, NUMLANE_SOURCE_DIR "/benchmarks/linalg/products.py", nullptr);
            }
            _exit(1);
        }
        close(in[0]);
        close(out[1]);
        to_ = fdopen(in[1], "w");
        from_ = fdopen(out[0], "r");
    }
    ~numpy() {
        std::fclose(to_);
        std::fclose(from_);
        waitpid(process_, nullptr, 0);
    }
    numpy(const numpy&) = delete;
    numpy& operator=(const numpy&) = delete;

    /// Seconds a run of a case; 0 if there is no NumPy.
    bench::seconds time(int number, int repeats) {
        char line[64];
        std::fprintf(to_, "%d %d\n", number, repeats);
        std::fflush(to_);
        return std::fgets(line, sizeof line, from_) == nullptr ? 0 : std::atof(line);
    }

private:
    pid_t process_ = -1;
    std::FILE *to_ = nullptr, *from_ = nullptr;
};

void compare(const char* what, numpy& python, int number, const std::function<void()>& ours,
             const std::function<void()>& direct = {}) {
    ours();
    const int repeats = std::max(1, int(500e-6 / (bench::time_of(ours, 3) + 1e-10)));
    std::vector<bench::seconds> us, numpys, directs;
    python.time(number, 1);
    // Each runs once before it is timed: what ran before it has the caches.
    const auto timed = [repeats](const std::function<void()>& run) {
        run();
        return bench::time_of(run, repeats);
    };
    for (int round = 0; round < 21; ++round) {
        if (direct && round % 2 == 0) directs.push_back(timed(direct));
        us.push_back(timed(ours));
        if (direct && round % 2 == 1) directs.push_back(timed(direct));
        numpys.push_back(python.time(number, repeats));
    }
    const bench::seconds mine = bench::median(us), numpy_took = bench::median(numpys);
    std::printf("%-32s numlane %s  NumPy %s (x%.2f)", what, bench::table::human(mine).c_str(),
                bench::table::human(numpy_took).c_str(), numpy_took / mine);
    if (direct) {
        const bench::seconds took = bench::median(directs);
        std::printf("  cblas_dgemm %s (x%.2f)", bench::table::human(took).c_str(), took / mine);
    }
    std::printf("\n");
    std::fflush(stdout);
}

template <class T = double>
nl::array<T> numbers(const nl::dims<>& shape) {
    nl::array<T> a = nl::zeros<T>(shape);
    int i = 0;
    for (T& x : a) x = T(i++ * 7 % 13 - 6);
    return a;
}

using dgemm_type = void (*)(int, int, int, int, int, int, double, const double*, int, const double*, int, double,
                            double*, int);

void run(int threads) {
    std::printf("# matmul, %d thread%s, %s\n", threads, threads == 1 ? "" : "s", nl::blas::info().version.c_str());
    nl::set_num_threads(threads);
    dgemm_type dgemm = nullptr;
    if (nl::blas::info().provider == "openblas") {
        void* const library = dlopen(nl::blas::info().path.c_str(), RTLD_NOW | RTLD_LOCAL);
        dgemm = reinterpret_cast<dgemm_type>(dlsym(library, "cblas_dgemm"));
        if (auto* const set = reinterpret_cast<void (*)(int)>(dlsym(library, "openblas_set_num_threads"))) set(threads);
    }
    numpy python(threads);
    int number = 0;
    const auto squares = [&](int n) {
        const auto a = numbers({n, n}), b = numbers({n, n});
        std::function<void()> direct;
        nl::array<double> out = nl::zeros<double>({n, n});
        if (dgemm != nullptr)
            direct = [&] { dgemm(101, 111, 111, n, n, n, 1, a.data(), n, b.data(), n, 0, out.data(), n); };
        compare(("float64 " + std::to_string(n)).c_str(), python, number, [&] { nl::matmul(a, b); }, direct);
        compare("  into an array", python, number++, [&] { nl::matmul(a, b, out); });
    };
    // The large ones last: threads of OpenBLAS go on spinning after them, on processors that others then lack.
    squares(8);
    squares(32);
    const auto small = numbers({1000, 8, 8}), medium = numbers({100, 32, 32}), one = numbers({32, 32});
    compare("(1000, 8, 8) @ (1000, 8, 8)", python, number++, [&] { nl::matmul(small, small); });
    compare("(100, 32, 32) @ (100, 32, 32)", python, number++, [&] { nl::matmul(medium, medium); });
    compare("(100, 32, 32) @ (32, 32)", python, number++, [&] { nl::matmul(medium, one); });
    const auto integers = numbers<std::int32_t>({256, 256});
    nl::array<bool> flags = nl::zeros<bool>({100, 100});
    for (int i = 0; i < 100; ++i) flags(i, i * 7 % 100) = true;  // NumPy ends a sum at the first true one
    compare("int32 256", python, number++, [&] { nl::matmul(integers, integers); });
    compare("bool 100, one in a row", python, number++, [&] { nl::matmul(flags, flags); });
    const auto x = numbers({40, 40, 40});
    compare("einsum bij,bkj->bik 40", python, number++, [&] { nl::einsum("bij,bkj->bik", x, x); });
    compare("einsum aij,jbk->aibk 40", python, number++, [&] { nl::einsum("aij,jbk->aibk", x, x); });
    squares(256);
    squares(1000);
    const auto a = numbers({256, 256}), half = numbers({500, 500}), large = numbers({1000, 1000}), v = numbers({1000});
    const auto backwards = a(nl::slice(nl::_, nl::_, -1));
    compare("256: a.T @ b[::-1]", python, number++, [&] { nl::matmul(a.T(), backwards); });
    compare("500: a @ a.T", python, number++, [&] { nl::matmul(half, half.T()); });
    compare("1000: matrix @ vector", python, number++, [&] { nl::matmul(large, v); });
}

}  // namespace

int main() {
    const int most = nl::get_num_threads() < 2 ? 1 : 2;
    for (int threads = 1; threads <= most; ++threads) run(threads);
}
