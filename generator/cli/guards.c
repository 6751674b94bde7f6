#include "cli/guards.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/path.h"
#include "cli/command.h"
#include "ledger/book.h"

static const enum ledger_id core[] = {LEDGER_problems, LEDGER_suggestions,
                                      LEDGER_reports};

enum {
    CORE = sizeof(core) / sizeof(core[0]),
    DOUBTFUL_LINES = 3, /* of a file that could not be read */
};

/* What was read of a ledger, the records of files that could not be read
   included, and what of it was set aside. */
struct read_of {
    size_t read, aside;
};

/* A file without rows that says so: its sender is named, or it has a note. */
static bool
is_nil_return(const struct input_file *file)
{
    for (size_t i = 0; i < file->skipped_count; i++)
        if (file->skipped[i].reason == SKIP_NOTE ||
            file->skipped[i].reason == SKIP_NIL_RETURN)
            return true;
    return file->unit.length > 0;
}

static bool
has_data(struct job *job, const struct book *book)
{
    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *file = &book->files[i];

        if (file->rows.read > 0 || (file->ledger >= 0 && is_nil_return(file)))
            return true;
    }
    return command_report(job, RULE_DATA_MISSING,
                          month_text(job->arena, book->month).bytes,
                          job->options.values[OPTION_INPUT]);
}

static bool
is_in_month(const struct book *book, const struct row *row,
            const struct ledger_type *type, const char *key)
{
    int column = key ? column_index(type, key) : -1;

    if (column < 0)
        return false;
    if (type->columns[column].kind == KIND_MONTH)
        return row_month(&type->columns[column], row)->number ==
               book->month.number;
    return month_of(*row_date(&type->columns[column], row)).number ==
           book->month.number;
}

static bool
has_event(const struct book *book)
{
    for (int l = 0; l < LEDGER_COUNT; l++)
        for (size_t i = 0; i < book->ledgers[l].count; i++) {
            const struct row *row = ledger_row(&book->ledgers[l], i);
            const struct ledger_type *type = ledgers[l];

            if (is_in_month(book, row, type, type->entered_key) ||
                is_in_month(book, row, type, type->closed_key))
                return true;
        }
    return false;
}

/* The ledger that a file set aside whole was meant for: as its header tells,
   else as it is called; -1 when nothing tells. */
static int
meant_for(const struct input_file *file)
{
    struct text name = text_of(path_name(file->source.path));

    if (file->meant >= 0)
        return file->meant;
    for (int l = 0; l < LEDGER_COUNT; l++)
        if (text_find(name, text_of(ledgers[l]->name)) < name.length ||
            text_find(name, text_of(ledgers[l]->title)) < name.length)
            return l;
    return -1;
}

/* Whether the file is a ledger, or would be if it could be read. */
static bool
is_ledger(const struct input_file *file)
{
    return file->ledger >= 0 || meant_for(file) >= 0;
}

static bool
has_month(struct job *job, const struct book *book)
{
    if (job->options.given[OPTION_EMPTY_MONTH])
        return true;
    for (size_t i = 0; i < book->file_count; i++)
        if (book->files[i].source.folder.number == book->month.number &&
            is_ledger(&book->files[i]))
            return true;
    return has_event(book) ||
           command_report(job, RULE_MONTH_EMPTY,
                          month_text(job->arena, book->month).bytes, "");
}

/* How many records a file that could not be read may hold: its lines that are
   not blank, without one for the header.  Two may be a title and a signature
   as well: so few prove nothing. */
static size_t
records_in(const struct input_file *file)
{
    const struct source *source = &file->source;
    struct text text = source->content.length > 0
                           ? source->content
                           : (struct text){source->bytes, source->size};
    size_t lines = 0;
    bool is_blank = true;

    if (text.bytes == NULL)
        return 0;
    for (size_t i = 0; i <= text.length; i++)
        if (i == text.length || text.bytes[i] == '\n') {
            lines += !is_blank;
            is_blank = true;
        } else if (strchr(" \t\r,;", text.bytes[i]) == NULL) {
            is_blank = false;
        }
    return lines > DOUBTFUL_LINES ? lines - 1 : 0;
}

/* By ledger; LEDGER_COUNT holds what nobody can tell where it belongs. */
static void
count_read(const struct book *book, struct read_of counts[LEDGER_COUNT + 1])
{
    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *file = &book->files[i];
        int ledger = file->ledger >= 0 ? file->ledger : meant_for(file);
        struct read_of *count = &counts[ledger >= 0 ? ledger : LEDGER_COUNT];

        if (file->ledger < 0) {
            size_t records = records_in(file);

            count->read += records;
            count->aside += records;
        }
        count->read += file->rows.read;
        count->aside += file->rows.rejected;
    }
}

static bool
is_too_little(const struct read_of *count)
{
    return count->aside * 2 > count->read;
}

static bool
refuse(struct job *job, const char *ledger, const struct read_of *count)
{
    return command_report(
        job, RULE_LEDGER_PARTIAL, ledger,
        text_format(job->arena, "%zu/%zu", count->aside, count->read).bytes);
}

/* Every core ledger by itself; and all together with the files of which nobody
   can tell what they are. */
static bool
is_whole(struct job *job, const struct book *book)
{
    struct read_of counts[LEDGER_COUNT + 1] = {{0, 0}};
    struct read_of all;

    count_read(book, counts);
    all = counts[LEDGER_COUNT];
    for (size_t i = 0; i < CORE; i++) {
        const struct read_of *count = &counts[core[i]];

        if (is_too_little(count))
            return refuse(job, ledgers[core[i]]->title, count);
        all.read += count->read;
        all.aside += count->aside;
    }
    return counts[LEDGER_COUNT].read == 0 || !is_too_little(&all) ||
           refuse(job, BOTH("台账", "the ledgers"), &all);
}

bool
guards_pass(struct job *job, const struct book *book)
{
    if (job->rebuild != NULL)
        return true;
    return has_data(job, book) && has_month(job, book) &&
           (job->options.given[OPTION_PARTIAL] || is_whole(job, book));
}
