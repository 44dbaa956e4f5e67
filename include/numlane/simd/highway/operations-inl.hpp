// hn: the operations on registers. They bear Highway's names in every back end; here they are Highway's own.

NUMLANE_BEGIN_TARGET

namespace hn = hwy::HWY_NAMESPACE;

NUMLANE_END_TARGET
