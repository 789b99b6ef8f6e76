# SPDX-License-Identifier: Apache-2.0
"""Each notebook runs from its first cell to its last, and lies in the tree without outputs."""
import glob
import os
import tempfile
import unittest

import bench
import nbformat
from nbclient import NotebookClient

NOTEBOOKS = sorted(glob.glob(os.path.join(bench.PACKAGE, "notebooks", "*.ipynb")))


class Notebooks(unittest.TestCase):
    def test_there_is_one_for_each_reader_and_one_for_a_figure_of_the_report(self):
        names = [os.path.basename(path) for path in NOTEBOOKS]
        self.assertEqual(names, ["planner.ipynb", "report-figure.ipynb", "researcher.ipynb", "trainer.ipynb"])

    def test_they_lie_in_the_tree_without_outputs(self):
        for path in NOTEBOOKS:
            for cell in nbformat.read(path, 4).cells:
                self.assertFalse(cell.get("outputs"), path)
                self.assertIsNone(cell.get("execution_count"), path)

    def test_each_runs(self):
        os.environ.update(bench.environment())
        for path in NOTEBOOKS:
            with self.subTest(os.path.basename(path)), tempfile.TemporaryDirectory(prefix="forestall-notebook-") as folder:
                os.environ["TMPDIR"] = folder
                book = nbformat.read(path, 4)
                NotebookClient(book, timeout=300 * bench.PATIENCE, startup_timeout=300 * bench.PATIENCE, kernel_name="python3",
                               resources={"metadata": {"path": folder}}).execute()
                said = "".join(str(output) for cell in book.cells for output in cell.get("outputs", []))
                self.assertTrue("image/png" in said, "it draws nothing")


if __name__ == "__main__":
    bench.main()
