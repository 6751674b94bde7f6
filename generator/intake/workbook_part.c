#include "intake/workbook_part.h"

#include <stdint.h>
#include <string.h>

#include "base/row_feed.h"
#include "base/xml.h"
#include "base/zip_reader.h"
#include "intake/source.h"

enum { ESCAPE_LENGTH = 7 }; /* _x000D_ */

bool
workbook_refuse(const struct workbook *book, enum rule rule, struct text detail)
{
    return diag_report(book->diag, rule,
                       &(struct finding){.place = {.path = book->file->path},
                                         .detail = {detail}});
}

static bool
refuse_zip(const struct workbook *book, enum zip_fault fault, const char *part)
{
    switch (fault) {
    case ZIP_ENCRYPTED:
        return workbook_refuse(book, RULE_WORKBOOK_ENCRYPTED, TEXT(""));
    case ZIP_TOO_LARGE:
        return workbook_refuse(book, RULE_WORKBOOK_TOO_LARGE, TEXT(""));
    case ZIP_UNSAFE:
        return workbook_refuse(
            book, RULE_WORKBOOK_UNSAFE,
            TEXT(BOTH("压缩包中的路径指向包外",
                      "a name in the archive leads out of it")));
    case ZIP_DAMAGED:
        return workbook_refuse(
            book, RULE_WORKBOOK_DAMAGED,
            part[0] == '\0'
                ? TEXT(BOTH("压缩包不完整", "the archive is not whole"))
                : text_format(book->arena,
                              BOTH("%s 无法解开", "%s cannot be unpacked"),
                              part, part));
    case ZIP_SOUND:
    case ZIP_STOPPED:
        break;
    }
    return false;
}

static bool
refuse_xml(const struct workbook *book, const char *part)
{
    enum xml_fault fault = xml_fault_of(book->xml);

    if (fault == XML_FAULT_STOPPED)
        return false;
    return workbook_refuse(
        book,
        fault == XML_FAULT_DOCTYPE ? RULE_WORKBOOK_UNSAFE
                                   : RULE_WORKBOOK_DAMAGED,
        fault == XML_FAULT_DOCTYPE
            ? text_format(book->arena,
                          BOTH("%s 含有 DOCTYPE", "%s has a DOCTYPE"), part,
                          part)
            : text_format(
                  book->arena,
                  BOTH("%s 不是规范的 XML", "%s is not well-formed XML"), part,
                  part));
}

bool
workbook_has(const struct workbook *book, const char *part)
{
    return zip_reader_has(book->zip, part);
}

size_t
workbook_room(const struct workbook *book, const char *part)
{
    enum { MOST = 64 * 1024 * 1024 };
    size_t size = zip_reader_size(book->zip, part);

    return size < MOST ? size : MOST;
}

static bool
take(void *data, char *bytes, size_t length)
{
    const struct workbook *book = data;

    return book->feed != NULL
               ? row_feed_take(book->feed, book->xml, bytes, length)
               : xml_feed(book->xml, bytes, length);
}

static bool
end_part(const struct workbook *book)
{
    return (book->feed == NULL || row_feed_end(book->feed, book->xml)) &&
           xml_end(book->xml);
}

bool
workbook_part(struct workbook *book, const char *part,
              const struct xml_handlers *handlers)
{
    enum zip_fault fault;
    bool good;

    book->xml = xml_open(handlers);
    fault = zip_reader_part(book->zip, part, &(struct zip_taker){take, book});
    if (fault == ZIP_SOUND || fault == ZIP_STOPPED)
        good = (fault == ZIP_SOUND && end_part(book)) || refuse_xml(book, part);
    else
        good = refuse_zip(book, fault, part);
    xml_close(book->xml);
    book->xml = NULL;
    return good;
}

/* Before its outermost element, where a DOCTYPE stands. */
static void
stop_at_element(void *data, const char *name, const char **attributes)
{
    (void)name, (void)attributes;
    xml_stop(((const struct workbook *)data)->xml);
}

