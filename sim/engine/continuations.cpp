// SPDX-License-Identifier: Apache-2.0
#include "engine/continuations.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

#include "engine/shared_past.hpp"
#include "world/stage_start.hpp"

namespace forestall {
namespace {

constexpr auto kContinue = process("stages.continue");
constexpr std::array sought = {Stage::prevention, Stage::mitigation, Stage::response};

/// A state in which the desk sees a stage for the first time.
struct Kept {
    MemberRun run;
    std::size_t step;
    double weight;
    bool own;  ///< of the member's own luck alone
};

class Futures {
public:
    Futures(const World& world, const RunRequest& request, std::span<const std::string> options,
            const Continuations& continuations, std::vector<MemberOutcome>& out)
        : world_(world),
          request_(request),
          continuations_(continuations),
          parallel_(request.parallel == nullptr ? serial() : *request.parallel),
          steps_(step_count(world)),
          out_(out) {
        request_.option = "none";
        for (std::size_t o = 0; o < options.size(); ++o) {
            names_.push_back(options[o]);
            if (options[o] == "none") nothing_ = o;
        }
    }

    void draw() {
        for (MemberOutcome& o : out_) {
            for (const Continued v : {Continued::option, Continued::nothing})
                o[v].assign(length_of(v, continuations_), std::numeric_limits<double>::quiet_NaN());
            o[Continued::weight] = {0};
            o[Continued::step] = {-1};
        }
        std::optional<Kept> kept = first_sight(MemberRun(world_, request_), 0, sought.front());
        if (kept) kept->own = true;
        std::size_t left = 0;  // stages up to the last one that an option starts at
        for (std::size_t s = 0; s < sought.size(); ++s)
            if (!starting_at(sought[s]).empty()) left = s + 1;
        for (std::size_t s = 0; s < left && kept; ++s)
            kept = from(*kept, sought[s], s + 1 == left ? Stage::none : sought[s + 1]);
    }

private:
    static const Parallel& serial() {
        static const Parallel one;
        return one;
    }

    /// Options that start at a stage.
    std::vector<std::size_t> starting_at(Stage stage) const {
        std::vector<std::size_t> out;
        for (std::size_t o = 0; o < names_.size(); ++o)
            if (const auto start = parse_stage_option(names_[o]);
                start && start->stage == stage_words.text(stage))
                out.push_back(o);
        return out;
    }

    /// Doing nothing from a state up to the first sight of a stage.
    std::optional<Kept> first_sight(MemberRun run, std::size_t step, Stage stage) const {
        for (; step < steps_; ++step) {
            if (run.state().stage_seen() >= stage) return Kept{std::move(run), step, 1, false};
            run.step(request_, parallel_);
        }
        return std::nullopt;
    }

    /// The state that is kept, under the luck of a continuation.
    MemberRun begun(const Kept& kept, Stage stage, std::uint32_t c) const {
        MemberRun run = kept.run;
        if (c > 0)
            run.state().take_luck(luck_of_continuation(request_.seed, request_.member, stage, c));
        return run;
    }

    /// All futures from the state kept of a stage; the state that is kept of the next.
    std::optional<Kept> from(const Kept& kept, Stage stage, Stage next) {
        const std::vector<std::size_t> options = starting_at(stage);
        for (const std::size_t o : options) {
            out_[o][Continued::weight] = {kept.weight};
            out_[o][Continued::step] = {static_cast<double>(kept.step)};
        }
        const std::uint32_t all =
            continuations_.each + (next == Stage::none ? 0 : continuations_.scouts);
        std::optional<Kept> out;
        std::uint32_t reached = 0;
        for (std::uint32_t c = 0; c < all; ++c) {
            const bool whole = c < continuations_.each && !options.empty();
            if (!whole && next == Stage::none) continue;
            std::optional<Kept> seen = whole ? continued_under(options, kept, stage, next, c)
                                             : first_sight(begun(kept, stage, c), kept.step, next);
            if (!seen) continue;
            ++reached;
            if (out) continue;
            out = std::move(seen);
            out->own = kept.own && c == 0;
        }
        if (out) out->weight = kept.weight * reached / all;
        return out;
    }

    /// One continuation of doing nothing and of the options, to its end; the state in which doing
    /// nothing first sees the next stage.
    std::optional<Kept> continued_under(const std::vector<std::size_t>& options, const Kept& kept,
                                        Stage stage, Stage next, std::uint32_t c) {
        if (c == 0 && kept.own && nothing_) {  // it has been run: it is the member itself
            for (const std::size_t o : options) put(o, c, out_[*nothing_], out_[o]);
            return next == Stage::none ? std::nullopt : first_sight(kept.run, kept.step, next);
        }
        std::vector<MemberOutcome> ends(options.size() + 1);
        std::vector<Follower> followers;
        followers.push_back({0, Desk(), {}});
        for (std::size_t i = 0; i < options.size(); ++i)
            followers.push_back(
                {i + 1, Desk(world_, kept.run.state().parameters(), names_[options[i]]), {}});
        std::optional<Kept> seen;
        const auto watch = [&](const MemberRun& run, std::size_t step) {
            if (!seen && next != Stage::none && run.state().stage_seen() >= next)
                seen = Kept{run, step, 1, false};
        };
        SharedPast(request_, parallel_, steps_, ends, watch)
            .run(begun(kept, stage, c), kept.step, std::move(followers));
        for (std::size_t i = 0; i < options.size(); ++i)
            put(options[i], c, ends.front(), ends[i + 1]);
        return seen;
    }

    void put(std::size_t option, std::uint32_t c, const MemberOutcome& nothing,
             const MemberOutcome& under) {
        const auto copy = [&](Continued where, const MemberOutcome& outcome) {
            const std::vector<double> values = kept_of(outcome);
            std::copy(values.begin(), values.end(),
                      out_[option][where].begin() + static_cast<std::ptrdiff_t>(c * values.size()));
        };
        copy(Continued::nothing, nothing);
        copy(Continued::option, under);
    }

    const World& world_;
    RunRequest request_;
    Continuations continuations_;
    const Parallel& parallel_;
    std::size_t steps_;
    std::vector<MemberOutcome>& out_;
    std::vector<std::string> names_;
    std::optional<std::size_t> nothing_;
};

}  // namespace

Luck luck_of_continuation(std::uint64_t seed, std::uint64_t member, Stage stage,
                          std::uint32_t continuation) {
    const std::uint64_t which = mix(static_cast<std::uint64_t>(stage), continuation);
    return {mix(seed, mix(kContinue, which)), member};
}

std::vector<double> kept_of(const MemberOutcome& outcome) {
    std::vector<double> out;
    out.reserve(continued_outcomes().size());
    for (const std::vector<double>& values : outcome.series) {
        out.push_back(std::accumulate(values.begin(), values.end(), 0.0));
        out.push_back(values.back());
        out.push_back(*std::max_element(values.begin(), values.end()));
    }
    out.push_back(outcome[Scalar::mass_killing_onset_step] >= 0 ? 1 : 0);
    return out;
}

void continue_from_stages(const World& world, const RunRequest& request,
                          std::span<const std::string> options, const Continuations& continuations,
                          std::vector<MemberOutcome>& out) {
    Futures(world, request, options, continuations, out).draw();
}

}  // namespace forestall
