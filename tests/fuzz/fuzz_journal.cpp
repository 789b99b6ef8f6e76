// SPDX-License-Identifier: Apache-2.0
// Any text is a journal, with or without a torn last line, or is refused with a sentence; what is
// read is written again to the same lines. An input cannot guess a digest: "?" in place of one gets
// the right one.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analysis/input_error.hpp"
#include "app/exercise/journal.hpp"
#include "app/exercise/order.hpp"

namespace {

using namespace forestall::app::exercise;

std::string with_digests(std::string_view text) {
    std::string out, last = line_digest("");
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        const std::string wanted = "\"prev\":\"?\"";
        if (const auto at = line.find(wanted); at != std::string::npos)
            line.replace(at, wanted.size(), "\"prev\":\"" + last + "\"");
        out += line;
        last = line_digest(line);
        if (end < text.size()) out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = with_digests({reinterpret_cast<const char*>(data), size});
    try {
        const JournalRead read = read_journal(text, "fuzz");
        if (read.size + read.torn != text.size()) std::abort();
        for (const Record& record : read.records) {
            if (const auto* order = record.body.find("order"))
                if (to_json(order_of(to_json(order_of(*order)))).text() !=
                    to_json(order_of(*order)).text())
                    std::abort();
            if (const auto* answer = record.body.find("answer"))
                if (to_json(answer_of(*answer)).text().empty()) std::abort();
        }
        const std::string whole = text.substr(0, read.size);
        const JournalRead again = read_journal(whole, "fuzz");
        if (again.records.size() != read.records.size() || again.torn != 0) std::abort();
    } catch (const forestall::InputError& refused) {
        if (std::string(refused.what()).empty()) std::abort();
    }
    return 0;
}
