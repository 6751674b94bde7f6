#include "intake/coded.h"

#include "base/arena.h"
#include "base/huge.h"

size_t
coded_learn(const struct source *source, struct gb18030 *coding)
{
    struct text bytes = {source->bytes, source->size};
    size_t at = 0, end = 0;

    while (at == end && end < source->size) {
        size_t from = at;

        end = source->size - at > SOURCE_WINDOW ? at + SOURCE_WINDOW
                                                : source->size;
        at = gb18030_learn(coding, bytes, from, end);
        source_let_go(source, from, at);
        end = at > end ? at : end;
    }
    return at;
}

bool
coded_is_plausible(const struct gb18030 *coding)
{
    return coding->of_private * 50 < coding->characters ||
           coding->of_gb2312 * 100 >= coding->characters * 85;
}

void
coded_take(struct source *source, struct gb18030 *coding)
{
    struct text coded = {source->bytes, source->size};
    char *bytes;

    if (source->is_mapped && source->may_stay_coded) {
        source->coding = coding;
        return;
    }
    bytes = huge_take(coding->length + GB18030_ROOM(0));
    source_replace(source, bytes, gb18030_write(coding, coded, bytes));
    gb18030_free(coding);
}

struct text
coded_text(struct arena *arena, const struct source *source, size_t offset,
           size_t count)
{
    struct text coded = text_slice(source->content, offset, count);
    char *bytes;

    if (source->coding == NULL)
        return coded;
    bytes = arena_take(arena, GB18030_ROOM(coded.length));
    return (struct text){bytes, gb18030_write(source->coding, coded, bytes)};
}

size_t
coded_length(const struct source *source, struct text part)
{
    return source->coding == NULL ? part.length
                                  : gb18030_length(source->coding, part);
}

const char *
coded_mark(const struct source *source)
{
    return source->coding != NULL ? GB18030_MARK : "\xEF\xBB\xBF";
}
