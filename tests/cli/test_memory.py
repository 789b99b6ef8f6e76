# SPDX-License-Identifier: Apache-2.0
"""Memory is promised and kept: what is said of it is measured, and to be refused it ends with 74, whatever was at work."""
import os
import resource
import subprocess
import sys
import unittest

import program

MIB = 1 << 20
# FORESTALL_LONG sweeps finer.
LONG = bool(os.environ.get("FORESTALL_LONG"))

# Runs words under a limit and prints what was taken of memory at most, in KiB: of one child, not of all before it.
MEASURE = ("import os, resource, sys\n"
           "child = os.spawnvp(os.P_WAIT, sys.argv[1], sys.argv[1:])\n"
           "print(child, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n")


def chain(folder, places, people=10, days=2):
    """Places in a row, each with people; violence in the first."""
    os.makedirs(folder, exist_ok=True)
    put = lambda name, text: program.write(os.path.join(folder, name), text)
    put("scenario.toml", f'title = "Chain"\nhome = ["Here"]\nperiod = {{ start = 2030-01-01, end = 2030-01-{days + 1:02} }}\n'
                         'step = "1 d"\n[[group]]\nname = "All"\n')
    put("locations.csv", "name,country,latitude,longitude,kind\n" + "".join(
        f"p{i},Here,{i % 170 * 0.5 - 42.5},{i // 170 * 0.5 - 40},settlement\n" for i in range(places)))
    put("routes.csv", "from,to,km\n" + "".join(f"p{i},p{i + 1},60\n" for i in range(places - 1)))
    put("populations.csv", "location,group,persons\n" + "".join(f"p{i},All,{people}\n" for i in range(places)))
    put("violence.csv", "location,first,last,kind,intensity,source\np0,2030-01-01,2030-01-02,battle,1,invented\n")
    return folder


