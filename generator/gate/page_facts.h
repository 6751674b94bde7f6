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

struct counts;

/* Where a list stands. */
enum sighting_form {
    SIGHTING_HTML,
    SIGHTING_MARKDOWN,
    SIGHTING_CSV,
    SIGHTING_FORMS
};

struct sighting_fault {
    struct sighting_fault *next;
    enum rule rule;
    struct text detail;
};

/* So many rows of a figure's list. */
struct sighting_list {
    struct sighting_list *next;
    enum sighting_form form;
    struct text id;
    size_t rows;
};

/* A place that the file leads to. */
struct sighting_link {
    struct sighting_link *next;
    uint64_t place;
    struct text path;
    struct text anchor; /* empty: the file itself */
};

/* Each list in the order of finding; all lives in the arena. */
struct sighting {
    struct arena *arena;
    const char *path;
    const struct counts *counts; /* figures it may show; NULL: any, unchecked */
    struct sighting_fault *faults, **faults_end;
    struct sighting_list *lists, **lists_end;
    struct sighting_link *links, **links_end;
    struct places linked;
    struct places anchors;
    size_t doubles;      /* anchors that stand there twice */
    bool states_figures; /* a CSV file says for each row what it counts for */
};

/* Nothing seen yet.  Path and counts are borrowed. */
void sighting_begin(struct sighting *sighting, struct arena *arena,
                    const char *path, const struct counts *counts);

/* What is found, in words that are lent for the call. */
void sighting_wrong(struct sighting *sighting, enum rule rule,
                    const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void sighting_listed(struct sighting *sighting, enum sighting_form form,
                     struct text id, size_t rows);
void sighting_anchor(struct sighting *sighting, struct text anchor);
void sighting_leads(struct sighting *sighting, struct text path,
                    struct text anchor);

#endif
