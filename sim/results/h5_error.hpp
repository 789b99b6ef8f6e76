// SPDX-License-Identifier: Apache-2.0
// How h5*.cpp check HDF5's statuses. Not for use outside.
#pragma once
#include "results/h5.hpp"

namespace forestall::h5 {

/// Turns HDF5's printing off for the calling thread; cheap when done already. Call before any HDF5
/// function.
void silence();

/// Throws Error with `doing` and the innermost message of HDF5's error stack; std::bad_alloc if the
/// stack says that memory could not be had, which says nothing about the file.
[[noreturn]] void fail(const char* doing);

inline Handle checked(hid_t id, const char* doing) {
    if (id < 0) fail(doing);
    return Handle(id);
}
inline void check(herr_t status, const char* doing) {
    if (status < 0) fail(doing);
}

/// The type of an element, in memory and in the file.
hid_t memory_type(Element element);

}  // namespace forestall::h5
