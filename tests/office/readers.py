#!/usr/bin/python3
"""Compares what others read in tables.xlsx with the CSVs beside it.

    readers.py openpyxl DATA       cell by cell, with its types
    readers.py sheets DATA SAVED   the CSVs that LibreOffice saved of it
"""
import csv
import datetime
import json
import os
import sys


def csv_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [[text.replace("\r\n", "\n") for text in row] for row in csv.reader(file)]


def ledgers(data):
    with open(os.path.join(data, "datapackage.json"), encoding="utf-8") as file:
        return json.load(file)["resources"]


def text_of(value):
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return str(value.date())
    return str(value)


def equal(what, ours, theirs):
    if len(ours) != len(theirs):
        sys.exit(f"{what}: {len(theirs)} rows, not {len(ours)}")
    for at, (our, their) in enumerate(zip(ours, theirs), 1):
        if our != their:
            sys.exit(f"{what}, row {at}: {their}, not {our}")


def openpyxl_rows(data):
    import openpyxl
    book = openpyxl.load_workbook(os.path.join(data, "tables.xlsx"))
    for ledger in ledgers(data):
        sheet = book[ledger["title"]]
        if sheet.freeze_panes != "A2" or sheet.auto_filter.ref != sheet.dimensions:
            sys.exit(f"{ledger['title']}: {sheet.freeze_panes}, {sheet.auto_filter.ref}")
        fields = ledger["schema"]["fields"]
        for row in sheet.iter_rows(min_row=2):
            for field, cell in zip(fields, row):
                is_day = "constraints" in field and len(text_of(cell.value)) == 10
                if cell.value is not None and is_day != isinstance(cell.value, datetime.datetime):
                    sys.exit(f"{ledger['title']} {cell.coordinate}: {cell.value!r}")
        equal(ledger["title"], csv_rows(os.path.join(data, ledger["path"])),
              [[text_of(cell.value) for cell in row] for row in sheet.iter_rows()])


def sheet_rows(data, saved):
    for ledger in ledgers(data):
        equal(ledger["title"], csv_rows(os.path.join(data, ledger["path"])),
              csv_rows(os.path.join(saved, f"tables-{ledger['title']}.csv")))


if __name__ == "__main__":
    {"openpyxl": openpyxl_rows, "sheets": sheet_rows}[sys.argv[1]](*sys.argv[2:])
