#!/usr/bin/env python3
"""Holds files of office programs against the rules of their format
(ECMA-376), with nothing but zipfile and xml.

    office.py FILE…          says nothing when all is as it should be
    office.py --equal DIR    tables.xlsx of a month's data says what its CSVs say
    office.py --brief DIR    brief.docx of a month says what its print.html says
    office.py --words FILE   what brief.docx or print.html says, without blanks

Every part has a content type, every relationship leads to a part and every
part but the first is led to, elements stand in the order of the schema; there
is no macro, no formula, nothing from outside, and no trace of who wrote the
file when.
"""
import csv
import datetime
import html.parser
import json
import os
import posixpath
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The order in which the schema wants the children of an element.
ORDERS = {
    SHEET + "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState "
                         "dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter",
    SHEET + "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr",
    SHEET + "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors",
    SHEET + "font": "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
    SHEET + "border": "left right top bottom diagonal",
    SHEET + "sheetView": "pane selection",
    SHEET + "patternFill": "fgColor bgColor",
    WORD + "document": "background body",
    WORD + "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
                  "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
                  "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    WORD + "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
                  "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    WORD + "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    WORD + "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    WORD + "styles": "docDefaults latentStyles style",
    WORD + "tbl": "tblPr tblGrid tr",
    WORD + "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    WORD + "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    WORD + "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    WORD + "settings": "writeProtection view zoom removePersonalInformation mirrorMargins displayBackgroundShape evenAndOddHeaders defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    WORD + "font": "altName panose1 charset family notTrueType pitch sig",
    WORD + "footer": "p tbl", WORD + "body": None, WORD + "p": None, WORD + "tc": "tcPr p",
}
# Where any number of each may stand.
FREE = {WORD + "body", WORD + "p", WORD + "footer"}


class Fault(Exception):
    pass


def expect(holds, *what):
    if not holds:
        raise Fault(" ".join(str(word) for word in what))


def ordered(element):
    order = ORDERS.get(element.tag)
    if order is None or element.tag in FREE:
        return
    places = order.split()
    at = 0
    for child in element:
        name = child.tag.split("}")[1]
        expect(name in places, element.tag, "holds", name)
        expect(places.index(name) >= at, element.tag, name, "stands too late")
        at = places.index(name)


def relations(archive, name):
    """The parts that a part leads to."""
    folder, own = posixpath.split(name)
    path = posixpath.join(folder, "_rels", own + ".rels")
    if path not in archive.namelist():
        return []
    found, ids = [], set()
    for one in tree.fromstring(archive.read(path)).iter(PACKAGE + "Relationship"):
        expect(one.get("Id") not in ids, path, "has twice", one.get("Id"))
        ids.add(one.get("Id"))
        expect(one.get("TargetMode") != "External", path, "leads outside")
        target = posixpath.normpath(posixpath.join(folder, one.get("Target")))
        expect(target in archive.namelist(), path, "leads to nothing:", target)
        found.append(target)
    return found


def reached(archive):
    seen, left = set(), relations(archive, "")
    while left:
        part = left.pop()
        if part not in seen:
            seen.add(part)
            left += relations(archive, part)
    return seen


def check_package(archive):
    entries = archive.infolist()
    expect(archive.testzip() is None, "digest")
    expect(entries[0].filename == "[Content_Types].xml", "content types stand first")
    for entry in entries:
        expect(entry.date_time == (1980, 1, 1, 0, 0, 0), entry.filename, entry.date_time)
        expect(not entry.extra and entry.external_attr == 0 and entry.create_system == 0, entry.filename, "is somebody's")
    types = tree.fromstring(archive.read("[Content_Types].xml"))
    named = {one.get("PartName"): one.get("ContentType") for one in types.iter(TYPES + "Override")}
    endings = {one.get("Extension") for one in types.iter(TYPES + "Default")}
    for part in named:
        expect(part[1:] in archive.namelist(), "content type of nothing:", part)
        expect("macro" not in named[part].lower(), part, "has macros")
    parts = {name for name in archive.namelist() if name != "[Content_Types].xml" and not name.endswith(".rels")}
    for part in parts:
        expect("/" + part in named or part.rsplit(".", 1)[-1] not in ("xml",), part, "has no content type")
        expect(part.rsplit(".", 1)[-1] in endings, part, "has no default type")
    expect(reached(archive) == parts, "not led to:", parts - reached(archive))


