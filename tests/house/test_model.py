# SPDX-License-Identifier: Apache-2.0
"""docs/model.md and docs/mechanisms/ say what the code says: parameters, functions, files, pages."""
import glob
import os
import re
import unittest

ROOT = os.environ.get("FORESTALL_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TEXT = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
SPEC = re.compile(rf"ParameterSpec\{{\s*{TEXT},\s*{TEXT},\s*([-\d.e]+),\s*([-\d.e]+),\s*([-\d.e]+),\s*{TEXT},\s*{TEXT},\s*'(\w)'\s*\}}")


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def files(pattern):
    return sorted(os.path.relpath(p, ROOT) for p in glob.glob(os.path.join(ROOT, pattern), recursive=True))


def joined(literals):
    """The text of adjacent string literals."""
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def parameters_in_code():
    for path in files("sim/**/*.cpp"):
        text = read(path)
        found = SPEC.findall(text)
        assert len(found) == len(re.findall(r"\bParameterSpec\{", text)), f"{path} has a ParameterSpec in another form"
        for name, unit, low, high, default, meaning, source, grade in found:
            yield (joined(name), joined(unit), float(default), float(low), float(high), joined(meaning), joined(source), grade)


def parameters_on_page():
    row = (r"^\| `([a-z_]+\.[a-z_]+)` \| (\w+) \| (\S+) \| ([-\d.e]+) \| ([-\d.e]+) to ([-\d.e]+) \| ([^|]+) \| ([^|]+) \| (\w) \|$")
    for name, symbol, unit, default, low, high, meaning, source, grade in re.findall(row, read("docs/model.md"), flags=re.M):
        yield symbol, (name, unit, float(default), float(low), float(high), meaning, source, grade)


PAGES = ["docs/model.md"] + files("docs/mechanisms/*.md")


class Model(unittest.TestCase):
    maxDiff = None

    def test_the_table_of_parameters_is_that_of_the_code(self):
        code = list(parameters_in_code())
        self.assertGreater(len(code), 20)
        self.assertEqual([row for _, row in parameters_on_page()], code)

    def test_symbols_are_given_once(self):
        symbols = [symbol for symbol, _ in parameters_on_page()]
        self.assertEqual(len(symbols), len(set(symbols)))

    def test_parameters_that_a_page_names_exist(self):
        names = {row[0] for row in parameters_in_code()}
        rooms = "|".join(sorted({name.split(".")[0] for name in names}))
        processes = set(re.findall(r'process\("([\w.]+)"\)', "".join(read(p) for p in files("sim/**/*.[ch]pp"))))
        for page in PAGES:
            for name in re.findall(rf"`((?:{rooms})\.[a-z_]+)`", read(page)):
                self.assertIn(name, names | processes, page)

    def test_files_that_a_page_names_exist(self):
        for page in PAGES:
            for path in re.findall(r"`((?:sim|tests|analysis|scenarios)/[\w./-]+)`", read(page)):
                self.assertTrue(os.path.exists(os.path.join(ROOT, path)), f"{page} names {path}")

    def test_rules_that_a_page_names_exist(self):
        rules = "".join(read(p) for p in files("sim/population/rules/*.hpp"))
        for page in PAGES:
            for name in re.findall(r"rules::(\w+)", read(page)):
                self.assertRegex(rules, rf"\b{name}\(", page)

    def test_pages_of_the_model_that_the_code_names_exist(self):
        for path in files("sim/**/*.[ch]pp"):
            for page in re.findall(r"docs/(?:model|mechanisms/[\w-]+)\.md", read(path)):
                self.assertTrue(os.path.exists(os.path.join(ROOT, page)), f"{path} names {page}")

    def test_every_mechanism_has_its_parts_and_is_listed(self):
        model = read("docs/model.md")
        for page in files("docs/mechanisms/*.md"):
            self.assertIn(f"(mechanisms/{os.path.basename(page)})", model)
            for part in ("**Rule.** ", "## Equations", "## Source and grade", "## Limits", "## Tests"):
                self.assertIn(part, read(page), page)

    def registered(self, pattern, kind):
        """Names of what is registered in a folder."""
        for path in files(pattern):
            found = re.findall(rf'^const {kind} \w+\{{\s*"([a-z_]+)"', read(path), flags=re.M)
            self.assertEqual(found, [os.path.basename(path)[:-len(".cpp")]], path)
            yield found[0]

    def test_every_registered_mechanism_has_a_page(self):
        names = list(self.registered("sim/escalation/mechanisms/*.cpp", "Mechanism"))
        self.assertGreater(len(names), 15)
        missing = [n for n in names if not os.path.exists(os.path.join(ROOT, f"docs/mechanisms/{n.replace('_', '-')}.md"))]
        self.assertEqual(missing, [], "mechanisms without docs/mechanisms/<name>.md")

    def test_every_motive_is_on_the_page_of_decisions(self):
        names = list(self.registered("sim/actors/motives/*.cpp", "Motive"))
        self.assertGreater(len(names), 15)
        page = read("docs/mechanisms/decision.md")
        self.assertEqual([n for n in names if not re.search(rf"`{n}`|\*\*{n}\*\*|^#+ {n}\b", page, flags=re.M)], [])

    def test_every_mechanism_and_motive_has_its_test(self):
        for room, folder in (("escalation", "mechanisms"), ("actors", "motives")):
            for path in files(f"sim/{room}/{folder}/*.cpp"):
                test = f"tests/{room}/{folder}/{os.path.basename(path)[:-len('.cpp')]}_test.cpp"
                self.assertTrue(os.path.exists(os.path.join(ROOT, test)), test)


if __name__ == "__main__":
    unittest.main()
