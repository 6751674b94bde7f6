#!/usr/bin/env python3
"""Writes gb18030_table.c: generator/intake/gb18030_table.py >FILE

The characters are those of Python's codec, which knows the edition of 2000;
what later editions changed is stated below, so that any Python writes the same
bytes.
"""
import sys

# Two bytes, the private-use character they were for want of a better one, and
# the character that Unicode had later.  The edition lets the two change places:
# the private one now has the four bytes that were the other's.
MOVED = [
    # In 2005: a letter of pinyin.
    (0xA8BC, 0xE7C7, 0x1E3F),
    # In 2022: punctuation of vertical lines …
    (0xA6D9, 0xE78D, 0xFE10), (0xA6DA, 0xE78E, 0xFE12),
    (0xA6DB, 0xE78F, 0xFE11), (0xA6DC, 0xE790, 0xFE13),
    (0xA6DD, 0xE791, 0xFE14), (0xA6DE, 0xE792, 0xFE15),
    (0xA6DF, 0xE793, 0xFE16), (0xA6EC, 0xE794, 0xFE17),
    (0xA6ED, 0xE795, 0xFE18), (0xA6F3, 0xE796, 0xFE19),
    # … and components of hanzi.
    (0xFE59, 0xE81E, 0x9FB4), (0xFE61, 0xE826, 0x9FB5),
    (0xFE66, 0xE82B, 0x9FB6), (0xFE67, 0xE82C, 0x9FB7),
    (0xFE6D, 0xE832, 0x9FB8), (0xFE7E, 0xE843, 0x9FB9),
    (0xFE90, 0xE854, 0x9FBA), (0xFEA0, 0xE864, 0x9FBB),
]
# Two bytes that the edition leaves to a private-use character, though Unicode
# has a better one, beyond the first plane; gb18030.c reads them as that.
LEFT = [(0xFE51, 0xE816), (0xFE52, 0xE817), (0xFE53, 0xE818),
        (0xFE6C, 0xE831), (0xFE76, 0xE83B), (0xFE91, 0xE855)]

OF_TWO = dict(LEFT + [(code, later) for code, _, later in MOVED])
OF_FOUR = {later: private for _, private, later in MOVED}

HEAD = """\
/* Written by gb18030_table.py, which says where the characters come from. */
#include "intake/gb18030_table.h"

/* clang-format off */
const uint16_t gb18030_of_two[GB18030_LEADS][GB18030_STEP] = {
"""


def of_two(lead, trail):
    """As it stands in the source; - for 7F, which trails nothing."""
    if trail == 0x7F:
        return "-"
    code = lead << 8 | trail
    bytes_of = code.to_bytes(2, "big")
    character = OF_TWO.get(code) or ord(bytes_of.decode("gb18030"))
    private = 0xE000 <= character <= 0xF8FF
    return f"\\u{character:04X}" if private else chr(character)


def of_four(number):
    """The character of a four-byte code, counted from 81308130."""
    code = bytes([0x81 + number // 12600, 0x30 + number // 1260 % 10,
                  0x81 + number // 10 % 126, 0x30 + number % 10])
    character = ord(code.decode("gb18030"))
    return OF_FOUR.get(character, character)


def ranges():
    """The first number and character of each run of both."""
    before = 0
    for number in range(0x99FC):  # the first plane ends with 8431A439
        character = of_four(number)
        if character != before + 1:
            yield number, character
        before = character


def write(out):
    out.write(HEAD)
    for lead in range(0x81, 0xFF):
        row = "".join(of_two(lead, trail) for trail in range(0x40, 0xFF))
        out.write(f'u"{row}",\n')
    out.write("};\n\nconst struct gb18030_range "
              "gb18030_of_four[GB18030_RANGES + 1] = {\n")
    for number, character in ranges():
        out.write(f"{{{number}, 0x{character:04X}}},\n")
    out.write("{GB18030_FOUR, 0},\n};\n")


write(open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False))
