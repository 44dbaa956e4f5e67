"""The compiler of the build under test, for scripts that try many small files."""

import concurrent.futures
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"

# Syntax is the same for every target, and one of them compiles three times as fast as all.
ONE_TARGET = [f"-DNUMLANE_NO_{target}" for target in ("SSE4", "AVX2", "AVX3")]


def check_syntax(source, flags=(), name="-"):
    """Compiles source text (or the file called name) without making code; returns (succeeded, messages)."""
    command = [os.environ.get("CXX", "g++"), "-std=c++20", f"-I{INCLUDE}", "-fsyntax-only"]
    if not any(flag.startswith("-DNUMLANE_SIMD=") for flag in flags):
        command.append(f"-DNUMLANE_SIMD={os.environ.get('NUMLANE_SIMD', 'highway')}")
    command += ONE_TARGET + list(flags) + ["-x", "c++", str(name)]
    done = subprocess.run(command, input=source, text=True, capture_output=True, env={**os.environ, "LC_ALL": "C"})
    return done.returncode == 0, done.stderr


def in_parallel(function, items):
    """[function(item) for item in items], on all CPUs."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, items))
