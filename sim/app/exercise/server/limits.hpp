// SPDX-License-Identifier: Apache-2.0
// What one who asks may take of the server, and how it is counted.
#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace forestall::app::exercise::limits {

using namespace std::chrono_literals;

inline constexpr std::uint32_t header_bytes = 8 << 10;
inline constexpr std::uint64_t body_bytes = 64 << 10;
inline constexpr auto request_time = 5s;  ///< from the first wait for it to its last byte
inline constexpr auto answer_time = 30s;  ///< until a reader has taken an answer
inline constexpr auto breath = 15s;       ///< between signs of life of a stream of events
inline constexpr std::size_t connections = 256;
inline constexpr std::size_t connections_a_peer = 16;  ///< beyond loopback
inline constexpr std::size_t outbox_bytes = 256 << 10;
inline constexpr std::size_t wrong_joins = 5;  ///< a minute and address
inline constexpr std::size_t changes = 20;     ///< a second and player
inline constexpr std::size_t text_letters = 4000;

/// How often somebody did something lately. Forgets what is past.
class Tally {
public:
    Tally(std::size_t most, std::chrono::milliseconds span) : most_(most), span_(span.count()) {}
    /// Counts one more; false, and not counted, if there were `most` within the span.
    bool take(const std::string& who, std::int64_t now_ms);

private:
    void forget(std::int64_t now_ms);

    std::size_t most_;
    std::int64_t span_;
    std::map<std::string, std::deque<std::int64_t>> taken_;
};

}  // namespace forestall::app::exercise::limits
