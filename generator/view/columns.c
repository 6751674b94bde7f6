#include "view/columns.h"
#include "base/arena.h"
#include "view/card.h"
#include "view/pager.h"
#include "view/pagination.h"
#include "view/record_rows.h"
#include <ctype.h>

/* "raised_on" becomes "Raised on": keys are English already. */
struct text
column_title(const struct report *report, const struct column *column,
             struct arena *arena)
{
    struct text title = text_copy(arena, text_of(column->key));
    char *bytes = (char *)title.bytes;

    if (report->language == ZH)
        return text_of(column->title);
    for (size_t i = 0; i < title.length; i++)
        if (bytes[i] == '_')
            bytes[i] = ' ';
    bytes[0] = (char)toupper((unsigned char)bytes[0]);
    return title;
}

const char *
column_class(const struct column *column)
{
    switch (column->kind) {
    case KIND_NUMBER:
    case KIND_MONEY:
        return "n";
    case KIND_TEXT:
    case KIND_UNITS:
        return "t";
    case KIND_DATE:
    case KIND_MONTH:
        return "d one";
    default:
        return "d";
    }
}
