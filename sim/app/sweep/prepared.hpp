// SPDX-License-Identifier: Apache-2.0
// An experiment file on the command line, read and checked against its scenario.
#pragma once
#include <optional>
#include <string>

#include "app/job/session.hpp"
#include "ensemble/points.hpp"
#include "scenario/experiment/experiment.hpp"

namespace forestall::app {

struct Prepared {
    Experiment experiment;
    Session session;
    Points points;
    std::string scenario;  ///< its directory
    std::string list;      ///< the CSV file of its points, "" if there is none
};

/// Nothing if there is an error: all diagnostics were told, as text or as the JSON document; return
/// exit_code::bad_input.
std::optional<Prepared> prepared(const std::string& path, const Invocation& invocation);

}  // namespace forestall::app
