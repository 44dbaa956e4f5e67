#include <dirent.h>
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>

#include "libraries.hpp"
#include "numlane/parallel.hpp"

namespace {

/// The seconds that each thread of the process has run.
std::map<std::string, double> run_times() {
    std::map<std::string, double> times;
    DIR* const folder = opendir("/proc/self/task");
    if (folder == nullptr) return times;
    while (const dirent* entry = readdir(folder)) {
        if (entry->d_name[0] == '.') continue;
        std::ifstream file(std::string("/proc/self/task/") + entry->d_name + "/stat");
        std::string line;
        std::getline(file, line);
        const std::size_t end = line.rfind(')');
        if (end == std::string::npos) continue;
        // utime and stime are fields 14 and 15; the one after the ')' is the third.
        std::size_t at = end + 2;
        for (int field = 3; field < 14; ++field) at = line.find(' ', at) + 1;
        char* rest = nullptr;
        const double user = std::strtod(line.c_str() + at, &rest), system = std::strtod(rest, nullptr);
        times[entry->d_name] = (user + system) / double(sysconf(_SC_CLK_TCK));
    }
    closedir(folder);
    return times;
}

void wait_for_idle_threads() { usleep(300'000); }

/// How many threads take part in work() while it is repeated for `seconds`: those that run for an eighth of what the
/// busiest does, and no fewer than the processor time of all, in units of the time that passed. (BLIS makes new threads
/// for each product, which are gone afterwards.)
template <class Work>
int busy_threads(double seconds, const Work& work) {
    wait_for_idle_threads();
    const auto before = run_times();
    const std::clock_t processor = std::clock();
    const auto start = std::chrono::steady_clock::now();
    double passed = 0;
    while (passed < seconds) {
        work();
        passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    std::vector<double> ran;
    double most = 0;
    for (const auto& [thread, time] : run_times()) {
        const auto found = before.find(thread);
        ran.push_back(time - (found == before.end() ? 0 : found->second));
        most = ran.back() > most ? ran.back() : most;
    }
    int busy = 0;
    for (const double time : ran) busy += time >= most / 8;
    const double all = double(std::clock() - processor) / CLOCKS_PER_SEC / passed;
    return all > busy + 0.2 ? busy + 1 : busy;
}

constexpr nl::index_t n = 400;
const std::vector<double> operand(n* n, 1.0);

void multiply(double* result) {
    nl::blas::gemm<double>({n, n, n, {operand.data(), n, 1}, {operand.data(), n, 1}, {result, n, 1}});
}

// So little that OpenBLAS, left to itself, would wake its threads for it and lose by that.
void multiply_little(double* result) {
    constexpr nl::index_t few = 150;
    nl::blas::gemv<double>({few, few, {operand.data(), few, 1}, {operand.data()}, {result}});
}

struct budget {
    int before = nl::get_num_threads();
    explicit budget(int threads) { nl::set_num_threads(threads); }
    ~budget() { nl::set_num_threads(before); }
};

int library_threads() {
    void* const library = dlopen(nl::blas::info().path.c_str(), RTLD_NOW | RTLD_LOCAL);
    for (const char* name : {"openblas_get_num_threads", "bli_thread_get_num_threads", "MKL_Get_Max_Threads"})
        if (void* const get = dlsym(library, name)) return reinterpret_cast<int (*)()>(get)();
    return 0;
}

void check(const char* name, bool threaded) {
    nl::blas::use(name);
    std::vector<double> result(n * n);
    const int before = name[0] == '/' ? library_threads() : 0;
    {
        const budget one(1);
        CHECK(busy_threads(0.3, [&] { multiply(result.data()); }) == 1);
    }
    const int cpus = nl::detail::available_cpus();
    {
        const budget two(2);
        int busy = 0;
        // On a busy machine the second thread may not get its turn at once.
        for (int attempt = 0; attempt < 5 && busy < (threaded && cpus >= 2 ? 2 : 1); ++attempt) {
            busy = busy_threads(0.3, [&] { multiply(result.data()); });
            CHECK(busy <= 2);
        }
        if (threaded && cpus >= 2) CHECK(busy == 2);
        CHECK(busy_threads(0.2, [&] { multiply_little(result.data()); }) == 1);
        // In a region of two threads the library has one for each.
        std::vector<double> other(n * n);
        std::atomic<int> inside{0};
        const int nested = busy_threads(0.3, [&] {
            nl::parallel_for(0, 2, 1, [&](nl::index_t first, nl::index_t last) {
                for (nl::index_t i = first; i < last; ++i) {
                    multiply(i == 0 ? result.data() : other.data());
                    inside += nl::in_parallel_region();
                }
            });
        });
        CHECK(nested <= 2);
        CHECK(inside > 0);
        CHECK(other[0] == double(n));
    }
    if (name[0] == '/') CHECK(library_threads() == before);
    CHECK(result[n * n - 1] == double(n));
}

}  // namespace

TEST_CASE("a long call beside short ones has the threads of the budget") {
    const auto* const library = libraries::use_process_wide();
    if (library == nullptr) return;
    const int before = library_threads();
    const budget two(2);
    {
        const nl::blas::library_threads little(*library, 0);
        CHECK(library_threads() == 1);
        {
            const nl::blas::library_threads much(*library, 1e9);
            CHECK(library_threads() == 2);
            const nl::blas::library_threads more_little(*library, 0);
            CHECK(library_threads() == 2);
            const budget one(1);
            const nl::blas::library_threads much_on_one(*library, 1e9);
            CHECK(library_threads() == 1);
        }
        CHECK(library_threads() == 1);
    }
    CHECK(library_threads() == before);
}

TEST_CASE("a library keeps to numlane's budget, and is as before afterwards") {
    if (run_times().empty()) {
        WARN("no /proc/self/task: not tested");
        return;
    }
    check("native", true);
    for (const auto& library : libraries::all) {
        if (!libraries::installed(library)) continue;
        INFO(library.package);
        const std::string package = library.package;
        // Of BLIS the most is checked alone: on a busy machine its short-lived threads do not show.
        const std::string provider = library.provider;
        const bool serial = package == "libopenblas0-serial" || provider == "library" || provider == "blis";
        // ATLAS is built with the threads it has.
        if (package != "libatlas3-base") check(library.name, !serial);
    }
}
