#!/usr/bin/env python3
"""The same job as a script would do it: csv in, f-strings out.

    yardstick.py LEDGER.csv OUTPUT

Reads a problems ledger, counts the figures of October 2025 and writes the
list pages of each figure as HTML and Markdown, a clean CSV and summary.json:
what "shiji build" writes that grows with the rows.  It trusts its input and
checks nothing of what it has written.
"""
import csv
import html
import json
import os
import sys
from datetime import date

CUTOFF = date(2025, 10, 31)
ROWS = 1000
MARKS = str.maketrans({c: "\\" + c for c in "\\`*_[]|~$"}
                      | {"<": "&lt;", ">": "&gt;"})


def day(text):
    return date.fromisoformat(text) if text else None


def figures_of(raised, due, closed, status):
    """The ids of the figures that a record counts for."""
    if raised is None or raised > CUTOFF:
        return []
    ids = ["problems.raised"]
    if raised.month == 10:
        ids.append("problems.raised.month")
    if raised.month == 9:
        ids.append("problems.raised.previous")
    if status == "已办结" and (closed is None or closed <= CUTOFF):
        ids.append("problems.solved")
        if closed and closed.month == 10:
            ids.append("problems.solved.month")
        if closed and closed.month == 9:
            ids.append("problems.solved.previous")
    else:
        ids.append("problems.open")
        if due and due < CUTOFF:
            ids.append("problems.overdue")
        elif due and (due - CUTOFF).days <= 7:
            ids.append("problems.due_soon")
    return ids


def mask(name):
    return name[:1] + "*" * (len(name) - 1)


def read(path):
    """Rows with their figures, ordered by the day they were raised."""
    rows = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        titles = next(reader)[1:]
        for record in reader:
            cells = [cell.strip() for cell in record[1:]]
            cells[4] = mask(cells[4])
            raised, due, closed = map(day, cells[5:8])
            ids = figures_of(raised, due, closed, cells[8])
            days = (closed - raised).days if closed and raised else None
            rows.append((raised, cells, ids, days))
    rows.sort(key=lambda row: row[0] or CUTOFF)
    return titles, rows


def html_page(titles, figure, total, number, pages, rows):
    head = "".join(f'<th scope="col">{html.escape(t)}</th>' for t in titles)
    body = "\n".join(
        f'<tr id="r-{i}">'
        + "".join(f'<td class="t">{html.escape(cell)}</td>' for cell in cells)
        + "</tr>"
        for i, cells in rows)
    return (f"<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n"
            f"<meta charset=\"utf-8\">\n<title>{figure}</title>\n</head>\n"
            f"<body>\n<p>{figure}: {total} · {number}/{pages}</p>\n<table>\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n"
            f"</table>\n</body>\n</html>\n")


def markdown_page(titles, figure, total, number, pages, rows):
    head = "| " + " | ".join(titles) + " |\n|" + " --- |" * len(titles)
    body = "\n".join(
        "| " + " | ".join(cell.translate(MARKS) for cell in cells) + " |"
        for _, cells in rows)
    return f"# {figure}: {total} · {number}/{pages}\n\n{head}\n{body}\n"


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write_list(folder, titles, figure, rows):
    stem = figure.replace(".", "-").replace("_", "-")
    pages = max(1, -(-len(rows) // ROWS))
    for page in range(pages):
        part = rows[page * ROWS:(page + 1) * ROWS]
        name = stem if page == 0 else f"{stem}-{page + 1}"
        known = (titles, figure, len(rows), page + 1, pages, part)
        write(f"{folder}/{name}.html", html_page(*known))
        write(f"{folder}/{name}.md", markdown_page(*known))


def write_csv(path, titles, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles + ["计入指标"])
        for _, cells, ids, _ in rows:
            if ids:
                writer.writerow(cells + [" ".join(ids)])


def tables(rows):
    found = {"unit": {}, "category": {}, "month": {}}
    for raised, cells, ids, _ in rows:
        if not ids:
            continue
        for table, key in (("unit", cells[3]), ("category", cells[2]),
                           ("month", raised.strftime("%Y-%m"))):
            counts = found[table].setdefault(key, [0, 0])
            counts[0] += 1
            counts[1] += "problems.solved" in ids
    return found


def main():
    titles, rows = read(sys.argv[1])
    folder = sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    lists = {}
    for number, (_, cells, ids, _) in enumerate(rows):
        for figure in ids:
            lists.setdefault(figure, []).append((number, cells))
    for figure, listed in lists.items():
        write_list(folder, titles, figure, listed)
    write_csv(f"{folder}/problems.csv", titles, rows)
    days = sorted(r[3] for r in rows
                  if "problems.solved" in r[2] and r[3] is not None)
    figures = {figure: len(listed) for figure, listed in lists.items()}
    if days:
        figures["problems.days.median"] = (
            days[(len(days) - 1) // 2] + days[len(days) // 2]) / 2
        figures["problems.days.mean"] = sum(days) / len(days)
        figures["problems.days.p90"] = days[-(-len(days) * 9 // 10) - 1]
    write(f"{folder}/summary.json",
          json.dumps({"figures": figures, "tables": tables(rows)},
                     ensure_ascii=False, indent=1))


main()
