#pragma once

#include <chrono>

namespace mandelbrot {

/// A bar on stderr, if that is a terminal, for work that takes longer than a second.
class progress {
public:
    progress(const char* what, double total, bool quiet);
    ~progress();
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;

    /// So much of the total is done.
    void show(double done);

private:
    using clock = std::chrono::steady_clock;

    const char* what_;
    double total_;
    bool enabled_;
    bool visible_ = false;
    clock::time_point start_ = clock::now();
    clock::time_point next_ = start_ + std::chrono::seconds(1);
};

}  // namespace mandelbrot
