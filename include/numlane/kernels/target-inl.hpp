// target: this pass of the compilation as a type, by which the dispatch tables find its kernels; core/kernels.hpp names them.

NUMLANE_BEGIN_TARGET

template <class Name>
struct kernel;

struct target {
    static constexpr std::int64_t bit = NUMLANE_TARGET;
    static constexpr int register_bytes = NUMLANE_TARGET_BYTES;

    template <class Name>
    using kernel = NUMLANE_TARGET_NAMESPACE::kernel<Name>;
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
