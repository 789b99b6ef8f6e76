// SPDX-License-Identifier: Apache-2.0
// HDF5's way to a Store: a file driver that never fails.
#pragma once
#include "results/h5.hpp"
#include "results/store.hpp"

namespace forestall::h5 {

/// Makes files that are opened with these settings write to the store, which must outlive them.
void use_store(const Handle& access, Store& store);

}  // namespace forestall::h5
