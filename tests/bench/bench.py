#!/usr/bin/env python3
"""How fast, and in how much memory: "make bench" runs this.

    bench.py PROGRAM TOOLS WORK

Our program and a yardstick take turns on the same bytes, and the median of
the pairs' ratios counts: absolute times say more about the machine and its
other users.  CPU time is user and system together, on one processor; memory the peak of the
resident set.  BENCH=full takes five million rows instead of one.
"""
import os
import shutil
import statistics
import subprocess
import sys
import time

PROGRAM, TOOLS, WORK = map(os.path.abspath, sys.argv[1:4])
HERE = os.path.dirname(os.path.abspath(__file__))
FULL = os.environ.get("BENCH") == "full"
MEGA = 1000000
MOST = 5 * MEGA if FULL else MEGA
SITE = MEGA


class Run:
    """What one command took, on one processor or as many as are asked for."""

    def __init__(self, *command, processors=1):
        use = sorted(os.sched_getaffinity(0))[-processors:]
        start = time.monotonic()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, use))
        _, self.status, used = os.wait4(process.pid, 0)
        process.returncode = 0
        self.wall = time.monotonic() - start
        self.cpu = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss * 1024


def pairs(ours, theirs, times):
    """Medians of our runs, of theirs, and of the ratio of each two."""
    runs = [(ours(), theirs()) for _ in range(times)]
    return (statistics.median(a.cpu for a, _ in runs),
            statistics.median(b.cpu for _, b in runs),
            statistics.median(a.cpu / max(b.cpu, 1e-6) for a, b in runs),
            max(a.memory for a, _ in runs))


def ledger(rows, kind):
    """The folder of a seeded ledger, made when it is not there yet."""
    folder = f"{WORK}/{kind}-{rows}"
    path = f"{folder}/2025-10/problems.csv"
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        quoted = "quoted" if kind == "quoted" else "clean"
        convert = "iconv -f UTF-8 -t GB18030" if kind == "gb18030" else "cat"
        subprocess.run(
            f"'{TOOLS}/ledger' {rows} {quoted} | {convert} >'{path}.new' "
            f"&& mv '{path}.new' '{path}'", shell=True, check=True)
    return folder, path, os.path.getsize(path)


def size_of(folder):
    return sum(os.path.getsize(os.path.join(where, name))
               for where, _, names in os.walk(folder) for name in names)


def check(folder):
    return lambda: Run(PROGRAM, "check", "-q", "-i", folder)


TABLE = []


def line(what, ours, theirs, ratio, target, good):
    TABLE.append((what, ours, theirs, ratio, target, good))
    print(f"{what:46} {ours:>12} {theirs:>12} {ratio:>8}  {target:8} "
          f"{'' if good else '!'}", flush=True)


def seconds(value):
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def most(what, ours, theirs, ratio, target):
    line(what, ours, theirs, f"{ratio:.2f}", f"≤ {target}", ratio <= target)


def least(what, ours, theirs, ratio, target):
    line(what, ours, theirs, f"{ratio:.2f}", f"≥ {target}", ratio >= target)


def within(what, values, limit):
    middle = statistics.median(values) * 1000
    line(what, f"{middle:.1f} ms", "", "", f"≤ {limit} ms", middle <= limit)


def bench_check():
    for kind in ("clean", "quoted"):
        folder, path, size = ledger(MEGA, kind)
        ours, theirs, ratio, memory = pairs(
            check(folder), lambda: Run(f"{TOOLS}/bare", path), 7)
        most(f"check ÷ bare libcsv, 1 M rows {kind}", seconds(ours),
             seconds(theirs), ratio, 1.0)
        most(f"check, memory ÷ input, {kind}", f"{memory / 1e6:.0f} MB",
             f"{size / 1e6:.0f} MB", memory / size, 0.6)
    clean, encoded = ledger(MEGA, "clean")[0], ledger(MEGA, "gb18030")[0]
    ours, theirs, ratio, _ = pairs(check(clean), check(encoded), 5)
    least("check, rows a second: GB18030 ÷ UTF-8", seconds(theirs),
          seconds(ours), ratio, 0.6)


