#include "year/figures.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
#define FIGURE(name, id_, ledger_, kind_, unit_zh, unit_en, label_zh,       \
               label_en, zh, en, ...)                                       \
    [FIGURE_##name] = {                                                     \
        .id = id_, .ledger = LEDGER_##ledger_, .kind = FIGURE_IS_##kind_,   \
        .unit = {unit_zh, unit_en}, .label = {label_zh, label_en},          \
        .definition = {zh, en}, __VA_ARGS__},
const struct figure_type figures[FIGURE_COUNT] = {
#include "year/figures.def"
};
#undef FIGURE

#define TABLE(name, id_, ledger_, zh, en, ...)                             \
    [TABLE_##name] = {.id = id_, .ledger = LEDGER_##ledger_,               \
                      .title = {zh, en}, .columns = {__VA_ARGS__, NULL}},
const struct table_type tables[TABLE_COUNT] = {
#include "year/tables.def"
};
#undef TABLE
/* clang-format on */

enum figure_id
figure_of_mark(enum ledger_id ledger, uint64_t marks)
{
    uint64_t lowest = marks & -marks;

    for (int i = 0; i < FIGURE_COUNT; i++)
        if (figures[i].ledger == ledger && MARK_OF(i) == lowest)
            return (enum figure_id)i;
    assert(false && "a row bears the mark of another ledger");
    return FIGURE_COUNT;
}

bool
figure_by_id(struct text id, enum figure_id *figure)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (text_is(id, figures[i].id)) {
            *figure = (enum figure_id)i;
            return true;
        }
    return false;
}

enum figure_id
column_figure(enum table_id table, const char *column)
{
    size_t stem = strcspn(tables[table].id, ".") + 1;

    for (int i = 0; i < FIGURE_COUNT; i++)
        if (strncmp(figures[i].id, tables[table].id, stem) == 0 &&
            strcmp(figures[i].id + stem, column) == 0)
            return (enum figure_id)i;
    abort(); /* tables.def names a figure that figures.def does not have */
}
