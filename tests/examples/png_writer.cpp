#include "mandelbrot/png_writer.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <png.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "mandelbrot/colormap.hpp"
#include "mandelbrot/output_path.hpp"
#include "test.hpp"

namespace {

// A directory of its own for each test, removed at its end.
struct temporary_directory {
    std::string path = "/tmp/numlane-png-XXXXXX";
    temporary_directory() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
    ~temporary_directory() {
        for (const std::string& name : files()) ::unlink((path + "/" + name).c_str());
        ::rmdir(path.c_str());
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        DIR* const directory = ::opendir(path.c_str());
        while (const dirent* entry = ::readdir(directory))
            if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
                names.push_back(entry->d_name);
        ::closedir(directory);
        return names;
    }
};

mandelbrot::rgb color_of(int row, int column) {
    return {std::uint8_t(row * 7), std::uint8_t(column * 3), std::uint8_t(row ^ column)};
}

void write_row_of_five(const std::string& path) {
    mandelbrot::png_writer png(path, 5, 1);
    png.write_row(std::vector<mandelbrot::rgb>(5).data());
    png.finish();
}

}  // namespace

TEST_CASE("a picture reads back as it was written") {
    const temporary_directory directory;
    const std::string path = directory.path + "/a.png";
    constexpr int width = 61, height = 37;
    {
        mandelbrot::png_writer png(path, width, height);
        std::vector<mandelbrot::rgb> row(width);
        for (int j = 0; j < height; ++j) {
            for (int i = 0; i < width; ++i) row[std::size_t(i)] = color_of(j, i);
            png.write_row(row.data());
        }
        CHECK(directory.files().size() == 1);
        CHECK(::access(path.c_str(), F_OK) != 0);
        png.finish();
    }
    CHECK(directory.files() == std::vector<std::string>{"a.png"});
    struct stat info;
    REQUIRE(::stat(path.c_str(), &info) == 0);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    CHECK((info.st_mode & 0777) == (0666 & ~mask));

    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_file(&image, path.c_str()) != 0);
    CHECK(image.width == width);
    CHECK(image.height == height);
    image.format = PNG_FORMAT_RGB;
    std::vector<mandelbrot::rgb> pixels(width * height);
    REQUIRE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) != 0);
    for (int j = 0; j < height; ++j)
        for (int i = 0; i < width; ++i) REQUIRE(pixels[std::size_t(j * width + i)] == color_of(j, i));
}

TEST_CASE("nothing remains of a picture that is not finished") {
    const temporary_directory directory;
    {
        mandelbrot::png_writer png(directory.path + "/a.png", 5, 5);
        const std::vector<mandelbrot::rgb> row(5);
        png.write_row(row.data());
    }
    CHECK(directory.files().empty());
    {
        mandelbrot::png_writer png(directory.path + "/a.png", 5, 5);
        CHECK_THROWS_AS(png.finish(), std::runtime_error);  // rows are missing
    }
    CHECK(directory.files().empty());
}

TEST_CASE("a picture replaces what a link points to, not the link") {
    const temporary_directory directory, elsewhere;
    const std::string link = directory.path + "/a.png", file = elsewhere.path + "/b.png";
    std::fclose(std::fopen(file.c_str(), "w"));
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    REQUIRE(::symlink(file.c_str(), link.c_str()) == 0);
    write_row_of_five(link);
    struct stat info;
    REQUIRE(::lstat(link.c_str(), &info) == 0);
    CHECK(S_ISLNK(info.st_mode));
    REQUIRE(::lstat(file.c_str(), &info) == 0);
    CHECK(info.st_size > 0);
    CHECK((info.st_mode & 0777) == 0640);
    CHECK(elsewhere.files() == std::vector<std::string>{"b.png"});
}

