#include "load/same_matter.h"

#include <stdlib.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/month_folders.h"
#include "load/row_identity.h"
#include "load/row_slots.h"
#include "load/seen_twice.h"

struct settling {
    struct row_identity identity;
    struct seen_twice repeats; /* ids, and keys of rows without */
    struct row_slots slots;    /* by every key of a row */
    int folder;                /* whose rows are settled */
    bool has_disputes;
    /* Of the folder, those that wholly agree with no older one; NULL as long
       as there is no older folder. */
    uint32_t *left;
    size_t left_count;
    uint32_t *shared; /* of all folders, whose id others may have */
    size_t shared_count;
};

/* Until all is settled a row in dispute has in "newer" the other one, by which
   it is told from a row that was set aside before. */
static bool
is_in_dispute(const struct row *row)
{
    return row->state == ROW_REJECTED && row->newer != 0;
}

static bool
is_live(const struct row *row)
{
    return row->state == ROW_ACCEPTED || is_in_dispute(row);
}

static int
folder_of(const struct settling *settling, const struct row *row)
{
    return month_folder_order(&settling->identity.book->files[row->file_index]);
}

static struct row *
row_at(const struct settling *settling, size_t index)
{
    return ledger_row(settling->identity.ledger, index);
}

static uint32_t
number_of(const struct settling *settling, const struct row *row)
{
    const struct ledger *ledger = settling->identity.ledger;

    return (uint32_t)((size_t)((const char *)row - ledger->rows) /
                      ledger->type->row_size) +
           1;
}

static bool
may_have_others_without_id(const struct settling *settling, size_t index)
{
    uint64_t keys[ROW_KEYS];
    size_t count =
        row_identity_keys_without_id(&settling->identity, index, keys);

    for (size_t k = 0; k < count; k++)
        if (seen_twice_has(&settling->repeats, keys[k]))
            return true;
    return false;
}

/* Whether any other row may agree with it. */
static bool
may_have_others(const struct settling *settling, size_t index)
{
    const struct row_identity *identity = &settling->identity;

    return seen_twice_has(&settling->repeats,
                          identity->ledger->identity[index]) ||
           (identity->has_nameless &&
            may_have_others_without_id(settling, index));
}

/* Where rows that agree are looked for, and how much they must. */
enum place_sought { IN_SAME_FOLDER, IN_OLDER_FOLDERS };

/* The best of those met so far, and how many agree as well. */
struct found {
    struct row *row;
    unsigned agreement;
    size_t count;
};

/* What agrees by id goes before what agrees as much without. */
static unsigned
rank(unsigned agreement)
{
    return (agreement & AGREES_WHOLLY) * 2 +
           ((agreement & AGREES_WITHOUT_ID) == 0);
}

static void
look_at(const struct settling *settling, size_t index, size_t other_index,
        struct found *found)
{
    unsigned agreement =
        row_identity_agreement(&settling->identity, index, other_index);
    struct row *other = row_at(settling, other_index);

    if (other == found->row || agreement == 0)
        return;
    book_let_go(settling->identity.book, row_at(settling, index));
    book_let_go(settling->identity.book, other);
    if (found->row == NULL || rank(agreement) > rank(found->agreement))
        *found = (struct found){other, agreement, 1};
    else if (agreement == found->agreement)
        found->count++;
}

/* A live row of the folders sought that agrees with this one, or NULL. */
static struct row *
find(const struct settling *settling, size_t index, enum place_sought sought,
     unsigned least)
{
    struct row *row = row_at(settling, index);
    struct found found = {NULL, 0, 0};
    uint64_t keys[ROW_KEYS];
    size_t count = row_identity_keys(&settling->identity, index, keys);

    for (size_t k = 0; k < count; k++)
        for (size_t step = 0;; step++) {
            uint32_t slot = *row_slots_at(&settling->slots, keys[k], step);
            struct row *other;

            if (slot == 0)
                break;
            other = row_at(settling, slot - 1);
            if (other != row && is_live(other) &&
                (folder_of(settling, other) == settling->folder) ==
                    (sought == IN_SAME_FOLDER))
                look_at(settling, index, slot - 1, &found);
        }
    arena_reset(settling->identity.scratch);
    if ((found.agreement & AGREES_WITHOUT_ID) != 0 && found.count > 1)
        return NULL; /* it is no matter alone */
    /* Rows of one folder are told apart by a blank. */
    if (sought == IN_SAME_FOLDER && found.agreement == AGREES_WITHOUT_ID)
        return NULL;
    return (found.agreement & least) == least ? found.row : NULL;
}

