# SPDX-License-Identifier: Apache-2.0
"""What the project says about itself holds: commands, links, numbering, changelog, dependencies."""
import base64
import hashlib
import json
import os
import re
import subprocess
import tempfile
import unittest

ROOT = os.environ.get("FORESTALL_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SKIP = re.compile(r"^(\.git|build|build-.*|out|node_modules|__pycache__)$")
# Found by CMake without a package of their own.
BUILT_IN = {"Threads"}


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def pages():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if not SKIP.match(f))
        for name in sorted(files):
            if name.endswith(".md"):
                yield os.path.relpath(os.path.join(folder, name), ROOT)


def anchors(text):
    """GitHub's anchors of a page's headings."""
    for title in re.findall(r"^#+\s+(.*)$", text, flags=re.M):
        yield re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def without_code(text):
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)


class Commands(unittest.TestCase):
    def test_readme_names_the_two_commands(self):
        readme = read("README.md")
        self.assertIn("make demo", readme)
        self.assertIn("make test", readme)

    def test_ci_runs_the_command_of_the_readme(self):
        self.assertRegex(read(".ci/run"), r"(?m)^make test$")

    def test_every_make_target_that_a_page_names_exists(self):
        targets = set(re.findall(r"^([a-z][a-z-]*):", read("Makefile"), flags=re.M))
        for page in pages():
            for line in re.findall(r"(?:`|^)make ([a-z][a-z -]*)", read(page), flags=re.M):
                for target in line.split():
                    if target not in targets:
                        self.fail(f"{page} names `make {target}`")

    def test_every_preset_that_is_used_exists(self):
        presets = set(re.findall(r'"name": "([\w-]+)"', read("CMakePresets.json")))
        for path in ("Makefile", "README.md", "CONTRIBUTING.md"):
            for name in re.findall(r"--preset ([\w-]+)", read(path)):
                self.assertIn(name, presets, path)

    def test_scripts_can_be_run(self):
        for name in os.listdir(os.path.join(ROOT, ".ci")):
            path = os.path.join(ROOT, ".ci", name)
            self.assertTrue(os.access(path, os.X_OK), name)
            subprocess.run(["bash", "-n", path], check=True)


class Tests(unittest.TestCase):
    def test_each_works_in_a_folder_of_its_own(self):
        """ctest runs them side by side: two that share a folder take each other's files away."""
        for folder, _, files in os.walk(os.path.join(ROOT, "tests")):
            for name in sorted(files):
                if name.endswith((".cpp", ".hpp")) and name != "scratch.hpp":
                    text = read(os.path.relpath(os.path.join(folder, name), ROOT))
                    self.assertNotRegex(text, r"temp_directory_path|\bP_tmpdir\b|\"/tmp/", f"{name}: use results/scratch.hpp")


class Pages(unittest.TestCase):
    def test_every_link_leads_somewhere(self):
        for page in pages():
            for target in re.findall(r"\]\(([^)\s]+)\)", without_code(read(page))):
                if re.match(r"[a-z]+:", target):
                    continue
                path, _, anchor = target.partition("#")
                full = os.path.normpath(os.path.join(ROOT, os.path.dirname(page), path)) if path else os.path.join(ROOT, page)
                with self.subTest(page=page, link=target):
                    self.assertTrue(os.path.exists(full), "leads nowhere")
                    if anchor:
                        with open(full, encoding="utf-8") as file:
                            self.assertIn(anchor, list(anchors(file.read())))

    def test_the_table_of_contents_names_every_page(self):
        contents = read("docs/README.md")
        for name in sorted(os.listdir(os.path.join(ROOT, "docs"))):
            if name.endswith(".md") and name != "README.md":
                self.assertIn(f"({name})", contents, f"docs/README.md does not name {name}")

    def test_decisions_are_numbered_without_gaps_and_listed(self):
        names = sorted(n for n in os.listdir(os.path.join(ROOT, "docs/adr")) if n != "README.md")
        contents = read("docs/adr/README.md")
        for number, name in enumerate(names, 1):
            self.assertTrue(name.startswith(f"{number:04d}-"), f"{name} should have number {number:04d}")
            self.assertIn(f"({name})", contents)
            page = read(f"docs/adr/{name}")
            self.assertTrue(page.startswith(f"# {number:04d}: "), name)
            for part in ("Status: ", "## Context", "## Decision", "## Consequences"):
                self.assertIn(part, page, name)

    def test_every_entry_of_the_changelog_says_what_became_of_trajectories(self):
        entries = re.split(r"^## ", read("CHANGELOG.md"), flags=re.M)[1:]
        self.assertTrue(entries)
        for entry in entries:
            self.assertRegex(entry, r"(?m)^Trajectories: \S", entry.splitlines()[0])

    def test_the_version_is_one(self):
        version = re.search(r"project\(forestall VERSION ([\d.]+)", read("CMakeLists.txt")).group(1)
        self.assertIn(f"version: {version}\n", read("CITATION.cff"))
        self.assertRegex(read("CHANGELOG.md"), rf"(?m)^## {re.escape(version)}\b")

    def test_the_licence_is_whole(self):
        licence = read("LICENSE")
        self.assertIn("Version 2.0, January 2004", licence)
        self.assertIn("END OF TERMS AND CONDITIONS", licence)


