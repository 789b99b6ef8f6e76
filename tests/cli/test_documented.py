# SPDX-License-Identifier: Apache-2.0
"""Every command line of the README, of docs/ and of every --help can be typed as it stands."""
import os
import re
import shutil
import subprocess
import tempfile

import documented
import program

PYTHON = "/usr/bin/python3"


class Typed(program.Case):
    """A folder as a reader's checkout is after `make demo`: forestall in PATH, scenarios, files of earlier examples."""

    @classmethod
    def setUpClass(cls):
        cls.stock = tempfile.mkdtemp(prefix="forestall-stock-")
        cls.addClassCleanup(shutil.rmtree, cls.stock, True)

        def make(*words, typed=None):
            done = subprocess.run([program.PROGRAM, *map(str, words), "--quiet"], cwd=cls.stock, input=typed, capture_output=True,
                                  text=True, timeout=120, check=False)
            assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
        os.makedirs(os.path.join(cls.stock, "out"))
        make("ensemble", program.SCENARIO, "--options", "mediation-early", "--members", 40, "-o", "out.h5")
        make("run", program.SCENARIO, "--member", 17, "-o", "run.h5")
        for part in range(1, 5):
            make("ensemble", program.SCENARIO, "--members", 8, "--shard", f"{part}/4", "-o", f"part{part}.h5")
        make("ensemble", os.path.join(program.SOURCE, "scenarios/central-african-republic"),
             "--options", "all", "--members", 2, "-o", "out/demo.h5")

        make("sweep", os.path.join(program.SOURCE, "scenarios/experiments/two-rivers-weights.toml"), "-o", "sweep.h5")
        make("exercise", os.path.join(program.SOURCE, "scenarios/orimand"), "--solo", "--journal", "friday.jsonl",
             typed="order early_warning; by Foreign Ministry of Kestrane\nend\n")

    def setUp(self):
        super().setUp()
        os.makedirs(self.path("scenarios"))
        for name in os.listdir(os.path.join(program.SOURCE, "scenarios")):
            os.symlink(os.path.join(program.SOURCE, "scenarios", name), self.path(f"scenarios/{name}"))
        os.makedirs(self.path("build"))
        os.symlink(program.PROGRAM, self.path("build/forestall"))
        os.makedirs(self.path("path/to"))
        os.symlink(os.path.join(program.SOURCE, "tests/cli/flee-instance"), self.path("path/to/flee-instance"))
        for name in ("ged.csv", "districts.geojson", "census.csv", "dtm.csv"):
            shutil.copy(os.path.join(program.SOURCE, "tests/cli", name), self.path(name))
        shutil.copytree(self.stock, self.folder, dirs_exist_ok=True)
        self.environment = {**os.environ, "PATH": self.path("build") + ":" + os.environ["PATH"]}

    def type(self, line, where, codes=(0,)):
        """Types a line or a block into a shell, small; outputs of earlier examples are out of the way."""
        small = documented.runnable(line)
        for name in documented.outputs(small):
            path = self.path(name)
            shutil.rmtree(path, True) if os.path.isdir(path) else os.path.exists(path) and os.remove(path)
        # One that takes causes away may find one that changed nothing.
        if "--check" in line or "--strict" in line:
            codes = (0, 1)
        done = subprocess.run(["bash", "-euc", small], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=120, check=False)
        self.assertIn(done.returncode, codes, f"{where}: {line}\nas: {small}\n{done.stdout[-500:]}\n{done.stderr[-2000:]}")
        return done


class Pages(Typed):
    def test_every_block_of_a_page_runs_as_it_is_printed(self):
        for page, text in documented.pages():
            files = {body: path for path, body in documented.saved(text).items()}
            for language, body in documented.blocks(text):
                with self.subTest(page=page, block=body.splitlines()[0]):
                    if language == "sh":
                        self.type(body, page)
                    elif language == "python":
                        self.python(body, page)
                    elif body in files:
                        program.write(self.path(files[body]), body)
                    else:
                        for line in body.splitlines():
                            command = line.split("#")[0].strip()
                            if documented.CALL.match(command):
                                self.type(command, page)

    def test_every_call_within_a_sentence_runs(self):
        for page, text in documented.pages():
            for line in documented.inline(text):
                with self.subTest(page=page, line=line):
                    if line in documented.NOT_RUN or documented.is_synopsis(line):
                        continue
                    if documented.is_mention(line):
                        self.ok(*line.split()[1:], "--help")
                    else:
                        self.type(line, page)

    def test_every_option_of_a_synopsis_exists(self):
        for page, text in documented.pages():
            lines = [line.split()[1:] for line in documented.inline(text) if documented.is_synopsis(line)]
            for words in [*lines, *documented.synopses(text)]:
                command = " ".join(words[:2]) if " ".join(words[:2]) in program.COMMANDS else words[0]
                known = self.ok(*command.split(), "--help").stdout
                for option in re.findall(r"(?<![\w-])--?[a-z][\w-]*", " ".join(words)):
                    with self.subTest(page=page, command=command, option=option):
                        self.assertRegex(known, rf"(?<![\w-]){re.escape(option)}(?![\w-])")

    def test_what_is_not_run_is_still_on_a_page(self):
        whole = "\n".join(text for _, text in documented.pages())
        for line in documented.NOT_RUN:
            self.assertRegex(whole, line.replace(" ", r"\s+"), "take it out of NOT_RUN")

    def test_the_python_of_the_readme_prints_people_away_from_home_under_each_option(self):
        (body,) = [body for language, body in documented.blocks(dict(documented.pages())["README.md"])
                   if language == "python"]
        said = self.python(body, "README.md")
        for option in ("none", "troops-early"):
            self.assertRegex(said, rf"(?m)^{option}\s+\d+", said)

    def python(self, body, page):
        """Debian's Python, and no window: as on a server."""
        environment = {k: v for k, v in self.environment.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        done = subprocess.run([PYTHON, "-Esc", body], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, f"{page}:\n{body}\n{done.stderr}")
        return done.stdout


class Helps(Typed):
    def test_every_example_runs(self):
        for command in ("", *program.COMMANDS):
            shutil.copytree(self.stock, self.folder, dirs_exist_ok=True)  # as before the command above
            text = self.ok(*command.split(), "--help").stdout
            for line in text.split("Example:")[1].strip().splitlines():
                with self.subTest(command=command, line=line.strip()):
                    self.type(line.strip(), f"forestall {command} --help")

if __name__ == "__main__":
    program.main()
