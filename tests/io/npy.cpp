#include "numlane/io/npy.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <complex>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "numlane/ufunc.hpp"
#include "test.hpp"

namespace fs = std::filesystem;

namespace {

// A directory that lives as long as the test.
struct scratch {
    scratch() {
        std::string name = (fs::temp_directory_path() / "numlane-test-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~scratch() { fs::remove_all(path); }

    std::string operator/(const char* name) const { return (path / name).string(); }
    std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }

    fs::path path;
};

std::string file_of(const std::string& header, const std::string& data, char version = 1) {
    std::string out = std::string("\x93NUMPY") + version + '\0';
    for (int byte = 0; byte < (version == 1 ? 2 : 4); ++byte)
        out += static_cast<char>(header.size() >> (8 * byte) & 255);
    return out + header + data;
}

std::string header_of(const std::string& descr, const std::string& shape, bool fortran = false) {
    return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape +
           "}\n";
}

template <class T, int R = nl::dynamic>
nl::array<T, R> from_bytes(const std::string& bytes) {
    return nl::detail::load_npy_bytes<T, R>(bytes.data(), bytes.size());
}

template <class Error = nl::io_error, class F>
std::string reason(F&& f) {
    try {
        f();
    } catch (const Error& e) {
        return e.what();
    }
    return "not the expected error";
}

template <class T>
std::string refusal(const std::string& bytes) {
    return reason([&] { from_bytes<T>(bytes); });
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

template <class A, class B>
bool same(const A& a, const B& b) {
    return a.shape() == nl::dims<>(b.shape()) && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace

TEMPLATE_TEST_CASE("what is saved is loaded again", "", bool, std::int8_t, std::int16_t, std::int32_t, std::int64_t,
                   std::uint8_t, std::uint16_t, std::uint32_t, std::uint64_t, float, double, std::complex<float>,
                   std::complex<double>) {
    const scratch folder;
    for (const nl::dims<>& shape :
         {nl::dims<>(), nl::dims<>(0), nl::dims<>(5), nl::dims<>(2, 3), nl::dims<>(2, 0, 3)}) {
        nl::array<TestType> a(nl::detail::uninitialized{}, shape);
        int next = 0;
        for (TestType& x : a) x = static_cast<TestType>(static_cast<nl::real_t<TestType>>(next++ % 3));
        nl::save(folder / "a.npy", a);
        CHECK(same(nl::load<TestType>(folder / "a.npy"), a));
        CHECK(folder.files() == 1);
    }
}

TEST_CASE("save writes views and selections in C order and appends the extension, load gives a fixed rank") {
    const scratch folder;
    const nl::array<std::int32_t, 2> a{{1, 2, 3}, {4, 5, 6}};
    nl::save(folder / "turned", a.transpose());
    CHECK(fs::exists(folder / "turned.npy"));
    const nl::array<std::int32_t, 2> t = nl::load<std::int32_t, 2>(folder / "turned.npy");
    CHECK(same(t, nl::array<std::int32_t, 2>{{1, 4}, {2, 5}, {3, 6}}));
    nl::save(folder / "some.npy", a(nl::array<bool, 2>{{false, true, true}, {false, false, true}}));
    CHECK(same(nl::load<std::int32_t>(folder / "some.npy"), nl::array<std::int32_t>{2, 3, 6}));
    CHECK(contains(reason<nl::shape_error>([&] { nl::load<std::int32_t, 1>(folder / "turned.npy"); }),
                   "holds an array of shape (3, 2), not one of 1 axis"));
}

TEST_CASE("either order of the bytes and of the axes is read") {
    CHECK(same(from_bytes<std::int16_t>(file_of(header_of(">i2", "(2,)"), {0, 1, 2, 0})),
               nl::array<std::int16_t>{1, 512}));
    CHECK(same(from_bytes<std::int16_t>(file_of(header_of("<i2", "(2,)"), {0, 1, 2, 0})),
               nl::array<std::int16_t>{256, 2}));
    const auto big =
        from_bytes<std::complex<float>>(file_of(header_of(">c8", "()"), {0x3f, '\x80', 0, 0, 0x40, 0, 0, 0}));
    CHECK(*big.data() == std::complex<float>(1, 2));
    CHECK(same(from_bytes<std::int8_t>(file_of(header_of("|i1", "(2, 3)", true), {1, 2, 3, 4, 5, 6})),
               nl::array<std::int8_t>{{1, 3, 5}, {2, 4, 6}}));
    CHECK(same(from_bytes<std::int8_t, 3>(file_of(header_of("|i1", "(2, 1, 2)", true), {1, 2, 3, 4})),
               nl::array<std::int8_t, 3>{{{1, 3}}, {{2, 4}}}));
}

TEST_CASE("versions 2 and 3 are read, and text behind the data is ignored") {
    for (const char version : {'\1', '\2', '\3'}) {
        CHECK(same(from_bytes<std::int8_t>(file_of(header_of("|i1", "(2,)"), {7, 8, 9}, version)),
                   nl::array<std::int8_t>{7, 8}));
    }
}

TEST_CASE("a bool that is neither 0 nor 1 is true") {
    CHECK(
        same(from_bytes<bool>(file_of(header_of("|b1", "(3,)"), {2, 0, '\xff'})), nl::array<bool>{true, false, true}));
}

TEST_CASE("a file of another dtype is refused, with the right call") {
    const std::string bytes = file_of(header_of("<f4", "(1,)"), {0, 0, 0, 0});
    CHECK(reason<nl::dtype_error>([&] { from_bytes<double>(bytes); }) ==
          "load<double>: 'memory' holds float32, not float64; use load<float>(...) and astype<double>() on its result");
    CHECK(contains(reason<nl::dtype_error>([&] { from_bytes<float>(file_of(header_of("<f2", "(1,)"), {0, 0})); }),
                   "holds float16, not float32; save it from NumPy with .astype('float32')"));
    const std::string complex = file_of(header_of("<c8", "(1,)"), {0, 0, 0x40, 0x40, 0, 0, 0, 0});
    CHECK(contains(reason<nl::dtype_error>([&] { from_bytes<double>(complex); }),
                   "not float64; use load<std::complex<float>>(...) and nl::real(...) of its result"));
    CHECK(contains(reason<nl::dtype_error>([&] { from_bytes<std::int16_t>(complex); }),
                   "not int16; use load<std::complex<float>>(...) and nl::real(...) of its result"));
    CHECK(contains(reason<nl::dtype_error>([&] { from_bytes<std::complex<double>>(complex); }),
                   "use load<std::complex<float>>(...) and astype<std::complex<double>>() on its result"));
}

TEST_CASE("the calls that the refusal of complex numbers advises") {
    const std::string complex = file_of(header_of("<c8", "(1,)"), {0, 0, 0x40, 0x40, 0, 0, 0, 0});
    const nl::array<double> wide = nl::real(from_bytes<std::complex<float>>(complex));
    const nl::array<std::int16_t> whole = nl::real(from_bytes<std::complex<float>>(complex));
    CHECK(same(wide, nl::array<double>{3}));
    CHECK(same(whole, nl::array<std::int16_t>{3}));
    CHECK(from_bytes<std::complex<float>>(complex).astype<std::complex<double>>().data()->real() == 3);
}

TEST_CASE("a malformed file is refused with its reason") {
    CHECK(contains(refusal<double>(""), "is no .npy file: it starts with \"\""));
    CHECK(contains(refusal<double>("PK\3\4 a zip"), "is no .npy file: it starts with \"PK\\x03\\x04 a\""));
    CHECK(contains(refusal<double>("\x93NUMPY\1"), "ends inside its header"));
    CHECK(contains(refusal<double>(std::string("\x93NUMPY\4\0\1\0", 10)), "has version 4.0"));
    CHECK(contains(refusal<double>(std::string("\x93NUMPY\1\1\1\0", 10)), "has version 1.1"));
    CHECK(contains(refusal<double>(std::string("\x93NUMPY\2\0\1\0", 10)), "ends inside its header"));
    CHECK(contains(refusal<double>(std::string("\x93NUMPY\2\0\xff\xff\xff\xff", 12)),
                   "has a header of 4294967295 bytes"));
    CHECK(contains(refusal<double>(file_of(header_of("<f8", "(2,)"), "").substr(0, 30)), "ends inside its header"));
    CHECK(contains(refusal<double>(file_of(header_of("<f8", "(2,)"), std::string(15, '\0'))),
                   "is too short: shape (2,) of float64 needs 16 bytes of data, and there are 15"));
    const std::string large = sizeof(nl::index_t) == 8 ? "(1000000000000, 1000)" : "(100000, 1000)";
    CHECK(contains(refusal<double>(file_of(header_of("<f8", large), "")), "and there are 0"));
}

TEST_CASE("a path that cannot be read or written is an io_error with the system's reason") {
    const scratch folder;
    const nl::array<double> a{1, 2};
    CHECK(contains(reason([&] { nl::load<double>(folder / "none.npy"); }), "none.npy': No such file or directory"));
    CHECK(contains(reason([&] { nl::load<double>(folder.path.string()); }), "Is a directory"));
    CHECK(contains(reason([&] { nl::save(folder / "none/a.npy", a); }), "none/a.npy': No such file or directory"));
    fs::create_directory(folder / "d.npy");
    CHECK(contains(reason([&] { nl::save(folder / "d.npy", a); }), "Is a directory"));
    if (fs::exists("/dev/full")) {
        fs::create_symlink("/dev/full", folder / "full.npy");
        CHECK(contains(reason([&] { nl::save(folder / "full.npy", a); }), "No space left on device"));
    }
}

TEST_CASE("a NUL in a path is refused, for the system would take the file named before it") {
    const scratch folder;
    std::ofstream(folder / "victim") << "old";
    const std::string path = (folder / "victim") + std::string("\0x.npy", 6);
    CHECK(contains(reason([&] { nl::save(path, nl::array<double>{1, 2}); }), "save: the path \""));
    CHECK(contains(reason([&] { nl::load<double>(path); }), "holds a NUL"));
    std::string text;
    std::ifstream(folder / "victim") >> text;
    CHECK(text == "old");
}

#ifndef __EMSCRIPTEN__  // no limits
TEST_CASE("a save that fails half-way leaves what was there before") {
    const scratch folder;
    nl::save(folder / "a.npy", nl::array<double>{1, 2});
    const nl::array<double, 1> large(nl::detail::zeroed{}, nl::dims<1>(100000));
    rlimit before;
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{4096, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const std::string text = reason([&] { nl::save(folder / "a.npy", large); });
    const std::string other = reason([&] { nl::save(folder / "b.npy", large); });
    ::setrlimit(RLIMIT_FSIZE, &before);
    CHECK(contains(text, "save: cannot write to '" + (folder / "a.npy") + "': File too large"));
    CHECK(contains(other, "File too large"));
    CHECK(same(nl::load<double>(folder / "a.npy"), nl::array<double>{1, 2}));
    CHECK(folder.files() == 1);
}
#endif

TEST_CASE("save replaces a file as a whole, keeps its permissions and follows links") {
    const scratch folder;
    nl::save(folder / "a.npy", nl::array<double>{1, 2});
    fs::permissions(folder / "a.npy", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("a.npy", folder / "link.npy");
    nl::save(folder / "link.npy", nl::array<double>{3});
    CHECK(fs::is_symlink(folder / "link.npy"));
    CHECK(same(nl::load<double>(folder / "a.npy"), nl::array<double>{3}));
    CHECK(fs::status(folder / "a.npy").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(folder.files() == 2);
}

TEST_CASE("an array that is read from a file may be saved over it") {
    const scratch folder;
    nl::save(folder / "a.npy", nl::array<double>{1, 2});
    nl::save(folder / "a.npy", nl::load<double>(folder / "a.npy").transpose());
    CHECK(same(nl::load<double>(folder / "a.npy"), nl::array<double>{1, 2}));
}

#ifndef __EMSCRIPTEN__  // no threads
TEST_CASE("a pipe is written to and read, and memory grows only with what comes through it") {
    const scratch folder;
    const std::string pipe = folder / "pipe.npy";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    nl::array<std::int32_t, 1> a(nl::detail::uninitialized{}, nl::dims<1>(300001));
    std::int32_t next = 0;
    for (std::int32_t& x : a) x = next++;
    std::thread writer([&] { nl::save(pipe, a); });
    CHECK(same(nl::load<std::int32_t>(pipe), a));
    writer.join();
    CHECK(fs::is_fifo(pipe));

    const std::string zeros(sizeof(nl::index_t) == 8 ? 15 : 8, '0');
    std::thread liar([&] { std::ofstream(pipe) << file_of(header_of("<i4", "(1" + zeros + ",)"), "1234567"); });
    CHECK(
        contains(reason([&] { nl::load<std::int32_t>(pipe); }), "needs 4" + zeros + " bytes of data, and there are 7"));
    liar.join();
}
#endif
