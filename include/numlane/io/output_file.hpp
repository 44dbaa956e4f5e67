#pragma once

#include <atomic>
#include <cstdio>

#include "numlane/io/follow_links.hpp"
#include "numlane/io/input_file.hpp"
#include "numlane/io/no_write_signals.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Writes a file so that its path never shows half of it: the bytes go to a new file in the same directory, which commit()
// renames; what a link points to is replaced, or made, not the link. Without commit() nothing remains; only a process that
// is killed leaves the new file. Written in place is only what cannot be replaced: what is no regular file (a pipe, a
// device), a file in a directory that takes no new ones, and one whose owner or group a new file may not have. Throws
// io_error with the system's reason.
class output_file {
public:
    explicit output_file(const std::string& path) : path_(checked_path("save", path)) {
        struct stat old;
        const bool exists = ::stat(path.c_str(), &old) == 0;
        if (!exists && errno != ENOENT) fail("cannot write to", errno);
        if (!open_replacement(exists ? &old : nullptr)) open_in_place();
    }
    ~output_file() { discard(); }
    output_file(const output_file&) = delete;
    output_file& operator=(const output_file&) = delete;

    void write(const void* data, std::size_t size) {
        const no_write_signals guard;
        const char* at = static_cast<const char*>(data);
        while (size > 0) {
            constexpr std::size_t most = std::size_t{1} << 30;
            const ssize_t done = ::write(fd_, at, size < most ? size : most);
            if (done < 0 && errno == EINTR) continue;
            if (done < 0) fail("cannot write to", errno);
            at += done;
            size -= static_cast<std::size_t>(done);
        }
    }

    // Gives the file its name; an error that the system reports only now (a full disk, say) is still thrown.
    void commit() {
        const int fd = fd_;
        fd_ = -1;
        if (::close(fd) != 0) fail("cannot write to", errno);
        if (temporary_.empty()) return;
        if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot rename a new file to", errno);
        temporary_.clear();
    }

private:
    [[noreturn]] void fail(const char* what, int code) {
        discard();
        throw_errno(message({"save: ", what, " '", path_, "'"}), code);
    }

    void discard() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
        temporary_.clear();
    }

    // Opens a new file; false if what there is must be written in place.
    bool open_replacement(const struct stat* old) {
        if (old != nullptr && !S_ISREG(old->st_mode)) return false;
        if (old != nullptr && ::access(path_.c_str(), W_OK) != 0) fail("cannot write to", errno);
        target_ = follow_links(path_);
        if (old != nullptr && !leads_to(*old)) return false;
        if (target_.empty()) fail("cannot resolve", errno);
        if (!open_temporary()) {
            if (old != nullptr && (errno == EACCES || errno == EPERM || errno == EROFS)) return false;
            fail("cannot create a file in the directory of", errno);
        }
        if (old == nullptr || take_over(*old)) return true;
        discard();
        return false;
    }

    void open_in_place() {
        fd_ = ::open(path_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
        if (fd_ < 0) fail("cannot write to", errno);
    }

    // False if target_ is another file: the links in /proc/self/fd may name one that has been removed.
    bool leads_to(const struct stat& old) {
        struct stat found;
        return !target_.empty() && ::stat(target_.c_str(), &found) == 0 && found.st_dev == old.st_dev &&
               found.st_ino == old.st_ino;
    }

    bool open_temporary() {
        static std::atomic<unsigned> counter{0};
        const std::string directory = target_.substr(0, target_.rfind('/') + 1);
        std::string name;
        do {
            name = message({directory, ".numlane-", ::getpid(), "-", counter++});
            fd_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (fd_ < 0 && errno == EEXIST);
        if (fd_ >= 0) temporary_ = name;
        return fd_ >= 0;
    }

    // Gives the new file the owner, group and permissions of the old one; false if it may not have that owner or group.
    bool take_over(const struct stat& old) {
        struct stat made;
        if (::fstat(fd_, &made) != 0) fail("cannot write to", errno);
        if ((made.st_uid != old.st_uid || made.st_gid != old.st_gid) && ::fchown(fd_, old.st_uid, old.st_gid) != 0)
            return false;
        // A file system without permissions refuses this, and there nothing is lost.
        if (::fchmod(fd_, old.st_mode & 0777) != 0) errno = 0;
        return true;
    }

    std::string path_;
    std::string target_;     // what links lead to from path_
    std::string temporary_;  // the new file until commit(); empty if path_ is written in place
    int fd_ = -1;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
