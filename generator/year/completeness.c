/*
 * One pass over the exports for the files that name a unit, one over the rows
 * of the core ledgers, and one over the files set aside whole, when all units
 * are known.  A state only ever rises: missing, late, unread, nil, made.
 */
#include "year/completeness.h"

#include "base/arena.h"
#include "base/path.h"
#include "ledger/month_folders.h"
#include "ledger/problems.h"
#include "ledger/vocabulary.h"
#include "year/event.h"

static const enum ledger_id core[] = {LEDGER_problems, LEDGER_suggestions,
                                      LEDGER_reports};

enum { CORE = sizeof(core) / sizeof(core[0]) };

/* While it is found out: a state for each month of the year, by unit code. */
struct judging {
    const struct year *year;
    struct arena *arena;
    bool is_judged[RETURN_MONTHS];
    bool *is_known; /* by unit code */
    uint8_t (*states)[RETURN_MONTHS];
    size_t unread[RETURN_MONTHS]; /* files of nobody known */
};

static bool
is_core(int ledger)
{
    for (size_t i = 0; i < CORE; i++)
        if ((int)core[i] == ledger)
            return true;
    return false;
}

/* The month's place in the year, or -1. */
static int
place_of(const struct judging *judging, int month)
{
    int place = month - judging->year->start.number;

    return place >= 0 && place < RETURN_MONTHS &&
                   month <= judging->year->month.number
               ? place
               : -1;
}

/* The month an export was received for. */
static int
received_for(const struct judging *judging, const struct input_file *export)
{
    return export->source.folder.number != 0 ? export->source.folder.number
                                             : judging->year->month.number;
}

static void
raise_to(struct judging *judging, uint32_t code, int month,
         enum unit_return state)
{
    int place = place_of(judging, month);

    if (code == 0)
        return;
    judging->is_known[code] = true;
    if (place >= 0 && judging->states[code][place] < state)
        judging->states[code][place] = (uint8_t)state;
}

static void
raise_all(struct judging *judging, const struct unit_codes *units, int month,
          enum unit_return state)
{
    for (size_t i = 0; i < units->count; i++)
        raise_to(judging, units->codes[i], month, state);
}

static uint32_t
lead_of(enum ledger_id ledger, const struct row *row)
{
    const struct ledger_type *type = ledgers[ledger];
    int unit = column_index(type, type->unit_key);

    return unit < 0 ? 0 : row_unit(&type->columns[unit], row)->code;
}

static void
judge_exports(struct judging *judging)
{
    const struct book *book = judging->year->book;

    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *export = &book->files[i];
        int place = place_of(judging, received_for(judging, export));

        if (!is_core(export->ledger))
            continue;
        if (place >= 0)
            judging->is_judged[place] = true;
        raise_to(judging, export->unit_code, received_for(judging, export),
                 export->rows.read > 0 ? RETURN_MADE : RETURN_NIL);
        raise_all(judging, &export->nil_units, received_for(judging, export),
                  RETURN_NIL);
        raise_all(judging, &export->aside_units, received_for(judging, export),
                  RETURN_MADE);
    }
}

/* What left the unit blank and is known by a newer row came from that unit. */
static uint32_t
sender_of(enum ledger_id ledger, const struct ledger *held,
          const struct row *row)
{
    while (lead_of(ledger, row) == 0 && row->newer != 0)
        row = ledger_row(held, row->newer - 1);
    return lead_of(ledger, row);
}

/* A row speaks for the month its file was received for, and, when that is
   later than the month it entered in, for that one as well. */
static void
judge_rows(struct judging *judging, enum ledger_id ledger)
{
    const struct book *book = judging->year->book;
    const struct ledger *held = &book->ledgers[ledger];

    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);
        int received = received_for(judging, &book->files[row->file_index]);
        int entered = month_of(row_entered_on(ledger, row)).number;
        uint32_t code = sender_of(ledger, held, row);

        raise_to(judging, code, received, RETURN_MADE);
        if (entered != 0 && entered < received)
            raise_to(judging, code, entered, RETURN_LATE);
    }
}

