# SPDX-License-Identifier: Apache-2.0
"""What the program says of a file, as tables."""
import pandas as pd

from .program import call
from .results import source


def compare(data, baseline=None, outcome=None, program=None, **more) -> pd.DataFrame:
    """What `forestall compare` says of a file: a row per option, in the program's order.

    `data`: a path, or a Dataset of open_results; always the whole file, whatever was selected of it. Each figure has
    columns of its name: `difference`, `difference_lo`, `difference_hi` (95 %, holding for all options together);
    `typical` is a ratio (1: no change), money is in `attrs["currency"]`. None or NaN: the program gives no figure.
    `attrs` has what is said of all options (`outcome`, `outcome_text`, `baseline`, `members`, `verdict`, …), and under
    `said` the whole document, with harm by group. `more`: other options of the command, such as `discount=0.05`.
    Raises ForestallError with the program's words, ValueError if `data` is not of one file."""
    said = call("compare", source(data), baseline=baseline, outcome=outcome, program=program, **more)
    table = pd.DataFrame([dict(_flat(option)) for option in said["options"]]).set_index("name")
    table.index.name = "option"
    table.attrs = {key: value for key, value in said.items() if not isinstance(value, (dict, list))}
    table.attrs["said"] = said
    return table


def _flat(figures, prefix=""):
    """(column, value) of a figure and all figures within it; lists have no column."""
    for key, value in figures.items():
        name = prefix if key == "value" else f"{prefix}_{key}".lstrip("_")
        if isinstance(value, dict):
            yield from _flat(value, name)
        elif not isinstance(value, list):
            yield name, value