def check_sheet(root):
    row_before = 0
    for row in root.iter(SHEET + "row"):
        number = int(row.get("r"))
        expect(number > row_before, "row", number, "behind", row_before)
        row_before, column_before = number, 0
        for cell in row:
            letters, at = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            expect(int(at) == number and column > column_before, cell.get("r"), "is out of its place")
            column_before = column
            expect(cell.find(SHEET + "f") is None, cell.get("r"), "is a formula")
            if cell.get("t") == "inlineStr":
                text = cell.find(f"{SHEET}is/{SHEET}t").text or ""
                expect(len(text.encode("utf-16-le")) // 2 <= 32767, cell.get("r"), "is too long")
            else:
                float(cell.find(SHEET + "v").text)


def check(path):
    with zipfile.ZipFile(path) as archive:
        check_package(archive)
        for name in archive.namelist():
            data = archive.read(name)
            expect(b"<!DOCTYPE" not in data, name, "has a DOCTYPE")
            root = tree.fromstring(data)
            for element in root.iter():
                ordered(element)
            if root.tag == SHEET + "worksheet":
                check_sheet(root)


def cell_text(cell):
    if cell.get("t") == "inlineStr":
        text = cell.find(f"{SHEET}is/{SHEET}t").text or ""
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda escape: chr(int(escape[1], 16)), text)
    value = cell.find(SHEET + "v").text
    if cell.get("s") == "3":
        return str(datetime.date(1899, 12, 30) + datetime.timedelta(int(value)))
    return value


def sheet_rows(archive, name):
    """Rows as wide as the first."""
    rows = []
    for row in tree.fromstring(archive.read(name)).iter(SHEET + "row"):
        texts = {re.match("[A-Z]+", cell.get("r"))[0]: cell_text(cell) for cell in row}
        if not rows:
            columns = list(texts)
        rows.append([texts.get(column, "") for column in columns])
    return rows


def sheet_names(archive):
    book = tree.fromstring(archive.read("xl/workbook.xml"))
    return [sheet.get("name") for sheet in book.iter(SHEET + "sheet")]


def csv_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def check_equal(folder):
    """Each sheet behind the first is the CSV of the same ledger."""
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        ledgers = json.load(file)["resources"]
    with zipfile.ZipFile(os.path.join(folder, "tables.xlsx")) as archive:
        expect(sheet_names(archive)[1:] == [ledger["title"] for ledger in ledgers], "sheets", sheet_names(archive))
        for number, ledger in enumerate(ledgers, 2):
            ours, theirs = sheet_rows(archive, f"xl/worksheets/sheet{number}.xml"), csv_rows(os.path.join(folder, ledger["path"]))
            expect(len(ours) == len(theirs), ledger["path"], len(ours) - 1, "rows, not", len(theirs) - 1)
            for at, (our, their) in enumerate(zip(ours, theirs), 1):
                expect(our == their, ledger["path"], at, our, their)


class Sheet(html.parser.HTMLParser):
    """What stands on the sheet of print.html."""

    def __init__(self):
        super().__init__()
        self.is_on, self.words = False, []

    def handle_starttag(self, tag, attributes):
        self.is_on |= ("class", "sheet") in attributes

    def handle_data(self, data):
        if self.is_on:
            self.words.append(data)


def words_of(path):
    if path.endswith(".docx"):
        with zipfile.ZipFile(path) as archive:
            body = tree.fromstring(archive.read("word/document.xml"))
        words = [text.text or "" for text in body.iter(WORD + "t")]
    else:
        sheet = Sheet()
        with open(path, encoding="utf-8") as file:
            sheet.feed(file.read())
        words = sheet.words
    return re.sub(r"\s", "", "".join(words))


def check_brief(folder):
    ours, theirs = (words_of(os.path.join(folder, name)) for name in ("brief.docx", "print.html"))
    at = next((at for at, (our, their) in enumerate(zip(ours, theirs)) if our != their), min(len(ours), len(theirs)))
    expect(len(theirs) > 100, "print.html says nothing")
    expect(ours == theirs, ours[at:at + 40], "is in print.html", theirs[at:at + 40])


COMMANDS = {"--equal": check_equal, "--brief": check_brief, "--words": lambda path: print(words_of(path))}


def main(paths):
    if paths[0] in COMMANDS:
        try:
            COMMANDS[paths[0]](paths[1])
        except Fault as fault:
            sys.exit(f"{paths[1]}: {fault}")
        return
    for path in paths:
        try:
            check(path)
        except (Fault, tree.ParseError, zipfile.BadZipFile) as fault:
            sys.exit(f"{path}: {fault}")


if __name__ == "__main__":
    main(sys.argv[1:]) if sys.argv[1:] else sys.exit(__doc__)
