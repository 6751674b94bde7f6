/*
 * The encodings a ledger may have, and what people call them.
 */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

enum encoding {
    ENCODING_UNKNOWN,
    ENCODING_ASCII,
    ENCODING_UTF_8,
    ENCODING_UTF_8_BOM,
    ENCODING_UTF_16LE,
    ENCODING_UTF_16BE,
    ENCODING_GB18030,
    ENCODING_COUNT
};

/* All of them, for people. */
#define ENCODING_NAMES "utf-8|utf-8-bom|utf-16le|utf-16be|gb18030|ascii"

/* "gb18030", or "" for unknown. */
const char *encoding_name(enum encoding encoding);

/* Accepts the names above and the usual others (gbk, gb2312, cp936, utf8,
   utf-16 …) in any case; ENCODING_UNKNOWN if it is none of them. */
enum encoding encoding_of_name(const char *name);

#endif
