// SPDX-License-Identifier: Apache-2.0
// What memory there is, and whether it has run out. A library in C that cannot get memory reports
// whatever it was about to do; these tell such a report from one about the data.
#pragma once

namespace forestall {

/// Whether the system refuses this process a moderate block (64 MiB) now: what has just failed may
/// have failed for want of memory. Allocates and frees it; cheap, since it is never touched.
bool memory_is_short();

}  // namespace forestall
