# SPDX-License-Identifier: Apache-2.0
"""What is installed, packed or bundled is whole, and runs where there is no checkout."""
import os
import subprocess
import tarfile
import unittest

import program

BUILD = os.path.dirname(os.path.abspath(program.PROGRAM))
READY = os.path.exists(os.path.join(BUILD, "cmake_install.cmake"))


def call(*words, **more):
    return subprocess.run(list(map(str, words)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False, **more)


@unittest.skipUnless(READY, "no build beside the program")
class Installed(program.Case):
    def setUp(self):
        super().setUp()
        # The pages as the build makes them.
        os.makedirs(os.path.join(BUILD, "pages"), exist_ok=True)
        program.write(os.path.join(BUILD, "pages/forestall.1"), self.ok("--manual").stdout)
        program.write(os.path.join(BUILD, "pages/forestall.bash"), self.ok("--completion").stdout)

    def done(self, *words, **more):
        done = call(*words, **more)
        self.assertEqual(done.returncode, 0, f"{words}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def test_everything_lies_below_the_prefix_in_destdir(self):
        stage = self.path("stage")
        self.done("cmake", "--install", BUILD, "--prefix", "/opt/forestall", env={**os.environ, "DESTDIR": stage})
        self.assertEqual(os.listdir(stage), ["opt"])
        root = os.path.join(stage, "opt/forestall")
        for path in ("bin/forestall", "share/man/man1/forestall.1", "share/bash-completion/completions/forestall",
                     "share/forestall/scenarios/two-rivers/scenario.toml", "share/doc/forestall/README.md",
                     "share/doc/forestall/docs/install.md", "share/doc/forestall/docs/licences/22-fmt.txt",
                     "share/doc/forestall/copyright"):
            self.assertTrue(os.path.isfile(os.path.join(root, path)), path)
        told = self.done(os.path.join(root, "bin/forestall"), "run", os.path.join(root, "share/forestall/scenarios/two-rivers"),
                         "-o", self.path("run.h5"), cwd=self.folder, env={"PATH": "/usr/bin:/bin"})
        self.assertIn("Two rivers", told)

    def test_a_bundle_runs_elsewhere_and_is_never_replaced(self):
        folder = self.path("bundle")
        self.done(os.path.join(program.SOURCE, ".ci/bundle"), BUILD, folder)
        self.assertEqual(call(os.path.join(program.SOURCE, ".ci/bundle"), BUILD, folder).returncode, 2)
        names = os.listdir(os.path.join(folder, "lib"))
        self.assertTrue(any(name.startswith("libhdf5") for name in names))
        self.assertFalse([name for name in names if name.startswith(("libc.so", "libm.so", "ld-linux"))])
        licences = os.listdir(os.path.join(folder, "licences"))
        self.assertTrue({"00-forestall.txt", "libfmt9.txt"} <= set(licences), licences)
        with tarfile.open(folder + ".tar.gz") as archive:
            self.assertIn("bundle/forestall", archive.getnames())
        self.assertIn("Two rivers", self.done(os.path.join(folder, "forestall"), "run", os.path.join(folder, "scenarios/two-rivers"),
                                              "-o", self.path("run.h5"), cwd=self.folder, env={"PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": ""}))

    @unittest.skipUnless(os.path.exists("/usr/bin/dpkg-shlibdeps"), "no dpkg-dev here")
    def test_a_package_depends_on_the_packages_of_its_libraries(self):
        self.done("cpack", "-G", "DEB", "-B", self.path("made"), cwd=BUILD)
        (name,) = [n for n in os.listdir(self.path("made")) if n.endswith(".deb")]
        package = os.path.join(self.path("made"), name)
        depends = self.done("dpkg-deb", "-f", package, "Depends")
        for library in ("libc6", "libhdf5-103", "libfmt9", "libpagmo8"):
            self.assertIn(library, depends)
        listed = self.done("dpkg-deb", "-c", package)
        for path in ("./usr/bin/forestall", "./usr/share/man/man1/forestall.1", "./usr/share/forestall/scenarios/two-rivers/scenario.toml"):
            self.assertIn(path, listed)


if __name__ == "__main__":
    program.main()
