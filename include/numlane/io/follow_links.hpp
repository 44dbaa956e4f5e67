#pragma once

#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "numlane/core/message.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// The path that symbolic links lead to from `path`, which need not exist: realpath refuses a link to a file that is yet to
// be made. Empty if they cannot be followed; errno says why.
inline std::string follow_links(std::string path) {
    constexpr std::size_t longest = 4096;
    char link[longest];
    for (int left = 40; left >= 0; --left) {  // as many as Linux follows
        const ssize_t size = ::readlink(path.c_str(), link, longest);
        if (size < 0) return errno == EINVAL || errno == ENOENT ? path : std::string();
        const std::string_view to(link, static_cast<std::size_t>(size));
        const std::string_view directory = std::string_view(path).substr(0, path.rfind('/') + 1);
        path = message({to.starts_with('/') ? std::string_view() : directory, to});
    }
    errno = ELOOP;
    return std::string();
}

}  // namespace detail

NUMLANE_END_NAMESPACE
