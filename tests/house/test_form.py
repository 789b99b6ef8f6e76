# SPDX-License-Identifier: Apache-2.0
"""The form of C++: lines of at most 100 columns, no conditional operator within another. Lines of scripts of pages are at most 120."""
import os
import re
import unittest

ROOT = os.environ.get("FORESTALL_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SKIP = re.compile(r"^(\.git|build|build-.*|out|node_modules|__pycache__)$")
COLUMNS = 100
SCRIPT_COLUMNS = 120
PAGES = ("sim/app/exercise/page",)
TOKEN = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/|::|[?:;,(){}\[\]]', re.S)


def sources():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if not SKIP.match(f))
        for name in sorted(names):
            if name.endswith((".cpp", ".hpp")):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    yield os.path.relpath(path, ROOT), file.read()


def scripts():
    """Scripts of pages that are ours: what was fetched lies in folders of its own."""
    for page in PAGES:
        for folder, folders, names in os.walk(os.path.join(ROOT, page)):
            folders[:] = sorted(f for f in folders if f not in ("vendor", "node_modules"))
            for name in sorted(names):
                if name.endswith((".js", ".mjs")):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as file:
                        yield os.path.relpath(path, ROOT), file.read()


def wide_lines(text, columns=COLUMNS):
    return [number for number, line in enumerate(text.splitlines(), 1) if len(line) > columns]


def nested_conditionals(text):
    """Lines of each `?` that stands in a branch of another `?:`, in brackets or not."""
    out = []
    open_here = [[]]  # by depth of brackets: conditionals whose branches we are in, "?" or ":" by which
    for token in TOKEN.finditer(text):
        mark = token.group(0)
        if mark in ("(", "[", "{"):
            open_here.append([])
        elif mark in (")", "]", "}"):
            if len(open_here) > 1:
                open_here.pop()
            if mark == "}" and not any(open_here):
                open_here[-1].clear()
        elif mark == "?":
            if any(open_here):
                out.append(text.count("\n", 0, token.start()) + 1)
            open_here[-1].append("?")
        elif mark == ":" and "?" in open_here[-1]:
            last = len(open_here[-1]) - 1 - open_here[-1][::-1].index("?")
            open_here[-1][last] = ":"
        elif mark == ";" or (mark == "," and "?" not in open_here[-1]):
            open_here[-1].clear()
    return out


class Form(unittest.TestCase):
    def test_no_line_is_too_wide(self):
        found = [f"{path}:{number}" for path, text in sources() for number in wide_lines(text)]
        self.assertEqual(found, [], f"more than {COLUMNS} columns: make format")

    def test_no_line_of_a_script_is_too_wide(self):
        ours = list(scripts())
        self.assertGreater(len(ours), 20)
        found = [f"{path}:{number}" for path, text in ours for number in wide_lines(text, SCRIPT_COLUMNS)]
        self.assertEqual(found, [], f"more than {SCRIPT_COLUMNS} columns")

    def test_no_conditional_stands_within_another(self):
        found = [f"{path}:{number}" for path, text in sources() for number in nested_conditionals(text)]
        self.assertEqual(found, [], "write a function with ifs, or a table")


class Planted(unittest.TestCase):
    def test_wide_lines_are_found(self):
        self.assertEqual(wide_lines("a\n" + "ü" * 100 + "\n" + "x" * 101 + "\n"), [3])
        self.assertEqual(wide_lines("x" * 120 + "\n" + "ü" * 121 + "\n", SCRIPT_COLUMNS), [2])

    def test_nested_conditionals_are_found(self):
        for code in ("x = a ? b : c ? d : e;", "x = a ? (b ? c : d) : e;", "f(a ? b : g(c ? d : e));", "x = a ? b ? c : d : e;",
                     "return a ? b\n : c ? d\n : e;", "x = a ? std::max(b, c) : d ? e : f;", "int x{a ? b : c ? d : e};"):
            with self.subTest(code):
                self.assertEqual(len(nested_conditionals(code)), 1)

    def test_nothing_else_is_found(self):
        for code in ("x = a ? b : c; y = d ? e : f;", "f(a ? b : c, d ? e : f);", "x = (a ? b : c) ? d : e;", 'x = a ? "?" : "b ? c : d";',
                     "x = a ? b : c;  // really? yes: d", "switch (a) { case 1: x = b ? c : d; break; default: y = e ? f : g; }",
                     "A() : x(a ? b : c), y(d ? e : f) {}", "for (auto x : y) z = x ? 1 : 2;", "int x[] = {a ? b : c, d ? e : f};",
                     "x = a ? A::b : C::d; if (e ? f : g) h();", "x = a ? '?' : ':'; y = b ? 10'000 : 20'000;"):
            with self.subTest(code):
                self.assertEqual(nested_conditionals(code), [])


if __name__ == "__main__":
    unittest.main()
