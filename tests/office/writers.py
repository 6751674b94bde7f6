#!/usr/bin/python3
"""Writes workbooks with the libraries that others write theirs with.

    writers.py folder PROGRAM IN OUT   the ledgers and lists of a folder, their days displayed without a year
    writers.py again IN.xlsx OUT.xlsx  opened and saved by openpyxl

What LibreOffice is to save is written by openpyxl first.
"""
import datetime
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from workbooks import NUMBER, day_of, records

DAY = 'm"月"d"日"'


def value_of(text):
    day = day_of(text)
    if day:
        return datetime.datetime(day.year, day.month, day.day)
    if NUMBER.match(text) and "." not in text:
        return int(text)
    return float(text) if NUMBER.match(text) else text


def write_openpyxl(rows, path):
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text == "":
                continue
            cell = sheet.cell(at, column)
            cell.value = value_of(text)
            if isinstance(cell.value, datetime.datetime):
                cell.number_format = DAY
            elif isinstance(cell.value, str):
                cell.data_type = "s"
    book.create_sheet("说明").append(["填表说明"])
    book.save(path)


def write_xlsxwriter(rows, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    sheet, day = book.add_worksheet("台账"), book.add_format({"num_format": DAY})
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            value = value_of(text)
            if text == "":
                continue
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(at, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(at, column, value)
            else:
                sheet.write_number(at, column, value)
    book.close()


def folder(program, source, target):
    write = write_xlsxwriter if program == "xlsxwriter" else write_openpyxl
    for where, folders, names in os.walk(source):
        there = os.path.join(target, os.path.relpath(where, source))
        os.makedirs(there, exist_ok=True)
        for name in sorted(names):
            path, (stem, ending) = os.path.join(where, name), os.path.splitext(name)
            if ending not in (".csv", ".txt"):
                shutil.copyfile(path, os.path.join(there, name))
            else:
                write(records(path), os.path.join(there, stem + ".xlsx"))


def again(source, target):
    import openpyxl
    openpyxl.load_workbook(source).save(target)


if __name__ == "__main__":
    {"folder": folder, "again": again}[sys.argv[1]](*sys.argv[2:])
