#include "mandelbrot/output_path.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "mandelbrot/options.hpp"

namespace mandelbrot {

output_format format_of(const std::string& path) {
    const auto ends_in = [&](const char* ending) {
        return path.size() > 4 && strcasecmp(path.c_str() + path.size() - 4, ending) == 0;
    };
    return ends_in(".png") ? output_format::png : ends_in(".npy") ? output_format::npy : output_format::unknown;
}

std::string directory_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

std::string target_of(const std::string& path) {
    char* const real = ::realpath(path.c_str(), nullptr);
    if (real == nullptr) return path;
    const std::string target = real;
    std::free(real);
    return target;
}

void check_writable(const std::string& path) {
    const auto fail = [&](int code) { throw usage_error("cannot write " + path + ": " + std::strerror(code)); };
    struct stat info;
    if (::stat(path.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode)) fail(EISDIR);
        if (::access(path.c_str(), W_OK) != 0) fail(errno);
        if (!S_ISREG(info.st_mode)) return;
    }
    // The file itself appears only when it is complete; whether it can, another one in its place tells.
    std::string probe = directory_of(target_of(path)) + ".mandelbrot-XXXXXX";
    const int fd = ::mkstemp(probe.data());
    if (fd < 0) fail(errno);
    ::close(fd);
    ::unlink(probe.c_str());
}

}  // namespace mandelbrot
