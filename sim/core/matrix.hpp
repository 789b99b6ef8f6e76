// SPDX-License-Identifier: Apache-2.0
// The one way to Eigen. Without vector instructions a sum has one order on every CPU; and every
// file must say so alike, since Eigen gives memory out otherwise where it vectorises, and one file
// may free what another took.
#pragma once
#define EIGEN_DONT_VECTORIZE
#include <Eigen/Dense>
