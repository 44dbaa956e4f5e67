"""What is asked of each row, and which rows fall short of it."""
import types

PEERS = ("numpy", "eigen", "xtensor")  # none of them may be faster on one thread


def ns(row, name):
    entry = row["times"].get(name)
    return entry["ns"] if entry else None


def ratio(row, peer, of="numlane"):
    """How often `of` does its work while `peer` does its own once."""
    a, b = ns(row, of), ns(row, peer)
    return b / a if a and b else None


def spread_reaches_one(row, peer):
    """Whether the rounds disagree about who is faster: in a quarter of them or more numlane is not behind."""
    pairs = list(zip(row["times"]["numlane"]["rounds"], row["times"][peer]["rounds"]))
    return sum(p >= n for n, p in pairs) * 4 >= len(pairs)


def most_threads(results):
    return max(results["threads"])


def speedup(row, threads):
    return ratio(row, "numlane", f"numlane@{threads}") if threads > 1 else None


def limit_of(results, name, threads):
    """What the machine did at most, in the unit of row_rate, or None."""
    limits = results["limits"]

    def get(what, t=threads):
        return limits.get(f"{what}@{t}")
    if name == "stream":
        both = [x for x in (get("triad"), get("triad_past_cache")) if x]
        return max(both) if both else None
    if name.startswith("mandelbrot"):
        # Nine operations a step on two pipes of 256 bits: at most 1.78 steps of float64 a cycle.
        ghz = get("cycles", 1)
        return ghz * 1.78 * (2 if name.endswith("f32") else 1) * threads if ghz else None
    return get(name) if name else None


def streams(results, kernel, moved):
    """Its operands, of `moved` bytes, do not fit into the caches, and its arithmetic does not count."""
    return kernel.limit in ("stream", "read") and not kernel.compute and moved > 2 * results["machine"]["cache_bytes"]


def is_streaming(results, row):
    return streams(results, types.SimpleNamespace(limit=row["limit"], compute=row["compute"]), row["bytes"])


def share(results, row, threads):
    """(share of the limit, rate, unit), or None. Rates in GB/s, GFLOP/s or 10^9 steps/s."""
    name = "numlane" if threads == 1 else f"numlane@{threads}"
    time = ns(row, name)
    if not time or not row["limit"]:
        return None
    if row["limit"].startswith("mandelbrot"):
        work, unit = row.get("steps", 0), "Gstep/s"
    elif row["limit"].startswith("fma"):
        work, unit = row["flops"], "GFLOP/s"
    else:
        work, unit = row["bytes"], "GB/s"
    limit = limit_of(results, row["limit"], threads)
    if "bandwidth" in row and threads == most_threads(results):
        limit = row["bandwidth"]
    return (work / time / limit if limit else None), work / time, unit


def marks(results, row):
    """The demands that the row misses, as words of a fixed set:
    error    a contestant failed, or computed something else
    peer     NumPy, Eigen or xtensor is faster on one thread (peer? : within what the rounds disagree about)
    fused    a fused expression is not 2.5 times as fast as NumPy on one thread
    small    a row of up to 64 elements is not 10 times as fast as NumPy
    threads  compute-bound work of 1e5 elements or more is not 1.8 times as fast with two threads; 1.9 for 1000 steps of the Mandelbrot picture
    stream   a streaming row does not reach 0.9 of the bandwidth of all threads, measured in the same rounds
    kernel   the Mandelbrot kernel stays below 0.75 of its bound, or 0.9 inside the set (1000 steps)
    """
    found = []
    if row["errors"]:
        found.append("error")
    if "numlane" not in row["times"] or row["sweep"]:
        return found
    behind = [p for p in PEERS if (ratio(row, p) or 1) < 1]
    if behind:
        found.append("peer?" if all(spread_reaches_one(row, p) for p in behind) else "peer")
    numpy = ratio(row, "numpy")
    if numpy and row["elements"] <= 64:
        if numpy < 10:
            found.append("small")
    elif numpy and row["fused"] and numpy < 2.5:
        found.append("fused")
    if row["compute"] and row["elements"] >= 100_000 and 2 in results["threads"]:
        two = speedup(row, 2)
        if two and two < (1.9 if row["kernel"].startswith("mandelbrot_1000") else 1.8):
            found.append("threads")
    if is_streaming(results, row):
        reached = share(results, row, most_threads(results))
        if reached and reached[0] and reached[0] < 0.9:
            found.append("stream")
    if row["kernel"].startswith(("mandelbrot_1000", "mandelbrot_inside")):
        reached = share(results, row, 1)
        if reached and reached[0] and reached[0] < (0.9 if "inside" in row["kernel"] else 0.75):
            found.append("kernel")
    return found
