#include "render/chinese_marks.h"

#include <string.h>

#include "base/buffer.h"

/* Elements that hold words but no elements, and drawings. */
static const char *const plain[] = {"script", "style",    "title",
                                    "option", "textarea", "svg"};

static bool
is_chinese(struct text html, size_t at)
{
    unsigned char lead = (unsigned char)html.bytes[at];

    return lead >= 0xe4 && lead <= 0xe9;
}

/* The end of the element that begins here, when it is a plain one; else where
   it begins. */
static size_t
end_of_plain(struct text html, size_t at)
{
    for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
        size_t length = strlen(plain[i]);
        struct text name = text_slice(html, at + 1, length);
        char next =
            at + 1 + length < html.length ? html.bytes[at + 1 + length] : '>';
        char close[16] = "</";

        if (!text_is(name, plain[i]) || (next != ' ' && next != '>'))
            continue;
        strcat(close, plain[i]);
        return at + text_find(text_from(html, at), text_of(close));
    }
    return at;
}

/* A text between two tags: from its first Chinese character to its last. */
static void
put_words(struct buffer *marked, struct text words)
{
    size_t first = words.length, last = 0;

    for (size_t i = 0; i < words.length; i++)
        if (is_chinese(words, i)) {
            if (first == words.length)
                first = i;
            last = i + 3;
        }
    buffer_put(marked, text_slice(words, 0, first));
    if (first == words.length)
        return;
    buffer_put(marked, TEXT("<span lang=\"zh-CN\">"));
    buffer_put(marked, text_slice(words, first, last - first));
    buffer_put(marked, TEXT("</span>"));
    buffer_put(marked, text_from(words, last));
}

struct text
chinese_marks(struct arena *arena, struct text html)
{
    struct buffer marked = {.arena = arena};
    size_t at = 0;

    while (at < html.length) {
        struct text rest = text_from(html, at);
        size_t end;

        if (html.bytes[at] != '<') {
            end = text_find(rest, TEXT("<"));
            put_words(&marked, text_slice(rest, 0, end));
            at += end;
            continue;
        }
        end = end_of_plain(html, at);
        if (end == at)
            end = at + text_find(rest, TEXT(">")) + 1;
        buffer_put(&marked, text_slice(html, at, end - at));
        at = end;
    }
    return buffer_text(&marked);
}
