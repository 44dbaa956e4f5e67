#pragma once

#include "numlane/parallel/budget.hpp"

// Sets the budget of the process for one test; more threads than the machine has CPUs are welcome there.
class budget_guard {
public:
    explicit budget_guard(int n) : before_(numlane::get_num_threads()) { numlane::set_num_threads(n); }
    ~budget_guard() { numlane::set_num_threads(before_); }
    budget_guard(const budget_guard&) = delete;
    budget_guard& operator=(const budget_guard&) = delete;

private:
    int before_;
};
