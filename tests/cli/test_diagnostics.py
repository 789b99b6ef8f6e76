# SPDX-License-Identifier: Apache-2.0
"""`check` and every command that reads a scenario: all faults in one pass, with place, code and hint."""
import re
import subprocess

import program


class Diagnostics(program.Case):
    def broken(self):
        folder = self.copied_scenario()
        with open(folder + "/scenario.toml", "a", encoding="utf-8") as file:
            file.write('\n[monitorng]\ndelay = "5 d"\n')
        with open(folder + "/routes.csv", encoding="utf-8") as file:
            lines = file.read().rstrip("\n").split("\n")
        lines.append(",".join(["Nowhereville"] + lines[-1].split(",")[1:]))
        program.write(folder + "/routes.csv", "\n".join(lines) + "\n")
        return folder

    def test_a_good_scenario_checks_clean(self):
        self.assertIn("no errors", self.ok("check", program.SCENARIO).stdout)

    def test_all_faults_in_one_pass_on_standard_error(self):
        done = self.ok("check", self.broken(), code=65)
        located = re.findall(r"^\S+:\d+:\d+: error E\d{3}: ", done.stderr, flags=re.M)
        self.assertEqual(len(located), 2, done.stderr)
        self.assertIn("did you mean 'monitoring'?", done.stderr)
        self.assertIn("Nowhereville", done.stderr)
        self.assertNotIn(": error E", done.stdout)

    def test_json_has_every_key(self):
        for command in (["check"], ["describe"], ["ensemble", "--members", 2, "-o", self.path("x.h5")],
                        ["run", "-o", self.path("x.h5")]):
            document = self.json(command[0], self.broken(), *command[1:], code=65)
            self.assertEqual(len(document["diagnostics"]), 2)
            for one in document["diagnostics"]:
                self.assertEqual(list(one), ["file", "line", "column", "code", "severity", "message", "hint"])
                self.assertGreater(one["line"], 0)
            program.shutil.rmtree(self.path("scenario"))

    def test_a_directory_that_is_not_there(self):
        self.assertIn("E001", self.ok("check", self.path("nothing"), code=65).stderr)

    def test_many_warnings_are_summed_up(self):
        folder = self.copied_scenario()
        with open(folder + "/violence.csv", encoding="utf-8") as file:
            lines = file.read().rstrip("\n").split("\n")
        late = [re.sub(r"20\d\d-\d\d-\d\d", "2099-06-01", line) for line in lines[1:] * 30]
        unique = [line for n, line in enumerate(late) if line not in late[:n]]
        program.write(folder + "/violence.csv", "\n".join(lines + unique) + "\n")
        listed = self.ok("check", folder)
        count = listed.stderr.count(": warning W")
        self.assertGreater(count, 20, listed.stderr)
        brief = self.ok("describe", folder)
        self.assertLess(len(brief.stderr.splitlines()), 10)
        self.assertIn(f"{count} warnings", brief.stderr)
        self.assertEqual(self.ok("describe", folder, "--verbose").stderr.count(": warning W"), count)
        self.assertEqual(self.ok("describe", folder, "--quiet").stderr, "")


class Reader(program.Case):
    def test_a_reader_that_goes_away_is_no_error(self):
        for command in ("describe mechanisms", f"describe {program.SCENARIO} --json"):
            process = subprocess.Popen([program.PROGRAM, *command.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            self.assertEqual(process.wait(60), 0)
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()

    def test_a_full_device_is_told(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([program.PROGRAM, "describe", "mechanisms"], stdout=full, stderr=subprocess.PIPE, text=True,
                                  check=False)
        self.assertEqual(done.returncode, 74)
        self.assertIn("standard output", done.stderr)


if __name__ == "__main__":
    program.main()
