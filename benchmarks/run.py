#!/usr/bin/env python3
"""Runs the contestants kernel by kernel, in turns, and writes results.json, a table and plots.

Every contestant is a process that waits for its turn. For each row all of them time it once, then once more in every
round, in an order that rotates: whatever happens to the machine happens to all of them. Medians of the rounds count.
"""
import argparse
import datetime
import fnmatch
import json
import os
import pathlib
import statistics
import sys
import time

import machine
import report
from catalogue import KERNELS
import verdict
from contestant import Contestant, contestants

HERE = pathlib.Path(__file__).resolve().parent
# Which pages the operands lie on decides how well the caches serve them: up to 1.3 times for a loop over 1e5 float32. Rows of
# about the size of the caches are therefore measured in several processes of each contestant, one after the other.
PLACEMENTS, PLACED_BYTES = 3, (256 << 10, 64 << 20)
ALWAYS_THREADED = ("numlane", "handwritten", "numba")
LIMITS = {  # name -> the kernel, its size, and what a thread has done at the end of it, in the unit of the limit
    "fma_f64": ("limit_fma_f64", 20_000_000, 1.0),
    "fma_f32": ("limit_fma_f32", 40_000_000, 1.0),
    "cycles": ("limit_cycles", 1_000_000, 2.0),
    "triad_past_cache": ("limit_triad_past_cache", 10_000_000, 24.0),
    "triad": ("limit_triad", 10_000_000, 24.0),
    "read": ("limit_read", 20_000_000, 8.0),
}


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("patterns", nargs="*", metavar="PATTERN", help="rows or groups, such as 'sum_*' or 'linalg'; all if none")
    p.add_argument("--only", action="append", default=[], metavar="PATTERN", help="the same as PATTERN")
    p.add_argument("--quick", action="store_true", help="fewer rounds and shorter ones; within five minutes")
    p.add_argument("--time-budget", type=float, metavar="SECONDS", help="for all measurements; 150 with --quick, otherwise 1500")
    p.add_argument("--rounds", type=int, help="at most so many; 5 with --quick, otherwise 15")
    p.add_argument("--threads", default="", metavar="LIST", help="counts of threads, such as 1,2; 1 is always among them")
    p.add_argument("--contestants", default="", metavar="LIST", help="only these, such as numlane,numpy")
    p.add_argument("--programs", type=pathlib.Path, default=HERE.parent / "build" / "bench" / "benchmarks")
    p.add_argument("--output", type=pathlib.Path, default=HERE.parent / "build" / "benchmarks", help="a folder")
    p.add_argument("--publish", action="store_true", help="write docs/benchmarks.md and its plots too")
    p.add_argument("--name", default="benchmarks", help="publish the table, without plots, as docs/NAME.md instead")
    p.add_argument("--python", default=sys.executable, help="the Python that has NumPy")
    p.add_argument("--list", action="store_true", help="print the rows and end")
    return p.parse_args()


def command():
    """As it was given to ./dev, which adds where things are."""
    words, skip = ["./dev bench"], False
    for word in sys.argv[1:]:
        if not skip and word not in ("--python", "--programs", "--output"):
            words.append(word)
        skip = not skip and word in ("--python", "--programs", "--output")
    return " ".join(words)


def chosen_rows(a):
    rows = [(k, n) for k in KERNELS for n in k.sizes]
    rows += [(k, n) for k in KERNELS for n in k.sweep if n not in k.sizes]
    patterns = a.patterns + a.only

    def wanted(kernel, n):
        names = (kernel.name, kernel.group, f"{kernel.name}/{n}")
        if not patterns:
            return not kernel.on_request
        return any(fnmatch.fnmatch(name, p) for name in names for p in patterns)
    return [row for row in rows if wanted(*row)]


def takes_part(c, kernel, n):
    if c.name == "native":
        return kernel.group in ("products", "linalg") or "matmul" in kernel.name and c.threads == 1
    if c.threads == 1:
        return True
    large = kernel.elements(n) >= 10_000 or kernel.calls
    return bool(large) and (c.name in ALWAYS_THREADED or c.name in kernel.threaded)


def key(c):
    return c.name if c.threads == 1 else f"{c.name}@{c.threads}"