static void
put_under(struct settling *settling, uint64_t key, size_t index)
{
    for (size_t step = 0;; step++) {
        uint32_t *slot = row_slots_at(&settling->slots, key, step);

        /* Nobody looks for a row that is no longer live. */
        if (*slot != 0 && is_live(row_at(settling, *slot - 1)))
            continue;
        *slot = (uint32_t)index + 1;
        return;
    }
}

/* Under the keys by which the other one, already there, cannot be found. */
static void
put(struct settling *settling, size_t index, const struct row *other)
{
    const struct row_identity *identity = &settling->identity;
    uint64_t keys[ROW_KEYS], others[ROW_KEYS];
    size_t count = row_identity_keys(identity, index, keys), other_count = 0;

    if (other != NULL)
        other_count =
            row_identity_keys(identity, number_of(settling, other) - 1, others);
    for (size_t k = 0; k < count; k++) {
        bool is_there = false;

        for (size_t o = 0; o < other_count; o++)
            is_there = is_there || keys[k] == others[o];
        if (!is_there)
            put_under(settling, keys[k], index);
    }
}

/* At the row's id, else at its name, with the place of the other; two in
   dispute side by side. */
static void
report_pair(const struct row_identity *identity, enum rule rule,
            const struct row *row, const struct row *other)
{
    const struct ledger_type *type = identity->type;
    struct place there = row_place(identity->book, other);
    struct finding finding = {.place = row_place(identity->book, row)};
    int column = identity->name;

    if (identity->id >= 0 && row_id(&type->columns[identity->id], row)->given)
        column = identity->id;
    if (column >= 0) {
        finding.place = row_cell_place(identity->book, row, (size_t)column);
        finding.title = text_of(type->columns[column].title);
        finding.value = row_text(identity->book, identity->number, row,
                                 type->columns[column].key, identity->scratch);
    }
    finding.detail[0] = text_format(identity->scratch, "%s:%u", there.path,
                                    (unsigned)there.line);
    if (rule == RULE_ID_CONFLICT)
        finding.detail[1] = row_identity_differences(identity, row, other);
    diag_report(identity->book->diag, rule, &finding);
    arena_reset(identity->scratch);
}

/* Holds a row against those of its own folder. */
static void
settle_in_folder(struct settling *settling, size_t index)
{
    struct row *row = row_at(settling, index);
    struct row *other = find(settling, index, IN_SAME_FOLDER, 0);

    if (settling->identity.ledger->identity[index] != 0)
        settling->shared[settling->shared_count++] = (uint32_t)index;
    if (other != NULL &&
        row_identity_is_same_content(&settling->identity, row, other)) {
        row->state = ROW_DUPLICATE;
        report_pair(&settling->identity, RULE_RECORD_DUPLICATE, row, other);
        return;
    }
    if (other != NULL) {
        if (other->newer == 0)
            other->newer = number_of(settling, row);
        row->newer = number_of(settling, other);
        other->state = row->state = ROW_REJECTED;
        settling->has_disputes = true;
    }
    put(settling, index, other);
}

/* Joins a row to what it agrees with in older folders; false if that is
   nothing. */
static bool
join(struct settling *settling, size_t index, unsigned least)
{
    struct row *row = row_at(settling, index), *older;
    bool is_joined = false, has_joined_accepted = false;

    while ((older = find(settling, index, IN_OLDER_FOLDERS, least)) &&
           !(has_joined_accepted && older->state == ROW_ACCEPTED)) {
        is_joined = true;
        if (is_in_dispute(row)) {
            older->flags |= ROW_DISPUTED;
            break;
        }
        has_joined_accepted =
            has_joined_accepted || older->state == ROW_ACCEPTED;
        older->newer = older->state == ROW_ACCEPTED
                           ? number_of(settling, row)
                           : 0; /* which of two it was is not known */
        older->state = ROW_SUPERSEDED;
    }
    return is_joined;
}

/* Rows of the folder's files; those with an id first, for the others join them
   if they agree with one alone. */
static void
for_each_row(struct settling *settling, const struct input_file_rows *files,
             size_t count, void (*settle)(struct settling *, size_t))
{
    int last = settling->identity.has_nameless ? 0 : 1;

    for (int with_id = 1; with_id >= last; with_id--)
        for (size_t f = 0; f < count; f++)
            for (size_t i = files[f].first; i < files[f].first + files[f].count;
                 i++)
                if ((settling->identity.ledger->identity[i] != 0) ==
                        (with_id == 1) &&
                    may_have_others(settling, i) &&
                    is_live(row_at(settling, i)))
                    settle(settling, i);
}

