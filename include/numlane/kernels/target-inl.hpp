// target: this pass of the compilation as a type, by which the dispatch tables find its kernels.

NUMLANE_BEGIN_TARGET

struct target {
    static constexpr std::int64_t bit = NUMLANE_TARGET;
    static constexpr int register_bytes = NUMLANE_TARGET_BYTES;

    template <class Program>
    using evaluate = NUMLANE_TARGET_NAMESPACE::evaluate<Program>;
    template <class Reducer, class Program>
    using reduce = NUMLANE_TARGET_NAMESPACE::reduce<Reducer, Program>;
    template <class Program>
    using count = NUMLANE_TARGET_NAMESPACE::count<Program>;
    template <std::size_t Bytes>
    using transpose_plane = NUMLANE_TARGET_NAMESPACE::transpose_plane<Bytes>;
    template <std::size_t Bytes>
    using gather_line = NUMLANE_TARGET_NAMESPACE::gather_line<Bytes>;
    template <class Reducer, class Program>
    using truth = NUMLANE_TARGET_NAMESPACE::truth<Reducer, Program>;
    template <class Reducer, class T>
    using reduce_columns = NUMLANE_TARGET_NAMESPACE::reduce_columns<Reducer, T>;
    template <class T>
    using moments = NUMLANE_TARGET_NAMESPACE::moments<T>;
    template <class T>
    using moments_of_columns = NUMLANE_TARGET_NAMESPACE::moments_of_columns<T>;
    template <class Reducer, class T>
    using locate = NUMLANE_TARGET_NAMESPACE::locate<Reducer, T>;
    template <class Reducer, class T>
    using locate_in_columns = NUMLANE_TARGET_NAMESPACE::locate_in_columns<Reducer, T>;
    template <class T>
    using gemm = NUMLANE_TARGET_NAMESPACE::gemm<T>;
    template <class R>
    using rotate = NUMLANE_TARGET_NAMESPACE::rotate<R>;
    template <class R>
    using eliminate = NUMLANE_TARGET_NAMESPACE::eliminate<R>;
    template <class R>
    using solve_triangle = NUMLANE_TARGET_NAMESPACE::solve_triangle<R>;
};

NUMLANE_END_TARGET

// Targets that NUMLANE_KERNEL has no body for are left out of the tables, even where a file makes Highway compile them.
#if NUMLANE_TARGET_HAS_KERNELS
namespace numlane {
inline namespace NUMLANE_ABI {
template <>
struct detail::kernels_for<NUMLANE_TARGET> {
    using type = NUMLANE_TARGET_NAMESPACE::target;
};
}  // namespace NUMLANE_ABI
}  // namespace numlane
#endif
