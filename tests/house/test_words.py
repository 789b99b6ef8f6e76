# SPDX-License-Identifier: Apache-2.0
"""Kinds of places and of actors are named in one table beside each enum; nothing else keeps names of its own. What the page of the
exercise says for a name of the program, it says for each and for no other."""
import os
import re
import unittest

ROOT = os.environ.get("FORESTALL_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
HOME = "sim/world/place.hpp"
TABLES = ("place_kind_words", "actor_kind_words")
PAGE = "sim/app/exercise/page/lib"
# Of the page's words: where the names are, and names that only the server has.
SAID = {"roles": ("sim/scenario/exercise/plan.hpp", "seat_role_words", ["planner"]),
        "targets": ("sim/world/intervention.hpp", "target_words", []),
        "indicatorTitles": ("sim/app/exercise/fog.hpp", "seat_indicator_words", [])}
SKIP = {"vendor", "node_modules", "__pycache__"}
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"|\'((?:\\.|[^\'\\\n])*)\'')


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def files(folders, endings):
    for top in folders:
        for folder, inner, names in os.walk(os.path.join(ROOT, top)):
            inner[:] = sorted(f for f in inner if f not in SKIP)
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.relpath(os.path.join(folder, name), ROOT)


def words_of(table, text):
    """The texts of a vocabulary, in order."""
    body = re.search(rf"\b{table}\s*=\s*vocabulary<\w+>\(\s*\{{(.*?)\}}\s*\);", text, flags=re.S).group(1)
    return re.findall(r'\{\w+::\w+, "([^"]+)"\}', body)


def keys_of(name, script):
    """Keys of an object that a script keeps, in order; its values are texts."""
    body = re.search(rf"\bconst {name} = \{{(.*?)\}};", script, flags=re.S).group(1)
    return [quoted or bare for quoted, bare in re.findall(r"(?:'([^']*)'|(\w+)):\s*'[^']*'", body)]


def copies(words, text):
    """Words of a vocabulary that a text has in literals, whole or between bars."""
    found = set()
    for double, single in LITERAL.findall(text):
        found |= set((double or single).split("|")) & set(words)
    return found


class Words(unittest.TestCase):
    def setUp(self):
        self.tables = {table: words_of(table, read(HOME)) for table in TABLES}

    def test_the_tables_are_found(self):
        self.assertEqual(len(self.tables["place_kind_words"]), 3)
        self.assertEqual(len(self.tables["actor_kind_words"]), 5)

    def test_no_other_file_of_the_program_lists_them(self):
        for path in files(("sim", "analysis"), (".cpp", ".hpp", ".js", ".mjs")):
            if path == HOME:
                continue
            text = read(path)
            for table, words in self.tables.items():
                self.assertLess(len(copies(words, text)), 2, f"{path} has words of {table} of its own")

    def test_the_page_has_a_sign_for_each_kind_of_place_and_no_other(self):
        self.assertEqual(keys_of("signs", read(f"{PAGE}/map.js")), self.tables["place_kind_words"])

    def test_the_page_has_words_for_each_name_of_the_program_and_no_other(self):
        script = read(f"{PAGE}/words.js")
        for name, (path, table, more) in SAID.items():
            with self.subTest(name):
                self.assertEqual(keys_of(name, script), words_of(table, read(path)) + more)
        strategies = re.search(r'"intervention", "strategy",.*?"(\w+(?:\|\w+)+)"', read("sim/scenario/keys.cpp"), flags=re.S).group(1)
        self.assertEqual(sorted(keys_of("strategies", script)), sorted(strategies.split("|")))


class Planted(unittest.TestCase):
    def test_names_and_keys_are_read(self):
        self.assertEqual(words_of("a_words", 'constexpr auto a_words = vocabulary<A>({{A::x, "x"},\n   {A::y, "y, z"}});'), ["x", "y, z"])
        self.assertEqual(keys_of("a", "export const a = { x: 'One: two', 'y, z': 'Three' };"), ["x", "y, z"])

    def test_copies_are_found(self):
        words = ["settlement", "camp", "border_point"]
        self.assertEqual(copies(words, 'x = {"settlement", "camp"};'), {"settlement", "camp"})
        self.assertEqual(copies(words, "k === 'camp' ? 'triangle' : k === 'border_point'"), {"camp", "border_point"})
        self.assertEqual(copies(words, '{"kind", "settlement|camp|border_point"}'), set(words))
        self.assertEqual(copies(words, 'say("a settlement"); // "camps"'), set())


if __name__ == "__main__":
    unittest.main()
