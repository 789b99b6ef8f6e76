# SPDX-License-Identifier: Apache-2.0
"""Runs jobs by the program and opens what they wrote."""
import xarray as xr

from .program import call
from .results import open_results


def ensemble(scenario, output, members, options=None, held=None, program=None, progress=True, **more) -> xr.Dataset:
    """`forestall ensemble`: many members of the scenario in the directory `scenario`; opens the file `output`.

    `options`: a list of names, "all", or None for doing nothing alone. `held`: {parameter: list of values}, each
    crossed with the others as with `--set`, in the parameter's unit. `more`: other options of the command, such as
    `seed=5, threads=2, overwrite=True, resume=True, until="20%"`.
    Raises ForestallError with the program's words; a job that was stopped has exit_code 75 or 130, and goes on with
    `resume=True`."""
    sets = [word for name, values in (held or {}).items()
            for word in ("--set", f"{name}={','.join(format(v, '.17g') for v in values)}")]
    call("ensemble", scenario, *sets, members=members, options=options, output=output, program=program,
         progress=progress, **more)
    return open_results(output)


def sweep(experiment, output, program=None, progress=True, **more) -> xr.Dataset:
    """`forestall sweep`: the points of an experiment file (docs/methods/sweeps.md); opens the file `output`, with the
    inputs' values as coordinates along `point`. `more` and errors as of `ensemble`."""
    call("sweep", experiment, output=output, program=program, progress=progress, **more)
    return open_results(output)
