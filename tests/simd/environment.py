#!/usr/bin/env python3
"""Runs a program under right and wrong NUMLANE_TARGET and NUMLANE_DISABLE_TARGETS.

usage: environment.py [EMULATOR...] PROGRAM       (PROGRAM is built from programs/show_targets.cpp)
"""
import os
import subprocess
import sys


def run(program, **variables):
    """What the program says of compiled, supported and active targets, and what stands on stderr."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("NUMLANE_")}
    done = subprocess.run(program, env={**env, **variables}, capture_output=True, text=True, check=True)
    compiled, supported, active, running = (line.split() for line in done.stdout.splitlines())
    assert active == running, f"{active} is active, {running} runs"
    return compiled, supported, active[0], done.stderr


def main(program):
    compiled, supported, active, errors = run(program)
    best, baseline = supported[0], supported[-1]
    assert active == best and errors == "", (active, errors)

    for i, name in enumerate(supported):
        assert run(program, NUMLANE_TARGET=name)[1:] == (supported[i:], name, ""), name
        others = ",".join(supported[:i])
        assert run(program, NUMLANE_DISABLE_TARGETS=others)[2:] == (name, ""), others
        assert run(program, NUMLANE_DISABLE_TARGETS=others.replace(",", " , "))[2:] == (name, ""), others
    assert run(program, NUMLANE_TARGET="")[2:] == (best, "")
    assert run(program, NUMLANE_DISABLE_TARGETS="")[2:] == (best, "")
    assert run(program, NUMLANE_DISABLE_TARGETS=", ,,")[2:] == (best, "")
    # The baseline cannot be disabled, and a target that only this CPU lacks may be.
    warning = f"numlane: NUMLANE_DISABLE_TARGETS names {baseline}, the baseline, which is always there\n"
    assert run(program, NUMLANE_DISABLE_TARGETS=",".join(compiled))[2:] == (baseline, warning)
    if len(supported) > 2:
        capped = run(program, NUMLANE_TARGET=supported[1], NUMLANE_DISABLE_TARGETS=supported[1])
        assert capped[2:] == (supported[2], ""), capped

    choices = ", ".join(supported)
    for variable in ("NUMLANE_TARGET", "NUMLANE_DISABLE_TARGETS"):
        for value in ("AVX9", "avx2", best + "x", "x" * 10000, "%s%n"):
            found = run(program, **{variable: value})
            assert found[2] == best, found
            expected = f'numlane: {variable} names the target "{value}"; this program has {choices} on this CPU\n'
            assert found[3] == expected, found[3]
    mixed = run(program, NUMLANE_DISABLE_TARGETS=f"AVX9,{best}")
    if len(supported) > 1:
        assert mixed[2] == supported[1], mixed
        assert mixed[3].count("\n") == 1 and '"AVX9"' in mixed[3], mixed
    else:
        assert '"AVX9"' in mixed[3] and mixed[3].endswith(warning), mixed


if __name__ == "__main__":
    main(sys.argv[1:])