/* Also of a part that nothing of ours reads: other programs do. */
static bool
is_without_doctype(struct workbook *book, const char *part)
{
    bool good;

    book->xml = xml_open(
        &(struct xml_handlers){.start = stop_at_element, .data = book});
    zip_reader_part(book->zip, part, &(struct zip_taker){take, book});
    good =
        xml_fault_of(book->xml) != XML_FAULT_DOCTYPE || refuse_xml(book, part);
    xml_close(book->xml);
    book->xml = NULL;
    return good;
}

bool
workbook_open(struct workbook *book)
{
    struct zip_source source;
    enum zip_fault fault;
    bool good = true;

    book->bytes = (struct text){book->file->bytes, book->file->size};
    source = zip_in_memory(&book->bytes);
    book->zip =
        zip_reader_open(&source, zip_most_unpacked(source.size), &fault);
    if (book->zip == NULL)
        return refuse_zip(book, fault, "");
    for (size_t i = 0; good && i < zip_reader_count(book->zip); i++)
        good = is_without_doctype(book, zip_reader_name(book->zip, i));
    if (!good)
        zip_reader_close(book->zip);
    return good;
}

void
workbook_stop(struct workbook *book, enum rule rule,
              const struct finding *finding)
{
    diag_report(book->diag, rule, finding);
    xml_stop(book->xml);
}

bool
workbook_is_set(const char **attributes, const char *name)
{
    const char *value = xml_attribute(attributes, name);

    return value != NULL &&
           (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

bool
workbook_number(struct text digits, size_t most, size_t *number)
{
    enum { LONGEST = 18 };
    uint64_t value = 0;

    if (digits.length == 0 || digits.length > LONGEST)
        return false;
    for (size_t i = 0; i < digits.length; i++) {
        unsigned digit = (unsigned)(unsigned char)digits.bytes[i] - '0';

        if (digit > 9)
            return false;
        value = value * 10 + digit;
    }
    *number = (size_t)value;
    return value <= most;
}

/* What an escape at the start stands for, be it half a pair, or -1. */
static int32_t
escaped_unit(const char *bytes, size_t length)
{
    int32_t c = 0;

    if (length < ESCAPE_LENGTH || bytes[0] != '_' || bytes[1] != 'x' ||
        bytes[6] != '_')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        const char *digits = "0123456789abcdef";
        int low =
            bytes[i] >= 'A' && bytes[i] <= 'F' ? bytes[i] | 0x20 : bytes[i];
        const char *digit = low != '\0' ? strchr(digits, low) : NULL;

        if (digit == NULL)
            return -1;
        c = c * 16 + (int32_t)(digit - digits);
    }
    return c;
}

/* The character that one escape or two at the start stand for, and how long
   they are; or -1.  NUL, single halves and what is no character stay as
   written. */
static int32_t
escaped(struct text text, size_t *length)
{
    int32_t c = escaped_unit(text.bytes, text.length), low;

    *length = ESCAPE_LENGTH;
    if (c >= 0xD800 && c <= 0xDBFF) {
        text = text_from(text, ESCAPE_LENGTH);
        low = escaped_unit(text.bytes, text.length);
        if (low < 0xDC00 || low > 0xDFFF)
            return -1;
        *length = 2 * ESCAPE_LENGTH;
        return 0x10000 + (c - 0xD800) * 0x400 + (low - 0xDC00);
    }
    return c == 0 || (c >= 0xDC00 && c <= 0xDFFF) || c >= 0xFFFE ? -1 : c;
}

size_t
workbook_unescape(char *bytes, size_t length)
{
    size_t written = 0, unwritten = 0;

    if (length == 0 || memchr(bytes, '_', length) == NULL)
        return length;
    while (unwritten < length) {
        struct text rest = {bytes + unwritten, length - unwritten};
        size_t used;
        int32_t c = *rest.bytes == '_' ? escaped(rest, &used) : -1;

        if (c < 0) {
            bytes[written++] = bytes[unwritten++];
        } else {
            written += text_encode(c, bytes + written);
            unwritten += used;
        }
        if (written > 1 && bytes[written - 1] == '\n' &&
            bytes[written - 2] == '\r')
            bytes[--written - 1] = '\n';
    }
    return written;
}
