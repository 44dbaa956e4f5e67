#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "numlane/core/message.hpp"

// The CPU quota of Linux's cgroups, versions 1 and 2: what a container is given of the machine.
NUMLANE_BEGIN_NAMESPACE
namespace detail {

/// The text of a small file; empty if it cannot be read.
NUMLANE_COLD inline std::string read_text(const std::string& path) {
    std::string text;
    if (std::FILE* file = std::fopen(path.c_str(), "re")) {
        char buffer[4096];
        for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
        std::fclose(file);
    }
    return text;
}

/// Takes what stands before the next `end` off the front of `text`.
NUMLANE_COLD inline std::string_view take_until(std::string_view& text, char end) {
    const std::string_view taken = text.substr(0, text.find(end));
    text.remove_prefix(taken.size() < text.size() ? taken.size() + 1 : text.size());
    return taken;
}

/// Whether `word` is one of those in `list`, which are parted by commas.
NUMLANE_COLD inline bool lists(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        if (take_until(list, ',') == word) return true;
    }
    return false;
}

/// A path as it is: mountinfo writes a blank or a backslash in it as a backslash and three octal digits.
NUMLANE_COLD inline std::string unescaped(std::string_view text) {
    std::string path(text.data(), text.size());
    std::size_t length = 0;
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '7'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && digit(i + 1) && digit(i + 2) && digit(i + 3)) {
            path[length++] = char((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            path[length++] = text[i];
        }
    }
    return message({std::string_view(path).substr(0, length)});
}

/// Whether `path` is that of the group, or of one in it.
NUMLANE_COLD inline bool lies_in(std::string_view path, std::string_view group) {
    return path.substr(0, group.size()) == group && (path.size() == group.size() || path[group.size()] == '/');
}

/// The CPUs, rounded up, that the group in `directory` may use; 0 if it has no quota of its own.
NUMLANE_COLD inline int quota_of_group(const std::string& directory, bool v2) {
    const std::string quota_text = read_text(message({directory, v2 ? "/cpu.max" : "/cpu.cfs_quota_us"}));
    char* rest = nullptr;
    const long long quota = std::strtoll(quota_text.c_str(), &rest, 10);  // 0 for "max", -1 for none
    const long long period =
        v2 ? std::strtoll(rest, nullptr, 10)
           : std::strtoll(read_text(message({directory, "/cpu.cfs_period_us"})).c_str(), nullptr, 10);
    if (quota <= 0 || period <= 0) return 0;
    const long long cpus = (quota - 1) / period + 1;
    return cpus < 1'000'000 ? int(cpus) : 0;
}

/// The least quota of the group `path` and those around it, up to the mount point; 0 if there is none.
NUMLANE_COLD inline int quota_below(std::string_view mount, std::string_view path, bool v2) {
    int least = 0;
    for (;;) {
        const int cpus = quota_of_group(message({mount, path}), v2);
        if (cpus != 0 && (least == 0 || cpus < least)) least = cpus;
        if (path.empty()) return least;
        const std::size_t last = path.rfind('/');
        path = path.substr(0, last == path.npos ? 0 : last);
    }
}

/// The quota by a line of /proc/self/mountinfo, if it mounts the hierarchy in which this process is in group `path`.
NUMLANE_COLD inline int quota_at_mount(std::string_view line, std::string_view path, bool v2, const std::string& root) {
    const std::size_t dash = line.find(" - ");
    if (dash == line.npos) return 0;
    std::string_view kind = line.substr(dash + 3);
    const std::string_view type = take_until(kind, ' ');
    take_until(kind, ' ');
    if (v2 ? type != "cgroup2" : type != "cgroup" || !lists(take_until(kind, ' '), "cpu")) return 0;
    for (int skipped = 0; skipped < 3; ++skipped) take_until(line, ' ');
    // The group that is mounted, in a container often its own.
    const std::string group = unescaped(take_until(line, ' '));
    const std::string mount = unescaped(take_until(line, ' '));
    if (group != "/") path = lies_in(path, group) ? path.substr(group.size()) : std::string_view();
    if (path == "/" || path.substr(0, 3) == "/..") path = {};
    return quota_below(message({root, mount}), path, v2);
}

/// The CPUs that the cgroup of this process may use, rounded up; 0 if there is no quota. The files are looked for below
/// `root`.
NUMLANE_COLD inline int cgroup_cpus(const std::string& root = {}) {
    const std::string groups = read_text(message({root, "/proc/self/cgroup"}));
    if (groups.empty()) return 0;
    const std::string mounts = read_text(message({root, "/proc/self/mountinfo"}));
    int least = 0;
    for (std::string_view group_lines = groups; !group_lines.empty();) {
        std::string_view line = take_until(group_lines, '\n');
        const bool v2 = take_until(line, ':') == "0";
        if (!lists(take_until(line, ':'), "cpu") && !v2) continue;
        for (std::string_view mount_lines = mounts; !mount_lines.empty();) {
            const int cpus = quota_at_mount(take_until(mount_lines, '\n'), line, v2, root);
            if (cpus != 0 && (least == 0 || cpus < least)) least = cpus;
        }
    }
    return least;
}

}  // namespace detail
NUMLANE_END_NAMESPACE
