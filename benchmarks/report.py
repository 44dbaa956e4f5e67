#!/usr/bin/env python3
"""Makes the table and the plots of a results.json. usage: report.py results.json FOLDER"""
import fnmatch
import json
import pathlib
import sys

import verdict

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = [("numpy", "NumPy"), ("eigen", "Eigen"), ("xtensor", "xtensor"), ("armadillo", "Armadillo"),
           ("numba", "Numba"), ("handwritten", "by hand"), ("native", "native BLAS")]


def human(ns):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def two_digits(x):
    return f"{x:.2f}" if x < 9.95 else f"{x:.0f}"


def blas_name(paths):
    """The libraries' names; the system's aliases only where nothing else is known."""
    names = [path.rsplit("/", 1)[-1] for path in paths.split(", ") if path]
    real = [n for n in names if not n.startswith(("libblas.", "liblapack."))]
    return ", ".join(dict.fromkeys(real or names))


def one_line(row):
    """A row as it is printed while the run goes on."""
    times = row["times"]
    if "numlane" not in times:
        return f"{row['row']:30} " + ", ".join(f"{k} {human(v['ns'])}" for k, v in times.items())
    parts = [f"{row['row']:30} {human(times['numlane']['ns']):>8}"]
    for name in times:
        if name == "numlane":
            continue
        if name.startswith("numlane@"):
            parts.append(f"{name.split('@')[1]} threads x{verdict.ratio(row, 'numlane', name):.2f}")
        elif "@" not in name:
            parts.append(f"{name} {two_digits(verdict.ratio(row, name))}")
    return "  ".join(parts + [f"ERROR {name}" for name in row["errors"]])


def footnotes():
    path = HERE / "footnotes.json"
    return json.loads(path.read_text()) if path.exists() else {}


class Notes:
    """Numbers the reasons in the order in which rows need them. A key is a row, a pattern of rows, or either with the
    mark it explains: "sum_f64/*", "matmul_f64/500 threads"."""

    def __init__(self):
        self.known = footnotes()
        self.used = []

    def of(self, row, marks):
        numbers = []
        for pattern, text in self.known.items():
            name, _, mark = pattern.partition(" ")
            if fnmatch.fnmatch(row["row"], name) and (not mark or mark in [m.rstrip("?") for m in marks]):
                if text not in self.used:
                    self.used.append(text)
                numbers.append(self.used.index(text) + 1)
        return numbers


def table(results, rows, notes):
    top = verdict.most_threads(results)
    present = [(k, title) for k, title in COLUMNS if any(k in r["times"] for r in rows)]
    head = ["row", "computes", "numlane"] + [title for _, title in present]
    head += [f"{top} threads"] if top > 1 else []
    head += ["rate", "of the limit", "misses"]
    lines = ["| " + " | ".join(head) + " |", "|---|---|--:" + "|--:" * len(present) + ("|--:" if top > 1 else "") + "|--:|--:|---|"]
    for row in rows:
        if "numlane" not in row["times"]:
            continue
        cells = [f"`{row['row']}`", row["text"], human(row["times"]["numlane"]["ns"])]
        for name, _ in present:
            r = verdict.ratio(row, name)
            cells.append(two_digits(r) if r else "")
        if top > 1:
            s = verdict.speedup(row, top)
            cells.append(f"{s:.2f}" if s else "")
        threads = top if verdict.is_streaming(results, row) else 1
        reached = verdict.share(results, row, threads)
        cells.append(f"{reached[1]:.3g} {reached[2]}" if reached else "")
        cells.append(f"{reached[0]:.2f}" if reached and reached[0] and (threads > 1 or "B/s" not in reached[2]) else "")
        missed = verdict.marks(results, row)
        numbers = notes.of(row, missed) if missed else []
        cells.append(" ".join(f"**{m}**" for m in missed) + "".join(f" [{n}]" for n in numbers))
        lines.append("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |")
    return lines


def threaded_table(results, rows):
    """Peers that have threads too, all with as many as numlane."""
    top = verdict.most_threads(results)
    ours = f"numlane@{top}"
    present = [(f"{k}@{top}", title) for k, title in COLUMNS if any(f"{k}@{top}" in r["times"] for r in rows)]
    if top == 1 or not present:
        return []
    lines = ["", f"With {top} threads each:", "", "| row | numlane | " + " | ".join(title for _, title in present) + " |",
             "|---|--:" + "|--:" * len(present) + "|"]
    for row in rows:
        ratios = [verdict.ratio(row, name, ours) for name, _ in present]
        if any(ratios):
            cells = [f"`{row['row']}`", human(row["times"][ours]["ns"]), *(two_digits(r) if r else "" for r in ratios)]
            lines.append("| " + " | ".join(cells) + " |")
    return lines


