#pragma once

#include <dirent.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "numlane/parallel.hpp"
#include "test.hpp"

// How many threads work: numlane's, those of a library, and whoever else's.
namespace busy_threads {

/// numlane has so many threads as long as this lives.
struct budget {
    int before = nl::get_num_threads();
    explicit budget(int threads) { nl::set_num_threads(threads); }
    ~budget() { nl::set_num_threads(before); }
};

/// The seconds that each thread of the process has run.
inline std::map<std::string, double> run_times() {
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

inline void wait_for_idle_threads() { usleep(300'000); }

/// How many threads take part in work() while it is repeated for `seconds`: those that run for an eighth of what the
/// busiest does, and no fewer than the processor time of all, in units of the time that passed. (BLIS makes new threads
/// for each product, which are gone afterwards.)
template <class Work>
int count(double seconds, const Work& work) {
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

}  // namespace busy_threads
