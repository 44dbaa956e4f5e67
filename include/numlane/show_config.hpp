#pragma once

#include <cstdio>
#include <string>

#include "numlane/blas/choice.hpp"
#include "numlane/core/version.hpp"
#include "numlane/parallel/budget.hpp"
#include "numlane/simd/control.hpp"

NUMLANE_BEGIN_NAMESPACE

/// The provider of BLAS and what is known of it. A template, so that only programs that ask pay for the loader.
template <class Library = process::blas_library_v1>
std::string blas_text() {
    const blas::provider_info info = blas::info<Library>();
    std::string text = info.provider;
    if (!info.path.empty()) text += detail::message({", ", info.path});
    if (!info.version.empty()) text += detail::message({", ", info.version});
    if (info.integer_bits != 0) text += detail::message({", ", info.integer_bits, "-bit integers"});
    if (info.native_products) text += ", native products";
    text += detail::message({", ", info.threads, info.threads == 1 ? " thread" : " threads"});
    return text += info.lapack ? ", LAPACK" : "";
}

/// What show_config prints: one "name: value" a line.
template <class Library = process::blas_library_v1>
std::string config_text() {
    const auto list = [](const simd::target_names& names) {
        std::string text;
        for (const char* name : names) text += detail::message({text.empty() ? "" : " ", name});
        return text;
    };
    std::string text = "numlane:   " NUMLANE_VERSION "\n";
#if defined(__clang__)
    text += "compiler:  clang " __clang_version__ "\n";
#elif defined(__GNUC__)
    text += "compiler:  g++ " __VERSION__ "\n";
#endif
    using targets = detail::compiled<detail::compiled_list>;
    text += detail::message({"SIMD:      ", detail::backend_name(), "\n"});
    text += detail::message(
        {"baseline:  ", detail::target_name(targets::baseline), detail::target_remark(targets::baseline), "\n"});
    text += detail::message({"compiled:  ", list(simd::compiled_targets()), "\n"});
    text += detail::message({"supported: ", list(simd::supported_targets()), "\n"});
    text += detail::message({"active:    ", simd::active_target(), "\n"});
    text += detail::message({"threads:   ", get_num_threads(), "\n"});
    text += detail::message({"BLAS:      ", blas_text<Library>(), "\n"});
    return text;
}

/// Prints to stdout the version, the compiler, the targets, the threads and the BLAS in use: numpy.show_config.
template <class Library = process::blas_library_v1>
void show_config() {
    std::fputs(config_text<Library>().c_str(), stdout);
}

NUMLANE_END_NAMESPACE
