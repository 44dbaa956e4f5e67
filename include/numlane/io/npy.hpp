#pragma once

#include "numlane/io/array_valued.hpp"
#include "numlane/io/input_file.hpp"
#include "numlane/io/npy_reader.hpp"
#include "numlane/io/output_file.hpp"

NUMLANE_BEGIN_NAMESPACE

namespace detail {

template <element T>
void require_npy_dtype(const npy_dtype& found, std::string_view file) {
    if (same_element(found, npy_dtype_of<T>())) return;
    const char* const wanted = npy_element_name(npy_dtype_of<T>());
    const char* const held = npy_element_name(found);
    const std::string remedy = held == nullptr ? "save it from NumPy with .astype('float32')"
                               : found.kind == 'c' && !is_complex_v<T>
                                   ? message({"use load<", held, ">(...) and nl::real(...) of its result"})
                                   : message({"use load<", held, ">(...) and astype<", wanted, ">() on its result"});
    throw dtype_error(message(
        {"load<", wanted, ">: '", file, "' holds ", npy_dtype_name(found), ", not ", dtype_name<T>(), "; ", remedy}));
}

// Reads the data behind the header into memory of its size.
template <class T, int R, class Source>
array<T, R> read_npy_data(Source& source, const npy_header& header, const dims<R>& shape, std::string_view file) {
    growing_bytes arrived;
    if (source.size_known()) {
        if (source.left() < header.bytes) refuse_short_npy(header, source.left(), file);
    } else if (const std::size_t got = arrived.read(source, header.bytes); got < header.bytes) {
        refuse_short_npy(header, got, file);
    }
    array<T, R> out(uninitialized{}, shape);
    if (header.bytes == 0) return out;
    if (arrived.data() != nullptr) {
        std::memcpy(static_cast<void*>(out.data()), arrived.data(), header.bytes);
    } else if (const std::size_t got = source.read(out.data(), header.bytes); got < header.bytes) {
        refuse_short_npy(header, got, file);
    }
    normalize_npy_data(header.dtype, out.data(), header.bytes);
    return out;
}

// Reads a whole .npy file from a source of bytes; `file` names it in errors.
template <element T, int R, class Source>
array<T, R> read_npy(Source& source, std::string_view file) {
    const npy_header header = read_npy_header(source, file);
    require_npy_dtype<T>(header.dtype, file);
    if constexpr (R != dynamic) {
        if (header.shape.size() != R) {
            throw shape_error(message({"load: '", file, "' holds an array of shape ", to_string(header.shape),
                                       ", not one of ", R, R == 1 ? " axis" : " axes"}));
        }
    }
    dims<R> shape = header.shape;
    if (!header.fortran_order) return read_npy_data<T, R>(source, header, shape, file);
    for (int axis = 0; axis < shape.size(); ++axis) shape[axis] = header.shape[shape.size() - 1 - axis];
    return array<T, R>(read_npy_data<T, R>(source, header, shape, file).transpose());
}

// As load, from the bytes of a .npy file in memory.
template <element T, int R = dynamic>
array<T, R> load_npy_bytes(const void* data, std::size_t size) {
    input_memory source(data, size);
    return read_npy<T, R>(source, "memory");
}

// numpy.save appends the extension to a path that does not have it.
inline std::string with_npy_extension(const std::string& path) {
    return path.size() >= 4 && path.compare(path.size() - 4, 4, ".npy") == 0 ? path : message({path, ".npy"});
}

}  // namespace detail

/// Writes an array, a view, or an expression or a selection by a mask, which is evaluated first, as a .npy file:
/// numpy.save, but in C order always. As NumPy does, ".npy" is appended to a path without it. The file appears whole
/// or, on an error, not at all. One that was there before is replaced at the end, with its owner and permissions; other
/// hard links to it keep what they had. What cannot be replaced is written in place: pipes and devices, files in a
/// directory that takes no new ones, and files of an owner or group that the process may not give. Throws io_error with
/// the system's reason.
template <array_valued A>
void save(const std::string& path, const A& a) {
    using T = typename A::value_type;
    if constexpr (array_like<A>) {
        if (a.is_contiguous()) {
            detail::output_file file(detail::with_npy_extension(path));
            const std::string header = detail::format_npy_header(detail::npy_dtype_of<T>(), a.shape());
            file.write(header.data(), header.size());
            file.write(a.data(), a.nbytes());
            return file.commit();
        }
    }
    save(path, array<T, A::rank>(a));
}

/// Reads a .npy file of version 1, 2 or 3, of either byte and element order: numpy.load, into a C-contiguous array.
/// T must be the dtype of the file: dtype_error names the one that is (astype converts afterwards). Python objects,
/// structured dtypes and memory mapping are not supported. Throws io_error for a file that cannot be read or is
/// malformed, before memory is allocated for what is not there; shape_error if it has not R axes.
template <element T, int R = dynamic>
array<T, R> load(const std::string& path) {
    detail::input_file file(path);
    return detail::read_npy<T, R>(file, path);
}

NUMLANE_END_NAMESPACE
