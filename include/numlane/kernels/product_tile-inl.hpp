// A tile of a matrix product in registers: its sums, and the rows of packed b that go into them.

NUMLANE_BEGIN_TARGET

// Sanitizers check each step of a tile, which takes minutes to compile for large ones: theirs are small.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || HWY_IS_ASAN || HWY_IS_TSAN
inline constexpr bool small_tiles = true;
#else
inline constexpr bool small_tiles = false;
#endif

// What the lanes of a product hold: integers of 8 bits take lanes of 16, whose lower halves wrap alike.
template <class T>
struct product_lane {
    using type = T;
};
template <> struct product_lane<bool> {
    using type = std::uint8_t;
};
template <> struct product_lane<std::uint8_t> {
    using type = std::uint16_t;
};

struct negated_fma_registers {
    template <class V> static NUMLANE_INLINE V run(V a, V b, V c) { return hn::NegMulAdd(a, b, c); }
};

// c + a·b for the elements T; of bools, c or (a and b).
template <class T>
struct add_product {
    template <class P>
    static NUMLANE_INLINE P run(const P& c, const P& a, const P& b) {
        if constexpr (std::is_same_v<T, bool>) {
            return c | (a & b);
        } else if constexpr (is_complex_v<T>) {
            using R = pack<real_t<T>, P::size>;
            const R re = multiply_add(a.re, b.re, c.re), im = multiply_add(a.re, b.im, c.im);
            return P(by_register<R, negated_fma_registers>(a.im, b.im, re), multiply_add(a.im, b.re, im));
        } else if constexpr (std::is_floating_point_v<T>) {
            return multiply_add(a, b, c);
        } else {
            return c + a * b;
        }
    }
};

// N packs that stay in registers. A struct and not an array: the compiler then unrolls every loop over them.
template <class P, int N>
struct packs {
    P head;
    packs<P, N - 1> tail;
};
template <class P>
struct packs<P, 1> {
    P head;
};

template <class P, int N>
NUMLANE_INLINE void clear(packs<P, N>& p) {
    if constexpr (requires { p.head.head; }) clear(p.head);
    else p.head = P(typename P::value_type(0));
    if constexpr (N > 1) clear(p.tail);
}
template <class T, class P, int N>
NUMLANE_INLINE void add_row(packs<P, N>& c, const P& a, const packs<P, N>& b) {
    c.head = add_product<T>::run(c.head, a, b.head);
    if constexpr (N > 1) add_row<T>(c.tail, a, b.tail);
}
/// c[i] += a[i]·b for the rows i of the tile; `a` yields their elements.
template <class T, int Row, class P, int Columns, int Rows, class A>
NUMLANE_INLINE void add_rows(packs<packs<P, Columns>, Rows>& c, const A& a, const packs<P, Columns>& b) {
    add_row<T>(c.head, P(a.template at<Row>()), b);
    if constexpr (Rows > 1) add_rows<T, Row + 1>(c.tail, a, b);
}

// The elements of a row of lanes of packed b; complex lanes are packed as all real parts, then all imaginary ones.
template <class P>
NUMLANE_INLINE P load_packed(const typename P::value_type* p) {
    using T = typename P::value_type;
    if constexpr (is_complex_v<T>) {
        const auto* parts = reinterpret_cast<const real_t<T>*>(p);
        return P(load<real_t<T>, P::size>(parts), load<real_t<T>, P::size>(parts + P::size));
    } else {
        return load<T, P::size>(p);
    }
}
template <class P, int N>
NUMLANE_INLINE void load_packed(packs<P, N>& b, const typename P::value_type* p) {
    b.head = load_packed<P>(p);
    if constexpr (N > 1) load_packed(b.tail, p + P::size);
}

NUMLANE_END_TARGET
