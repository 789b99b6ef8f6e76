# SPDX-License-Identifier: Apache-2.0
"""Kills an ensemble with SIGKILL at random moments, often the same job several times over, and resumes it: the file that
comes out at last has the bytes of an unbroken run. Usage: kill.py PROGRAM KILLS [SEED]"""
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import job


def main():
    program, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    with tempfile.TemporaryDirectory() as folder:
        members, want, took = job.reference(program, folder, 2.0)
        print(f"{members} members, {took:.1f} s unbroken, {len(want)} bytes", flush=True)
        killed = jobs = 0
        while killed < kills:
            jobs += 1
            out = os.path.join(folder, f"{jobs}.h5")
            for _ in range(rng.randint(1, 4)):
                process = subprocess.Popen(job.command(program, out, members, "--resume", "--threads", str(rng.randint(1, 4))),
                                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(rng.uniform(0, took))
                killed += process.poll() is None
                process.send_signal(signal.SIGKILL)
                process.wait()
            job.run(*job.command(program, out, members, "--resume"))
            if job.read(out) != want:
                raise SystemExit(f"job {jobs}: the resumed file differs from the unbroken one")
            left = sorted(n for n in os.listdir(folder) if n.startswith(f"{jobs}.h5") and n != f"{jobs}.h5")
            if left:
                raise SystemExit(f"job {jobs}: left behind: {', '.join(left)}")
            os.remove(out)
            print(f"{killed} kills, {jobs} jobs, all equal", flush=True)


if __name__ == "__main__":
    main()
