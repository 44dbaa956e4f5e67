// What a user's kernel may write beside the operations of equal packs: numbers, masks and packs of another dtype as
// operands. They become packs of the dtype that arrays and scalars would promote to; every operation goes this one way.

NUMLANE_BEGIN_TARGET

template <class A>
inline constexpr bool is_lanes = is_pack<A> || is_mask<A>;

// What an operation that the compiler refused yields, so that one line reports it and no other follows from it.
struct mistake {};
template <class A>
inline constexpr bool is_mistake = std::is_same_v<A, mistake>;
template <class... A>
concept lanes_among = ((is_lanes<A> || is_mistake<A>) || ...);

// `dtype` promotes, `number` is a scalar's type and weak; beside either, bool is what leaves the other as it is.
template <class A, bool = is_lanes<A>>
struct operand_traits {
    using dtype = bool;
    using number = A;
    static constexpr int lanes = 0;
};
template <class A>
struct operand_traits<A, true> {
    using dtype = typename A::value_type;
    using number = bool;
    static constexpr int lanes = A::size;
};

template <class T, class... A>
struct promoted_dtype {
    using type = T;
};
template <class T, class A, class... More>
struct promoted_dtype<T, A, More...> : promoted_dtype<promote_t<T, typename operand_traits<A>::dtype>, More...> {};
template <class T, class... A>
struct weak_dtype {
    using type = T;
};
template <class T, class A, class... More>
struct weak_dtype<T, A, More...> : weak_dtype<weak_t<T, typename operand_traits<A>::number>, More...> {};

template <class... A>
struct first_lanes_among;
template <class A, class... More>
struct first_lanes_among<A, More...>
    : std::conditional_t<is_lanes<A>, std::type_identity<A>, first_lanes_among<More...>> {};
template <class T, class L>
struct lanes_beside {
    using type = pack<T, L::size>;
};
template <class L>
struct lanes_beside<bool, L> {
    using type = L;
};

template <class... A>
using common_dtype = typename weak_dtype<typename promoted_dtype<bool, A...>::type, A...>::type;
template <class... A>
using common_lanes = typename lanes_beside<common_dtype<A...>, typename first_lanes_among<A...>::type>::type;

template <int Lanes, class... A>
concept lanes_or_none = ((operand_traits<A>::lanes == Lanes || operand_traits<A>::lanes == 0) && ...);
template <class... A>
concept operands = (is_lanes<A> || ...) && ((is_lanes<A> || scalar<A>) && ...) &&
                   lanes_or_none<first_lanes_among<A...>::type::size, A...>;

template <class P, class A>
NUMLANE_INLINE P as_operand(const A& a) {
    if constexpr (std::is_same_v<P, A>) return a;
    else if constexpr (scalar<A>) return P(detail::convert_scalar<typename P::value_type>(a));
    else if constexpr (is_mask<P>) return resize_mask<P::lane_size>(a);
    else return convert<typename P::value_type>(a);
}

template <class Function, class... P>
concept defined_for = requires(const P&... p) { Function::run(p...); };

template <class P, class Function, class... A>
NUMLANE_INLINE auto run_as(const A&... a) {
    constexpr bool defined = defined_for<Function, std::conditional_t<true, P, A>...>;
    static_assert(defined, "numlane: packs of this dtype have no such operation; convert<T>(x) makes one of another");
    if constexpr (defined) return Function::run(as_operand<P>(a)...);
    else return mistake();
}

template <class Function, class... A>
NUMLANE_INLINE auto run_promoted(const A&... a) {
    if constexpr ((is_mistake<A> || ...)) {
        return mistake();
    } else {
        static_assert(operands<A...>, "numlane: beside a pack stands a number, or a pack or a mask of as many lanes");
        if constexpr (operands<A...>) return run_as<common_lanes<A...>, Function>(a...);
        else return mistake();
    }
}

NUMLANE_END_TARGET
