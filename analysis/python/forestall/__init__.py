# SPDX-License-Identifier: Apache-2.0
"""Results of forestall in Python: opens them, runs the program, draws. docs/researchers.md

Runs from the checkout: PYTHONPATH=analysis/python /usr/bin/python3. Statistics are the program's own; nothing here
computes them a second time."""
import pathlib

from .program import ForestallError, call, find_program
from .results import open_results
from .runs import ensemble, sweep
from .tables import compare

SCENARIOS = pathlib.Path(__file__).resolve().parents[3] / "scenarios"  # the bundled ones

__all__ = ["SCENARIOS", "ForestallError", "call", "compare", "ensemble", "find_program", "open_results", "sweep"]