static void
join_wholly(struct settling *settling, size_t index)
{
    if (!join(settling, index, AGREES_WHOLLY))
        settling->left[settling->left_count++] = (uint32_t)index;
}

/* What agrees wholly goes before what agrees in part. */
static void
settle_folder(struct settling *settling, const struct input_file_rows *files,
              size_t count)
{
    settling->folder = files[0].folder;
    for_each_row(settling, files, count, settle_in_folder);
    if (settling->left == NULL) {
        settling->left = must_grow(NULL, (settling->repeats.most + 1) *
                                             sizeof(*settling->left));
        return;
    }
    settling->left_count = 0;
    for_each_row(settling, files, count, join_wholly);
    for (size_t i = 0; i < settling->left_count; i++)
        join(settling, settling->left[i], 0);
}

/* A dispute that no newer folder has ended is told. */
static void
end_disputes(struct settling *settling)
{
    const struct ledger *ledger = settling->identity.ledger;

    if (!settling->has_disputes)
        return;
    for (size_t i = 0; i < ledger->count; i++) {
        struct row *row = row_at(settling, i);
        const struct row *other;

        if (!is_in_dispute(row))
            continue;
        other = row_at(settling, row->newer - 1);
        if (other->state == ROW_SUPERSEDED)
            row->state = ROW_SUPERSEDED;
        else
            report_pair(&settling->identity, RULE_ID_CONFLICT, row, other);
    }
    for (size_t i = 0; i < ledger->count; i++)
        if (row_at(settling, i)->state == ROW_REJECTED)
            row_at(settling, i)->newer = 0;
}

/* The first matter of each id has the place. */
static void
tell_reuse(struct settling *settling, size_t index)
{
    const struct row_identity *identity = &settling->identity;
    uint64_t id = identity->ledger->identity[index];
    const struct row *row = row_at(settling, index);

    if (row->state != ROW_ACCEPTED)
        return;
    for (size_t step = 0;; step++) {
        uint32_t *slot = row_slots_at(&settling->slots, id, step);
        const struct row *other;

        if (*slot == 0) {
            *slot = (uint32_t)index + 1;
            return;
        }
        other = row_at(settling, *slot - 1);
        if (identity->ledger->identity[*slot - 1] != id ||
            !row_identity_is_same_id(identity, row, other))
            continue;
        report_pair(identity, RULE_ID_REUSED, row, other);
        return;
    }
}

static void
tell_reused_ids(struct settling *settling)
{
    row_slots_free(&settling->slots);
    settling->slots = row_slots_new(settling->repeats.most);
    for (size_t i = 0; i < settling->shared_count; i++)
        tell_reuse(settling, settling->shared[i]);
}

static struct settling
settling_begin(struct book *book, int ledger, const struct roster *roster)
{
    struct settling settling = {.identity =
                                    row_identity_begin(book, ledger, roster)};
    const struct row_identity *identity = &settling.identity;
    size_t count = identity->ledger->count;

    settling.repeats =
        seen_twice_new(identity->has_nameless ? 3 * count : count);
    for (size_t i = 0; i < count; i++)
        seen_twice_add(&settling.repeats, identity->ledger->identity[i]);
    for (size_t i = 0; identity->has_nameless && i < count; i++) {
        uint64_t keys[ROW_KEYS];
        size_t key_count = row_identity_keys_without_id(identity, i, keys);

        for (size_t k = 0; k < key_count; k++)
            seen_twice_add(&settling.repeats, keys[k]);
    }
    if (settling.repeats.most > count)
        settling.repeats.most = count;
    settling.slots = row_slots_new(ROW_KEYS * settling.repeats.most);
    settling.shared =
        must_grow(NULL, (settling.repeats.most + 1) * sizeof(*settling.shared));
    return settling;
}

void
same_matter_settle(struct book *book, int ledger, const struct roster *roster)
{
    struct settling settling = settling_begin(book, ledger, roster);
    size_t count, next;
    struct input_file_rows *files = input_file_rows_new(book, ledger, &count);

    for (size_t first = 0; settling.repeats.most > 0 && first < count;
         first = next) {
        for (next = first; next < count; next++)
            if (files[next].folder != files[first].folder)
                break;
        settle_folder(&settling, &files[first], next - first);
    }
    end_disputes(&settling);
    if (settling.identity.is_core && settling.repeats.most > 0)
        tell_reused_ids(&settling);
    free(files);
    free(settling.left);
    free(settling.shared);
    row_slots_free(&settling.slots);
    seen_twice_free(&settling.repeats);
    row_identity_end(&settling.identity);
}
