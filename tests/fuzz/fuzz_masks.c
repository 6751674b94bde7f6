/*
 * Whatever stands around a name that is known, it is masked and the words of
 * the lists are left as they are; and what has been masked never makes the
 * gate stop the build.
 *
 * The first byte chooses where in the rest the name and the unit stand.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "gate/leak.h"
#include "intake/source.h"
#include "year/redact.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char names[][24] = {"苗禾田",      "苗 禾田",     "苗\u3000禾 田",
                                 "艾尔肯·吐逊", "艾尔肯∙吐逊", "艾尔肯吐逊"};

/* Made once: it is the texts that change. */
static struct {
    const struct redact *privacy;
    struct leak *leak;
    struct leak_search search;
} made;

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static void
make(void)
{
    static const char content[] =
        "问题编号,问题名称,责任单位,责任人,提出时间,办理状态\n"
        "P-1,甲,区住建局,苗禾田,2025-10-01,办理中\n"
        "P-2,乙,区住建局,艾尔肯·吐逊,2025-10-01,办理中\n";
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct codes *codes = ARENA_NEW(arena, struct codes);
    struct source *source = ARENA_NEW(arena, struct source);
    struct source_list list = {.items = source, .count = 1};
    struct book *book;

    *source = (struct source){.path = "problems.csv",
                              .bytes = malloc(sizeof(content)),
                              .size = sizeof(content) - 1};
    demand(source->bytes != NULL);
    memcpy(source->bytes, content, sizeof(content));
    demand(codes_read(arena, NULL, diag, codes));
    book = book_new(arena, codes, diag);
    book_read(book, &list);
    made.privacy = redact_new(arena, book, EDITION_PUBLIC);
    made.search.secrets = redact_values(made.privacy, &made.search.count);
    made.leak = leak_new(arena, &made.search);
}

static bool
holds(struct text text, const char *word)
{
    return text_find(text, text_of(word)) < text.length;
}

/* The nearest place before which a character ends. */
static size_t
place_in(struct text text, size_t place)
{
    size_t offset = 0;

    while (offset < text.length && offset < place)
        text_next(text, &offset);
    return offset;
}

static void
check(struct text text, size_t place, const char *name, struct arena *arena)
{
    static const char unit[] = "区住建局";
    struct leak_find find;
    struct text planted, shown;
    size_t invalid;

    planted = text_format(arena, "%.*s%s%.*s%s", (int)place, text.bytes, name,
                          TEXT_ARG(text_from(text, place)), unit);
    shown = redact_text(made.privacy, planted, arena);
    demand(shown.length <= planted.length);
    demand(!holds(shown, name));
    demand(holds(shown, unit));
    /* Escapes and Base64 are decoded by the gate, and by no page. */
    if (memchr(text.bytes, '&', text.length) == NULL &&
        memchr(text.bytes, '%', text.length) == NULL &&
        memchr(text.bytes, '\\', text.length) == NULL)
        demand(!leak_find(made.leak, arena, shown,
                          utf8_is_valid(shown, &invalid), &find) ||
               strcmp(find.writing, "Base64") == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text;
    struct arena *arena;
    size_t invalid;

    if (size < 1 || size > 2048)
        return 0;
    text = (struct text){(const char *)data + 1, size - 1};
    if (!utf8_is_valid(text, &invalid) || memchr(data + 1, 0, size - 1) != NULL)
        return 0;
    if (made.privacy == NULL)
        make();
    arena = arena_new();
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        check(text, place_in(text, data[0]), names[i], arena);
    arena_free(arena);
    return 0;
}
