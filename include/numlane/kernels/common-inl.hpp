// The kernels that most programs have in common: numlane::compiled holds them, and the files that NUMLANE_COMPILED is defined
// for do not compile them again.

#undef NUMLANE_INSTANCE
#ifdef NUMLANE_COMPILED
#define NUMLANE_INSTANCE extern template struct
#else
#define NUMLANE_INSTANCE template struct
#endif

NUMLANE_BEGIN_TARGET

NUMLANE_INSTANCE transpose_plane<4>;
NUMLANE_INSTANCE transpose_plane<8>;
NUMLANE_INSTANCE gather_line<4>;
NUMLANE_INSTANCE gather_line<8>;

template <class Op, class T>
using of_arrays = program::call<Op, T, program::load<T, 0>, program::load<T, 1>>;
template <class Op, class T>
using with_scalar = program::call<Op, T, program::load<T, 0>, program::constant<T, 0>>;

NUMLANE_INSTANCE evaluate<of_arrays<op::add, float>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::add, double>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::subtract, float>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::subtract, double>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::multiply, float>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::multiply, double>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::divide, float>>;
NUMLANE_INSTANCE evaluate<of_arrays<op::divide, double>>;
NUMLANE_INSTANCE evaluate<with_scalar<op::add, float>>;
NUMLANE_INSTANCE evaluate<with_scalar<op::add, double>>;
NUMLANE_INSTANCE evaluate<with_scalar<op::multiply, float>>;
NUMLANE_INSTANCE evaluate<with_scalar<op::multiply, double>>;

NUMLANE_INSTANCE reduce<reducer::sum, program::load<float, 0>>;
NUMLANE_INSTANCE reduce<reducer::sum, program::load<double, 0>>;
NUMLANE_INSTANCE reduce<reducer::minimum, program::load<double, 0>>;
NUMLANE_INSTANCE reduce<reducer::maximum, program::load<double, 0>>;
NUMLANE_INSTANCE reduce_columns<reducer::sum, float>;
NUMLANE_INSTANCE reduce_columns<reducer::sum, double>;
NUMLANE_INSTANCE moments<float>;
NUMLANE_INSTANCE moments<double>;

NUMLANE_INSTANCE gemm<float>;
NUMLANE_INSTANCE gemm<double>;
NUMLANE_INSTANCE gemm<std::complex<float>>;
NUMLANE_INSTANCE gemm<std::complex<double>>;

NUMLANE_END_TARGET
