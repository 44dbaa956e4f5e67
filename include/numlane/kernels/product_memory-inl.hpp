// The way of a matrix product from memory to registers and back.

NUMLANE_BEGIN_TARGET

/// As load_first, but by halves where no instruction reads some lanes: a buffer would be read before it is written.
template <class T, int N>
NUMLANE_INLINE pack<T, N> load_left(const T* p, std::ptrdiff_t left) {
    if constexpr (N == 1 || is_complex_v<T> || small_tiles || (NUMLANE_TARGET_MASKED_LOAD && sizeof(T) >= 4)) {
        return load_first<T, N>(p, left);
    } else {
        constexpr int half = N / 2;
        const bool more = (left & half) != 0;
        const auto rest = load_left<T, half>(more ? p + half : p, left & (half - 1));
        if (more) return join<T, half>(load<T, half>(p), rest);
        return join<T, half>(rest, pack<T, half>(T(0)));
    }
}
// Elements of memory as the lanes of a product, and back. `left` of them are there.
template <class P, class T>
NUMLANE_INLINE P load_elements(const T* p, std::ptrdiff_t left) {
    using W = typename P::value_type;
    const bool all = left >= P::size;
    if constexpr (std::is_same_v<T, bool>) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(p);
        return all ? load<W, P::size>(bytes) : load_left<W, P::size>(bytes, left);
    } else if constexpr (std::is_same_v<T, W>) {
        return all ? load<T, P::size>(p) : load_left<T, P::size>(p, left);
    } else {
        return convert<W>(all ? load<T, P::size>(p) : load_left<T, P::size>(p, left));
    }
}
/// As store_first, but by halves where no instruction writes some lanes quickly.
template <class V, class T>
NUMLANE_INLINE void store_left(const V& v, T* p, std::ptrdiff_t left) {
    if constexpr (has_masked_store<V, T> || small_tiles || V::size == 1 || (V::native && !NUMLANE_TARGET_HALVES)) {
        store_first(v, p, left);
    } else {
        constexpr int half = V::size / 2;
        const bool more = (left & half) != 0;
        auto rest = lower(v);
        if (more) {
            store(rest, p);
            rest = upper(v);
        }
        store_left(rest, more ? p + half : p, left & (half - 1));
    }
}
template <class P, class T>
NUMLANE_INLINE void store_elements(const P& v, T* p, std::ptrdiff_t left) {
    if constexpr (std::is_same_v<T, bool>) {
        auto* bytes = reinterpret_cast<std::uint8_t*>(p);
        if (left >= P::size) store(v, bytes);
        else store_left(v, bytes, left);
    } else {
        const auto elements = convert<T>(v);
        if (left >= P::size) store(elements, p);
        else store_left(elements, p, left);
    }
}

// alpha·value + beta·c, rounded alike wherever it stands.
template <class T, class P>
struct scaling {
    P alpha, beta;
    bool plain, fresh;

    NUMLANE_INLINE scaling(T a, T b)
        : alpha(typename P::value_type(a)), beta(typename P::value_type(b)), plain(a == T(1)), fresh(b == T(0)) {}
    NUMLANE_INLINE void write(const P& sum, T* c, std::ptrdiff_t left) const {
        P value = sum;
        if (!plain) value = add_product<T>::run(P(typename P::value_type(0)), alpha, sum);
        if (!fresh) value = add_product<T>::run(value, beta, load_elements<P>(c, left));
        store_elements(value, c, left);
    }
};

// The value itself: alpha is 1 and beta 0.
template <class T, class P>
struct unscaled {
    NUMLANE_INLINE void write(const P& sum, T* c, std::ptrdiff_t left) const { store_elements(sum, c, left); }
};

// The sums of a tile straight to c, whose rows are contiguous: of the first `high` rows all packs, of the last pack of each
// the first `left` lanes.
template <class T, class P, int N, class Scale>
NUMLANE_INLINE void write_row(const packs<P, N>& sums, const Scale& scale, T* c, std::ptrdiff_t left) {
    scale.write(sums.head, c, N > 1 ? P::size : left);
    if constexpr (N > 1) write_row(sums.tail, scale, c + P::size, left);
}
template <class T, class P, int Columns, int Rows, class Scale>
NUMLANE_INLINE void write_rows(const packs<packs<P, Columns>, Rows>& sums, const Scale& scale, T* c,
                               std::ptrdiff_t row_stride, std::ptrdiff_t high, std::ptrdiff_t left) {
    write_row(sums.head, scale, c, left);
    if constexpr (Rows > 1)
        if (high > 1) write_rows(sums.tail, scale, c + row_stride, row_stride, high - 1, left);
}
// The sums as they are, to memory of the tile's own size.
template <class P, int N>
NUMLANE_INLINE void keep_row(const packs<P, N>& sums, typename P::value_type* to) {
    store(sums.head, to);
    if constexpr (N > 1) keep_row(sums.tail, to + P::size);
}
template <class P, int Columns, int Rows>
NUMLANE_INLINE void keep_rows(const packs<packs<P, Columns>, Rows>& sums, typename P::value_type* to) {
    keep_row(sums.head, to);
    if constexpr (Rows > 1) keep_rows(sums.tail, to + Columns * P::size);
}

// Scales sums that were kept in memory, and brings them to c, whose columns may lie apart.
template <class P, class T>
NUMLANE_NOINLINE void write_kept(const product::task<T>& t, const typename P::value_type* kept, std::ptrdiff_t kept_row,
                                 T* c, std::ptrdiff_t high, std::ptrdiff_t wide) {
    const scaling<T, P> scale(t.alpha, t.beta);
    for (std::ptrdiff_t i = 0; i < high; ++i, kept += kept_row, c += t.c_row) {
        for (std::ptrdiff_t j = 0; j < wide; j += P::size) {
            const P sum = load<typename P::value_type, P::size>(kept + j);
            const std::ptrdiff_t left = wide - j < P::size ? wide - j : P::size;
            if (t.c_column == 1) {
                scale.write(sum, c + j, left);
                continue;
            }
            T scattered[P::size] = {};
            for (std::ptrdiff_t l = 0; l < left && !scale.fresh; ++l) scattered[l] = c[(j + l) * t.c_column];
            scale.write(sum, scattered, P::size);
            for (std::ptrdiff_t l = 0; l < left; ++l) c[(j + l) * t.c_column] = scattered[l];
        }
    }
}

NUMLANE_END_TARGET
