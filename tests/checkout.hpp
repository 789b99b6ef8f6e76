// SPDX-License-Identifier: Apache-2.0
// Where the checkout lies that a test was built from: for bundled scenarios, committed pages, and
// data beside it.
#pragma once
#include <filesystem>

namespace forestall {

/// `relative`, seen from the top of the checkout. In one object file, so that all others compile to
/// the same bytes in every checkout and the compiler cache serves them all.
std::filesystem::path in_checkout(const std::filesystem::path& relative);

}  // namespace forestall
