#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "numlane/core/error.hpp"
#include "numlane/simd/names.hpp"
#include "numlane/simd/targets.hpp"

NUMLANE_BEGIN_NAMESPACE
namespace detail {

// The names of the given targets, best first: "AVX3, AVX2, SSE4".
NUMLANE_COLD inline std::string join_names(std::int64_t bits) {
    std::string names;
    for (; bits != 0; bits &= bits - 1) {
        if (!names.empty()) names += ", ";
        names += target_name(bits & -bits);
    }
    return names;
}

// The compiled targets that this CPU has. The baseline is always among them.
NUMLANE_COLD inline std::int64_t usable_targets() {
    using list = compiled<compiled_list>;
    // Where the baseline is all there is, a program needs no more of Highway than its headers.
    if constexpr (list::count == 1) return list::baseline;
    else return (cpu_targets() & list::bits) | list::baseline;
}

// The bit of the target called name[0..length), or 0 if it is none of `among`.
NUMLANE_COLD inline std::int64_t find_target(const char* name, std::size_t length, std::int64_t among) {
    for (; among != 0; among &= among - 1) {
        const char* candidate = target_name(among & -among);
        if (std::strlen(candidate) == length && std::strncmp(candidate, name, length) == 0) return among & -among;
    }
    return 0;
}

// `bit` and everything below it.
constexpr std::int64_t at_most(std::int64_t bit) { return ~(bit - 1); }

NUMLANE_COLD inline void warn_of_target(const char* variable, const char* value, std::size_t length,
                                        std::int64_t usable) {
    std::fprintf(stderr, "numlane: %s names the target \"%.*s\"; this program has %s on this CPU\n", variable,
                 int(length), value, join_names(usable).c_str());
}

NUMLANE_COLD inline void warn_of_baseline(const char* value, std::size_t length) {
    std::fprintf(stderr, "numlane: NUMLANE_DISABLE_TARGETS names %.*s, the baseline, which is always there\n",
                 int(length), value);
}

// What NUMLANE_TARGET and NUMLANE_DISABLE_TARGETS leave of the usable targets. The baseline cannot be disabled. With `warn`,
// says on stderr what is wrong with their values.
NUMLANE_COLD NUMLANE_FUNCTION std::int64_t targets_from_environment(bool warn);
#if NUMLANE_DEFINITIONS
NUMLANE_FUNCTION std::int64_t targets_from_environment(bool warn) {
    const std::int64_t usable = usable_targets();
    std::int64_t allowed = usable;
    if (const char* cap = std::getenv("NUMLANE_TARGET"); cap != nullptr && *cap != '\0') {
        if (const std::int64_t bit = find_target(cap, std::strlen(cap), usable)) allowed &= at_most(bit);
        else if (warn) warn_of_target("NUMLANE_TARGET", cap, std::strlen(cap), usable);
    }
    if (const char* item = std::getenv("NUMLANE_DISABLE_TARGETS")) {
        while (*item != '\0') {
            const std::size_t length = std::strcspn(item, ", ");
            // A target that the program has and this CPU lacks may be disabled too.
            if (length != 0) {
                const std::int64_t bit = find_target(item, length, usable | compiled<compiled_list>::bits);
                allowed &= ~bit;
                if (warn && bit == compiled<compiled_list>::baseline) warn_of_baseline(item, length);
                else if (warn && bit == 0) warn_of_target("NUMLANE_DISABLE_TARGETS", item, length, usable);
            }
            item += length + (item[length] != '\0');
        }
    }
    return allowed | compiled<compiled_list>::baseline;
}
#endif

}  // namespace detail
NUMLANE_END_NAMESPACE
