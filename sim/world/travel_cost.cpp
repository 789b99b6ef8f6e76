// SPDX-License-Identifier: Apache-2.0
#include "world/travel_cost.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace forestall {

PathCost travel_cost(double km, bool open, double danger, bool crosses_border,
                     const TravelTerms& terms) {
    if (!open) return unreachable;
    double felt = std::clamp(danger, 0.0, 1.0);
    if (terms.danger_grades > 0)
        felt = std::floor(felt * terms.danger_grades + 0.5) / terms.danger_grades;
    const double way =
        km * (1 + terms.danger_factor * felt) + (crosses_border ? terms.border_km : 0);
    const double units = std::floor(way * cost_per_km + 0.5);
    return static_cast<PathCost>(std::clamp(units, 1.0, static_cast<double>(dearest_arc)));
}

void travel_costs(const World& world, const OpenState& state, std::span<const double> danger,
                  const TravelTerms& terms, std::span<PathCost> costs) {
    const RouteGraph& graph = world.graph();
    if (danger.size() != graph.places() || costs.size() != graph.arcs())
        throw std::invalid_argument("danger is needed for every place and a cost for every arc");
    for (std::size_t arc = 0; arc < graph.arcs(); ++arc) {
        const Route& route = world.routes()[index(RouteGraph::route_of(arc))];
        const bool by_night = terms.closed_border_km > 0 && state.closed_border_only(arc);
        TravelTerms here = terms;
        here.border_km =
            (route.crosses_border ? terms.border_km : 0) + (by_night ? terms.closed_border_km : 0);
        costs[arc] = travel_cost(route.km, state.open(arc) || by_night,
                                 danger[index(graph.arc_to(arc))], true, here);
    }
}

}  // namespace forestall
