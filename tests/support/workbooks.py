#!/usr/bin/env python3
"""Makes workbooks for the tests, with nothing but zipfile: as different
programs write them, and as nobody honest does.

    workbooks.py folder IN OUT [HABIT]   the ledgers and lists of a folder as workbooks; the habits take turns
    workbooks.py file IN.csv OUT.xlsx [HABIT]
    workbooks.py odd NAME OUT.xlsx       one that is damaged, hostile or peculiar
    workbooks.py corpus DIR              all of these, small, for the fuzz target
    workbooks.py rows COUNT OUT.csv OUT.xlsx   a large ledger, both ways
    workbooks.py fill EMPTY.xlsx IN.csv OUT.xlsx   what is filled into an empty ledger, in the formats of its columns

Dates become date cells that are displayed without a year.
"""
import csv
import datetime
import io
import os
import re
import shutil
import sys
import warnings
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HABITS = ["excel", "wps", "libreoffice", "inline", "strict", "mac"]
DATE = re.compile(r"(20\d\d)(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$|(20\d\d)(\d\d)(\d\d)$")
NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d*[1-9])?$")


def letters(column):
    """1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def day_of(text):
    found = DATE.match(text)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


class Writer:
    """One workbook in the manner of one program."""

    def __init__(self, habit="excel", hidden_rows=()):
        self.habit, self.hidden_rows = habit, hidden_rows
        self.strings, self.numbers = [], {}

    def string(self, text):
        if text not in self.numbers:
            self.numbers[text] = len(self.strings)
            self.strings.append(text)
        return self.numbers[text]

    def cell(self, row, column, text):
        name = f'{letters(column)}{row}'
        day = day_of(text)
        if day and self.habit != "inline":
            epoch = datetime.date(1904, 1, 1) if self.habit == "mac" else datetime.date(1899, 12, 30)
            if self.habit == "strict":
                return f'<x:c r="{name}" s="1" t="d"><x:v>{day}</x:v></x:c>'
            return f'<c r="{name}" s="1"><v>{(day - epoch).days}</v></c>'
        if NUMBER.match(text) and self.habit != "strict":
            place = "" if self.habit == "inline" else f' r="{name}"'
            return f"<c{place}><v>{text}</v></c>"
        space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
        if self.habit == "inline":
            return f'<c t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'
        if self.habit == "strict":
            return f'<x:c r="{name}" t="inlineStr"><x:is><x:r><x:t{space}>{escape(text[:1])}</x:t></x:r><x:r><x:t{space}>{escape(text[1:])}</x:t></x:r></x:is></x:c>'
        if self.habit == "wps" and column % 3 == 0:
            return f'<c r="{name}" t="str"><f>T("x")</f><v>{escape(text)}</v></c>'
        return f'<c r="{name}" t="s"><v>{self.string(text)}</v></c>'

    def sheet(self, rows):
        out = []
        for number, row in enumerate(rows, 1):
            cells = "".join(self.cell(number, column, text) if text or self.habit == "inline" else ""
                            for column, text in enumerate(row, 1))
            hidden = ' hidden="1"' if number in self.hidden_rows else ""
            if self.habit == "inline":
                out.append(f"<row>{cells}</row>")
            elif self.habit == "strict":
                out.append(f'<x:row r="{number}"{hidden}>{cells}</x:row>')
            elif cells:
                out.append(f'<row r="{number}" spans="1:{len(row)}"{hidden}>{cells}</row>')
        data = "".join(out)
        if self.habit == "strict":
            return f'{TOP}<x:worksheet xmlns:x="{STRICT_MAIN}"><x:sheetData>{data}</x:sheetData></x:worksheet>'
        return (f'{TOP}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>'
                f'<sheetData>{data}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>')

    def shared(self):
        items = []
        for at, text in enumerate(self.strings):
            text = escape(text).replace("\n", "_x000D_\n" if self.habit == "wps" else "\n")
            if self.habit == "excel" and at % 5 == 4 and "&" not in text:
                items.append(f'<si><r><t xml:space="preserve">{text[:1]}</t></r><r><rPr><b/></rPr><t xml:space="preserve">{text[1:]}</t></r>'
                             '<rPh sb="0" eb="1"><t>ドク</t></rPh></si>')
            else:
                items.append(f'<si><t xml:space="preserve">{text}</t></si>')
        return f'{TOP}<sst xmlns="{MAIN}" count="{len(items)}" uniqueCount="{len(items)}">{"".join(items)}</sst>'

    def styles(self):
        code = {"libreoffice": 'M"月"D"日"', "mac": "[$-804]aaaa;@"}.get(self.habit, 'm"月"d"日";@')
        number = {"excel": 58, "wps": 16}.get(self.habit, 176)
        formats = f'<numFmts count="1"><numFmt numFmtId="{number}" formatCode={quoteattr(code)}/></numFmts>' if number == 176 else ""
        return (f'{TOP}<styleSheet xmlns="{MAIN}">{formats}<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
                f'<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="{number}" applyNumberFormat="1"/></cellXfs>'
                f'<dxfs count="1"><dxf><numFmt numFmtId="176" formatCode="0.00"/></dxf></dxfs></styleSheet>')

    def parts(self, sheets):
        """sheets: (name, rows) or (name, rows, state)."""
        strict = self.habit == "strict"
        main, office = (STRICT_MAIN, STRICT_OFFICE) if strict else (MAIN, OFFICE)
        folder = "/xl/worksheets/" if self.habit == "libreoffice" else "worksheets/"
        parts, entries, relations = {}, "", ""
        for at, (name, rows, *state) in enumerate(sheets, 1):
            entries += f'<sheet name={quoteattr(name)} sheetId="{at}"{f" state={quoteattr(state[0])}" if state else ""} r:id="rId{at}"/>'
            relations += f'<Relationship Id="rId{at}" Type="{office}/worksheet" Target="{folder}sheet{at}.xml"/>'
            parts[f"xl/worksheets/sheet{at}.xml"] = self.sheet(rows)
        if self.habit not in ("inline", "strict"):
            relations += (f'<Relationship Id="rId98" Type="{office}/styles" Target="styles.xml"/>'
                          f'<Relationship Id="rId99" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>')
            parts["xl/styles.xml"] = self.styles()
            parts["xl/sharedStrings.xml"] = self.shared()
        system, more = ' date1904="1"' if self.habit == "mac" else "", ""
        if self.habit == "mac":  # another element of the same local name, as Excel writes it
            more = ('<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
                    '<x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>')
        return {
            "[Content_Types].xml": f'{TOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                   '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels": f'{TOP}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{TOP}<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr{system}/><sheets>{entries}</sheets>{more}</workbook>',
            "xl/_rels/workbook.xml.rels": f'{TOP}<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            **parts}


def pack(parts, method=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, content)
    return data.getvalue()


def workbook(sheets, habit="excel", hidden_rows=()):
    return pack(Writer(habit, hidden_rows).parts(sheets))


def decoded(data):
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "gb18030", "utf-16-le"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("no known encoding")


def records(path):
    with open(path, "rb") as file:
        text = decoded(file.read()).rstrip("\x1a")
    stated = re.match(r"sep=(.)\r?\n", text)
    head = "\n".join(text.splitlines()[:5])
    delimiter = stated[1] if stated else max(",;\t", key=head.count)
    return list(csv.reader(io.StringIO(text[stated.end():] if stated else text, newline=""), delimiter=delimiter))


def put(path, data):
    with open(path, "wb") as file:
        file.write(data)


def convert(source, target, habit=None):
    """Every ledger of a folder, its settings and lists; other texts as they are."""
    turn = 0
    for folder, folders, names in os.walk(source):
        folders.sort()
        there = os.path.join(target, os.path.relpath(folder, source))
        os.makedirs(there, exist_ok=True)
        for name in sorted(names):
            path, (stem, ending) = os.path.join(folder, name), os.path.splitext(name)
            if ending not in (".csv", ".txt"):
                shutil.copyfile(path, os.path.join(there, name))
                continue
            notes = [["填表说明"], ["一、按月填报"]]
            data = workbook([("台账", records(path)), ("说明", notes)], habit or HABITS[turn % len(HABITS)])
            put(os.path.join(there, stem + ".xlsx"), data)
            turn += 1


LEDGER = [["问题编号", "问题名称", "责任单位", "提出时间", "办理时限", "办结时间", "办理状态"],
          ["WT-1", "道路破损待修", "区住建局", "2025-10-02", "2025-10-30", "", "办理中"],
          ["WT-2", "路灯不亮", "区城管局", "2025-10-03", "2025-10-20", "2025-10-15", "已办结"]]


def changed(part, old, new, habit="excel", rows=None):
    parts = Writer(habit).parts([("问题", rows or LEDGER)])
    assert old in parts[part], (part, old)
    parts[part] = parts[part].replace(old, new, 1)
    return pack(parts)


def many_formats():
    parts = Writer().parts([("问题", LEDGER)])
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace("</cellXfs>", "<xf/>" * 65536 + "</cellXfs>")
    return pack(parts, zipfile.ZIP_STORED)


def twice():
    """Two parts of one name, and nobody knows which is meant."""
    parts = Writer().parts([("问题", LEDGER)])
    data = io.BytesIO(pack(parts))
    with zipfile.ZipFile(data, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(zipfile.ZipInfo(SHEET.upper(), (1980, 1, 1, 0, 0, 0)), parts[SHEET].replace("45932", "45931"))
    return data.getvalue()


def without(part):
    parts = Writer().parts([("问题", LEDGER)])
    del parts[part]
    return pack(parts)


def added(name, content):
    return pack({**Writer().parts([("问题", LEDGER)]), name: content})


def encrypted():
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + bytes(512 - len(name))


def locked():
    """An archive whose parts are said to be encrypted."""
    data = bytearray(workbook([("问题", LEDGER)]))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


SHEET = "xl/worksheets/sheet1.xml"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ODD = {
    "bomb": lambda: added("xl/media/image1.bin", bytes(8 << 20)),
    "bomb-in-strings": lambda: changed("xl/sharedStrings.xml", "路灯不亮", "不" * (1 << 20)),
    "encrypted": encrypted,
    "locked": locked,
    "truncated": lambda: workbook([("问题", LEDGER)])[:-200],
    "upward": lambda: added("../../etc/cron.d/x", "x"),
    "absolute": lambda: added("/etc/passwd", "x"),
    "drive": lambda: added("C:\\x.dll", "x"),
    "doctype": lambda: changed(SHEET, TOP, TOP + DOCTYPE),
    "doctype-in-styles": lambda: changed("xl/styles.xml", TOP, TOP + DOCTYPE),
    "doctype-unread": lambda: added("docProps/app.xml", TOP + "<!-- -->\n" + DOCTYPE + "<x/>"),
    "packed-otherwise": lambda: pack(Writer().parts([("问题", LEDGER)]), zipfile.ZIP_BZIP2),
    "entity": lambda: changed(SHEET, "<v>0</v>", "<v>&a;</v>"),
    "no-string": lambda: changed(SHEET, '<c r="C2" t="s"><v>9</v>', '<c r="C2" t="s"><v>999999</v>'),
    "no-sheet": lambda: changed("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet7.xml"),
    "circle": lambda: changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "workbook.xml"),
    "malformed": lambda: changed(SHEET, "</sheetData>", "</sheetDat>"),
    "rows-disordered": lambda: changed(SHEET, '<row r="3"', '<row r="2"'),
    "cells-disordered": lambda: changed(SHEET, '<c r="C2"', '<c r="A2"'),
    "column-beyond": lambda: changed(SHEET, '<c r="G3"', '<c r="XFE3"'),
    "column-last": lambda: changed(SHEET, "</row></sheetData>", '<c r="XFD3"><v>1</v></c></row></sheetData>'),
    "row-last": lambda: changed(SHEET, "</sheetData>", '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
    "no-result": lambda: changed(SHEET, '<c r="D3" s="1"><v>45933</v>', '<c r="D3" s="1"><f>TODAY()</f>'),
    "no-result-said": lambda: changed(SHEET, '<c r="D3" s="1"><v>45933</v>', '<c r="D3" s="1"><f>TODAY()</f><v></v>'),
    "no-date": lambda: changed(SHEET, "<v>45933</v>", "<v>-3</v>"),
    "long-number": lambda: changed(SHEET, '<c r="A3" t="s"><v>11</v>', '<c r="A3"><v>4.2108119900101233E+17</v>'),
    "not-a-workbook": lambda: pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
    "hidden": lambda: workbook([("旧表", LEDGER, "hidden"), ("问题", LEDGER), ("说明", [["填表说明"]])], hidden_rows=(3,)),
    "all-hidden": lambda: workbook([("旧表", LEDGER, "hidden"), ("问题", LEDGER, "veryHidden"), ("说明", [])]),
    "twice": twice,
    "no-strings": lambda: without("xl/sharedStrings.xml"),
    "two-values": lambda: changed(SHEET, "<v>45933</v>", "<v>45933</v><v>1</v>"),
    "nothing-packed": lambda: b"PK\5\6" + bytes(18),
    "no-header": lambda: workbook([("甲", [["a", "b"], ["1", "2"]])]),
    "empty": lambda: workbook([("问题", [])]),
    "date-invalid": lambda: workbook([("说明", [["填表说明"]]), ("问题", LEDGER[:1] + [[]] * 13 + [["WT-9", "路面积水", "区住建局", "2025-13-01", "", "", "办理中"]])]),
    "formats-many": many_formats,
    "sheet-upward": lambda: workbook([("/../../../outside", LEDGER[:1] + [["WT-8", "路面积水", "区住建局", "2025-13-01", "", "", "办理中"]])]),
}


def rows(count, csv_path, path):
    """So many problems, as CSV and as a workbook."""
    table = [["问题编号", "问题名称", "所属领域", "责任单位", "配合单位", "责任人", "提出时间", "办理时限", "办结时间", "办理状态", "解决措施", "工作成效"]]
    for n in range(int(count)):
        day = datetime.date(2025, 1, 1) + datetime.timedelta(n % 300)
        table.append([f"WT-{n:07d}", f"第{n}号企业用地手续办理缓慢", "项目建设", f"单位{n % 40:02d}", f"单位{n % 37:02d}", f"干部{n % 90:02d}", str(day),
                      str(day + datetime.timedelta(60)), str(day + datetime.timedelta(20)), "已办结", f"召开联席会议{n % 500}次，逐项明确责任单位和时限", "地块按期交付"])
    with open(csv_path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    put(path, workbook([("问题", table)]))


def fill(empty, csv_path, path):
    """The titles are the workbook's; a day is typed as a program would take it
    in a column that has the format of days."""
    with zipfile.ZipFile(empty) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    styles = dict(re.findall(r'<col min="(\d+)"[^>]* style="(\d+)"', parts[SHEET]))
    added = ""
    for number, row in enumerate(records(csv_path)[1:], 2):
        cells = ""
        for column, text in enumerate(row, 1):
            place, style, day = f"{letters(column)}{number}", styles[str(column)], day_of(text)
            if style == "3" and day:
                cells += f'<c r="{place}" s="3"><v>{(day - datetime.date(1899, 12, 30)).days}</v></c>'
            elif text:
                cells += f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        added += f'<row r="{number}">{cells}</row>'
    parts[SHEET] = parts[SHEET].replace("</sheetData>", added + "</sheetData>")
    put(path, pack(parts))


def main(command, *words):
    if command == "folder":
        convert(*words)
    elif command == "file":
        put(words[1], workbook([("台账", records(words[0]))], *words[2:]))
    elif command == "odd":
        put(words[1], ODD[words[0]]())
    elif command == "rows":
        rows(*words)
    elif command == "fill":
        fill(*words)
    elif command == "corpus":
        os.makedirs(words[0], exist_ok=True)
        for name, make in ODD.items():
            if not name.startswith("bomb") and name != "formats-many":
                put(os.path.join(words[0], name), make())
        for habit in HABITS:
            put(os.path.join(words[0], habit), workbook([("问题", LEDGER), ("说明", [["填表说明"]])], habit))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
