#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "numlane/io/npy.hpp"
#include "test.hpp"

namespace fs = std::filesystem;

namespace {

struct scratch {
    scratch() {
        std::string name = (fs::temp_directory_path() / "numlane-over-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~scratch() {
        fs::permissions(path, fs::perms::owner_all);
        fs::remove_all(path);
    }

    std::string operator/(const char* name) const { return (path / name).string(); }
    std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }

    fs::path path;
};

const nl::array<double, 1> two{1, 2};

bool holds_two(const std::string& path) {
    const nl::array<double, 1> a = nl::load<double, 1>(path);
    return a.size() == 2 && a(0) == 1 && a(1) == 2;
}

std::string reason(const std::string& path, const nl::array<double, 1>& a = two) {
    try {
        nl::save(path, a);
    } catch (const nl::io_error& e) {
        return e.what();
    }
    return "saved";
}

struct stat status(const std::string& path) {
    struct stat info;
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return info;
}

// True if a process without root's rights can save to the path.
[[maybe_unused]] bool another_user_saves(const std::string& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        const bool ready = ::geteuid() != 0 || (::setgid(54321) == 0 && ::setuid(54321) == 0);
        ::_exit(ready && reason(path) == "saved" ? 0 : 1);
    }
    int result = -1;
    return ::waitpid(child, &result, 0) == child && result == 0;
}

}  // namespace

TEST_CASE("save makes the file that a link points to") {
    const scratch folder;
    fs::create_directory(folder / "d");
    fs::create_symlink("d/b.npy", folder / "a.npy");
    fs::create_symlink("../c.npy", folder / "d/b.npy");
    for (int time = 0; time < 2; ++time) {
        nl::save(folder / "a.npy", two);
        CHECK(fs::is_symlink(folder / "a.npy"));
        CHECK(fs::is_symlink(folder / "d/b.npy"));
        CHECK(fs::is_regular_file(folder / "c.npy"));
        CHECK(holds_two(folder / "c.npy"));
        CHECK(folder.files() == 3);
    }
    fs::create_symlink("none/x.npy", folder / "x.npy");
    CHECK(reason(folder / "x.npy").find("x.npy': No such file or directory") != std::string::npos);
    CHECK(fs::is_symlink(folder / "x.npy"));
}

TEST_CASE("a loop of links is an error and stays") {
    const scratch folder;
    fs::create_symlink("b.npy", folder / "a.npy");
    fs::create_symlink("a.npy", folder / "b.npy");
    CHECK(reason(folder / "a.npy") == "save: cannot write to '" + (folder / "a.npy") + "': " + std::strerror(ELOOP));
    CHECK(fs::is_symlink(folder / "a.npy"));
    CHECK(folder.files() == 2);
}

TEST_CASE("a file that links name no more is written in place") {
    const scratch folder;
    const int fd = ::open((folder / "gone.npy").c_str(), O_RDWR | O_CREAT, 0600);
    REQUIRE(fd >= 0);
    ::unlink((folder / "gone.npy").c_str());
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    if (fs::exists(link)) {
        fs::create_symlink(link, folder / "a.npy");
        nl::save(folder / "a.npy", two);
        CHECK(holds_two(folder / "a.npy"));
        CHECK(folder.files() == 1);
    }
    ::close(fd);
}

TEST_CASE("root leaves a file its owner and group") {
    if (::geteuid() != 0) return;
    const scratch folder;
    nl::save(folder / "a.npy", nl::array<double, 1>{3});
    if (::chown((folder / "a.npy").c_str(), 54321, 12345) != 0) return;  // a container without that right
    fs::permissions(folder / "a.npy", fs::perms(0640));
    nl::save(folder / "a.npy", two);
    CHECK(holds_two(folder / "a.npy"));
    const struct stat info = status(folder / "a.npy");
    CHECK(info.st_uid == 54321);
    CHECK(info.st_gid == 12345);
    CHECK((info.st_mode & 07777) == 0640);
}

#ifndef __EMSCRIPTEN__  // no fork, no threads
TEST_CASE("a file that cannot be replaced is written in place") {
    const scratch folder;
    nl::save(folder / "a.npy", nl::array<double, 1>{3, 4, 5, 6});
    fs::permissions(folder / "a.npy", fs::perms(0666));
    const struct stat before = status(folder / "a.npy");

    SECTION("in a directory that takes no new files") {
        fs::permissions(folder.path, fs::perms(0555));
        CHECK(another_user_saves(folder / "a.npy"));
        CHECK_FALSE(another_user_saves(folder / "new.npy"));
    }
    SECTION("of an owner that a new file may not have") {
        fs::permissions(folder.path, fs::perms(01777));
        CHECK(another_user_saves(folder / "a.npy"));
    }
    CHECK(holds_two(folder / "a.npy"));
    CHECK(fs::file_size(folder / "a.npy") == 128 + 2 * sizeof(double));
    CHECK(status(folder / "a.npy").st_uid == before.st_uid);
    CHECK(folder.files() == 1);
}

TEST_CASE("a pipe whose reader goes away is an error, and no signal") {
    const scratch folder;
    const std::string pipe = folder / "pipe.npy";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::string text;
    bool pending = true;
    std::thread writer([&] {
        text = reason(pipe, nl::array<double, 1>(nl::detail::zeroed{}, nl::dims<1>(300000)));
        sigset_t set;
        sigpending(&set);
        pending = sigismember(&set, SIGPIPE) != 0;
    });
    std::ifstream(pipe).get();
    writer.join();
    CHECK(text == "save: cannot write to '" + pipe + "': Broken pipe");
    CHECK_FALSE(pending);
}
#endif
