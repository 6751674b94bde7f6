/*
 * What one finished file shows, lists and leads to, and what is wrong with it.
 *
 * Looking at a file fills a sighting of its own and changes nothing else, so
 * that many files may be looked at at once; what was seen is put together
 * afterwards, file by file in their order (counts.h, links.h).
 */
#ifndef GATE_PAGE_FACTS_H
#define GATE_PAGE_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "gate/id_set.h"

struct figure_check;

/* Where a list stands. */
enum page_facts_form {
    PAGE_FACTS_HTML,
    PAGE_FACTS_MARKDOWN,
    PAGE_FACTS_CSV,
    PAGE_FACTS_SHEET,
    PAGE_FACTS_FORMS
};

struct page_facts_fault {
    struct page_facts_fault *next;
    enum rule rule;
    struct text detail;
};

/* So many rows of a figure's list. */
struct page_facts_list {
    struct page_facts_list *next;
    enum page_facts_form form;
    struct text id;
    size_t rows;
};

/* What a place shows: so many records, or a sum over them. */
struct page_facts_rows {
    bool is_known;  /* it shows records at all */
    bool is_single; /* it is one of them */
    size_t count;
    int64_t sum;
};

struct page_facts_place {
    struct page_facts_place *next;
    uint64_t place;
    struct page_facts_rows rows;
};

/* A number, and the place that shows so many. */
struct page_facts_number {
    struct page_facts_number *next;
    struct text what; /* the table or figure it stands for */
    int64_t number;
    bool is_figure; /* records are counted, whatever they sum up to */
    struct text path;
    struct text anchor;
};

/* A place that the file leads to. */
struct page_facts_link {
    struct page_facts_link *next;
    uint64_t place;
    struct text path;
    struct text anchor; /* empty: the file itself */
};

/* Each list in the order of finding; all lives in the arena. */
struct page_facts {
    struct arena *arena;
    const char *path;
    const struct figure_check
        *counts; /* figures it may show; NULL: any, unchecked */
    struct page_facts_fault *faults, **faults_end;
    struct page_facts_list *lists, **lists_end;
    struct page_facts_link *links, **links_end;
    struct page_facts_place *places, **places_end;
    struct page_facts_number *numbers, **numbers_end;
    uint64_t list_key; /* of the ids of all lists on the page */
    bool wants_rows;   /* anchors of single records are places too */
    struct id_set linked;
    struct id_set anchors;
    size_t doubles;      /* anchors that stand there twice */
    bool states_figures; /* a CSV file or a sheet says for each row what it
                            counts for */
};

/* Nothing seen yet.  Path and counts are borrowed. */
void page_facts_begin(struct page_facts *sighting, struct arena *arena,
                      const char *path, const struct figure_check *counts);

/* What is found, in words that are lent for the call. */
void page_facts_wrong(struct page_facts *sighting, enum rule rule,
                      const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void page_facts_listed(struct page_facts *sighting, enum page_facts_form form,
                       struct text id, size_t rows);
void page_facts_anchor(struct page_facts *sighting, struct text anchor);
void page_facts_shows(struct page_facts *sighting, struct text anchor,
                      struct page_facts_rows rows);

/* The texts of the number are lent for the call. */
void page_facts_counts(struct page_facts *sighting,
                       const struct page_facts_number *number);
void page_facts_leads(struct page_facts *sighting, struct text path,
                      struct text anchor);

#endif
