// expect: use of deleted function | call to deleted function
#include <memory>

#include "numlane/parallel/budget.hpp"

#ifdef FIXED
const numlane::thread_limit one(1);
#else
const auto one = std::make_unique<numlane::thread_limit>(1);  // may end after a limit that began earlier
#endif

int main() {}
