# SPDX-License-Identifier: Apache-2.0
"""What a stranger's names do on a terminal (nothing), and what a terminal that is missing or goes away does to a run (nothing)."""
import json
import os
import pty
import re
import signal
import subprocess
import time

import program

#: Colour, title, line start, C1, bidirectional override, line separator.
EVIL = "x\u001b[31my\u001b]0;t\u0007\rz\u009b2J\u202eabc\u2066\u2028w"
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Names(program.Case):
    def assert_harmless(self, done):
        for text in (done.stdout, done.stderr):
            self.assertIsNone(ACTS.search(text), repr(text))

    def test_arguments_and_file_names(self):
        name = EVIL + "\nforestall: error: forged"
        for args in (("check", self.path(name)), ("info", self.path(name)), ("nosuch" + name,), ("ensemble", name, "--members", 2, "-o", self.path("y")),
                     ("ensemble", program.SCENARIO, "--members", name, "-o", "x"), ("info", "--" + name),
                     ("ensemble", program.SCENARIO, "--members", 2, "--options", name, "-o", self.path("x")),
                     ("run", program.SCENARIO, "-o", self.path("no/" + name))):
            done = program.run(*args)
            self.assertNotEqual(done.returncode, 0)
            self.assert_harmless(done)
            self.assertNotIn("\nforestall: error: forged", done.stderr)
            self.assertIn("\\x1b[31m", done.stderr)

    def test_an_output_of_such_a_name(self):
        out = self.path("a\n\u001b[31mb.h5")
        done = self.ok("ensemble", program.SCENARIO, "--members", 2, "-o", out)
        self.assert_harmless(done)
        self.assertIn("a\\n\\x1b[31mb.h5", done.stdout)
        self.assert_harmless(self.ok("info", out))
        self.assertEqual(self.json("info", out)["file"], out)

    def test_a_line_that_resumes_survives_printing_and_pasting(self):
        out = self.path("a b\n\u001b[31mc.h5")
        done = self.ok("ensemble", program.SCENARIO, "--members", 30, "-o", out, "--time-limit", 0.0001, code=75)
        self.assert_harmless(done)
        line = [text.split(": ", 1)[1] for text in done.stderr.splitlines() if text.startswith("to continue: ")][0]
        subprocess.run(["/bin/bash", "-c", line.replace(" --time-limit 0.0001", "")], check=True, capture_output=True, timeout=120)
        self.assertTrue(os.path.exists(out))

    def test_texts_of_a_scenario(self):
        folder = self.copied_scenario()
        path = os.path.join(folder, "scenario.toml")
        escaped = json.dumps(EVIL + "\nforged")
        text = re.sub(r'(?m)^title = .*$', lambda _: "title = " + escaped, program.read(path).decode(), count=1)
        program.write(path, text + f"\n[{escaped}]\n" + escaped + " = 1\n")
        for args in (("check", folder), ("describe", folder)):
            done = program.run(*args)
            self.assert_harmless(done)
        program.write(path, text)
        done = program.run("check", folder)
        self.assert_harmless(done)
        self.assertNotIn("\nforged", done.stdout)

    def test_json_keeps_the_value_and_shows_it_harmlessly(self):
        done = program.run("check", self.path(EVIL), "--json")
        self.assert_harmless(done)
        self.assertEqual(json.loads(done.stdout)["scenario"], self.path(EVIL))


class Streams(program.Case):
    def streams_of(self, process):
        return {n: os.path.realpath(f"/proc/{process.pid}/fd/{n}") for n in (0, 1, 2)}

    def test_closed_standard_streams_are_the_null_device(self):
        """Else the next file that is opened gets their number, and messages go into it."""
        out = self.path("o.h5")

        def close_all():
            for fd in (0, 1, 2):
                os.close(fd)

        process = subprocess.Popen([program.PROGRAM, "ensemble", program.SCENARIO, "--members", "4000", "-o", out],
                                   preexec_fn=close_all)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for _ in range(2000):
            if os.path.isdir(out + ".parts") and any(n.startswith("part-") for n in os.listdir(out + ".parts")):
                break
            time.sleep(0.005)
        self.assertEqual(set(self.streams_of(process).values()), {"/dev/null"})
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(60), 130)
        self.assertTrue(os.listdir(out + ".parts"))

    def test_an_answer_nobody_can_read_ends_well(self):
        process = subprocess.Popen([program.PROGRAM, "describe", "mechanisms"], preexec_fn=lambda: os.close(1))
        self.assertEqual(process.wait(60), 0)


class HangUp(program.Case):
    ARGS = ("ensemble", program.SCENARIO, "--members", "4000", "--quiet", "-o")

    def wait_for_parts(self, out):
        for _ in range(2000):
            if os.path.isdir(out + ".parts") and any(n.startswith("part-") for n in os.listdir(out + ".parts")):
                return
            time.sleep(0.005)

    def test_is_like_an_interruption(self):
        out = self.path("o.h5")
        process = program.start(*self.ARGS, out)
        self.wait_for_parts(out)
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGHUP)
        _, said = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, said)
        self.assertIn("to continue: ", said)

    def test_is_ignored_under_nohup(self):
        out = self.path("o.h5")
        process = program.start(*self.ARGS, out, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        self.wait_for_parts(out)
        process.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)

    def test_a_terminal_that_goes_away_costs_nothing(self):
        out = self.path("o.h5")
        try:
            pid, terminal = pty.fork()
        except OSError as error:  # a root directory without /dev/pts
            self.skipTest(f"no pseudo-terminal can be had: {error}")
        if pid == 0:
            os.execv(program.PROGRAM, [program.PROGRAM, "ensemble", program.SCENARIO, "--members", "4000", "-o", out])
        self.wait_for_parts(out)
        os.close(terminal)
        _, status = os.waitpid(pid, 0)
        self.assertEqual(os.waitstatus_to_exitcode(status), 130)
        self.assertTrue(os.listdir(out + ".parts"))


if __name__ == "__main__":
    program.main()