class Dependencies(unittest.TestCase):
    def setUp(self):
        makefile = read("Makefile").replace("\\\n", " ")
        self.packages = set()
        for names in re.findall(r"^(?:BUILD|LOOK|TEST|CHECK|PACK)_PACKAGES := (.*)$", makefile, flags=re.M):
            self.packages |= set(names.split())
        rows = re.findall(r"^\| `([\w.+-]+)` \| ?([\w ]*?) ?\| (.+) \|$", read("docs/dependencies.md"), flags=re.M)
        self.documented = {name: (found, why) for name, found, why in rows}

    def test_installed_packages_are_those_documented(self):
        self.assertEqual(self.packages, set(self.documented))

    def test_each_has_a_reason(self):
        for name, (_, why) in self.documented.items():
            self.assertGreater(len(why.strip()), 1, name)

    def test_what_cmake_looks_for_is_documented(self):
        found = set()
        for folder, folders, files in os.walk(ROOT):
            folders[:] = [f for f in folders if not SKIP.match(f)]
            for name in files:
                if name == "CMakeLists.txt":
                    found |= set(re.findall(r"find_package\((\w+)", read(os.path.join(folder, name))))
        documented = {found_as for found_as, _ in self.documented.values() if found_as}
        self.assertEqual(found - BUILT_IN - documented, set(), "looked for by CMake, not documented")
        self.assertEqual(documented - found, set(), "documented, not looked for by CMake")


class Vendored(unittest.TestCase):
    FOLDERS = {"analysis/report/page": "echarts", "sim/app/exercise/page": "htm", "tests/page": "axe-core",
               "tests/exercise_page": "playwright-core"}

    def test_every_script_in_the_tree_is_the_one_that_was_fetched(self):
        for folder in self.FOLDERS:
            vendor = os.path.join(ROOT, folder, "vendor")
            sums = dict(reversed(line.split("  ")) for line in read(f"{folder}/vendor/SHA256SUMS").splitlines())
            self.assertEqual(sorted(sums), sorted(n for n in os.listdir(vendor) if n.endswith((".js", ".tgz"))))
            for name, digest in sums.items():
                with open(os.path.join(vendor, name), "rb") as file:
                    self.assertEqual(hashlib.sha256(file.read()).hexdigest(), digest, name)

    def test_the_lock_file_pins_the_version_that_the_pages_name(self):
        for folder, package in self.FOLDERS.items():
            version = json.loads(read(f"{folder}/package.json"))
            version = {**version.get("dependencies", {}), **version.get("devDependencies", {})}[package]
            lock = json.loads(read(f"{folder}/package-lock.json"))["packages"][f"node_modules/{package}"]
            self.assertEqual(lock["version"], version)
            self.assertIn(f"**{package}** {version}", read("docs/dependencies.md"))
        self.assertIn(f"@@ Apache ECharts {self.charts()} |", read("docs/licences/10-echarts.txt"))
        self.assertIn(self.charts(), read("analysis/report/page/vendor/echarts.min.js"))

    def test_a_whole_package_is_the_one_of_the_lock_file(self):
        """npm's own digest is of the archive: it can be held against the bytes without npm."""
        lock = json.loads(read("tests/exercise_page/package-lock.json"))["packages"]["node_modules/playwright-core"]
        with open(os.path.join(ROOT, f"tests/exercise_page/vendor/playwright-core-{lock['version']}.tgz"), "rb") as file:
            digest = base64.b64encode(hashlib.sha512(file.read()).digest()).decode()
        self.assertEqual(lock["integrity"], f"sha512-{digest}")

    def test_the_licence_of_the_exercise_page_names_its_version(self):
        version = json.loads(read("sim/app/exercise/page/package.json"))["dependencies"]["htm"]
        self.assertIn(f"@@ htm {version} |", read("docs/licences/14-htm.txt"))

    def charts(self):
        return json.loads(read("analysis/report/page/package.json"))["dependencies"]["echarts"]

    def test_setting_up_needs_no_npm(self):
        makefile = read("Makefile")
        self.assertNotRegex(makefile, r"(?m)^\w+_PACKAGES := .*\bnpm\b")


