// SPDX-License-Identifier: Apache-2.0
#include "actors/perception.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <cmath>
#include <span>

#include "actors/units.hpp"
#include "core/math.hpp"
#include "core/matrix.hpp"
#include "core/samplers.hpp"
#include "world/roads.hpp"

namespace forestall {
namespace {

constexpr auto kPerceive = process("actors.perceive");
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Index row(ActorId a) { return static_cast<Eigen::Index>(a); }

}  // namespace

constinit const Parameters<PerceptionParameters> perception_parameters{{
    {&PerceptionParameters::lag,
     ParameterSpec{"perception.lag", "d", 1, 365, 21,
                   "time in which a belief about another's strength closes 0.63 of its gap",
                   "judgement", 'D'}},
    {&PerceptionParameters::noise,
     ParameterSpec{"perception.noise", "1", 0, 2, 0.25,
                   "standard deviation of the log of a strength as seen", "judgement", 'D'}},
    {&PerceptionParameters::ally,
     ParameterSpec{"perception.ally", "1", 0, 1, 0.5,
                   "how much of an ally's strength counts as one's own", "judgement", 'D'}},
    {&PerceptionParameters::bloc,
     ParameterSpec{"perception.bloc", "1", 0, 1, 0.3,
                   "least relation that joins two actors in a bloc", "judgement", 'D'}},
    {&PerceptionParameters::reach,
     ParameterSpec{"perception.reach", "km", 1, 100000, 200,
                   "road distance over which the weight of an enemy's fighters falls to 1/e",
                   "judgement: wars are fought in theatres", 'D'}},
    {&PerceptionParameters::ceasefire,
     ParameterSpec{"perception.ceasefire", "1", 0, 1, 0.75,
                   "share of an enmity that is felt under a ceasefire",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
    {&PerceptionParameters::agreement,
     ParameterSpec{"perception.agreement", "1", 0, 1, 0.5,
                   "share of an enmity that is felt under an agreement",
                   "trial against the patterns (docs/adr/0021)", 'D'}},
}};

Table<ActorId, std::size_t> blocs(const Scene& s, double least) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> friends(s.actors);
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const ActorId b : ids_after(a, s.actors))
            if (s.relation(a, b) >= least && s.relation(b, a) >= least)
                boost::add_edge(index(a), index(b), friends);
    Table<ActorId, std::size_t> bloc(s.actors);
    if (s.actors > 0) boost::connected_components(friends, bloc.data());
    return bloc;
}

Table<ActorId, double> strengths(const Scene& s) {
    Table<ActorId, double> out(s.actors);
    for (const ActorId a : ids<ActorId>(s.actors))
        out[a] = real(s.force(a)) * (0.5 + 0.5 * std::min(1.0, s.supply[a])) *
                 s.levers[lever<"arms">][a];
    return out;
}

Table<ActorId, ActorId, double> nearness(const Scene& s, const World& world, double reach) {
    Table<ActorId, ActorId, double> near(s.actors, s.actors);
    for (const ActorId a : ids<ActorId>(s.actors)) {
        std::vector<PlaceId> ours;
        for (const PlaceId p : ids<PlaceId>(s.places))
            if (s.fighters(a, p) >= cell_size || s.control(p, a) >= 0.5) ours.push_back(p);
        if (ours.empty()) continue;
        const Table<PlaceId, double> km = world.roads().to_nearest(ours);
        Table<PlaceId, double> felt(s.places);
        for (const PlaceId p : felt.ids()) felt[p] = std::isfinite(km[p]) ? -km[p] / reach : 0;
        math::exp_all(std::span(felt.data(), felt.size()));
        for (const PlaceId p : felt.ids())
            if (!std::isfinite(km[p])) felt[p] = 0;
        for (const ActorId b : ids<ActorId>(s.actors)) {
            if (b == a || s.force(b) == 0) continue;
            double n = 0;
            for (const PlaceId p : felt.ids()) n += felt[p] * real(s.fighters(b, p));
            near(a, b) = n / real(s.force(b));
        }
    }
    return near;
}

namespace {

/// What is left of an enmity in the state of the dyad.
double bound(DyadState state, const PerceptionParameters& own) {
    if (state == DyadState::ceasefire) return own.ceasefire;
    return state == DyadState::agreement ? own.agreement : 1;
}

}  // namespace

void perceive(Scene& s, const World& world, const Luck& luck, std::uint32_t step, double days,
              const PerceptionParameters& own) {
    const Table<ActorId, double> truth = strengths(s);
    const double closing = step == 0 ? 1 : math::chance(1 / own.lag, days);
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const ActorId b : ids<ActorId>(s.actors)) {
            double seen = truth[b];
            if (a != b && own.noise > 0 && seen > 0) {
                Stream draw = luck.stream(
                    kPerceive, mix(name_hash(world.at(a).name), name_hash(world.at(b).name)), step);
                seen *= math::exp(own.noise * sample::normal(draw.uniform()) -
                                  own.noise * own.noise / 2);
            }
            double& belief = s.belief(a, b);
            belief += (a == b ? 1 : closing) * (seen - belief);
        }
    s.near = nearness(s, world, own.reach);
    const auto n = static_cast<Eigen::Index>(s.actors);
    const Eigen::Map<const Matrix> belief(s.belief.data(), n, n);
    Eigen::VectorXd enemies = Eigen::VectorXd::Zero(n);
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const ActorId b : ids<ActorId>(s.actors))
            if (a != b && s.relation(a, b) < 0)
                enemies(row(a)) += -s.relation(a, b) * bound(s.dyad(a, b).state, own) *
                                   s.near(a, b) * s.belief(a, b);
    const Table<ActorId, std::size_t> bloc = blocs(s, own.bloc);
    Matrix same = Matrix::Zero(n, n);
    for (const ActorId a : ids<ActorId>(s.actors))
        for (const ActorId b : ids<ActorId>(s.actors))
            if (a != b && bloc[a] == bloc[b]) same(row(a), row(b)) = 1;
    const Eigen::VectorXd allies = same.cwiseProduct(belief).rowwise().sum();
    const double half_year = math::chance(1.0 / 182, days);
    for (const ActorId a : ids<ActorId>(s.actors)) {
        const double against = enemies(row(a));
        const double mine = s.belief(a, a) + own.ally * allies(row(a));
        s.threat[a] = truth[a] > 0 ? against / (against + mine + 1) : 0;
        // Who has felt no threat so far, or was not there, has no mean to compare with.
        const bool first = step == 0 || s.threat_mean[a] == 0;
        s.threat_mean[a] += (first ? 1 : half_year) * (s.threat[a] - s.threat_mean[a]);
    }
}

}  // namespace forestall
