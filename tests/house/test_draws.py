# SPDX-License-Identifier: Apache-2.0
"""What is drawn once for good is drawn while a State is made, so that a State may take other luck (docs/adr/0027): a draw
addressed to step 0 stands in the files of that decision's first table, each of which runs at birth, and in no other."""
import os
import re
import unittest

SOURCE = os.environ.get("FORESTALL_SOURCE", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
AT_BIRTH = {
    "world/parameters.cpp": 2,
    "world/weights.cpp": 1,
    "engine/state.cpp": 1,
    "population/trait_draw.hpp": 1,
    "population/crowd.cpp": 1,
    "population/lattice_life.cpp": 2,
    "actors/scene.cpp": 2,
    "actors/units.cpp": 1,
    "escalation/violence_schedule.cpp": 2,
}


def arguments(text, at):
    """Top-level arguments of the call whose '(' is at `at`."""
    out, depth, begin = [], 0, at + 1
    for i in range(at, len(text)):
        c = text[i]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
            if depth == 0:
                return out + [text[begin:i].strip()]
        elif c == "," and depth == 1:
            out.append(text[begin:i].strip())
            begin = i + 1
    return out


def at_step_zero(text):
    """Draws of a text, and those addressed to step 0."""
    all_of, zero = 0, 0
    for call in re.finditer(r"\bluck_?\.(?:stream|address)\(", text):
        all_of += 1
        given = arguments(text, call.end() - 1)
        zero += len(given) == 3 and given[2] in ("0", "0U", "std::uint32_t{0}")
    return all_of, zero


class Draws(unittest.TestCase):
    def test_for_good_are_made_at_birth(self):
        found, draws = {}, 0
        for folder, _, names in os.walk(os.path.join(SOURCE, "sim")):
            for name in names:
                if not name.endswith((".cpp", ".hpp")):
                    continue
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    all_of, zero = at_step_zero(file.read())
                draws += all_of
                if zero:
                    found[os.path.relpath(path, os.path.join(SOURCE, "sim"))] = zero
        self.assertEqual(found, AT_BIRTH, "a draw of step 0: is it made while a State is made? Then add it to docs/adr/0027 and here")
        self.assertGreater(draws, 40, "draws are found at all")

    def test_finds_one_that_spans_lines(self):
        self.assertEqual(at_step_zero("Stream s = t.luck.stream(kArm,\n  mix(a(1, 2), b),\n 0);"), (1, 1))
        self.assertEqual(at_step_zero("luck.stream(kArm, mix(a, 0), t.step)"), (1, 0))


if __name__ == "__main__":
    unittest.main()