class InstallScript(unittest.TestCase):
    """.ci/install-packages with a stand-in for Debian's tools: what it calls, and what it says when it cannot."""

    def run_script(self, packages, dpkg, apt="exit 0", user=0, sudo=None):
        with tempfile.TemporaryDirectory() as box:
            log = os.path.join(box, "log")
            tools = {"dpkg-query": dpkg, "apt-get": f'echo "apt-get $*" >>{log}; {apt}', "id": f"echo {user}"}
            if sudo is not None:
                tools["sudo"] = sudo
            for tool in ("bash", "env", "grep", "mktemp", "rm", "sed", "sleep", "tail"):
                os.symlink(os.path.join("/usr/bin", tool), os.path.join(box, tool))
            for name, body in tools.items():
                path = os.path.join(box, name)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(f"#!/usr/bin/bash\n{body}\n")
                os.chmod(path, 0o755)
            done = subprocess.run([os.path.join(ROOT, ".ci/install-packages"), *packages], env={"PATH": box, "FORESTALL_REPORT_SECONDS": "0.1"}, text=True,
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False)
            calls = []
            if os.path.exists(log):
                with open(log, encoding="utf-8") as file:
                    calls = file.read().splitlines()
            return done, calls

    def test_nothing_is_called_when_nothing_is_missing(self):
        done, calls = self.run_script(["g++", "cmake"], 'echo "g++ installed"; echo "cmake installed"')
        self.assertEqual((done.returncode, calls), (0, []), done.stderr)

    def test_only_what_is_missing_is_installed(self):
        done, calls = self.run_script(["g++", "cmake"], 'echo "g++ installed"; echo "cmake config-files"; exit 1')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(calls), 2)
        self.assertIn("update", calls[0])
        self.assertTrue(calls[1].endswith(" cmake") and "g++" not in calls[1], calls[1])

    def test_a_user_without_sudo_is_told_what_is_missing(self):
        done, calls = self.run_script(["cmake"], "exit 1", user=1000)
        self.assertEqual((done.returncode, calls), (1, []))
        self.assertIn("needs root or sudo: cmake", done.stderr)

    def test_a_user_with_sudo_installs_through_it(self):
        done, calls = self.run_script(["cmake"], "exit 1", user=1000, sudo='exec "$@"')
        self.assertEqual((done.returncode, len(calls)), (0, 2), done.stderr)

    def test_it_says_now_and_then_how_far_it_is(self):
        apt = ('[ "$1" != install ] || { echo "0 upgraded, 3 newly installed, 0 to remove."; '
               'echo "Need to get 159 MB of archives."; echo "Get:1 cmake"; echo "Unpacking cmake"; sleep 1; }; exit 0')
        done, _ = self.run_script(["cmake"], "exit 1", apt=apt)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("  fetched 1, unpacked 1, set up 0 of 3 packages, 159 MB\n", done.stdout)

    def test_a_failure_of_apt_is_said_plainly(self):
        done, _ = self.run_script(["cmake"], "exit 1", apt='echo "E: no such host" >&2; exit 100')
        self.assertEqual(done.returncode, 1)
        self.assertIn("no such host", done.stderr)
        self.assertIn("Installing Debian packages failed", done.stderr)


if __name__ == "__main__":
    unittest.main()
