"""A contestant: a process that times one kernel when it is told to (the protocol stands in harness/main.cpp)."""
import json
import os
import re
import select
import subprocess


class Contestant:
    def __init__(self, name, command, threads, environment=None):
        self.name, self.command, self.threads = name, command, threads
        counts = {f"{v}_NUM_THREADS": str(threads) for v in ("NUMLANE", "OMP", "OPENBLAS", "MKL", "BLIS", "NUMBA")}
        # Every BLAS takes this CPU for what it is.
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
        self.environment = {**inherited, **counts, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})}
        self.process = None
        self.failures = 0
        self.version = ""
        self.blas = ""

    def start(self):
        """Whether it runs and answers."""
        if self.process is None and self.failures < 3:
            try:
                self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                                stderr=subprocess.DEVNULL, env=self.environment, text=True, bufsize=1)
                self.version = self._read(60)["version"]
            except (OSError, ValueError, TimeoutError):
                self._lose()
        return self.process is not None

    def restart(self):
        """Ends it and starts it anew, which gives its arrays other pages."""
        self.stop()
        return self.start()

    def ask(self, kernel, size, seconds, iterations, timeout=120):
        """{"ns", "iterations"} and, when the kernel is new, its checksum; {"missing"} or {"error"}."""
        if not self.start():
            return {"missing": True}
        try:
            self.process.stdin.write(f"{kernel} {size} {seconds} {iterations}\n")
            return self._read(timeout)
        except TimeoutError:
            self._lose()
            return {"error": f"no answer within {timeout} s"}
        except (OSError, ValueError):
            return {"error": f"ended with {self._lose()}"}

    def blas_library(self):
        """The BLAS that it has loaded, by its memory map; "" where there is none, or no /proc."""
        try:
            with open(f"/proc/{self.process.pid}/maps") as maps:
                found = re.findall(r"/\S*(?:openblas|blis|mkl_rt|atlas|accelerate|libblas)\S*\.so\S*", maps.read(), re.I)
        except (OSError, AttributeError):
            return ""
        real = sorted({os.path.realpath(path) for path in found})
        return ", ".join(real)

    def stop(self):
        if self.process is not None:
            self.process.stdin.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def _read(self, timeout):
        if not select.select([self.process.stdout], [], [], timeout)[0]:
            raise TimeoutError
        # C prints what JSON has no word for in its own way.
        line = re.sub(r"-?\bnan\b", "NaN", self.process.stdout.readline())
        return json.loads(re.sub(r"\binf\b", "Infinity", line))

    def _lose(self):
        """Its exit status, negative for a signal; a process that is still there after a moment is killed."""
        self.failures += 1
        if self.process is None:
            return None
        try:
            code = self.process.wait(0.5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.process = None
        return code


def contestants(programs, peers, python, counts):
    """All that may take part, numlane first: each alone, and again for each number of threads."""
    found = []
    for threads in counts:
        for name in ("numlane", "native", "handwritten", "eigen", "xtensor", "armadillo"):
            program = programs / f"bench_{'numlane' if name == 'native' else name}"
            environment = {"NUMLANE_BLAS": "native"} if name == "native" else {}
            if program.exists() and (threads == 1 or name not in ("eigen", "xtensor")):
                found.append(Contestant(name, [str(program), "--serve"], threads, environment))
        for name in ("numpy", "numba"):
            found.append(Contestant(name, [python, str(peers / "server.py"), name], threads))
    return found
