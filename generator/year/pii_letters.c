#include "year/pii_letters.h"

#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "ledger/characters.h"
#include "ledger/person_names.h"

enum { LONGEST_TAG = 80, LONGEST_GAP = 60, LONGEST_CHARACTER = 4 };

static bool
is_letter_of_words(int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

/* <b> or </b> at the offset: its bytes, or 0. */
static size_t
tag_at(struct text text, size_t offset)
{
    struct text rest = text_slice(text, offset, LONGEST_TAG);
    size_t end;

    if (rest.length < 3 || rest.bytes[0] != '<' ||
        !(rest.bytes[1] == '/' || is_letter_of_words(rest.bytes[1])))
        return 0;
    end = text_find(rest, TEXT(">"));
    return end < rest.length ? end + 1 : 0;
}

/* Where the next letter stands; the end of the text if nothing but fillers
   follows. */
static size_t
behind_fillers(struct text text, size_t offset, bool *has_blank)
{
    *has_blank = false;
    while (offset < text.length) {
        unsigned char first = (unsigned char)text.bytes[offset];
        size_t end = offset, tag;
        int32_t c;

        /* Hanzi and what words are written with, by far the most, are none. */
        if ((first >= 0xE4 && first <= 0xE9) || is_letter_of_words(first))
            break;
        c = text_next(text, &end);
        if (pii_is_filler(c)) {
            *has_blank |= character_is_space(c);
            offset = end;
        } else if ((tag = tag_at(text, offset)) > 0) {
            offset += tag;
        } else {
            break;
        }
    }
    return offset;
}

void
pii_letters_read(struct text text, size_t offset, size_t characters,
                 struct pii_letters *letters)
{
    size_t at = offset;
    int32_t before = -1;

    letters->length = 0;
    letters->ends[0] = 0;
    while (characters-- > 0 && at < text.length &&
           letters->length + 1 + LONGEST_CHARACTER < LETTERS_MOST) {
        bool has_blank;
        size_t start = behind_fillers(text, at, &has_blank), end = start;
        int32_t c = text_next(text, &end);

        if (c < 0 || start - at > LONGEST_GAP || end - offset > UINT16_MAX)
            return;
        if (has_blank && is_letter_of_words(before) && is_letter_of_words(c)) {
            letters->ends[letters->length + 1] = (uint16_t)(start - offset);
            letters->bytes[letters->length++] = ' ';
        }
        memcpy(letters->bytes + letters->length, text.bytes + start,
               end - start);
        for (size_t i = start; i < end; i++)
            letters->ends[++letters->length] = 0;
        letters->ends[letters->length] = (uint16_t)(end - offset);
        before = c;
        at = end;
    }
}

/* Whether a dot stands between two letters of the name. */
static bool
has_dot(struct text text, size_t from, size_t to)
{
    while (from < to)
        if (character_is_name_dot(text_next(text, &from)))
            return true;
    return false;
}

size_t
pii_letters_shown(struct text name, char *bytes)
{
    static const char dot[] = "\u00b7";
    struct pii_letters letters;
    size_t written = 0, before = 0;

    pii_letters_read(name, 0, name.length, &letters);
    for (size_t i = 0, start = 0; i < letters.length; i++) {
        size_t end = letters.ends[i + 1];
        bool is_dotted;

        if (end == 0)
            continue;
        is_dotted = before > 0 && letters.bytes[start] != ' ' &&
                    has_dot(name, before, end);
        if (written + sizeof(dot) + i + 1 - start >= LETTERS_MOST)
            break;
        if (is_dotted) {
            memcpy(bytes + written, dot, sizeof(dot) - 1);
            written += sizeof(dot) - 1;
        }
        memcpy(bytes + written, letters.bytes + start, i + 1 - start);
        written += i + 1 - start;
        start = i + 1;
        before = end;
    }
    return written;
}

struct text
pii_letters_of(struct arena *arena, struct text text)
{
    struct pii_letters letters;
    bool has_blank;

    pii_letters_read(text, 0, text.length, &letters);
    if (behind_fillers(text, letters.ends[letters.length], &has_blank) <
        text.length)
        return text_of("");
    return text_copy(arena, (struct text){letters.bytes, letters.length});
}
