# SPDX-License-Identifier: Apache-2.0
"""Runs one job in ever other ways (threads, shards merged, interrupted and resumed) for a time: bytes never move, memory
does not grow. Usage: soak.py PROGRAM SECONDS [SEED]"""
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import job


def start(args):
    return subprocess.Popen(args, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(process, ok=(0,)):
    """Peak memory in KiB."""
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in ok:
        raise SystemExit(f"{' '.join(process.args)}: exit {code}")
    return usage.ru_maxrss


def whole(program, out, members, rng, _):
    return finish(start(job.command(program, out, members, "--threads", str(rng.randint(1, 9)))))


def shards(program, out, members, rng, _):
    count = rng.randint(2, 5)
    parts = [f"{out}.{i}" for i in range(count)]
    peak = max(finish(start(job.command(program, part, members, "--shard", f"{i}/{count}"))) for i, part in enumerate(parts))
    rng.shuffle(parts)
    job.run(program, "merge", *parts, "-o", out)
    for part in parts:
        os.remove(part)
    return peak


def interrupted(program, out, members, rng, took):
    process = start(job.command(program, out, members))
    time.sleep(rng.uniform(0.05, took))
    # Not send_signal: it would reap a process that has ended meanwhile, and take its peak with it.
    os.kill(process.pid, rng.choice((signal.SIGINT, signal.SIGTERM)))
    finish(process, ok=(0, 75, 130, -signal.SIGINT, -signal.SIGTERM))
    return finish(start(job.command(program, out, members, "--resume")))


def main():
    program, seconds = os.path.abspath(sys.argv[1]), float(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        members, want, took = job.reference(program, folder, 2.0)
        out = os.path.join(folder, "soak.h5")
        first = whole(program, out, members, rng, took)
        peaks = []
        while time.monotonic() < end:
            way = rng.choice((whole, shards, interrupted))
            if os.path.exists(out):
                os.remove(out)
            peaks.append(way(program, out, members, rng, took))
            if job.read(out) != want:
                raise SystemExit(f"run {len(peaks)} ({way.__name__}): other bytes")
        worst = max(peaks, default=first)
        if worst > 2 * first + 65536:
            raise SystemExit(f"peak memory rose from {first} to {worst} KiB")
        print(f"{len(peaks)} runs, all equal; peak memory {first} KiB at first, {worst} KiB at most")


if __name__ == "__main__":
    main()
