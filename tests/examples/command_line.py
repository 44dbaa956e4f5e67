#!/usr/bin/env python3
"""Tests of the mandelbrot program's command line.

usage: command_line.py PROGRAM
"""
import json
import os
import pty
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SMALL = ["--width", "40", "--height", "30", "--max-iter", "20"]


class CommandLine(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = directory.name

    def run_program(self, *arguments, **options):
        return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=self.directory, **options)

    def assert_refused(self, *arguments, text=""):
        result = self.run_program(*arguments)
        with self.subTest(arguments=arguments, stderr=result.stderr):
            self.assertEqual(result.returncode, 2)
            self.assertEqual(result.stdout, "")
            self.assertEqual(result.stderr.count("\n"), 1)
            self.assertTrue(result.stderr.startswith("mandelbrot: "))
            self.assertIn(text, result.stderr)
            self.assertEqual(os.listdir(self.directory), [])

    def test_bad_input_is_refused(self):
        out = ["--output", "x.png", "--output", "x.npy"]
        self.assert_refused("--width", "0", *out, text="--width")
        self.assert_refused("--width=-3", *out, text="--width")
        self.assert_refused("--height", "0", *out, text="--height")
        self.assert_refused("--height", "-7", *out, text="--height")
        self.assert_refused("--width", "1.5", *out, text="--width")
        self.assert_refused("--max-iter", "0", *out, text="--max-iter")
        self.assert_refused("--max-iter", "3000000000", *out, text="--max-iter")
        self.assert_refused("--xmin", "1", "--xmax", "1", *out, text="--xmin must be less than --xmax")
        self.assert_refused("--ymin", "2", *out, text="--ymin must be less than --ymax")
        for name in ("--xmin", "--xmax", "--ymin", "--ymax"):
            for value in ("nan", "inf", "-inf", "1e999", "one"):
                self.assert_refused(name, value, *out, text=name)
        self.assert_refused("--xmin=-1.7e308", "--xmax=1.7e308", *out, text="too far apart")
        self.assert_refused("--target", "PDP11", *out, text="PDP11")
        self.assert_refused("--threads", "0", *out, text="--threads")
        self.assert_refused("--threads", "two", *out, text="--threads")
        self.assert_refused("--precision", "half", *out, text="double or float")
        self.assert_refused("--method", "magic", *out, text="kernel or arrays")
        self.assert_refused("--colormap", "rainbow", *out, text="viridis, magma, inferno, gray")
        self.assert_refused("--bogus", *out, text="--bogus")
        self.assert_refused("stray", *out, text="stray")
        self.assert_refused("--output", text="--output")

    def test_what_is_not_decimal_is_refused(self):
        out = ["--output", "x.npy"]
        for option in ("--width", "--height", "--max-iter", "--threads"):
            for value in ("", " ", "010", "0x10", "0b11", "1'000", "1_000", " 7", "7 ", "1e2", "+", "--7", "7."):
                self.assert_refused(f"{option}", value, *out, text=option)
        for option in ("--xmin", "--xmax", "--ymin", "--ymax"):
            for value in ("", " ", ".", "0x1p-1", "1e", "1e+", "e5", "1,5", " 1", "1 ", "-", "+-1", "1f"):
                self.assert_refused(f"{option}", value, *out, text=option)
        for option in ("--target", "--colormap", "--precision", "--method", "--output"):
            self.assert_refused(option, "", *out, text=option)

    def test_decimal_numbers_are_taken(self):
        for arguments in (["--width=+40", "--threads", "1"], ["--width", "40", "--xmin", "-2", "--xmax", "010.50"],
                          ["--width", "40", "--xmin=-1.", "--xmax=+.5", "--ymin=-1e-3", "--ymax=1.5E+00"]):
            result = self.run_program("--height", "30", *arguments)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertIn("40 x 30", result.stdout)

    def test_sizes_that_overflow_are_refused(self):
        for size in ("4294967296", "9223372036854775807"):
            self.assert_refused("--width", size, "--height", size, "--output", "x.png", text="points")
        for option in ("--width", "--height"):
            for size in ("99999999999999999999", "-99999999999999999999"):
                self.assert_refused(f"{option}={size}", "--output", "x.png", text=f"{option}: {size} is out of range")
        for option in ("--max-iter", "--threads"):
            for value in ("2147483648", "-2147483649"):
                self.assert_refused(f"{option}={value}", "--output", "x.png", text=f"{option}: {value} is out of range")
        self.assert_refused("--width", "30000000000", "--height", "30000", "--output", "x.npy", text="GiB")

    def test_outputs_that_cannot_be_written_are_refused(self):
        self.assert_refused("--output", "nowhere/x.png", text="No such file or directory")
        self.assert_refused("--output", "x.npy", "--output", "nowhere/x.npy", text="No such file or directory")
        self.assert_refused("--output", "x.jpg", text=".png or .npy")
        self.assert_refused("--output", "x", text=".png or .npy")
        self.assert_refused("--output", "x.png", "y.png", text="y.png")  # one --output, one file
        self.assert_refused("--output", "x.NPY", text=".png or .npy")  # nl::save would write x.NPY.npy
        os.mkdir(os.path.join(self.directory, "d.png"))
        result = self.run_program("--output", "d.png")
        self.assertEqual(result.returncode, 2)
        self.assertIn("Is a directory", result.stderr)

    def test_a_full_disk_leaves_nothing(self):
        # A limit on the size of files stands for the full disk.
        limited = ["sh", "-c", 'ulimit -f 1; exec "$0" "$@"', PROGRAM, "--quiet"]
        for name in ("x.png", "x.npy"):
            result = subprocess.run([*limited, "--output", name], capture_output=True, text=True, cwd=self.directory)
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn(name, result.stderr)
            self.assertEqual(os.listdir(self.directory), [])

    def test_a_full_device_behind_a_link_is_told(self):
        for name in ("x.png", "x.npy"):
            os.symlink("/dev/full", os.path.join(self.directory, name))
            result = self.run_program(*SMALL, "--output", name)
            self.assertEqual(result.returncode, 2, name)
            self.assertIn("No space left on device", result.stderr)
            self.assertEqual(os.readlink(os.path.join(self.directory, name)), "/dev/full")

    def test_control_characters_are_shown_in_one_line(self):
        for name in ("a\nb.jpg", "no\nwhere/x.png", "no\nwhere/x.npy"):
            self.assert_refused("--output", name, text=name.replace("\n", "\\n"))
        for option in ("--width", "--xmin", "--target", "--colormap", "--precision", "--method", "--bo\ngus"):
            self.assert_refused(option, "5\n6\r\x1b[31m", text="\\n")
        self.assert_refused("--output", "\x1b[31m.jpg", text="\\x1b[31m.jpg")

    def test_standard_output_that_cannot_be_written_is_told(self):
        gone, pipe = os.pipe()
        os.close(gone)
        with open("/dev/full", "wb") as full:
            for stdout, reason in ((full, "No space left on device"), (pipe, "Broken pipe"), (None, "Bad file descriptor")):
                for arguments in (["--help"], [*SMALL], [*SMALL, "--json"], [*SMALL, "--json", "--output", "x.npy"]):
                    command = [PROGRAM, *arguments] if stdout else ["sh", "-c", '"$0" "$@" >&-', PROGRAM, *arguments]
                    result = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, cwd=self.directory)
                    with self.subTest(arguments=arguments, reason=reason):
                        self.assertEqual(result.stderr, f"mandelbrot: cannot write to standard output: {reason}\n")
                        self.assertEqual(result.returncode, 2)
            quiet = subprocess.run([PROGRAM, *SMALL, "--quiet"], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual((quiet.returncode, quiet.stderr), (0, b""))
        os.close(pipe)

    def test_links_to_no_file_yet_and_to_themselves(self):
        for name in ("x.png", "x.npy"):
            os.symlink("new-" + name, os.path.join(self.directory, name))
            self.assertEqual(self.run_program(*SMALL, "--output", name).returncode, 0)
            self.assertTrue(os.path.islink(os.path.join(self.directory, name)))
            self.assertTrue(os.path.isfile(os.path.join(self.directory, "new-" + name)))
            os.symlink("loop-" + name, os.path.join(self.directory, "loop-" + name))
            result = self.run_program(*SMALL, "--output", "loop-" + name)
            self.assertEqual((result.returncode, result.stdout), (2, ""))
            self.assertEqual(result.stderr, f"mandelbrot: cannot write loop-{name}: Too many levels of symbolic links\n")

    def test_a_file_that_is_refused_stays(self):
        path = os.path.join(self.directory, "x.png")
        with open(path, "w") as file:
            file.write("old")
        self.assertEqual(self.run_program("--output", "x.png", "--target", "PDP11").returncode, 2)
        with open(path) as file:
            self.assertEqual(file.read(), "old")

    def test_json(self):
        result = self.run_program("--json", "--threads", "2", "--precision", "float", "--method", "arrays", *SMALL)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        report = json.loads(result.stdout)
        self.assertEqual(list(report), ["width", "height", "max_iter", "seconds", "pixel_iterations", "threads", "target",
                                        "precision", "method"])
        self.assertEqual((report["width"], report["height"], report["max_iter"]), (40, 30, 20))
        self.assertEqual((report["threads"], report["precision"], report["method"]), (2, "float", "arrays"))
        self.assertGreater(report["seconds"], 0)
        self.assertGreater(report["pixel_iterations"], 40 * 30)

    def test_summary(self):
        result = self.run_program(*SMALL, "--threads", "1")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        for text in ("40 x 30", " s, ", "pixel-iterations/s", "1 thread", "double", "kernel"):
            self.assertIn(text, result.stdout)
        self.assertEqual(self.run_program(*SMALL, "--quiet").stdout, "")

    def test_help(self):
        result = self.run_program("--help")
        self.assertEqual(result.returncode, 0)
        self.assertIn("--colormap", result.stdout)

    def test_outputs(self):
        result = self.run_program(*SMALL, "--output", "a.png", "--output", "b.npy", "--output", "c.PNG")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(sorted(os.listdir(self.directory)), ["a.png", "b.npy", "c.PNG"])
        with open(os.path.join(self.directory, "a.png"), "rb") as file:
            head = file.read(24)
        self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual((int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")), (40, 30))

    def test_every_colormap_gives_another_picture(self):
        pictures = set()
        for name in ("viridis", "magma", "inferno", "gray"):
            self.assertEqual(self.run_program(*SMALL, "--colormap", name, "--output", "a.png").returncode, 0)
            with open(os.path.join(self.directory, "a.png"), "rb") as file:
                pictures.add(file.read())
        self.assertEqual(len(pictures), 4)

    def test_progress_shows_on_a_terminal_only(self):
        # Work of more than a second, in several pieces: as much as this machine needs for that.
        inside = ["--xmin=-0.1", "--xmax=0.1", "--ymin=-0.1", "--ymax=0.1", "--width", "600", "--height", "600",
                  "--threads", "1", "--json"]
        steps, seconds = 3000, 0
        while seconds < 1.6:
            work = [*inside, "--max-iter", str(steps)]
            result = self.run_program(*work)
            self.assertEqual(result.stderr, "")
            seconds = json.loads(result.stdout)["seconds"]
            steps = int(steps * min(max(2 / seconds, 1.3), 50))
        for flags, expected in (([], True), (["--quiet"], False)):
            try:
                terminal, end = pty.openpty()
            except OSError as e:
                self.skipTest(f"no terminals here: {e}")
            subprocess.run([PROGRAM, *work, *flags], stdout=subprocess.DEVNULL, stderr=end, check=True)
            os.close(end)
            shown = b""
            try:
                while chunk := os.read(terminal, 65536):
                    shown += chunk
            except OSError:
                pass
            os.close(terminal)
            if expected:
                self.assertIn(b"computing [", shown)
                self.assertTrue(shown.endswith(b"\r\x1b[K"), shown[-20:])
            else:
                self.assertEqual(shown, b"")


if __name__ == "__main__":
    unittest.main()
