// The sum of elements less a pivot, and the sum of the squares of their distances from their mean.
//
// A block is read twice while it is in the cache: for its mean, then for the squares. Blocks are joined by the formula of
// T. F. Chan, G. H. Golub and R. J. LeVeque (Updating formulae and a pairwise algorithm for computing sample variances,
// 1979). The pivot, one of the elements, keeps the sums small, so that the means of blocks differ by no rounding of
// theirs.

NUMLANE_BEGIN_TARGET

// What is summed of elements R, and the sum of the squares of their distances from their mean. OfNumbers, NaN are left out,
// and the sum has, in the place of an imaginary part, how many elements were not.
template <class R, bool OfNumbers>
struct moment {
    using sum_type = std::conditional_t<OfNumbers, std::complex<R>, R>;

    template <int N>
    static NUMLANE_INLINE pack<sum_type, N> summed(const pack<R, N>& d) {
        if constexpr (OfNumbers) {
            const pack<R, N> zero(R(0));
            return {select(d == d, d, zero), select(d == d, pack<R, N>(R(1)), zero)};
        } else {
            return d;
        }
    }
    // Of `count` elements, or of as many numbers as were counted.
    template <int N>
    static NUMLANE_INLINE pack<R, N> mean(const pack<sum_type, N>& sum, std::ptrdiff_t count) {
        if constexpr (OfNumbers) return counted_mean(sum);
        else return sum / pack<R, N>(R(count));
    }
    template <int N>
    static NUMLANE_INLINE pack<R, N> counted_mean(const pack<std::complex<R>, N>& sum) {
        return sum.re / larger_or(pack<R, N>(R(1)), sum.im);
    }
    template <int N>
    static NUMLANE_INLINE pack<R, N> mean_of_rows(const pack<sum_type, N>& sum) {
        if constexpr (OfNumbers) return counted_mean(sum);
        else return sum * pack<R, N>(R(1) / rows_at_once);
    }
    template <int N>
    static NUMLANE_INLINE pack<R, N> squared_distance(const pack<R, N>& d, const pack<R, N>& mean) {
        pack<R, N> distance = d - mean;
        if constexpr (OfNumbers) distance = select(d == d, distance, pack<R, N>(R(0)));
        return distance * distance;
    }
};

// The halves of p added up until N lanes are left.
template <int N, class P>
NUMLANE_INLINE pack<typename P::value_type, N> fold_to(const P& p) {
    if constexpr (P::size == N) return p;
    else return fold_to<N>(lower(p) + upper(p));
}
// N lanes of Period numbers by turns.
template <int N, int Period, class T>
NUMLANE_INLINE pack<T, N> repeated(const T* numbers) {
    if constexpr (Period == 1) {
        return pack<T, N>(*numbers);
    } else {
        alignas(64) T by_turns[N];
        for (int i = 0; i < N; ++i) by_turns[i] = numbers[i % Period];
        return load<T, N>(by_turns);
    }
}

// moments_kernel<T, OfNumbers>: of one chunk; the fixed lanes of reduce_kernel. args.operands: the elements, and the pivot,
// which is finite if NaN are left out; out: the sum, then the squares, behind which OfNumbers stands how many elements were no
// NaN. Of complex elements, the lanes are both parts by turns; out has both sums, then squares (and number) of each part.
template <class T, bool OfNumbers>
struct kernel<detail::moments_kernel<T, OfNumbers>> {
    using R = real_t<T>;
    using of = moment<R, OfNumbers>;
    static constexpr int period = int(sizeof(T) / sizeof(R)), virtual_lanes = 256 / int(sizeof(R));
    static constexpr int one = register_lanes<R> < period ? period : register_lanes<R>;
    static constexpr int width = virtual_lanes / one <= 8 ? virtual_lanes : one;
    static constexpr int parts = virtual_lanes / width;
    using lanes_type = pack<R, width>;

    struct less_pivot {
        lanes_type pivot;
        NUMLANE_INLINE auto operator()(const lanes_type& x) const { return of::summed(x - pivot); }
    };
    struct squared_distance {
        lanes_type pivot, mean;
        NUMLANE_INLINE lanes_type operator()(const lanes_type& x) const {
            return of::squared_distance(x - pivot, mean);
        }
    };

    // Writes the sums of the terms, of dtype S. With Ahead, asks on the way for the memory behind the chunk, where the next
    // one is likely to lie.
    template <bool Ahead, class S, class Term>
    static NUMLANE_INLINE void total(const R* x, std::ptrdiff_t count, const Term& term, S* out) {
        using sum_type = pack<S, width>;
        const std::ptrdiff_t bytes = count * std::ptrdiff_t(sizeof(R));
        const sum_type neutral(S(-R(0)));
        sum_type lane[parts];
        for (auto& l : lane) l = neutral;
        // Four at a time, in a tree of their own, so that a lane adds up fewer.
        for (constexpr int four = 4 * virtual_lanes; count >= four; count -= four, x += four) {
            for (int j = 0; j < parts; ++j) {
                const R* const at = x + j * width;
                if constexpr (Ahead) {
                    const int part = 4 * width * int(sizeof(R)), first = j * part;
                    for (int byte = first; byte < first + part; byte += 64) fetch_ahead(x, bytes + byte);
                }
                const sum_type a = term(load<R, width>(at)) + term(load<R, width>(at + virtual_lanes));
                const sum_type b =
                    term(load<R, width>(at + 2 * virtual_lanes)) + term(load<R, width>(at + 3 * virtual_lanes));
                lane[j] = lane[j] + (a + b);
            }
        }
        for (; count >= virtual_lanes; count -= virtual_lanes)
            for (int j = 0; j < parts; ++j, x += width) lane[j] = lane[j] + term(load<R, width>(x));
        for (int j = 0; count > 0; ++j, count -= width, x += width) {
            sum_type v;
            if (count >= width) v = term(load<R, width>(x));
            else
                v = select(first_lanes<mask<int(sizeof(R)), width>>(count), term(load_first<R, width>(x, count)),
                           neutral);
            lane[j] = lane[j] + v;
        }
        for (int half = parts / 2; half > 0; half /= 2)
            for (int j = 0; j < half; ++j) lane[j] = lane[j] + lane[j + half];
        store(fold_to<period>(lane[0]), out);
    }

    static void run(const kernel_args& args) {
        const R* const x = static_cast<const R*>(args.operands[0].data);
        const lanes_type pivot = repeated<width, period>(static_cast<const R*>(args.operands[1].data));
        R* const out = static_cast<R*>(args.out);
        typename of::sum_type sum[period];
        R squares[period];
        total<false>(x, args.count * period, less_pivot{pivot}, sum);
        const lanes_type mean = of::mean(repeated<width, period>(sum), args.count);
        total<true>(x, args.count * period, squared_distance{pivot, mean}, squares);
        for (int part = 0; part < period; ++part) {
            if constexpr (OfNumbers) {
                out[part] = sum[part].real();
                out[period + 2 * part] = squares[part];
                out[period + 2 * part + 1] = sum[part].imag();
            } else {
                out[part] = sum[part];
                out[period + part] = squares[part];
            }
        }
    }
};

NUMLANE_END_TARGET
