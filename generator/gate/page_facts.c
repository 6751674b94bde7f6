#include "gate/page_facts.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "file/fault.h"

void
sighting_begin(struct sighting *s, struct arena *arena, const char *path,
               const struct counts *counts)
{
    *s = (struct sighting){.arena = arena,
                           .path = path,
                           .counts = counts,
                           .linked = {.arena = arena},
                           .anchors = {.arena = arena}};
    s->faults_end = &s->faults;
    s->lists_end = &s->lists;
    s->links_end = &s->links;
}

void
sighting_wrong(struct sighting *s, enum rule rule, const char *format, ...)
{
    struct sighting_fault *fault = ARENA_NEW(s->arena, struct sighting_fault);
    char detail[FAULT_LONGEST];
    va_list values;

    va_start(values, format);
    vsnprintf(detail, sizeof(detail), format, values);
    va_end(values);
    fault->rule = rule;
    fault->detail = text_copy(s->arena, text_of(detail));
    *s->faults_end = fault;
    s->faults_end = &fault->next;
}

void
sighting_listed(struct sighting *s, enum sighting_form form, struct text id,
                size_t rows)
{
    struct sighting_list *list = ARENA_NEW(s->arena, struct sighting_list);

    list->form = form;
    list->id = text_copy(s->arena, id);
    list->rows = rows;
    *s->lists_end = list;
    s->lists_end = &list->next;
}

void
sighting_anchor(struct sighting *s, struct text anchor)
{
    if (!places_add(&s->anchors, places_of(text_of(s->path), anchor)))
        s->doubles++;
}

void
sighting_leads(struct sighting *s, struct text path, struct text anchor)
{
    uint64_t place = places_of(path, anchor);
    struct sighting_link *link;

    if (!places_add(&s->linked, place))
        return;
    link = ARENA_NEW(s->arena, struct sighting_link);
    link->place = place;
    link->path = text_copy(s->arena, path);
    link->anchor = text_copy(s->arena, anchor);
    *s->links_end = link;
    s->links_end = &link->next;
}