TEST_CASE("a picture makes the file that a link points to, and a loop of links is an error") {
    const temporary_directory directory, elsewhere;
    const std::string link = directory.path + "/a.png", file = elsewhere.path + "/b.png";
    REQUIRE(::symlink(file.c_str(), link.c_str()) == 0);
    write_row_of_five(link);
    struct stat info;
    REQUIRE(::lstat(link.c_str(), &info) == 0);
    CHECK(S_ISLNK(info.st_mode));
    CHECK(elsewhere.files() == std::vector<std::string>{"b.png"});

    const std::string loop = directory.path + "/loop.png";
    REQUIRE(::symlink("loop.png", loop.c_str()) == 0);
    const std::string refusal = "cannot write " + loop + ": Too many levels of symbolic links";
    CHECK_THROWS_WITH(write_row_of_five(loop), refusal);
    CHECK_THROWS_WITH(mandelbrot::check_writable(loop), refusal);
    CHECK(directory.files().size() == 2);
}

TEST_CASE("a NUL in the name of a picture is refused") {
    const temporary_directory directory;
    const std::string path = directory.path + std::string("/a\0.png", 7);
    CHECK_THROWS_WITH(write_row_of_five(path), "cannot write " + directory.path + "/a\\x00.png: the name holds a NUL");
    CHECK_THROWS_AS(mandelbrot::check_writable(path), std::runtime_error);
    CHECK(directory.files().empty());
}

TEST_CASE("a picture that replaces a file keeps its owner; where it may not, it is written in place") {
    if (::geteuid() != 0) return;
    const temporary_directory directory;
    const std::string path = directory.path + "/a.png";
    std::fclose(std::fopen(path.c_str(), "w"));
    if (::chown(path.c_str(), 54321, 12345) != 0) return;  // a container without that right
    struct stat before, after;
    const auto written_by = [&](uid_t user) {
        REQUIRE(::stat(path.c_str(), &before) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            if (::setuid(user) != 0) ::_exit(1);
            try {
                mandelbrot::check_writable(path);
                write_row_of_five(path);
            } catch (const std::runtime_error&) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        int result = -1;
        REQUIRE(::waitpid(child, &result, 0) == child);
        REQUIRE(::stat(path.c_str(), &after) == 0);
        CHECK(after.st_uid == 54321);
        CHECK(after.st_gid == 12345);
        CHECK(after.st_size > 0);
        CHECK(directory.files().size() == 1);
        return result == 0;
    };
    CHECK(written_by(0));
    CHECK(after.st_ino != before.st_ino);
    REQUIRE(::chmod(path.c_str(), 0666) == 0);
    REQUIRE(::chmod(directory.path.c_str(), 0755) == 0);
    CHECK(written_by(54322));  // in a directory that takes no new files of that user
    CHECK(after.st_ino == before.st_ino);
    REQUIRE(::chmod(directory.path.c_str(), 01777) == 0);
    CHECK(written_by(54322));  // of another owner
    CHECK(after.st_ino == before.st_ino);
}

TEST_CASE("a picture is written through a pipe and to a device") {
    const temporary_directory directory;
    const std::string pipe = directory.path + "/a.png", full = directory.path + "/full.png";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const int fd = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK);
    REQUIRE(fd >= 0);
    write_row_of_five(pipe);
    unsigned char head[4];
    CHECK(::read(fd, head, sizeof head) == sizeof head);
    CHECK(std::memcmp(head, "\x89PNG", 4) == 0);
    ::close(fd);
    struct stat info;
    REQUIRE(::lstat(pipe.c_str(), &info) == 0);
    CHECK(S_ISFIFO(info.st_mode));

    REQUIRE(::symlink("/dev/full", full.c_str()) == 0);
    CHECK_THROWS_WITH(write_row_of_five(full), "cannot write " + full + ": No space left on device");
    CHECK(directory.files().size() == 2);
}

TEST_CASE("a picture that cannot be written says why") {
    CHECK_THROWS_WITH(mandelbrot::png_writer("/nonexistent/a.png", 5, 5),
                      "cannot write /nonexistent/a.png: No such file or directory");
}
