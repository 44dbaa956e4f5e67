// target: this pass of the compilation as a type, by which the dispatch tables find its kernels.

NUMLANE_BEGIN_TARGET

struct target {
    static constexpr std::int64_t bit = HWY_TARGET;
    static constexpr int register_bytes = HWY_MAX_BYTES;

    template <class Program>
    using evaluate = HWY_NAMESPACE::evaluate<Program>;
    template <class Reducer, class Program>
    using reduce = HWY_NAMESPACE::reduce<Reducer, Program>;
    template <class Program>
    using count = HWY_NAMESPACE::count<Program>;
    template <std::size_t Bytes>
    using transpose_plane = HWY_NAMESPACE::transpose_plane<Bytes>;
    template <std::size_t Bytes>
    using gather_line = HWY_NAMESPACE::gather_line<Bytes>;
    template <class Reducer, class Program>
    using truth = HWY_NAMESPACE::truth<Reducer, Program>;
    template <class Reducer, class T>
    using reduce_columns = HWY_NAMESPACE::reduce_columns<Reducer, T>;
    template <class T>
    using moments = HWY_NAMESPACE::moments<T>;
    template <class T>
    using moments_of_columns = HWY_NAMESPACE::moments_of_columns<T>;
    template <class Reducer, class T>
    using locate = HWY_NAMESPACE::locate<Reducer, T>;
    template <class Reducer, class T>
    using locate_in_columns = HWY_NAMESPACE::locate_in_columns<Reducer, T>;
    template <class T>
    using gemm = HWY_NAMESPACE::gemm<T>;
    template <class R>
    using rotate = HWY_NAMESPACE::rotate<R>;
};

NUMLANE_END_TARGET

// Targets that NUMLANE_KERNEL has no body for are left out of the tables, even where a file makes Highway compile them.
#if !HWY_ARCH_X86 || HWY_TARGET == HWY_STATIC_TARGET || HWY_TARGET >= HWY_AVX3
namespace numlane {
inline namespace NUMLANE_ABI {
template <>
struct detail::kernels_for<HWY_TARGET> {
    using type = HWY_NAMESPACE::target;
};
}  // namespace NUMLANE_ABI
}  // namespace numlane
#endif
