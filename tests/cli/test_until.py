# SPDX-License-Identifier: Apache-2.0
"""`--until`: as few members as a precision takes, or as many as a time suffices for."""
import os
import re
import signal
import time

import program

OPTIONS = ("--options", "none,mediation-early,observers-alone")
SCENARIO = program.SCENARIO


class Until(program.Case):
    def run_until(self, name, until, *more, members=400, code=0):
        return self.ok("ensemble", SCENARIO, *OPTIONS, "--members", members, "--until", until, "-o",
                       self.path(name), "--quiet", *more, code=code)

    def members(self, name):
        return self.json("info", self.path(name))["members"]

    def test_the_file_is_that_of_so_many_members_whatever_the_threads(self):
        self.run_until("one.h5", "13%", "--threads", 1)
        self.run_until("two.h5", "13%", "--threads", 2)
        members = self.members("one.h5")
        self.assertLess(members, 400)
        self.ok("ensemble", SCENARIO, *OPTIONS, "--members", members, "-o", self.path("plain.h5"), "--quiet")
        self.assertEqual(program.read(self.path("one.h5")), program.read(self.path("plain.h5")))
        self.assertEqual(program.read(self.path("two.h5")), program.read(self.path("plain.h5")))

    def test_an_interrupted_one_goes_on_to_the_same_bytes(self):
        self.run_until("whole.h5", "13%")
        self.run_until("cut.h5", "13%", "--time-limit", 0.5, code=75)
        self.run_until("cut.h5", "13%", "--resume")
        self.assertEqual(program.read(self.path("whole.h5")), program.read(self.path("cut.h5")))
        self.run_until("cut.h5", "13%", "--resume")  # finished: left as it is
        refused = self.run_until("cut.h5", "2%", "--resume", code=2)
        self.assertIn("not enough", refused.stderr)

    def test_what_was_reached_is_said_and_what_would_be_enough(self):
        asked = ("ensemble", SCENARIO, *OPTIONS, "--members", 60, "--until", "1%", "-o", self.path("few.h5"), "--quiet")
        told = self.json(*asked)["until"]
        self.assertFalse(told["reached"])
        self.assertGreater(told["widest"], 0.01)
        self.assertGreater(told["members_needed"], 60)
        said = self.ok(*asked, "--overwrite").stdout
        self.assertIn("1 % was asked for: about", said)
        self.assertIn(" here.", said)

    def test_a_time_is_kept_roughly_and_leaves_a_whole_file(self):
        start = time.monotonic()
        self.run_until("timed.h5", "2 s", members=100000)
        self.assertLess(time.monotonic() - start, 60)  # far from the hours that all would take
        members = self.members("timed.h5")
        self.assertGreater(members, 1)
        self.assertLess(members, 100000)
        self.ok("verify", self.path("timed.h5"), "--sample", 2, "--quiet")

    def test_an_interrupted_time_keeps_what_was_done(self):
        out = self.path("timed.h5")
        run = program.start("ensemble", SCENARIO, *OPTIONS, "--members", 100000, "--until", "10 min", "-o", out, "--quiet")
        while not os.path.isdir(out + ".parts") or len(os.listdir(out + ".parts")) < 5:
            self.assertIsNone(run.poll())
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        kept = int(re.search(r"([0-9,]+) members are kept", run.communicate(timeout=120)[1])[1].replace(",", ""))
        self.run_until("timed.h5", "0.1 s", "--resume", members=100000)
        self.assertGreaterEqual(self.members("timed.h5"), kept)

    def test_a_matrix_ends_when_it_is_reliable(self):
        told = self.json("stages", SCENARIO, "--members", 200, "--continuations", 0, "--interventions",
                         "mediation,humanitarian_aid", "--outcome", "indirect_deaths", "--until", 0.5, "-o", self.path("matrix.h5"), "--quiet")
        self.assertGreaterEqual(told["reliability"], 0.5)
        self.assertLess(told["members"], 200)

    def test_what_makes_no_sense_is_refused(self):
        for until, more, word in (("0.8", (), "neither a width nor a time"), ("5", (), "nothing that can be waited for"),
                                  ("-5%", (), "nothing"), ("3 days", (), "nothing"), ("20%", ("--shard", "1/2"), "--shard"),
                                  ("20%", ("--set", "animus.mass=1,2"), "--set")):
            self.assertIn(word, self.run_until("x.h5", until, *more, code=2).stderr)
        alone = self.ok("ensemble", SCENARIO, "--members", 60, "--until", "20%", "-o", self.path("x.h5"), code=2)
        self.assertIn("options to compare", alone.stderr)
        matrix = self.ok("stages", SCENARIO, "--members", 60, "--until", "20%", "-o", self.path("x.h5"), code=2)
        self.assertIn("neither a reliability nor a time", matrix.stderr)


if __name__ == "__main__":
    program.main()
