# SPDX-License-Identifier: Apache-2.0
"""One rule for every -o: what exists stays unless --overwrite is given, what is read is never written over, and a name that
cannot be written is refused before any work."""
import os
import signal
import subprocess
import time

import program

INSTANCE = os.path.join(program.SOURCE, "tests", "cli", "flee-instance")


class Outputs(program.Case):
    def setUp(self):
        super().setUp()
        self.folder_of_inputs = self.path("inputs")
        os.mkdir(self.folder_of_inputs)
        self.scenario = self.short_scenario()
        self.results = os.path.join(self.folder_of_inputs, "in.h5")
        self.ok("ensemble", self.scenario, "--members", 2, "-o", self.results, "--quiet")
        self.run_file = os.path.join(self.folder_of_inputs, "run.h5")
        self.ok("run", self.scenario, "-o", self.run_file, "--quiet")

    def short_scenario(self):
        """A year, so that a run takes milliseconds."""
        folder = program.shutil.copytree(program.SCENARIO, os.path.join(self.folder_of_inputs, "scenario"))
        path = os.path.join(folder, "scenario.toml")
        program.write(path, program.read(path).decode().replace("end = 2031-12-29", "end = 2030-12-30"))
        return folder

    def commands(self):
        """Every command that writes a file, without its -o."""
        few = ("--interventions", "mediation,envoy")
        return {
            "ensemble": ("ensemble", self.scenario, "--members", 2),
            "run": ("run", self.scenario),
            "decide": ("decide", self.scenario, "--options", "all", "--indifference", 100000, "--max-members", 4),
            "stages": ("stages", self.scenario, "--members", 2, "--interventions", "mediation"),
            "portfolio": ("portfolio", self.scenario, "--budget", "5 M USD", *few, "--members", 4, "--sieve", 4, "--fresh", 4,
                          "--population", 8, "--generations", 1),
            "merge": ("merge", self.results),
            "report": ("report", self.results, "--still"),
            "explain": ("explain", self.run_file, "--history"),
            "brief": ("brief", self.run_file, "--week", 8),
            "export": ("export", self.results, "--format", "csv"),
        }

    def inputs_as_they_were(self):
        return {os.path.join(at, name): program.read(os.path.join(at, name))
                for at, _, names in os.walk(self.folder_of_inputs) for name in names}

    def test_what_exists_stays_unless_overwrite_is_given(self):
        for name, command in self.commands().items():
            for kind, content in (("text", b"years of work"), ("empty", b""), ("results", program.read(self.results))):
                with self.subTest(command=name, file=kind):
                    out = self.path(f"{name}-{kind}")
                    program.write(out, content, "wb")
                    said = self.ok(*command, "-o", out, "--quiet", code=2).stderr
                    self.assertIn("--overwrite", said)
                    self.assertEqual(program.read(out), content)
            with self.subTest(command=name, how="--overwrite"):
                self.ok(*command, "-o", out, "--overwrite", "--quiet")
                self.assertIn("--overwrite", self.ok(*command[:1], "--help").stdout)
        left = [name for name in os.listdir(self.folder) if name.endswith((".tmp", ".parts"))]
        self.assertEqual(left, [])

    def test_what_is_read_is_never_written_over(self):
        links = {}
        for file in (self.results, self.run_file):
            link, hard = self.path("link-" + os.path.basename(file)), self.path("hard-" + os.path.basename(file))
            os.symlink(file, link)
            os.link(file, hard)
            links[file] = [file, link, hard]
        before = self.inputs_as_they_were()
        for name, command in self.commands().items():
            for out in links.get(command[1], [os.path.join(self.scenario, "routes.csv")]):
                with self.subTest(command=name, out=out):
                    self.ok(*command, "-o", out, "--overwrite", "--quiet", code=2)
        run = self.path("run.h5")
        self.ok("run", self.scenario, "-o", run)
        kept = program.read(run)
        self.ok("report", self.results, "--run", run, "-o", run, "--overwrite", code=2)
        self.assertEqual(program.read(run), kept)
        self.assertEqual(self.inputs_as_they_were(), before)

    def test_a_name_that_cannot_be_written_is_refused_before_work(self):
        os.symlink("b", self.path("a"))
        os.symlink("a", self.path("b"))
        names = {"": 2, self.path("new/"): 2, self.path("n" * 243 + ".h5"): 2, self.path("a"): 2, self.folder: 2, "/dev/null": 2,
                 self.path("none/o.h5"): 74, "/proc/o.h5": 74}
        for name, command in self.commands().items():
            # Were any member computed first, it would take hours.
            long = [10000000 if str(word) == "2" and command[0] in ("ensemble", "stages") else word for word in command]
            for out, code in names.items():
                with self.subTest(command=name, out=out):
                    done = self.ok(*long, "-o", out, "--quiet", code=code, timeout=20)
                    self.assertEqual(done.stdout, "")
        self.assertEqual(sorted(os.listdir(self.folder)), ["a", "b", "inputs"])

    def test_a_dangling_link_is_followed(self):
        os.mkdir(self.path("far"))
        for name, command in self.commands().items():
            if name in ("stages", "portfolio"):
                continue  # as ensemble
            with self.subTest(command=name):
                os.symlink(os.path.join("far", name), self.path(name))
                self.ok(*command, "-o", self.path(name), "--quiet")
                self.assertTrue(os.path.islink(self.path(name)))
                self.assertTrue(os.path.isfile(os.path.join(self.folder, "far", name)))

    def test_temporaries_of_the_killed_are_removed_and_those_of_a_longer_name_are_not(self):
        for name, command in self.commands().items():
            out = self.path(name)
            mine, other = self.path(f".{name}.4000000-0.tmp"), self.path(f".{name}.x.4000000-0.tmp")
            program.write(mine, "half")
            program.write(other, "half")
            with self.subTest(command=name):
                self.ok(*command, "-o", out, "--quiet")
                self.assertFalse(os.path.exists(mine))
                self.assertTrue(os.path.exists(other))

    def test_an_unfinished_run_is_left_alone_by_every_other_command(self):
        out = self.path("o.h5")
        self.ok("ensemble", program.SCENARIO, "--members", 200, "-o", out, "--time-limit", 0.0001, "--quiet", code=75)
        kept = sorted(os.listdir(out + ".parts"))
        for name, command in self.commands().items():
            with self.subTest(command=name):
                self.assertIn("--resume", self.ok(*command, "-o", out, "--quiet", code=2).stderr)
        self.assertEqual(sorted(os.listdir(out + ".parts")), kept)
        self.assertFalse(os.path.exists(out))

    def test_resume_leaves_a_finished_file_as_it_is_and_refuses_another_job(self):
        for name in ("ensemble", "stages", "portfolio", "decide"):
            command, out = self.commands()[name], self.path(name)
            with self.subTest(command=name):
                self.ok(*command, "-o", out, "--quiet")
                before, at = program.read(out), os.stat(out).st_mtime_ns
                first = self.ok(*command, "-o", out, "--quiet", "--resume").stdout
                self.assertIn(out, first)
                self.assertEqual((program.read(out), os.stat(out).st_mtime_ns), (before, at))
                self.ok(*command, "-o", out, "--quiet", "--resume", "--seed", 99, code=2)
                program.write(out, "something else")
                self.ok(*command, "-o", out, "--quiet", "--resume", code=2)
                self.assertEqual(program.read(out), b"something else")


