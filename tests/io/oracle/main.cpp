// What the Python scripts beside this folder drive. Each line of the input is "print DTYPE FILE.npy OUT.txt", which
// writes the array as numlane prints it, or "copy DTYPE FILE.npy OUT.npy", which loads and saves it. The answer is "ok"
// or the error.
#include <complex>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "numlane/io.hpp"

namespace nl = numlane;

namespace {

struct request {
    std::string verb, dtype, in, out;
};

template <class T>
bool run_as(const request& r) {
    if (r.dtype != nl::dtype_name<T>()) return false;
    const nl::array<T> a = nl::load<T>(r.in);
    if (r.verb == "copy") nl::save(r.out, a);
    else std::ofstream(r.out) << a;
    return true;
}

template <class... T>
bool run(const request& r) {
    return (run_as<T>(r) || ...);
}

}  // namespace

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        request r;
        std::istringstream(line) >> r.verb >> r.dtype >> r.in >> r.out;
        try {
            const bool known =
                run<bool, std::int8_t, std::int16_t, std::int32_t, std::int64_t, std::uint8_t, std::uint16_t,
                    std::uint32_t, std::uint64_t, float, double, std::complex<float>, std::complex<double>>(r);
            std::cout << (known ? "ok" : "unknown dtype " + r.dtype) << '\n';
        } catch (const nl::io_error& e) {
            std::cout << "io_error " << e.what() << '\n';
        } catch (const nl::dtype_error& e) {
            std::cout << "dtype_error " << e.what() << '\n';
        }
    }
}
