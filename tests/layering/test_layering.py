# SPDX-License-Identifier: Apache-2.0
"""The order of the rooms, as docs/architecture.md states it, holds in every include; and a planted fault is found."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rules  # noqa: E402

ROOT = os.environ.get("FORESTALL_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
# (file, its text, what the finding has to say)
PLANTED = (
    ("sim/core/a.cpp", '#include "world/world.hpp"', "core may not include world/world.hpp"),
    ("sim/core/a.cpp", "#include <world/world.hpp>", "core may not include world/world.hpp"),
    ("sim/world/a.cpp", '#include "engine/engine.hpp"', "world may not include"),
    ("sim/population/a.cpp", '#include "actors/actor.hpp"', "population may not include"),
    ("sim/engine/a.cpp", '#include "ensemble/job.hpp"', "engine may not include"),
    ("sim/scenario/a.cpp", '#include "results/writer.hpp"', "scenario may not include"),
    ("sim/results/a.cpp", '#include "scenario/load.hpp"', "results may not include"),
    ("sim/results/a.cpp", '#include "app/main.hpp"', "results may not include"),
    ("analysis/a.cpp", '#include "ensemble/job.hpp"', "analysis may not include"),
    ("analysis/report/a.cpp", '#include "engine/engine.hpp"', "analysis may not include"),
    ("sim/world/a.cpp", '#include "world.hpp"', "does not name its room"),
    ("sim/world/a.cpp", '#include "forestall_build_info.hpp"', "does not name its room"),
    ("sim/world/a.hpp", "#pragma once\n#include <boost/graph/adjacency_list.hpp>", "inside .cpp"),
    ("sim/world/a.hpp", "struct A {};", "#pragma once"),
    ("sim/world/a.cpp", "#include <hdf5.h>", "HDF5"),
    ("sim/app/a.cpp", "#include <hdf5.h>", "HDF5"),
    ("sim/world/a.cpp", "#include <tbb/parallel_for.h>", "oneTBB"),
    ("sim/app/a.cpp", "#include <tbb/parallel_for.h>", "oneTBB"),
    ("sim/engine/a.cpp", "#include <toml++/toml.h>", "toml++"),
    ("sim/app/a.cpp", "#include <utf8proc.h>", "utf8proc"),
    ("sim/actors/a.cpp", "#include <Eigen/Dense>", "Eigen"),
    ("sim/scenario/a.cpp", "#include <CLI/CLI.hpp>", "CLI11"),
    ("sim/app/commands/a.cpp", "#include <CLI/CLI.hpp>", "CLI11"),
    ("sim/app/commands/a.cpp", "#include <nlohmann/json.hpp>", "JSON library"),
    ("sim/actors/a.cpp", "#include <iostream>", "iostream"),
    ("sim/actors/a.cpp", "std::normal_distribution<double> d;", "random"),
    ("sim/engine/a.cpp", "std::mt19937_64 g;", "random"),
    ("sim/escalation/mechanisms/a.cpp", "double f(double x) { return std::exp(x); }", "elementary"),
    ("sim/escalation/mechanisms/a.cpp", "double f(double x) { return 1 + pow (x, 2); }", "elementary"),
    ("sim/engine/a.cpp", "double f(double x) { return std::sin(x); }", "elementary"),
    ("sim/core/a.cpp", "namespace forestall::math { double f(double x) { return std::exp(x); } }", "elementary"),
    ("sim/core/a.cpp", "#include <boost/math/special_functions.hpp>", "Boost.Math"),
    ("sim/engine/a.cpp", "auto t = std::chrono::steady_clock::now();", "clock"),
    ("sim/engine/a.cpp", "std::jthread t;", "thread"),
    ("sim/results/a.cpp", "void f() { std::exit(1); }", "ended by a library"),
)
# What must not be taken for a fault.
INNOCENT = (
    ("sim/engine/a.cpp", '#include "world/world.hpp"\n#include <vector>'),
    ("analysis/search/a.cpp", '#include "ensemble/job.hpp"\n#include "analysis/compare.hpp"'),
    ("sim/population/a.cpp", "double f(double x) { return math::exp(x) + std::sqrt(x) + std::abs(x); }"),
    ("sim/population/a.cpp", "// std::exp(x) dispatches on the CPU\nconst char* s = \"std::pow(x)\"; /* exit(1) */"),
    ("sim/world/a.cpp", "#include <boost/graph/adjacency_list.hpp>"),
    ("sim/core/math.hpp", "#pragma once\ninline double exp(double x) { return std::exp(x); }"),
    ("sim/core/a.cpp", "namespace forestall::math { double f(double x) { return exp(x); } }"),
    ("sim/core/parallel.cpp", "#include <tbb/parallel_for.h>\nstd::jthread t;"),
    ("sim/app/frame/build_info.cpp", '#include "forestall_build_info.hpp"'),
    ("sim/app/frame/command.cpp", "#include <CLI/CLI.hpp>"),
    ("sim/app/frame/json.cpp", "#include <nlohmann/json.hpp>"),
    ("sim/app/main.cpp", '#include "results/writer.hpp"\nvoid f() { std::exit(2); }'),
)


class Layering(unittest.TestCase):
    def setUp(self):
        self.table = rules.allowed_table(rules.read(ROOT, "docs/architecture.md"))

    def test_no_file_reaches_beyond_its_room(self):
        faults = list(rules.check_tree(ROOT))
        self.assertEqual(faults, [], "\n" + "\n".join(faults))

    def test_targets_link_only_what_the_document_allows(self):
        linked = rules.linked_rooms(rules.read(ROOT, "sim/CMakeLists.txt"))
        self.assertTrue(linked)
        for room, deps in linked.items():
            self.assertLessEqual(deps, self.table[room], f"sim/CMakeLists.txt links {room} to more than it may include")

    def test_analyses_link_only_what_the_document_allows(self):
        linked = rules.linked_analyses(rules.read(ROOT, "analysis/CMakeLists.txt"))
        self.assertEqual(set(linked), {"analysis", "analysis/search"})
        for room, deps in linked.items():
            self.assertLessEqual(deps, self.table[room], f"analysis/CMakeLists.txt links {room} to more than it may include")

    def test_the_document_names_every_room(self):
        rooms = {p for p in os.listdir(os.path.join(ROOT, "sim")) if os.path.isdir(os.path.join(ROOT, "sim", p))}
        self.assertEqual(rooms - set(self.table) - {"app"}, set())

    def test_arrows_point_one_way(self):
        order = list(self.table)
        for room, allowed in self.table.items():
            for other in allowed:
                self.assertIn(other, self.table, f"{room} may include {other}, which is no room")
                self.assertLess(order.index(other), order.index(room), f"{room} -> {other} points down")


class PlantedFaults(unittest.TestCase):
    def findings(self, path, text):
        with tempfile.TemporaryDirectory() as root:
            for name, content in (("docs/architecture.md", rules.read(ROOT, "docs/architecture.md")), (path, text)):
                os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
                with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                    file.write(content)
            return list(rules.check_tree(root))

    def test_each_is_found(self):
        for path, text, said in PLANTED:
            with self.subTest(path=path, text=text):
                found = self.findings(path, SPDX + text + "\n")
                self.assertEqual(len(found), 1, found)
                self.assertIn(said, found[0])

    def test_nothing_else_is_found(self):
        for path, text in INNOCENT:
            with self.subTest(path=path, text=text):
                self.assertEqual(self.findings(path, SPDX + text + "\n"), [])

    def test_a_missing_licence_line_is_found(self):
        for path in ("sim/core/a.cpp", "tests/cli/test_a.py", "bench/CMakeLists.txt"):
            self.assertIn("SPDX", "".join(self.findings(path, "\n")))

    def test_a_path_of_one_machine_is_found(self):
        self.assertIn("path of one machine", "".join(self.findings("docs/a.md", "see /" + "home/ann/forestall/notes")))

    def test_the_place_of_a_checkout_is_a_path_of_one_machine(self):
        for root, path in (("/disk1/projects/forestall", "/disk1/other/notes"), ("/srv/ann/forestall", "/srv/ann/forestall/notes")):
            self.assertRegex(f"see {path}", rules.machine_path(root))
        for innocent in ("/usr/bin/python3", "/srv/www/index.html", "https://example.org/srv/ann"):
            self.assertNotRegex(f"see {innocent}", rules.machine_path("/srv/ann/forestall"))


if __name__ == "__main__":
    unittest.main()
