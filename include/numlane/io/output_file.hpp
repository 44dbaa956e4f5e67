#pragma once

#include <atomic>
#include <cstdio>
#include <cstdlib>

#include "numlane/io/input_file.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

// Writes a file so that its path never shows half of it: the bytes go to a new file in the same directory, which
// commit() renames. Without commit() nothing remains. A path that is no regular file (a pipe, a device) is written to
// as it is. Throws io_error with the system's reason.
class output_file {
public:
    explicit output_file(const std::string& path) : path_(checked_path("save", path)), target_(path) {
        struct stat info;
        const bool exists = ::stat(path.c_str(), &info) == 0;
        if (exists && !S_ISREG(info.st_mode)) {
            fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
            if (fd_ < 0) fail("cannot write to", errno);
            return;
        }
        if (exists) {
            if (::access(path.c_str(), W_OK) != 0) fail("cannot write to", errno);
            follow_links();
        }
        open_temporary();
        // A file system without permissions refuses this, and there nothing is lost.
        if (exists && ::fchmod(fd_, info.st_mode & 0777) != 0) errno = 0;
    }
    ~output_file() {
        if (fd_ >= 0) ::close(fd_);
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }
    output_file(const output_file&) = delete;
    output_file& operator=(const output_file&) = delete;

    void write(const void* data, std::size_t size) {
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
    [[noreturn]] void fail(const char* what, int code) const {
        throw_errno(message({"save: ", what, " '", path_, "'"}), code);
    }

    // What a link points to is replaced, not the link.
    void follow_links() {
        char* real = ::realpath(path_.c_str(), nullptr);
        if (real == nullptr) fail("cannot resolve", errno);
        target_ = real;
        std::free(real);
    }

    void open_temporary() {
        static std::atomic<unsigned> counter{0};
        const std::string directory = target_.substr(0, target_.rfind('/') + 1);
        do {
            temporary_ = message({directory, ".numlane-", ::getpid(), "-", counter++});
            fd_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (fd_ < 0 && errno == EEXIST);
        if (fd_ < 0) fail("cannot create a file in the directory of", errno);
    }

    std::string path_;
    std::string target_;
    std::string temporary_;
    int fd_ = -1;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
