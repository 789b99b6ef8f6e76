# SPDX-License-Identifier: Apache-2.0
"""Calls the forestall program and gives back what it says as JSON."""
import json
import os
import re
import shutil
import signal
import subprocess

from .progress import follow


class ForestallError(RuntimeError):
    """The program did not do as asked. The text is its own words, hint included; `exit_code` is as in docs/commands.md,
    None if there was no program to ask."""

    def __init__(self, words, exit_code=None):
        super().__init__(words)
        self.exit_code = exit_code


def find_program(program=None) -> str:
    """Path of the program: what is given, else FORESTALL of the environment, else `forestall` in PATH.
    Raises ForestallError if it is not there or cannot be run."""
    for name, source in ((program, "the argument `program`"), (os.environ.get("FORESTALL"), "FORESTALL")):
        if name:
            found = shutil.which(os.fspath(name))
            if found is None:
                raise ForestallError(f"{source} names {name}, which is no program")
            return found
    found = shutil.which("forestall")
    if found is None:
        raise ForestallError("no forestall in PATH; build it with make, then set FORESTALL or give program=")
    return found


def call(*args, program=None, progress=False, codes=(0,), **options):
    """Runs `forestall ARGS --json` and returns its document.

    `options` become options of the command line: `price_year=2015` is `--price-year 2015`, True a flag, None and False
    nothing; a list is joined by commas. With `progress` a line on standard error says how far a job is.
    Raises ForestallError with the program's words if it ends with a code that is not in `codes`."""
    command = [find_program(program), *map(os.fspath, map(_text, args)), *_options(options), "--json"]
    if not progress:
        command.append("--quiet")
    code, said, warned = _run(command, progress)
    document = _document(said)
    if code not in codes:
        raise ForestallError(_words(document, warned, code), code)
    if document is None:
        raise ForestallError(f"{command[0]} printed no JSON; is it forestall?", code)
    return document


def _run(command, progress):
    """(exit code, standard output, standard error). An interrupt is passed on, so that what was computed is kept."""
    if progress:
        errors, own = os.openpty()  # the program draws its bar on terminals only
    else:
        errors, own = None, subprocess.PIPE
    running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=own, text=True,
                               encoding="utf-8", errors="replace", start_new_session=True)
    watcher = None
    if progress:
        os.close(own)
        watcher = follow(errors)
    try:
        said, warned = running.communicate()
    except BaseException:
        running.send_signal(signal.SIGINT)
        running.communicate()
        raise
    finally:
        if watcher is not None:
            watcher.join()
    return running.returncode, said, warned if watcher is None else watcher.words()


def _text(value):
    return value if isinstance(value, (str, os.PathLike)) else str(value)


def _options(options):
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is True:
            yield flag
        elif value is not None and value is not False:
            yield flag
            yield ",".join(map(str, value)) if isinstance(value, (list, tuple)) else str(_text(value))


def _document(said):
    try:
        return json.loads(said)
    except ValueError:
        return None


def _words(document, warned, code):
    """What the program said was wrong, hints and every diagnostic included."""
    words = re.sub(r"(?m)^forestall: (error: )?", "", warned).strip()
    error = document.get("error") if isinstance(document, dict) else None
    if not words and isinstance(error, dict):
        words = "; ".join(part for part in (error.get("message"), error.get("hint")) if part)
    return words or f"forestall ended with {code}"
