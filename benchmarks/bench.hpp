#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

// Compares ways to do the same thing. They take turns, so that a noisy machine is noisy for all of them; the median of
// many rounds counts. Nothing here is an absolute claim: a ratio of two columns of one run is.
namespace bench {

using seconds = double;

struct contestant {
    const char* name;
    std::function<void()> run;
};

inline seconds time_of(const std::function<void()>& run, int repeats) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < repeats; ++i) run();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return taken.count() / repeats;
}

inline seconds median(std::vector<seconds> times) {
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

/// The median seconds of one call of each contestant. A round times each of them for some 50 µs or one call, whichever is
/// longer; `budget` is for all rounds, of which there are at least nine.
inline std::vector<seconds> compare(const std::vector<contestant>& contestants, seconds budget = 0.5) {
    std::vector<int> repeats;
    for (const contestant& c : contestants) {
        c.run();
        const seconds once = time_of(c.run, 3);
        repeats.push_back(once > 50e-6 ? 1 : int(50e-6 / (once + 1e-10)) + 1);
    }
    std::vector<std::vector<seconds>> times(contestants.size());
    seconds spent = 0;
    for (std::size_t round = 0; round < 9 || (spent < budget && round < 10'000); ++round) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            const std::size_t who = (i + round) % contestants.size();
            const seconds t = time_of(contestants[who].run, repeats[who]);
            times[who].push_back(t);
            spent += t * repeats[who];
        }
    }
    std::vector<seconds> medians;
    for (const auto& t : times) medians.push_back(median(t));
    return medians;
}

/// A table on stdout, or with --json on the command line one JSON object a line.
class table {
public:
    table(const char* name, int argc, char** argv) : name_(name) {
        for (int i = 1; i < argc; ++i) json_ = json_ || std::strcmp(argv[i], "--json") == 0;
        if (!json_) std::printf("# %s\n", name);
    }

    /// Runs the contestants and prints a row: their medians, and how often the first does its work while each of the
    /// others does its own once. Returns the medians.
    std::vector<seconds> row(const std::string& what, const std::vector<contestant>& contestants,
                             seconds budget = 0.5) {
        const std::vector<seconds> medians = compare(contestants, budget);
        if (json_) {
            std::printf("{\"benchmark\": \"%s\", \"case\": \"%s\", \"seconds\": {", name_, what.c_str());
            for (std::size_t i = 0; i < medians.size(); ++i)
                std::printf("%s\"%s\": %.6g", i == 0 ? "" : ", ", contestants[i].name, medians[i]);
            std::printf("}}\n");
        } else {
            std::printf("%-36s", what.c_str());
            for (std::size_t i = 0; i < medians.size(); ++i) {
                std::printf(" %s %s", contestants[i].name, human(medians[i]).c_str());
                if (i > 0) std::printf(" (x%.2f)", medians[i] / medians[0]);
            }
            std::printf("\n");
        }
        std::fflush(stdout);
        return medians;
    }

    /// A line of text beside the rows, for people only.
    void note(const std::string& text) const {
        if (!json_) std::printf("  %s\n", text.c_str());
    }

    static std::string human(seconds s) {
        char text[40];
        if (s < 1e-6) std::snprintf(text, sizeof text, "%6.1f ns", s * 1e9);
        else if (s < 1e-3) std::snprintf(text, sizeof text, "%6.2f us", s * 1e6);
        else if (s < 1) std::snprintf(text, sizeof text, "%6.2f ms", s * 1e3);
        else std::snprintf(text, sizeof text, "%6.2f s", s);
        return text;
    }

private:
    const char* name_;
    bool json_ = false;
};

}  // namespace bench
