#include "gate/page_facts.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "file/fault.h"

void
page_facts_begin(struct page_facts *s, struct arena *arena, const char *path,
                 const struct figure_check *counts)
{
    *s = (struct page_facts){.arena = arena,
                             .path = path,
                             .counts = counts,
                             .linked = {.arena = arena},
                             .anchors = {.arena = arena}};
    s->faults_end = &s->faults;
    s->lists_end = &s->lists;
    s->links_end = &s->links;
    s->places_end = &s->places;
    s->numbers_end = &s->numbers;
}

void
page_facts_wrong(struct page_facts *s, enum rule rule, const char *format, ...)
{
    struct page_facts_fault *fault =
        ARENA_NEW(s->arena, struct page_facts_fault);
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
page_facts_listed(struct page_facts *s, enum page_facts_form form,
                  struct text id, size_t rows)
{
    struct page_facts_list *list = ARENA_NEW(s->arena, struct page_facts_list);

    if (form == PAGE_FACTS_HTML)
        s->list_key = text_hash(id, s->list_key);
    list->form = form;
    list->id = text_copy(s->arena, id);
    list->rows = rows;
    *s->lists_end = list;
    s->lists_end = &list->next;
}

void
page_facts_anchor(struct page_facts *s, struct text anchor)
{
    if (!id_set_add(&s->anchors, id_set_of(text_of(s->path), anchor)))
        s->doubles++;
}

void
page_facts_shows(struct page_facts *s, struct text anchor,
                 struct page_facts_rows rows)
{
    struct page_facts_place *place =
        ARENA_NEW(s->arena, struct page_facts_place);

    place->place = id_set_of(text_of(s->path), anchor);
    place->rows = rows;
    *s->places_end = place;
    s->places_end = &place->next;
}

void
page_facts_counts(struct page_facts *s, const struct page_facts_number *number)
{
    struct page_facts_number *copy =
        ARENA_NEW(s->arena, struct page_facts_number);

    copy->what = text_copy(s->arena, number->what);
    copy->number = number->number;
    copy->is_figure = number->is_figure;
    copy->path = text_copy(s->arena, number->path);
    copy->anchor = text_copy(s->arena, number->anchor);
    *s->numbers_end = copy;
    s->numbers_end = &copy->next;
}

void
page_facts_leads(struct page_facts *s, struct text path, struct text anchor)
{
    uint64_t place = id_set_of(path, anchor);
    struct page_facts_link *link;

    if (!id_set_add(&s->linked, place))
        return;
    link = ARENA_NEW(s->arena, struct page_facts_link);
    link->place = place;
    link->path = text_copy(s->arena, path);
    link->anchor = text_copy(s->arena, anchor);
    *s->links_end = link;
    s->links_end = &link->next;
}
