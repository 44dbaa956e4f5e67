// Large expressions on all threads against the limit of the machine: STREAM's triad, hand-written, in the same run.
#include "handwritten/expressions.hpp"

#include "bench.hpp"
#include "numlane/numlane.hpp"

namespace nl = numlane;

int main(int argc, char** argv) {
    constexpr nl::index_t n = 10'000'000;
    bench::table t("1e7 elements on all threads", argc, argv);
    const nl::array<double, 1> a = nl::linspace(-3.0, 3.0, n), b = nl::linspace(0.5, 2.0, n);
    nl::array<double, 1> out = nl::zeros<double, 1>({n});
    const nl::array<float, 1> af = a.astype<float>(), bf = b.astype<float>();
    nl::array<float, 1> outf = nl::zeros<float, 1>({n});

    const auto triad = [&](bool past_cache) {
        constexpr nl::index_t piece = 1 << 16;
        nl::parallel_for(0, n, piece, [&](nl::index_t low, nl::index_t high) {
            handwritten::triad(a.data() + low, b.data() + low, 3.0, out.data() + low, std::size_t(high - low),
                               past_cache);
        });
    };
    const std::vector<bench::contestant> contestants = {
        {"2*a + 3*b", [&] { out = 2 * a + 3 * b; }},
        {"sqrt(a*a + b*b)", [&] { out = nl::sqrt(a * a + b * b); }},
        {"cubic", [&] { out = ((0.25 * a + 0.5) * a - 2) * a + 1; }},
        {"2*a + 3*b f32", [&] { outf = 2 * af + 3 * bf; }},
        {"sin(a)*b + exp(c*a)", [&] { out = nl::sin(a) * b + nl::exp(0.3 * a); }},
        {"triad", [&] { triad(true); }},
        {"triad, plain stores", [&] { triad(false); }},
    };
    const std::vector<double> bytes = {24, 24, 16, 12, 24, 24, 24};
    const std::vector<bench::seconds> medians = t.row("seconds", contestants, 4);
    const double limit = std::max(bytes[5] / medians[5], bytes[6] / medians[6]);
    for (std::size_t i = 0; i < contestants.size(); ++i) {
        char text[100];
        std::snprintf(text, sizeof text, "%-20s %6.1f GB/s, %.2f of the triad", contestants[i].name,
                      1e-9 * double(n) * bytes[i] / medians[i], bytes[i] / medians[i] / limit);
        t.note(text);
    }
}