def many_options(folder, count):
    """A copy of two-rivers, half a year long, with options that differ in their budget only."""
    program.shutil.copytree(program.SCENARIO, folder)
    path = os.path.join(folder, "scenario.toml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert "end = 2031-12-29" in text
    program.write(path, text.replace("end = 2031-12-29", "end = 2030-07-01"))
    with open(os.path.join(folder, "options", "mediation-early.toml"), encoding="utf-8") as file:
        option = file.read()
    program.shutil.rmtree(os.path.join(folder, "options"))
    os.makedirs(os.path.join(folder, "options"))
    for i in range(count):
        program.write(os.path.join(folder, "options", f"mediation-{i:03}.toml"), option + f"scale = {1 + i / 100}\n")
    return folder


class Measured(program.Case):
    def peak(self, *args, code=0):
        """Bytes of memory that a command took at most."""
        done = subprocess.run([sys.executable, "-c", MEASURE, program.PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=250, check=True)
        ended, kib = done.stdout.split()[-2:]
        self.assertEqual(int(ended), code, done.stderr)
        return int(kib) * 1024

    def test_loading_20_000_places_takes_less_than_500_mb(self):
        folder = chain(self.path("chain"), 20_000)
        self.assertLess(self.peak("check", folder, "--quiet"), 500e6)

    def test_a_member_of_20_000_places_takes_less_than_a_gigabyte(self):
        folder = chain(self.path("chain"), 20_000)
        self.assertLess(self.peak("run", folder, "-o", self.path("run.h5"), "--threads", 2, "--quiet"), 1e9)

    def test_what_check_says_a_member_takes_is_what_it_takes(self):
        base = self.peak("check", chain(self.path("small"), 2), "--quiet")
        for places in (1000, 2000):
            folder = chain(self.path(f"chain{places}"), places, people=1000)
            with open(os.path.join(folder, "violence.csv"), "a", encoding="utf-8") as file:
                for i in range(1, places):  # people flee from everywhere, so that every table fills
                    file.write(f"p{i},2030-01-01,2030-01-02,battle,1,invented\n")
            said = self.json("check", folder)["member_memory_bytes"] + base
            took = self.peak("run", folder, "-o", self.path(f"{places}.h5"), "--threads", 1, "--quiet")
            self.assertLess(took, 1.5 * said)
            self.assertLess(said, 1.5 * took)

    def test_a_report_of_200_options_takes_less_than_300_mb(self):
        folder = many_options(self.path("many"), 199)
        out = self.path("many.h5")
        self.ok("ensemble", folder, "--members", 20, "--options", "all", "-o", out, "--quiet", timeout=250)
        self.assertLess(self.peak("report", out, "-o", self.path("many.html"), "--quiet"), 300e6)
        self.assertLess(self.peak("compare", out, "--quiet"), 300e6)

    def test_a_world_that_would_not_fit_is_refused_before_it_is_run(self):
        folder = chain(self.path("chain"), 3000, people=10)
        out = self.path("out.h5")

        def little():
            resource.setrlimit(resource.RLIMIT_AS, (230 * MIB, 230 * MIB))

        done = program.run("ensemble", folder, "--members", 4, "--threads", 2, "-o", out, preexec_fn=little)
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertIn("at once would need about", done.stderr)
        self.assertIn("`ulimit -v` allows", done.stderr)
        self.assertFalse(os.path.exists(out + ".parts"))


class Refused(program.Case):
    """Under any limit on memory a command does its work or ends with 74; what was there before stays as it was."""

    def levels(self):
        """From below what the libraries need to more than enough; finer where they have just enough to begin."""
        step = 4 if LONG else 24
        fine = range(56, 104, 1 if LONG else 4)
        return [level * MIB for level in (*fine, *range(104, 300, step))]

    def sweep(self, args, outputs=(), before=lambda: None):
        ended = set()
        for level in self.levels():
            before()

            def limited(bytes_=level):
                resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

            done = program.run(*args, "--quiet", preexec_fn=limited)
            if done.returncode == 127:  # the loader could not even map the libraries
                continue
            self.assertIn(done.returncode, (0, 74), f"{args} under {level // MIB} MiB: {done.returncode}\n{done.stderr}")
            ended.add(done.returncode)
        return ended

    def test_whatever_is_at_work(self):
        results = self.ensemble("r.h5", "--options", "all", members=8)
        shards = [self.ensemble(f"s{i}.h5", "--shard", f"{i}/2", members=8) for i in (1, 2)]
        once = lambda name: (lambda: os.path.exists(self.path(name)) and os.remove(self.path(name)))
        self.assertIn(0, self.sweep(["info", results]))
        self.assertIn(0, self.sweep(["compare", results]))
        self.assertIn(0, self.sweep(["report", results, "-o", self.path("p.html")], before=once("p.html")))
        self.assertIn(0, self.sweep(["export", results, "--format", "csv", "-o", self.path("o.csv")], before=once("o.csv")))
        self.assertIn(0, self.sweep(["merge", *shards, "-o", self.path("m.h5")], before=once("m.h5")))
        self.sweep(["ensemble", program.SCENARIO, "--members", 4, "-o", self.path("e.h5"), "--overwrite"],
                   before=lambda: program.shutil.rmtree(self.path("e.h5.parts"), True))

    def test_libraries_that_cannot_set_themselves_up(self):
        self.assertEqual({0, 74}, self.sweep(["check", program.SCENARIO]))

    def test_good_parts_are_not_set_aside_for_want_of_memory(self):
        whole = self.ensemble("whole.h5", members=40)
        self.ok("ensemble", program.SCENARIO, "--members", 40, "--seed", 5, "-o", self.path("r.h5"), "--quiet",
                "--time-limit", "0.001", code=75)
        folder = self.path("r.h5.parts")
        kept = {name: program.read(os.path.join(folder, name)) for name in os.listdir(folder) if name.startswith("part-")}
        self.assertTrue(kept)

        def same():
            if os.path.exists(self.path("r.h5")):  # it went through: begin again from the same parts
                os.remove(self.path("r.h5"))
            os.makedirs(folder, exist_ok=True)
            self.assertFalse([name for name in os.listdir(folder) if "damaged" in name])
            for name, text in kept.items():
                program.write(os.path.join(folder, name), text, "wb")

        args = ["ensemble", program.SCENARIO, "--members", 40, "--seed", 5, "-o", self.path("r.h5"), "--resume"]
        self.sweep(args, before=same)
        same()
        self.ok(*args, "--quiet")
        self.assertEqual(program.read(self.path("r.h5")), program.read(whole))


if __name__ == "__main__":
    unittest.main()
