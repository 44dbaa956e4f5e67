"""The plots, by matplotlib."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

import verdict

PEERS = {"numpy": ("NumPy", "#4477aa"), "eigen": ("Eigen", "#ee6677"), "xtensor": ("xtensor", "#228833"),
         "armadillo": ("Armadillo", "#ccbb44"), "numba": ("Numba", "#66ccee"), "handwritten": ("by hand", "#aa3377")}
OURS = "#111111"


def save(figure, folder, name):
    figure.savefig(folder / name, dpi=70, bbox_inches="tight", metadata={"Software": None})
    plt.close(figure)


def ratios(results, folder):
    rows = [r for r in results["rows"] if not r["sweep"] and "numlane" in r["times"]]
    if not rows:
        return None
    columns = 3
    height = -(-len(rows) // columns)
    figure, axes = plt.subplots(1, columns, figsize=(16, 1.2 + 0.17 * height), squeeze=False)
    for c, ax in enumerate(axes[0]):
        part = rows[c * height:(c + 1) * height]
        for name, (title, color) in PEERS.items():
            points = [(verdict.ratio(r, name), i) for i, r in enumerate(part) if verdict.ratio(r, name)]
            ax.scatter([x for x, _ in points], [y for _, y in points], s=16, color=color, label=title, zorder=3)
        ax.axvline(1, color=OURS, linewidth=1)
        ax.set_xscale("log")
        ax.set_yticks(range(len(part)), [r["row"] for r in part], fontsize=7)
        ax.set_ylim(height - 0.5, -0.5)
        ax.grid(axis="both", linewidth=0.3)
        ax.set_xlabel("times as fast as the peer, one thread")
    figure.tight_layout()
    handles = {title: handle for ax in axes[0] for handle, title in zip(*ax.get_legend_handles_labels())}
    figure.legend(handles.values(), handles.keys(), loc="lower center", bbox_to_anchor=(0.5, 1), ncol=len(handles))
    save(figure, folder, "ratios.png")
    return "ratios.png", "How many times as fast as each peer numlane is, on one thread"


def sizes(results, folder):
    swept = list(dict.fromkeys(r["kernel"] for r in results["rows"] if r["sweep"]))
    if not swept:
        return None
    figure, axes = plt.subplots(1, len(swept), figsize=(4 * len(swept), 3.6), squeeze=False)
    for ax, kernel in zip(axes[0], swept):
        rows = sorted((r for r in results["rows"] if r["kernel"] == kernel), key=lambda r: r["size"])
        top = f"numlane@{verdict.most_threads(results)}"
        lines = {"numlane": ("numlane", OURS, "-"), top: (f"numlane, {top.split('@')[1]} threads", OURS, "--")}
        lines |= {name: (title, color, "-") for name, (title, color) in PEERS.items()}
        for name, (title, color, style) in lines.items():
            points = [(r["size"], 1e3 * r["elements"] / verdict.ns(r, name)) for r in rows if verdict.ns(r, name)]
            if points:
                ax.plot(*zip(*points), style, color=color, label=title, marker=".", linewidth=1.2)
        ax.set(xscale="log", yscale="log", title=f"{kernel}: {rows[0]['text']}", xlabel="elements", ylabel="million elements a second")
        ax.grid(linewidth=0.3)
    axes[0][0].legend(fontsize=7)
    figure.tight_layout()
    save(figure, folder, "sizes.png")
    return "sizes.png", "Throughput over size"


def threads(results, folder):
    counts = results["threads"]
    if len(counts) < 2:
        return None
    top = verdict.most_threads(results)
    rows = [r for r in results["rows"] if not r["sweep"] and verdict.speedup(r, top) and r["elements"] >= 100_000]
    if not rows:
        return None
    figure, ax = plt.subplots(figsize=(0.17 * len(rows) + 2, 4))
    for kind, color, title in ((True, OURS, "bound by arithmetic"), (False, "#4477aa", "others")):
        points = [(i, verdict.speedup(r, top)) for i, r in enumerate(rows) if r["compute"] == kind]
        if points:
            ax.scatter(*zip(*points), s=18, color=color, label=title, zorder=3)
    for n in counts[1:-1]:
        ax.scatter(range(len(rows)), [verdict.speedup(r, n) for r in rows], s=6, color="#bbbbbb", label=f"{n} threads")
    ax.axhline(top, color="#999999", linewidth=1)
    ax.axhline(1, color="#999999", linewidth=1)
    ax.set_xticks(range(len(rows)), [r["row"] for r in rows], rotation=90, fontsize=7)
    ax.set(ylabel=f"times as fast with {top} threads", ylim=(0, top * 1.15), xlim=(-1, len(rows)))
    ax.grid(linewidth=0.3)
    ax.legend(fontsize=8, loc="lower right")
    save(figure, folder, "threads.png")
    return "threads.png", f"Speed-up by {top} threads"


def shares(results, folder):
    points = []
    for row in results["rows"]:
        if row["sweep"] or not row["limit"]:
            continue
        streaming = verdict.is_streaming(results, row)
        if not streaming and row["limit"] in ("stream", "read"):
            continue  # it lives in a cache: the bandwidth of memory is no limit
        reached = verdict.share(results, row, verdict.most_threads(results) if streaming else 1)
        if reached and reached[0]:
            points.append((row["row"], reached[0], row["limit"]))
    if not points:
        return None
    colors = {"stream": "#4477aa", "read": "#66ccee"}
    figure, ax = plt.subplots(figsize=(0.17 * len(points) + 2, 4))
    ax.bar(range(len(points)), [p[1] for p in points], color=[colors.get(p[2], "#aa3377") for p in points])
    ax.axhline(1, color=OURS, linewidth=1)
    ax.axhline(0.9, color="#999999", linewidth=1, linestyle="--")
    ax.set_xticks(range(len(points)), [p[0] for p in points], rotation=90, fontsize=7)
    ax.set(ylabel="share of the limit", xlim=(-1, len(points)))
    ax.grid(axis="y", linewidth=0.3)
    save(figure, folder, "limits.png")
    return "limits.png", "Share of the bandwidth of memory (blue, all threads), and of the peak of arithmetic (purple, one thread)"


def draw(results, folder):
    """(file, title) of each plot there are figures for."""
    return [p for p in (f(results, folder) for f in (ratios, sizes, threads, shares)) if p]
