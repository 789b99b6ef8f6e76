# SPDX-License-Identifier: Apache-2.0
"""Killed, interrupted, out of time, out of disk: nothing acknowledged is lost, and the line printed ends in the same bytes."""
import os
import random
import resource
import signal
import subprocess
import time
import unittest

import program

MEMBERS = 60


def ensemble_args(out, members=MEMBERS):
    return ["ensemble", program.SCENARIO, "--members", str(members), "--seed", "5", "-o", out]


def parts(out):
    folder = out + ".parts"
    return [name for name in (os.listdir(folder) if os.path.isdir(folder) else []) if name.startswith("part-")]


class Resume(program.Case):
    @classmethod
    def setUpClass(cls):
        """A job long enough to be hit: its members, its bytes, its seconds."""
        folder = program.tempfile.mkdtemp(prefix="forestall-cli-")
        cls.addClassCleanup(program.shutil.rmtree, folder, True)
        members = MEMBERS
        while True:
            out = os.path.join(folder, "whole.h5")
            begin = time.monotonic()
            done = program.run(*ensemble_args(out, members), "--overwrite", "--quiet", timeout=280)
            assert done.returncode == 0, done.stderr
            cls.seconds = time.monotonic() - begin
            if cls.seconds > 0.7:
                break
            members *= 4
        cls.members, cls.want = members, program.read(out)

    def wait_for_parts(self, process, out):
        for _ in range(2000):
            if parts(out) or process.poll() is not None:
                return
            time.sleep(0.005)

    def assert_resumes(self, said, out):
        """Pastes the printed line into a shell."""
        lines = [line.split(": ", 1)[1] for line in said.splitlines() if line.startswith("to continue: ")]
        self.assertEqual(len(lines), 1, said)
        done = subprocess.run(["/bin/sh", "-c", lines[0]], capture_output=True, text=True, timeout=280, check=False)
        self.assertEqual(done.returncode, 0, lines[0] + done.stderr)
        self.assertEqual(program.read(out), self.want)
        self.assertEqual([n for n in os.listdir(self.folder) if n.startswith(os.path.basename(out))], [os.path.basename(out)])

    def test_killed_at_random_moments(self):
        rng = random.Random(3)
        out = self.path("o.h5")
        for _ in range(6):
            process = program.start(*ensemble_args(out, self.members), "--resume")
            time.sleep(self.seconds * rng.uniform(0.05, 0.6))
            process.kill()
            process.communicate()
        self.ok(*ensemble_args(out, self.members), "--resume", timeout=280)
        self.assertEqual(program.read(out), self.want)
        self.ok(*ensemble_args(out, self.members), "--resume")
        self.assertEqual(program.read(out), self.want)

    def test_a_signal_stops_and_the_line_resumes(self):
        for which in (signal.SIGINT, signal.SIGTERM):
            out = self.path(f"it's {which.name}.h5")
            process = program.start(*ensemble_args(out, self.members))
            self.wait_for_parts(process, out)
            process.send_signal(which)
            answer, said = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 130, said)
            self.assertEqual(answer, "")
            self.assertTrue(parts(out))
            self.assert_resumes(said, out)

    def test_an_unfinished_run_is_not_overwritten_by_accident(self):
        out = self.path("o.h5")
        done = self.ok(*ensemble_args(out, self.members), "--time-limit", 0.0001, code=75)
        kept = parts(out)
        self.assertTrue(kept)
        self.assertIn("--resume", self.ok(*ensemble_args(out, self.members), code=2).stderr)
        self.assertEqual(parts(out), kept)
        said = self.ok("info", out, code=74).stderr
        self.assertIn("is not finished", said)
        self.ok("ensemble", program.SCENARIO, "--members", self.members, "--seed", 6, "-o", out, "--resume", code=2)
        self.assert_resumes(done.stderr.replace(" --time-limit 0.0001", ""), out)

    def test_early_stop_in_json(self):
        out = self.path("o.h5")
        answer = self.json(*ensemble_args(out, self.members), "--time-limit", 0.0001, code=75)
        self.assertFalse(answer["complete"])
        self.assertGreater(answer["members_done"], 0)
        self.assertIn("--resume", answer["resume"])
        self.ok(*ensemble_args(out, self.members), "--overwrite", "--quiet")
        self.assertEqual(program.read(out), self.want)

    def test_a_limit_on_file_sizes(self):
        """Parts still fit, the whole file does not."""
        out = self.path("o.h5")
        limit = max(len(self.want) * 2 // 3, 4096)
        done = program.run(*ensemble_args(out, self.members), "--quiet",
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertIn("ulimit", done.stderr)
        self.assertFalse(os.path.exists(out))
        self.assert_resumes(done.stderr, out)


class Validate(program.Case):
    """It has no file to go on with: interrupted, it answers from what is done."""

    def stopped(self, *more):
        process = program.start("validate", *more, "--members", 100000)
        for _ in range(4000):  # until it catches the signal
            with open(f"/proc/{process.pid}/status", encoding="utf-8") as status:
                caught = int(next(line for line in status if line.startswith("SigCgt")).split()[1], 16)
            if caught >> (signal.SIGINT - 1) & 1 or process.poll() is not None:
                break
            time.sleep(0.005)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        answer, said = process.communicate(timeout=200)
        self.assertEqual(process.returncode, 130, said)
        self.assertIn("to run all of them: ", said)
        return answer, said

    def test_answers_from_the_members_that_are_done(self):
        car = os.path.join(program.SOURCE, "scenarios", "central-african-republic")
        for more in ((program.SCENARIO, "--facts"), (car,)):
            answer, said = self.stopped(*more)
            if "no member was finished" not in said:
                done = said.split("the answer is from ")[1].split(" of ")[0]
                self.assertIn(f"{done} member", answer)


class FullDisk(program.Case):
    def setUp(self):
        super().setUp()
        self.disk = self.path("disk")
        os.mkdir(self.disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", self.disk], capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("may not mount a small disk")
        self.addCleanup(subprocess.run, ["umount", self.disk], capture_output=True, check=False)

    def test_ends_with_74_and_resumes_once_there_is_room(self):
        out = os.path.join(self.disk, "o.h5")
        done = program.run(*ensemble_args(out, 200), timeout=280)
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertIn(out, done.stderr)
        self.assertIn("free some space", done.stderr)
        line = [text.split(": ", 1)[1] for text in done.stderr.splitlines() if text.startswith("to continue: ")][0]
        subprocess.run(["mount", "-o", "remount,size=200m", self.disk], check=True)
        again = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, timeout=280, check=False)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.ok(*ensemble_args(self.path("want.h5"), 200), "--quiet", timeout=280)
        self.assertEqual(program.read(out), program.read(self.path("want.h5")))


if __name__ == "__main__":
    program.main()
