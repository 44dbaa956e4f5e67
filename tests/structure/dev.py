#!/usr/bin/env python3
"""Tests of ./dev's command line. Nothing is built or installed: the programs that would do it only say what they are given."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLD = '#!/bin/sh\necho "$(basename "$0") $*" >>"$(dirname "$0")/../told"\n'
PROGRAMS = {
    "cmake": TOLD,
    "ctest": TOLD,
    "apt-get": TOLD,
    "sudo": TOLD + "exit 1\n",
    "id": "#!/bin/sh\necho 1000\n",
    "pkg-config": "#!/bin/sh\nexit 1\n",
    "dpkg-query": '#!/bin/sh\ncase "$*" in *"${MISSING:-nothing}"*) ;; *) echo installed | tr -d "\\n" ;; esac\n',
}


class Dev(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.root = pathlib.Path(directory.name)
        for name in ("dev", "CMakePresets.json"):
            shutil.copy(ROOT / name, self.root)
        for name in ("bin", "tests/array", "tests/io"):
            (self.root / name).mkdir(parents=True)
        for name, text in PROGRAMS.items():
            (self.root / "bin" / name).write_text(text)
            (self.root / "bin" / name).chmod(0o755)

    def run_dev(self, *arguments, missing="nothing"):
        path = f"{self.root}/bin:/usr/local/bin:/usr/bin:/bin"
        result = subprocess.run([self.root / "dev", *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                env={"PATH": path, "MISSING": missing})
        told = self.root / "told"
        self.told = told.read_text() if told.exists() else ""
        return result

    def assert_refused(self, *arguments, text):
        result = self.run_dev(*arguments)
        with self.subTest(arguments=arguments, stderr=result.stderr):
            self.assertEqual(result.returncode, 2)
            self.assertTrue(result.stderr.splitlines()[-1].startswith("./dev "))
            self.assertIn(text, result.stderr)
            self.assertEqual(self.told, "")

    def test_what_there_is_not_is_refused(self):
        self.assert_refused("bogus", text='no command "bogus"')
        self.assert_refused("demo", "big", text='demo: no option "big"; the choices are none')
        self.assert_refused("setup", "--all", text='setup: no option "--all"')
        self.assert_refused("lint", "--fix", "--hard", text='lint: no option "--hard"; the choices are --fix')
        self.assert_refused("test", "array", "arry", text='no folder "arry" in tests/; the choices are array io')
        self.assert_refused("test", "--preset", "nope", text='no preset "nope"; the choices are default ci clang')
        self.assert_refused("test", "--preset=base", text='no preset "base"')
        self.assert_refused("test", "--arch=vax", text='no architecture "vax"')
        self.assert_refused("test", "array", "--preset", text="--preset needs a name")
        self.assert_refused("test", "--arch=", text="--arch needs a name")

    def test_options_that_exclude_each_other_are_refused(self):
        self.assert_refused("test", "--preset=asan", "--arch=aarch64", text="does not go with --preset asan")
        self.assert_refused("test", "-V", "--mkl", "--arch", "armv7", text="does not go with --arch")

    def test_help_does_nothing_else(self):
        for command in ("test", "bench", "demo", "lint", "setup"):
            for arguments in (["--help"], ["-h"], ["--quick", "--help"]):
                result = self.run_dev(command, *arguments)
                self.assertEqual((result.returncode, self.told), (0, ""))
                self.assertIn("usage: ", result.stdout)

    def test_options_come_in_any_order(self):
        for arguments in (["-R", "a b", "--preset", "asan"], ["--preset=asan", "-R", "a b"]):
            (self.root / "told").unlink(missing_ok=True)
            self.assertEqual(self.run_dev("test", "array", *arguments).returncode, 0)
            cmake, build, ctest = self.told.splitlines()
            self.assertEqual(cmake, "cmake --preset asan")
            self.assertRegex(build, "^cmake --build --preset asan -j [0-9]+ --target tests_array$")
            self.assertRegex(ctest, r"^ctest --preset asan -j [0-9]+ -L \^\(array\)\$ -R a b$")

    def test_a_missing_package_is_named_once(self):
        result = self.run_dev("setup", missing="libhwy-dev")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr.count("libhwy-dev"), 1, result.stderr)


if __name__ == "__main__":
    unittest.main()
