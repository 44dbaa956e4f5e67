#pragma once

#include <cstdio>
#include <string>

#include "numlane/core/version.hpp"
#include "numlane/parallel/budget.hpp"
#include "numlane/simd/control.hpp"

NUMLANE_BEGIN_NAMESPACE

/// What show_config prints: one "name: value" a line.
inline std::string config_text() {
    const auto list = [](const simd::target_names& names) {
        std::string text;
        for (const char* name : names) text += (text.empty() ? "" : " ") + std::string(name);
        return text;
    };
    std::string text = "numlane:   " NUMLANE_VERSION "\n";
#if defined(__clang__)
    text += "compiler:  clang " __clang_version__ "\n";
#elif defined(__GNUC__)
    text += "compiler:  g++ " __VERSION__ "\n";
#endif
    text += "SIMD:      Highway " + std::to_string(HWY_MAJOR) + "." + std::to_string(HWY_MINOR) + "." +
            std::to_string(HWY_PATCH) + "\n";
    text += "baseline:  " + std::string(detail::target_name(detail::compiled<detail::compiled_list>::baseline)) + "\n";
    text += "compiled:  " + list(simd::compiled_targets()) + "\n";
    text += "supported: " + list(simd::supported_targets()) + "\n";
    text += "active:    " + std::string(simd::active_target()) + "\n";
    text += "threads:   " + std::to_string(get_num_threads()) + "\n";
    text += "BLAS:      none\n";
    return text;
}

/// Prints to stdout the version, the compiler, the targets and the threads in use: numpy.show_config.
inline void show_config() { std::fputs(config_text().c_str(), stdout); }

NUMLANE_END_NAMESPACE