def limits(results):
    names = {"fma_f64": "GFLOP/s of float64 (fused multiply and add)", "fma_f32": "GFLOP/s of float32", "stream": "GB/s of the triad a + s·b",
             "read": "GB/s read", "cycles": "GHz"}
    for name, what in names.items():
        values = [verdict.limit_of(results, name, t) for t in results["threads"]]
        if any(values):
            yield f"| {what} | " + " | ".join(f"{v:.3g}" if v else "" for v in values) + " |"


def markdown(results, plots, pictures):
    machine = results["machine"]
    lines = ["# Benchmarks", ""]
    if not results["complete"]:
        lines += ["This run is not complete: it was interrupted, or made of chosen rows.", ""]
    lines += [
        f"Measured on {results['date']} in {results.get('seconds', 0):.0f} s by `{results['command']}`, on {machine['cpu']},",
        f"{machine['cpus']} CPUs, {machine['system']}, {machine['compiler']}. numlane is compiled with -O2 and no -m flag, the C++ peers",
        "with -O3 -march=native.", "", "| contestant | version |", "|---|---|"]
    for name, c in results["contestants"].items():
        blas = f"; has loaded {blas_name(c['blas'])}" if c["blas"] else ""
        lines.append(f"| {name.replace('@', ', threads: ')} | {c['version']}{blas} |")
    lines += ["", "What the machine does at most, measured in the same run, by threads:", "",
              "| | " + " | ".join(map(str, results["threads"])) + " |", "|---|" + "--:|" * len(results["threads"]), *limits(results), "",
              "The contestants take turns, kernel by kernel; each figure is the median of the rounds. A number under a peer says how",
              "often numlane does its work, on one thread, while the peer does its own once: above 1, numlane is faster. All have",
              "computed the same numbers, which is checked. Under NumPy the Mandelbrot rows are the lesson's programs: the serial one, and",
              "with threads the one of several processes. The rate is that of one thread, of rows that stream through memory that",
              "of all threads; the limit is the peak above, or the bandwidth, measured again in each round of the row. For the Mandelbrot",
              "rows it is 1.78 steps of float64 a cycle, 3.56 of float32: nine operations on the two vector pipes of this CPU, every step",
              "tested.", "",
              "Rows about the size of the caches, from 256 KiB to 64 MiB, are measured in three processes of each contestant, one",
              "after the other, for which pages the operands lie on decides how well the caches serve them; but not with Numba, nor",
              "where the threads of a BLAS spin.", "",
              "`misses` says what a row falls short of:", ""]
    lines += ["| | |", "|---|---|"]
    for line in verdict.marks.__doc__.splitlines()[1:]:
        word, _, text = line.strip().partition("  ")
        if word:
            lines.append(f"| **{word}** | {text.strip()} |")
    notes = Notes()
    body = []
    main_rows = [r for r in results["rows"] if not r["sweep"]]
    groups = list(dict.fromkeys(r["group"] for r in main_rows))
    for group in groups:
        rows = [r for r in main_rows if r["group"] == group]
        body += ["", f"## {group.capitalize()}", "", *table(results, rows, notes), *threaded_table(results, rows)]
    missed = [r for r in main_rows if verdict.marks(results, r)]
    lines += ["", f"{len(main_rows)} rows; {len(main_rows) - len(missed)} meet every demand.", ""]
    for name, text in pictures:
        lines += [f"![{text}]({plots}/{name})", ""]
    if notes.used:
        body += ["", "## Reasons", "", *(f"{i + 1}. {text}" for i, text in enumerate(notes.used))]
    return "\n".join(lines + body) + "\n"


def write(results, folder, table="table.md", plots="."):
    """The table and the plots into a folder; the table alone if plots is None."""
    folder = pathlib.Path(folder)
    if plots is None:
        (folder / table).write_text(markdown(results, plots, []))
        return print(f"written: {folder / table}")
    (folder / plots).mkdir(parents=True, exist_ok=True)
    pictures = []
    try:
        import pictures as module
        pictures = module.draw(results, folder / plots)
    except ImportError as e:
        print(f"no plots: {e}", file=sys.stderr)
    (folder / table).write_text(markdown(results, plots, pictures))
    marked = {r["row"]: verdict.marks(results, r) for r in results["rows"]}
    (folder / plots / "misses.json").write_text(json.dumps({k: v for k, v in marked.items() if v}, indent=1) + "\n")
    print(f"written: {folder / table}" + (f" and {len(pictures)} plots" if pictures else ""))


if __name__ == "__main__":
    write(json.loads(pathlib.Path(sys.argv[1]).read_text()), sys.argv[2])
