/*
 * What pages show is kept as they are looked at, a place of a list or two
 * each.  The few pages that are linked and were carried over, and those where
 * a single record is linked, are read once more.
 */
#include "gate/number_check.h"

#include <inttypes.h>

#include "base/arena.h"
#include "file/fault.h"
#include "file/folder.h"
#include "gate/inspect.h"
#include "gate/page_facts.h"

#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* A page, or a place in one. */
struct shown {
    uint64_t place;
    struct page_facts_rows rows;
    uint64_t list_key; /* of a page */
    UT_hash_handle hh;
};

/* A number that some page links. */
struct number {
    struct number *next;
    struct text what, path, anchor;
    const char *page; /* the first that links it */
    int64_t number;
    bool is_figure;
};

struct number_check {
    struct arena *arena;
    const struct folder *staging;
    struct faults *faults;
    struct shown *places;
    struct number *numbers, **end;
    struct id_set known; /* numbers kept */
    struct id_set read;  /* pages read once more */
};

struct number_check *
number_check_new(struct arena *arena, const struct folder *staging,
                 struct faults *faults)
{
    struct number_check *check = ARENA_NEW(arena, struct number_check);

    check->arena = check->known.arena = check->read.arena = arena;
    check->staging = staging;
    check->faults = faults;
    check->end = &check->numbers;
    return check;
}

void
number_check_free(struct number_check *check)
{
    HASH_CLEAR(hh, check->places);
}

static const struct shown *
find_place(const struct number_check *check, struct text path,
           struct text anchor)
{
    uint64_t key = id_set_of(path, anchor);
    const struct shown *place;

    HASH_FIND(hh, check->places, &key, sizeof(key), place);
    return place;
}

static void
keep_places(struct number_check *check, const struct page_facts *seen)
{
    uint64_t page = id_set_of(text_of(seen->path), TEXT(""));
    struct shown *place;

    for (const struct page_facts_place *shown = seen->places; shown;
         shown = shown->next) {
        HASH_FIND(hh, check->places, &shown->place, sizeof(place->place),
                  place);
        if (place != NULL)
            continue;
        place = ARENA_NEW(check->arena, struct shown);
        place->place = shown->place;
        place->rows = shown->rows;
        place->list_key = shown->place == page ? seen->list_key : 0;
        HASH_ADD(hh, check->places, place, sizeof(place->place), place);
    }
}

static void
keep_number(struct number_check *check, const char *page,
            const struct page_facts_number *seen)
{
    struct number *number;
    uint64_t key = text_hash(
        (struct text){(const char *)&seen->number, sizeof(seen->number)},
        id_set_of(seen->path, seen->anchor) ^ seen->is_figure);

    if (!id_set_add(&check->known, key | 1))
        return;
    number = ARENA_NEW(check->arena, struct number);
    number->what = text_copy(check->arena, seen->what);
    number->path = text_copy(check->arena, seen->path);
    number->anchor = text_copy(check->arena, seen->anchor);
    number->page = page;
    number->number = seen->number;
    number->is_figure = seen->is_figure;
    *check->end = number;
    check->end = &number->next;
}

void
number_check_merge(struct number_check *check, const struct page_facts *seen)
{
    keep_places(check, seen);
    for (const struct page_facts_number *number = seen->numbers; number;
         number = number->next)
        keep_number(check, seen->path, number);
}

/* Reads the page, unless that was done, with the anchors of its records. */
static void
read_page(struct number_check *check, struct text path)
{
    struct arena *scratch = arena_new();
    struct page_facts seen;
    struct text page;

    page_facts_begin(&seen, scratch, text_copy(scratch, path).bytes, NULL);
    seen.wants_rows = true;
    if (id_set_add(&check->read, id_set_of(path, TEXT(""))) &&
        folder_kind(check->staging, seen.path) == FILES_FILE &&
        folder_read(check->staging, seen.path, scratch, &page)) {
        inspect_text(&seen, page);
        keep_places(check, &seen);
    }
    arena_free(scratch);
}

static const struct shown *
place_of(struct number_check *check, struct text path, struct text anchor)
{
    const struct shown *place = find_place(check, path, anchor);

    if (place != NULL)
        return place;
    read_page(check, path);
    return find_place(check, path, anchor);
}

/* "solved-2.html" continues "solved.html". */
static struct text
continued(struct number_check *check, struct text path, size_t number)
{
    struct text stem = text_slice(path, 0, text_find(path, TEXT(".html")));

    return text_format(check->arena, "%.*s-%zu.html", TEXT_ARG(stem), number);
}

static int64_t
shown_at(const struct number *number, const struct shown *place)
{
    return number->is_figure ? (int64_t)place->rows.count : place->rows.sum;
}

/* How many records the number's place shows, -1 if it shows none at all; the
   pages that continue a list are added while they are of the same lists. */
static int64_t
count_shown(struct number_check *check, const struct number *number)
{
    const struct shown *place = place_of(check, number->path, number->anchor);
    const struct shown *first = place_of(check, number->path, TEXT(""));
    int64_t shown;

    if (place == NULL || !place->rows.is_known)
        return -1;
    shown = shown_at(number, place);
    for (size_t i = 2; first && !place->rows.is_single; i++) {
        struct text path = continued(check, number->path, i);
        const struct shown *page = place_of(check, path, TEXT(""));
        const struct shown *more =
            page ? find_place(check, path, number->anchor) : NULL;

        if (more == NULL || page->list_key != first->list_key ||
            !more->rows.is_known)
            break;
        shown += shown_at(number, more);
    }
    return shown;
}

void
number_check_finish(struct number_check *check)
{
    for (const struct number *number = check->numbers; number;
         number = number->next) {
        int64_t shown = count_shown(check, number);
        bool has_anchor = number->anchor.length > 0;

        if (shown != number->number)
            fault_report(check->faults, RULE_GATE_FIGURE, number->page,
                         "%.*s %" PRId64 " ≠ %.*s%s%.*s %" PRId64,
                         TEXT_ARG(number->what), number->number,
                         TEXT_ARG(number->path), has_anchor ? "#" : "",
                         TEXT_ARG(number->anchor), shown < 0 ? 0 : shown);
    }
}
