// Arithmetic, logic and comparison of plain lanes. Integers come as unsigned ones, which wrap.

NUMLANE_BEGIN_TARGET
namespace hn {

// clang-format off: a line for each operation
struct add_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return T(a + b); } };
struct subtract_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return T(a - b); } };
struct multiply_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) {
    if constexpr (sizeof(T) < 4) return T(unsigned(a) * unsigned(b));
    else return a * b;
} };
struct divide_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return a / b; } };
struct negate_lane { template <class T> static NUMLANE_INLINE T run(T a) { return -a; } };
struct sqrt_lane { template <class T> static NUMLANE_INLINE T run(T a) { return std::sqrt(a); } };
struct abs_lane { template <class T> static NUMLANE_INLINE T run(T a) { return std::fabs(a); } };
struct min_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return a < b ? a : b; } };
struct max_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return b < a ? a : b; } };
struct multiply_add_lane { template <class T> static NUMLANE_INLINE T run(T a, T b, T c) {
#if NUMLANE_TARGET_FMA
    return std::fma(a, b, c);
#else
    return a * b + c;
#endif
} };
struct and_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return T(a & b); } };
struct or_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return T(a | b); } };
struct xor_lane { template <class T> static NUMLANE_INLINE T run(T a, T b) { return T(a ^ b); } };
struct not_lane { template <class T> static NUMLANE_INLINE T run(T a) { return T(~a); } };
template <int Count> struct left_lane { template <class T> static NUMLANE_INLINE T run(T a) { return T(a << Count); } };
template <int Count> struct right_lane { template <class T> static NUMLANE_INLINE T run(T a) { return T(a >> Count); } };
struct equal_lane { template <class T> static NUMLANE_INLINE bool run(T a, T b) { return a == b; } };
struct less_lane { template <class T> static NUMLANE_INLINE bool run(T a, T b) { return a < b; } };
struct less_equal_lane { template <class T> static NUMLANE_INLINE bool run(T a, T b) { return a <= b; } };
struct choose_lane { template <class T> static NUMLANE_INLINE T run(bool m, T a, T b) { return m ? a : b; } };

template <class T, int N> NUMLANE_INLINE lane_array<T, N> Add(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, add_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Sub(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, subtract_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Mul(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, multiply_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Div(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, divide_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Neg(const lane_array<T, N>& a) { return lane_by_lane<lane_array<T, N>, negate_lane>(a); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Sqrt(const lane_array<T, N>& a) { return lane_by_lane<lane_array<T, N>, sqrt_lane>(a); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Abs(const lane_array<T, N>& a) { return lane_by_lane<lane_array<T, N>, abs_lane>(a); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Min(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, min_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Max(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, max_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> MulAdd(const lane_array<T, N>& a, const lane_array<T, N>& b, const lane_array<T, N>& c) { return lane_by_lane<lane_array<T, N>, multiply_add_lane>(a, b, c); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> And(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, and_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Or(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, or_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Xor(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, xor_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> Not(const lane_array<T, N>& a) { return lane_by_lane<lane_array<T, N>, not_lane>(a); }
template <int Count, class T, int N> NUMLANE_INLINE lane_array<T, N> ShiftLeft(const lane_array<T, N>& a) { return lane_by_lane<lane_array<T, N>, left_lane<Count>>(a); }
template <int Count, class T, int N> NUMLANE_INLINE lane_array<T, N> ShiftRight(const lane_array<T, N>& a) { return lane_by_lane<lane_array<T, N>, right_lane<Count>>(a); }
template <class T, int N> NUMLANE_INLINE truth_array<N> Eq(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<truth_array<N>, equal_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE truth_array<N> Lt(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<truth_array<N>, less_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE truth_array<N> Le(const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<truth_array<N>, less_equal_lane>(a, b); }
template <class T, int N> NUMLANE_INLINE lane_array<T, N> IfThenElse(const truth_array<N>& m, const lane_array<T, N>& a, const lane_array<T, N>& b) { return lane_by_lane<lane_array<T, N>, choose_lane>(m, a, b); }
// clang-format on

}  // namespace hn
NUMLANE_END_TARGET
