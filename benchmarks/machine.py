"""What the run was made on."""
import os
import platform
import re
import subprocess


def first_line(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return ""


def cpu():
    try:
        with open("/proc/cpuinfo") as f:
            text = f.read()
    except OSError:
        return platform.processor()
    fields = dict(re.findall(r"^(model name|cpu family|model|stepping)\s*: (.*)$", text, re.M))
    name = fields.get("model name", platform.machine())
    if "cpu family" in fields:
        name += f" (family {fields['cpu family']}, model {fields.get('model')}, stepping {fields.get('stepping')})"
    return name


def cache_bytes():
    """Of the largest cache; 32 MB where it is not known."""
    sizes = []
    base = "/sys/devices/system/cpu/cpu0/cache"
    for index in os.listdir(base) if os.path.isdir(base) else []:
        try:
            with open(f"{base}/{index}/size") as f:
                text = f.read().strip()
            sizes.append(int(text.rstrip("KM")) << {"K": 10, "M": 20}.get(text[-1], 0))
        except (OSError, ValueError):
            pass
    return max(sizes, default=32 << 20)


def thread_counts(cpus):
    """1, 2, 4, ... and all."""
    counts = []
    n = 1
    while n < cpus:
        counts.append(n)
        n *= 2
    return counts + [cpus]


def system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (AttributeError, KeyError, OSError):
        return f"{platform.system()} {platform.release()}"


def describe():
    return {"cpu": cpu(), "cpus": os.cpu_count(), "system": system(),
            "compiler": first_line([os.environ.get("CXX", "g++"), "--version"]), "cache_bytes": cache_bytes()}