/* Files set aside whole: a unit of the grid that sent one is not missing. */
static void
judge_unread(struct judging *judging)
{
    const struct book *book = judging->year->book;

    for (size_t i = 0; book->words && i < book->file_count; i++) {
        const struct input_file *export = &book->files[i];
        int month = received_for(judging, export);
        uint32_t *stated, code = 0;

        if (export->ledger >= 0)
            continue;
        if (export->unit.length == 0)
            code =
                vocabulary_unit_within(book->words, judging->arena,
                                       text_of(path_name(export->source.path)));
        else if (vocabulary_unit_codes(book->words, judging->arena,
                                       export->unit, &stated) > 0)
            code = stated[0];
        if (code != 0 && judging->is_known[code])
            raise_to(judging, code, month, RETURN_UNREAD);
        else if (code == 0 && export->unit.length == 0 &&
                 place_of(judging, month) >= 0)
            judging->unread[place_of(judging, month)]++;
    }
}

static void
add_unit(const struct judging *judging, struct completeness *completeness,
         uint32_t code)
{
    struct unit_returns *unit = &completeness->units[completeness->unit_count];
    size_t month = 0;

    if (code == 0 || !judging->is_known[code])
        return;
    judging->is_known[code] = false;
    completeness->unit_count++;
    unit->code = code;
    for (size_t i = 0; i < RETURN_MONTHS; i++) {
        if (!judging->is_judged[i])
            continue;
        unit->months[month++] = judging->states[code][i];
        completeness->missing += judging->states[code][i] == RETURN_MISSING;
    }
}

/* The list of units first, in its order; the rest as they were met.  A unit
   that owes no returns is never missing, so nothing is said of it. */
static void
add_units(struct judging *judging, struct completeness *completeness)
{
    const struct book *book = judging->year->book;
    const struct codes *codes = book->codes;
    size_t listed = codes ? codes->unit_count : 0;

    for (size_t i = 0; i < listed; i++) {
        uint32_t code = intern_find(book->units, codes->units[i].name);

        if (code != 0)
            judging->is_known[code] = codes->units[i].owes_returns;
    }
    judge_unread(judging);
    for (size_t i = 0; i < listed; i++)
        add_unit(judging, completeness,
                 intern_find(book->units, codes->units[i].name));
    for (size_t code = 1; code <= intern_count(book->units); code++)
        add_unit(judging, completeness, (uint32_t)code);
}

struct completeness
completeness_of(const struct year *year, struct arena *arena)
{
    struct completeness completeness = {.month_count = 0};
    size_t units = intern_count(year->book->units) + 1;
    struct judging judging = {
        .year = year,
        .arena = arena,
        .is_known = arena_take(arena, units * sizeof(bool)),
        .states = arena_take(arena, units * sizeof(*judging.states)),
    };

    judge_exports(&judging);
    for (size_t i = 0; i < CORE; i++)
        judge_rows(&judging, core[i]);
    for (int i = 0; i < RETURN_MONTHS; i++)
        if (judging.is_judged[i])
            completeness.months[completeness.month_count++] =
                (struct month){year->start.number + i};
    completeness.units = arena_take(arena, units * sizeof(*completeness.units));
    add_units(&judging, &completeness);
    for (size_t i = 0, month = 0; i < RETURN_MONTHS; i++)
        if (judging.is_judged[i])
            completeness.unread[month++] = judging.unread[i];
    return completeness;
}

size_t
completeness_missing(const struct completeness *completeness, size_t month)
{
    size_t missing = 0;

    for (size_t i = 0; i < completeness->unit_count; i++)
        missing += completeness->units[i].months[month] == RETURN_MISSING;
    return missing;
}