class Directories(program.Case):
    def test_an_import_leaves_what_is_there(self):
        out = self.path("case")
        os.mkdir(out)
        program.write(os.path.join(out, "notes.md"), "mine")
        self.assertIn("not empty", self.ok("import", "flee", INSTANCE, "-o", out, code=2).stderr)
        self.assertEqual(os.listdir(out), ["notes.md"])
        self.ok("import", "flee", INSTANCE, "-o", out, "--overwrite")
        self.assertEqual(program.read(os.path.join(out, "notes.md")), b"mine")
        os.mkdir(self.path("empty"))
        self.ok("import", "flee", INSTANCE, "-o", self.path("empty"))

    def test_an_import_never_writes_over_what_it_reads(self):
        inside = program.shutil.copytree(INSTANCE, self.path("instance"))
        os.symlink("instance", self.path("link"))
        before = {n: os.stat(os.path.join(at, n)).st_mtime_ns for at, _, names in os.walk(inside) for n in names}
        for out in ("instance", "instance/", "link", "instance/../instance"):
            self.ok("import", "flee", inside, "-o", self.path(out), "--overwrite", code=2)
        os.mkdir(self.path("out"))
        file = next(os.path.join(at, n) for at, _, names in os.walk(inside) for n in names if n == "locations.csv")
        os.symlink(file, self.path("out/locations.csv"))
        self.ok("import", "flee", inside, "-o", self.path("out"), "--overwrite", code=2)
        self.assertEqual({n: os.stat(os.path.join(at, n)).st_mtime_ns for at, _, names in os.walk(inside) for n in names}, before)


class Decide(program.Case):
    """A decision that was stopped goes on, and ends in the bytes of an unbroken one."""

    def args(self, out, *more):
        return ("decide", program.SCENARIO, "--options", "all", "--indifference", 1, "--pcs", 0.9, "--max-members", 160,
                "-o", self.path(out), "--quiet", *more)

    def wait_for_parts(self, process, out):
        for _ in range(4000):
            folder = self.path(out) + ".parts"
            if process.poll() is not None or (os.path.isdir(folder) and any(n.startswith("part-") for n in os.listdir(folder))):
                return
            time.sleep(0.005)

    def test_resumes_after_a_signal_and_after_a_kill(self):
        begin = time.monotonic()
        self.ok(*self.args("whole.h5"))
        self.assertGreater(time.monotonic() - begin, 0.2, "too short to be hit")
        want = program.read(self.path("whole.h5"))
        for number, which in enumerate((signal.SIGINT, signal.SIGHUP, signal.SIGKILL)):
            out = f"{number}.h5"
            process = program.start(*self.args(out))
            self.wait_for_parts(process, out)
            process.send_signal(which)
            _, said = process.communicate(timeout=120 * program.PATIENCE)
            self.assertEqual(process.returncode, -9 if which == signal.SIGKILL else 130, said)
            self.assertTrue(os.listdir(self.path(out) + ".parts"))
            self.assertIn("--resume", self.ok(*self.args(out), code=2).stderr)
            self.ok(*self.args(out, "--resume", "--seed", 7), code=2)
            self.assertIn("pcs is", self.ok(*[0.8 if w == 0.9 else w for w in self.args(out, "--resume")], code=2).stderr)
            if which != signal.SIGKILL:
                line = [text.split(": ", 1)[1] for text in said.splitlines() if text.startswith("to continue: ")][0]
                subprocess.run(["/bin/sh", "-c", line], check=True, capture_output=True, timeout=120 * program.PATIENCE)
            else:
                self.ok(*self.args(out, "--resume"))
            self.assertEqual(program.read(self.path(out)), want)
            self.assertFalse(os.path.exists(self.path(out) + ".parts"))


if __name__ == "__main__":
    program.main()
