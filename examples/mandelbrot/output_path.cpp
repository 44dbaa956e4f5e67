#include "mandelbrot/output_path.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "mandelbrot/one_line.hpp"
#include "mandelbrot/options.hpp"

namespace mandelbrot {
namespace {

[[noreturn]] void refuse(const std::string& path, int code) {
    throw usage_error("cannot write " + path + ": " + std::strerror(code));
}

// What is at path, if anything is.
std::optional<struct stat> existing(const std::string& path) {
    if (path.find('\0') != std::string::npos)
        throw usage_error("cannot write " + one_line(path) + ": the name holds a NUL");
    struct stat info;
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (exists ? ::access(path.c_str(), W_OK) != 0 : errno != ENOENT) refuse(path, errno);
    return exists ? std::optional(info) : std::nullopt;
}

// With a slash at its end, unless it is the present one.
std::string directory_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

// The path that symbolic links lead to, whether or not there is a file yet: realpath refuses where there is none.
std::string target_of(const std::string& path) {
    constexpr std::size_t longest = 4096;
    char link[longest];
    std::string target = path;
    for (int left = 40; left >= 0; --left) {  // as many as Linux follows
        const ssize_t size = ::readlink(target.c_str(), link, longest);
        if (size < 0 && (errno == EINVAL || errno == ENOENT)) return target;
        if (size < 0) refuse(path, errno);
        target = (link[0] == '/' ? std::string() : directory_of(target)) + std::string(link, std::size_t(size));
    }
    refuse(path, ELOOP);
}

// The links in /proc/self/fd may name a file that has been removed.
bool is_file(const std::string& path, const struct stat& file) {
    struct stat found;
    return ::stat(path.c_str(), &found) == 0 && found.st_dev == file.st_dev && found.st_ino == file.st_ino;
}

// Makes a file where links lead to from path. False if what there is must be written in place instead.
bool make_temporary(open_output& output, const std::string& path, const std::optional<struct stat>& old) {
    if (old && !S_ISREG(old->st_mode)) return false;
    output.target = target_of(path);
    if (old && !is_file(output.target, *old)) return false;
    std::string name = directory_of(output.target) + ".mandelbrot-XXXXXX";
    output.fd = ::mkstemp(name.data());
    if (output.fd < 0 && old && (errno == EACCES || errno == EPERM || errno == EROFS)) return false;
    if (output.fd < 0) refuse(path, errno);
    output.temporary = name;
    return true;
}

// Gives the new file the owner, group and permissions of the old one, if there is one; false if it may not have these.
bool take_over(int fd, const std::optional<struct stat>& old) {
    struct stat made;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const bool owned = !old || (::fstat(fd, &made) == 0 && made.st_uid == old->st_uid && made.st_gid == old->st_gid) ||
                       ::fchown(fd, old->st_uid, old->st_gid) == 0;
    // A file system without permissions refuses this, and there nothing is lost.
    if (owned && ::fchmod(fd, old ? old->st_mode & 0777 : 0666 & ~mask) != 0) errno = 0;
    return owned;
}

void discard(open_output& output) {
    ::close(output.fd);
    ::unlink(output.temporary.c_str());
    output = {};
}

}  // namespace

output_format format_of(const std::string& path) {
    if (path.size() <= 4) return output_format::unknown;
    const char* const ending = path.c_str() + path.size() - 4;
    if (strcasecmp(ending, ".png") == 0) return output_format::png;
    // nl::save, as NumPy, takes .NPY for a part of the name and appends .npy.
    return std::strcmp(ending, ".npy") == 0 ? output_format::npy : output_format::unknown;
}

void check_writable(const std::string& path) {
    const std::optional<struct stat> old = existing(path);
    if (old && S_ISDIR(old->st_mode)) refuse(path, EISDIR);
    // The file itself appears only when it is complete; whether it can, another one in its place tells.
    open_output probe;
    if (make_temporary(probe, path, old)) discard(probe);
}

open_output open_for_writing(const std::string& path) {
    const std::optional<struct stat> old = existing(path);
    open_output output;
    if (make_temporary(output, path, old)) {
        if (take_over(output.fd, old)) return output;
        discard(output);
    }
    output.fd = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (output.fd < 0) refuse(path, errno);
    return output;
}

}  // namespace mandelbrot
