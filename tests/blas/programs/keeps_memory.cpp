// A shared object that frees the memory of arrays and of products, also in a destructor that runs when it is unloaded.
#include "numlane/blas/gemm_buffers.hpp"

namespace {

void free_some_of_each_size() {
    for (std::size_t bytes : {100'000, 1'000'000, 8'000'000}) {
        bytes = numlane::detail::block_size(bytes);
        void* const block = numlane::detail::obtain_block(bytes);
        *static_cast<char*>(block) = 1;
        numlane::detail::return_block(block, bytes);
    }
    const numlane::blas::packing_memory buffer(3'000'000);
    buffer.data()[0] = std::byte{1};
}

struct user_at_unload {
    ~user_at_unload() { free_some_of_each_size(); }
};
const user_at_unload at_unload;

}  // namespace

extern "C" __attribute__((visibility("default"))) void plugin_run() { free_some_of_each_size(); }
