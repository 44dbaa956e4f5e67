#pragma once

#include "numlane/core/config.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {
inline int cgroup_cpus() { return 0; }
}  // namespace detail
NUMLANE_END_NAMESPACE