class Run:
    def __init__(self, a):
        self.a = a
        cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        counts = {1, *(map(int, a.threads.split(",")) if a.threads else machine.thread_counts(cpus))}
        self.threads = sorted(counts)
        only = set(filter(None, a.contestants.split(",")))
        self.contestants = [c for c in contestants(a.programs, HERE / "peers", a.python, self.threads)
                            if not only or c.name in only]
        # What the machine can do, by processes of their own: they keep their arrays while the contestants have theirs.
        self.gauges = {t: Contestant("limits", [str(a.programs / "bench_handwritten"), "--serve"], t) for t in self.threads}
        self.start = time.monotonic()
        self.budget = a.time_budget or (150 if a.quick else 1500)
        self.rounds = a.rounds or (5 if a.quick else 15)
        self.seconds = 0.004 if a.quick else 0.02
        self.results = {
            "command": command(),
            "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
            "machine": machine.describe(), "threads": self.threads, "contestants": {}, "limits": {}, "rows": [],
            "complete": False,
        }
        self.limit_samples = {}

    def measure(self, kernel, n, rows_left):
        """One row: {contestant: {...}}, with what went wrong."""
        candidates = [c for c in self.contestants if takes_part(c, kernel, n)]
        entries, errors, cost = {}, {}, 0.0
        for c in candidates:
            began = time.monotonic()
            reply = c.ask(kernel.name, n, self.seconds, kernel.calls)
            self.settle(kernel, c)
            if "error" in reply:
                errors[key(c)] = reply["error"]
            elif "missing" not in reply:
                entries[key(c)] = (c, reply, [])
                # A call that takes long is not repeated for the sake of the rounds.
                cost += min(time.monotonic() - began, 1e-9 * reply["ns"] * reply["iterations"] + (0.06 if kernel.spins else 0))
        left = self.budget - (time.monotonic() - self.start)
        share = max(0.0, left) / max(1, rows_left)
        placed = PLACED_BYTES[0] <= kernel.bytes * kernel.elements(n) < PLACED_BYTES[1] and not kernel.spins
        rounds = int(max(3, min(self.rounds, 1.5 * share / max(cost, 1e-6))))
        if placed and not self.a.quick:
            rounds = max(rounds, min(self.rounds, 2 * PLACEMENTS))
        placements = max(1, min(PLACEMENTS, rounds // 2)) if placed and not self.a.quick else 1
        order = list(entries)
        bandwidth = self.bandwidth_of(kernel, n)
        bandwidths = []
        for turn in range(rounds if order else 0):
            bandwidths += bandwidth()
            if turn > 0 and turn * placements // rounds != (turn - 1) * placements // rounds:
                for name in list(order):
                    if not self.place_anew(entries[name][0], kernel, n, entries[name][1]["iterations"]):
                        errors[name] = "did not answer when it was started again"
                        order.remove(name)
                if not order:
                    break
            for name in order[turn % len(order):] + order[:turn % len(order)]:
                c, first, times = entries[name]
                reply = c.ask(kernel.name, n, self.seconds, first["iterations"])
                self.settle(kernel, c)
                if "ns" in reply:
                    times.append(reply["ns"])
                else:
                    errors[name] = reply.get("error", "lost in the midst of the row")
        for name, what in self.compare(kernel, {name: reply for name, (_, reply, _) in entries.items()}).items():
            errors.setdefault(name, what)
        times = {name: {"ns": statistics.median(t), "rounds": [float(f"{x:.5g}") for x in t]}
                 for name, (_, _, t) in entries.items() if t}
        row = {"row": f"{kernel.name}/{n}", "kernel": kernel.name, "size": n, "group": kernel.group, "text": kernel.text,
               "elements": kernel.elements(n), "bytes": kernel.bytes * kernel.elements(n), "flops": kernel.work(n),
               "fused": kernel.fused, "compute": kernel.compute, "limit": kernel.limit, "sweep": n not in kernel.sizes,
               "times": times, "errors": errors}
        if bandwidths:
            row["bandwidth"] = statistics.median(bandwidths)
        if entries and kernel.limit.startswith("mandelbrot"):
            row["steps"] = next(iter(entries.values()))[1]["total"]
        return row

    def place_anew(self, c, kernel, n, iterations):
        """Gives the contestant other pages; not Numba, which would compile everything again. Whether it answers."""
        if c.name == "numba":
            return True
        return c.restart() and "ns" in c.ask(kernel.name, n, self.seconds, iterations)  # its operands are made, it is warm

    @staticmethod
    def settle(kernel, c):
        if kernel.spins and c.threads > 1:
            time.sleep(0.05)

    @staticmethod
    def compare(kernel, replies):
        """What is wrong with whom: all must have computed the same. NumPy is right, or else the first."""
        errors = {}
        if not replies:
            return errors
        reference = "numpy" if "numpy" in replies else next(iter(replies))
        right = replies[reference]
        for name, reply in replies.items():
            # NaN is never near enough.
            if not abs(reply["sum"] - right["sum"]) <= kernel.tolerance * max(right["magnitude"], 1e-300):
                errors[name] = f"its result differs from that of {reference}: checksum {reply['sum']:.12g}, not {right['sum']:.12g}"
        return errors

    def measure_limits(self):
        """What the machine can do: the best of several times in the run, for nothing but its limits makes it faster."""
        for threads, gauge in self.gauges.items():
            for name, (kernel, size, unit) in LIMITS.items():
                reply = gauge.ask(kernel, size, 0.02, 0)
                if "ns" in reply:
                    many = threads if name.startswith("fma") else 1
                    self.limit_samples.setdefault((name, threads), []).append(many * unit * size / reply["ns"])
            gauge.ask("none", 0, 0, 0)  # frees its memory
        self.results["limits"] = {
            f"{name}@{threads}": max(samples) for (name, threads), samples in self.limit_samples.items()}

    def bandwidth_of(self, kernel, n):
        """A function that measures, as a list, the bandwidth that a row which streams through memory is compared with: it
        changes from one moment to the next, so it is measured in each round of the row."""
        top = max(self.threads)
        if not verdict.streams(self.results, kernel, kernel.bytes * kernel.elements(n)):
            return list
        names = ("triad", "triad_past_cache") if kernel.limit == "stream" else ("read",)
        name = max(names, key=lambda x: self.results["limits"].get(f"{x}@{top}", 0))
        limit, size, unit = LIMITS[name]

        def measure():
            reply = self.gauges[top].ask(limit, size, self.seconds, 0)
            return [unit * size / reply["ns"]] if "ns" in reply else []
        return measure

    def write(self):
        for c in self.contestants:
            if c.version:
                self.results["contestants"][key(c)] = {"version": c.version, "blas": c.blas}
        self.a.output.mkdir(parents=True, exist_ok=True)
        target = self.a.output / "results.json"
        partial = target.with_suffix(".part")
        partial.write_text(json.dumps(self.results, indent=1))
        partial.replace(target)

    def all(self):
        rows = chosen_rows(self.a)
        if self.a.list:
            print("\n".join(f"{k.name}/{n}" for k, n in rows))
            return
        for c in list(self.contestants):
            if not c.start():
                print(f"without {key(c)}: {' '.join(c.command)} does not run", file=sys.stderr)
                self.contestants.remove(c)
        if not self.contestants:
            sys.exit("no contestant runs: build them with ./dev bench")
        last_group = None
        for i, (kernel, n) in enumerate(rows):
            if kernel.group != last_group:
                last_group = kernel.group
                self.measure_limits()
            row = self.measure(kernel, n, len(rows) - i)
            self.results["rows"].append(row)
            self.results["seconds"] = round(time.monotonic() - self.start, 1)
            if kernel.spins:
                for c in self.contestants:
                    c.blas = c.blas or c.blas_library()
            self.write()
            print(f"[{i + 1}/{len(rows)} {time.monotonic() - self.start:5.0f} s] {report.one_line(row)}", flush=True)
        self.measure_limits()
        self.results["complete"] = not (self.a.patterns or self.a.only)
        self.write()

    def stop(self):
        for c in [*self.contestants, *self.gauges.values()]:
            c.stop()


def main():
    a = arguments()
    run = Run(a)
    try:
        run.all()
    except KeyboardInterrupt:
        print("interrupted: the report is of what there is", file=sys.stderr)
    finally:
        run.stop()
    if a.list:
        return
    report.write(run.results, a.output)
    if a.publish:
        report.write(run.results, HERE.parent / "docs", table=f"{a.name}.md", plots="benchmarks" if a.name == "benchmarks" else None)
    failures = [f"{r['row']}, {name}: {what}" for r in run.results["rows"] for name, what in r["errors"].items()]
    for line in failures:
        print("error:", line, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
