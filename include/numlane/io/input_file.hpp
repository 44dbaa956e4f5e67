#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>

#include "numlane/core/error.hpp"
#include "numlane/core/message.hpp"
#include "numlane/io/checked_path.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

[[noreturn]] NUMLANE_COLD inline void throw_errno(const std::string& what, int code) {
    throw io_error(message({what, ": ", std::strerror(code)}));
}

// A source of bytes: a file opened for reading. Throws io_error with the system's reason.
class input_file {
public:
    explicit input_file(const std::string& path)
        : path_(checked_path("load", path)), fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (fd_ < 0) throw_errno(message({"load: cannot open '", path_, "'"}), errno);
        struct stat info;
        if (::fstat(fd_, &info) != 0) info.st_mode = 0;
        if (S_ISREG(info.st_mode)) {
            left_ = static_cast<std::size_t>(info.st_size);
            size_known_ = true;
        }
    }
    ~input_file() { ::close(fd_); }
    input_file(const input_file&) = delete;
    input_file& operator=(const input_file&) = delete;

    // Reads `size` bytes, fewer only at the end; returns how many.
    std::size_t read(void* out, std::size_t size) {
        std::size_t done = 0;
        while (done < size) {
            constexpr std::size_t most = std::size_t{1} << 30;  // the system takes less than 2 GiB at once
            const std::size_t wanted = size - done < most ? size - done : most;
            const ssize_t got = ::read(fd_, static_cast<char*>(out) + done, wanted);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw_errno(message({"load: cannot read '", path_, "'"}), errno);
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        left_ -= done < left_ ? done : left_;
        return done;
    }

    // True if the file says how long it is; a pipe or a device does not.
    bool size_known() const { return size_known_; }
    // The bytes not read yet, when the size is known.
    std::size_t left() const { return left_; }

private:
    std::string path_;
    int fd_;
    std::size_t left_ = 0;
    bool size_known_ = false;
};

// A source of bytes that stands in memory.
class input_memory {
public:
    input_memory(const void* data, std::size_t size) : data_(static_cast<const char*>(data)), left_(size) {}

    std::size_t read(void* out, std::size_t size) {
        if (size > left_) size = left_;
        if (size > 0) std::memcpy(out, data_, size);
        data_ += size;
        left_ -= size;
        return size;
    }

    bool size_known() const { return true; }
    std::size_t left() const { return left_; }

private:
    const char* data_;
    std::size_t left_;
};

}  // namespace detail

NUMLANE_END_NAMESPACE
