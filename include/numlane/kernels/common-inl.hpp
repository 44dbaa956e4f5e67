// The kernels that most programs have in common: numlane::compiled holds them, and the files that NUMLANE_COMPILED is defined
// for do not compile them again.

#undef NUMLANE_INSTANCE
#ifdef NUMLANE_COMPILED
#define NUMLANE_INSTANCE extern template struct
#else
#define NUMLANE_INSTANCE template struct
#endif

NUMLANE_BEGIN_TARGET

NUMLANE_INSTANCE kernel<detail::transpose_kernel<4>>;
NUMLANE_INSTANCE kernel<detail::transpose_kernel<8>>;
NUMLANE_INSTANCE kernel<detail::gather_line_kernel<4>>;
NUMLANE_INSTANCE kernel<detail::gather_line_kernel<8>>;

template <class Op, class T>
using of_arrays = program::call<Op, T, program::load<T, 0>, program::load<T, 1>>;
template <class Op, class T>
using with_scalar = program::call<Op, T, program::load<T, 0>, program::constant<T, 0>>;

NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::add, float>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::add, double>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::subtract, float>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::subtract, double>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::multiply, float>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::multiply, double>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::divide, float>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<of_arrays<op::divide, double>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<with_scalar<op::add, float>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<with_scalar<op::add, double>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<with_scalar<op::multiply, float>>>;
NUMLANE_INSTANCE kernel<detail::evaluate_kernel<with_scalar<op::multiply, double>>>;

NUMLANE_INSTANCE kernel<detail::reduce_kernel<reducer::sum, program::load<float, 0>>>;
NUMLANE_INSTANCE kernel<detail::reduce_kernel<reducer::sum, program::load<double, 0>>>;
NUMLANE_INSTANCE kernel<detail::reduce_kernel<reducer::minimum, program::load<double, 0>>>;
NUMLANE_INSTANCE kernel<detail::reduce_kernel<reducer::maximum, program::load<double, 0>>>;
NUMLANE_INSTANCE kernel<detail::reduce_columns_kernel<reducer::sum, float>>;
NUMLANE_INSTANCE kernel<detail::reduce_columns_kernel<reducer::sum, double>>;
NUMLANE_INSTANCE kernel<detail::moments_kernel<float>>;
NUMLANE_INSTANCE kernel<detail::moments_kernel<double>>;

NUMLANE_INSTANCE kernel<detail::gemm_kernel<float>>;
NUMLANE_INSTANCE kernel<detail::gemm_kernel<double>>;
NUMLANE_INSTANCE kernel<detail::gemm_kernel<std::complex<float>>>;
NUMLANE_INSTANCE kernel<detail::gemm_kernel<std::complex<double>>>;

NUMLANE_END_TARGET