def bench_workbooks():
    folder, path, _ = ledger(MEGA // 20, "clean")
    for habit, texts in ("excel", "shared"), ("inline", "in their cells"):
        book = f"{WORK}/{habit}/2025-10/problems.xlsx"
        if not os.path.exists(book):
            os.makedirs(os.path.dirname(book), exist_ok=True)
            subprocess.run(
                ["python3", f"{HERE}/../support/workbooks.py", "file", path,
                 f"{book}.new", habit], check=True)
            os.rename(f"{book}.new", book)
        ours, theirs, ratio, _ = pairs(
            check(f"{WORK}/{habit}"), check(folder), 9)
        most(f"check, 50 k rows: .xlsx, texts {texts} ÷ CSV", seconds(ours),
             seconds(theirs), ratio, 3.0)


def bench_growth():
    small, large = ledger(MEGA // 10, "clean")[0], ledger(MOST, "clean")[0]
    ours, theirs, ratio, _ = pairs(check(large), check(small), 3)
    times = MOST // (MEGA // 10)
    most(f"check, CPU a row: {MOST // MEGA} M ÷ 100 k rows", seconds(ours),
         seconds(theirs), ratio / times, 1.2)


QUERY = """select 责任单位, substr(提出时间, 1, 7), count(*),
    sum(办理状态 = '已办结'), sum(提出时间 > '2025-10-31')
    from problems group by 1, 2"""


def bench_databases():
    folder, path, _ = ledger(MEGA, "clean")
    rivals = {"sqlite3": ("sqlite3", ":memory:", "-csv", "-cmd",
                          f".import {path} problems", QUERY),
              "DuckDB": ("node", f"{HERE}/duckdb.js", path)}
    for name, command in rivals.items():
        if shutil.which(command[0]) is None or Run(*command).status != 0:
            print(f"{name} is not installed: left out")
            continue
        theirs, ours, ratio, _ = pairs(
            lambda: Run(*command), check(folder), 3)
        least(f"{name} (aggregates only) ÷ check", seconds(ours),
              seconds(theirs), ratio, 2)


def build_site(folder, output, processors=1):
    run = Run(PROGRAM, "build", "-q", "-i", folder, "-o", output,
              processors=processors)
    if os.waitstatus_to_exitcode(run.status) > 1:
        sys.exit(f"build of {folder} failed")
    return run


def write_freshly(site):
    """What it costs to write the same files anew, and to digest them."""
    shutil.rmtree(f"{WORK}/copy", ignore_errors=True)
    copy = Run(f"{TOOLS}/fresh", site, f"{WORK}/copy")
    if copy.status != 0:
        sys.exit(f"copying {site} failed")
    return copy


def build_new(folder, output, processors=1):
    shutil.rmtree(output, ignore_errors=True)
    return build_site(folder, output, processors)


def bench_build():
    folder, path, size = ledger(SITE, "clean")
    output, script = f"{WORK}/site", f"{WORK}/script"
    rows = f"{SITE // MEGA} M rows"

    def python():
        return Run("python3", f"{HERE}/yardstick.py", path, script)

    def new():
        return build_new(folder, output)

    def warm():
        return build_site(folder, output)

    new()
    for name, build in (("warm", warm), ("new", new)):
        ours, theirs, ratio, memory = pairs(
            build, lambda: write_freshly(f"{output}/site"), 3)
        most(f"build, {name} folder ÷ fresh copy, digested, {rows}",
             seconds(ours), seconds(theirs), ratio, 4)
        theirs, ours, ratio, _ = pairs(python, build, 1)
        least(f"python csv + f-strings ÷ build, {name} folder", seconds(ours),
              seconds(theirs), ratio, 8)
    most("build, memory ÷ input", f"{memory / 1e6:.0f} MB",
         f"{size / 1e6:.0f} MB", memory / size, 0.6)
    line("written: our site; the script's", f"{size_of(output) / 1e6:.0f} MB",
         f"{size_of(script) / 1e6:.0f} MB", "", "", True)


def manifest(output):
    with open(f"{output}/site/2025-10/MANIFEST.sha256", "rb") as file:
        return file.read()


def bench_threads():
    folder, output = ledger(SITE, "clean")[0], f"{WORK}/site"
    if len(os.sched_getaffinity(0)) < 2:
        print("there is one processor: threads left out")
        return
    build_new(folder, output, 1)
    made = manifest(output)
    build_new(folder, output, 2)
    if manifest(output) != made:
        sys.exit("two threads make another site than one")
    ratios, alone, together = [], [], []
    for _ in range(5):
        alone.append(build_site(folder, output, 1).wall)
        together.append(build_site(folder, output, 2).wall)
        ratios.append(alone[-1] / together[-1])
    least("build, warm folder, wall: one processor ÷ two",
          seconds(statistics.median(together)),
          seconds(statistics.median(alone)), statistics.median(ratios), 1.6)


def bench_waiting():
    output = f"{WORK}/sample"
    sample = os.path.join(HERE, "../../input")
    build_site(sample, output)
    again = [build_site(sample, output, 2).wall for _ in range(9)]
    within("the sample built again, unchanged", again, 50)
    folder = ledger(5000, "clean")[0]
    within("check of 5,000 rows", [check(folder)().wall for _ in range(9)], 30)
    within("--version",
           [Run(PROGRAM, "--version").wall for _ in range(9)], 5)


def main():
    os.makedirs(WORK, exist_ok=True)
    os.environ["NODE_PATH"] = f"{WORK}/node_modules"
    for name in ("site", "script", "copy", "sample"):
        shutil.rmtree(f"{WORK}/{name}", ignore_errors=True)
    print(f"{'':46} {'ours':>12} {'theirs':>12} {'ratio':>8}  target")
    bench_waiting()
    bench_check()
    bench_workbooks()
    bench_growth()
    bench_databases()
    bench_build()
    bench_threads()
    print("\n| | ours | theirs | ratio | target |\n|---|--:|--:|--:|--:|")
    for what, ours, theirs, ratio, target, _ in TABLE:
        print(f"| {what} | {ours} | {theirs} | {ratio} | {target} |")
    for name in ("site", "script", "copy", "sample"):
        shutil.rmtree(f"{WORK}/{name}", ignore_errors=True)


main()
