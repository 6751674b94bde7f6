/*
 * Findings are counted always and kept up to a limit for each rule in each
 * file: a million rows with one fault must not cost a million messages.
 */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/json.h"

#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

enum { KEPT_PER_RULE = 1000, LONGEST_VALUE = 200 };

const struct rule_entry rules[RULE_COUNT] = {
#define RULE(name, id, severity, zh, en, zh_advice, en_advice) \
    [RULE_##name] = {id, severity, {{zh, zh_advice}, {en, en_advice}}},
#include "base/rules.def"
#undef RULE
};

/* How often one rule was broken in one file. */
struct tally_key {
    const char *path;
    size_t rule;
};

struct tally {
    struct tally_key key;
    size_t count;
    size_t last; /* the message that carries what is not kept */
    UT_hash_handle hh;
};

struct diag {
    struct arena *arena;
    struct message *messages;
    size_t kept, room, most;
    size_t reported;
    size_t severity_count[REFUSED + 1];
    size_t rule_count[RULE_COUNT];
    struct tally *tallies;
    bool sorted;
};

struct diag *
diag_new(void)
{
    struct diag *diag = arena_must(calloc(1, sizeof(*diag)));

    diag->arena = arena_new();
    diag->most = KEPT_PER_RULE;
    return diag;
}

void
diag_free(struct diag *diag)
{
    if (diag == NULL)
        return;
    HASH_CLEAR(hh, diag->tallies);
    free(diag->messages);
    arena_free(diag->arena);
    free(diag);
}

void
diag_reset(struct diag *diag)
{
    size_t most = diag->most;

    HASH_CLEAR(hh, diag->tallies);
    free(diag->messages);
    arena_free(diag->arena);
    *diag = (struct diag){.arena = arena_new(), .most = most};
}

void
diag_keep_all(struct diag *diag)
{
    diag->most = SIZE_MAX;
}

static struct tally *
tally_of(struct diag *diag, const char *path, enum rule rule)
{
    struct tally_key key;
    struct tally *tally;

    memset(&key, 0, sizeof(key));
    key.path = path;
    key.rule = rule;
    HASH_FIND(hh, diag->tallies, &key, sizeof(key), tally);
    if (tally == NULL) {
        tally = ARENA_NEW(diag->arena, struct tally);
        tally->key = key;
        HASH_ADD(hh, diag->tallies, key, sizeof(key), tally);
    }
    return tally;
}

/* A copy, cut when it is very long. */
static struct text
keep(struct diag *diag, struct text text)
{
    return text_copy(diag->arena,
                     text_excerpt(diag->arena, text, LONGEST_VALUE));
}

static void
keep_message(struct diag *diag, enum rule rule, const struct finding *finding)
{
    struct message *message;

    message = ARRAY_ADD(NULL, diag->messages, diag->kept, diag->room);
    *message = (struct message){.rule = rule, .order = diag->reported};
    message->finding.place = finding->place;
    if (message->finding.place.path == NULL)
        message->finding.place.path = "";
    if (message->finding.place.line > 0 && message->finding.place.field == 0)
        message->finding.place.field = 1;
    message->finding.title = keep(diag, finding->title);
    message->finding.value = keep(diag, finding->value);
    for (size_t i = 0; i < DETAILS; i++)
        message->finding.detail[i] =
            text_copy(diag->arena, finding->detail[i]);
    diag->sorted = false;
}

bool
diag_report(struct diag *diag, enum rule rule, const struct finding *finding)
{
    struct tally *tally = tally_of(diag, finding->place.path, rule);

    diag->reported++;
    diag->severity_count[rules[rule].severity]++;
    diag->rule_count[rule]++;
    tally->count++;
    if (tally->count <= diag->most)
        keep_message(diag, rule, finding);
    return false;
}

size_t
diag_count(const struct diag *diag, enum severity severity)
{
    return diag->severity_count[severity];
}

size_t
diag_count_rule(const struct diag *diag, enum rule rule)
{
    return diag->rule_count[rule];
}

int
diag_exit_status(const struct diag *diag)
{
    static const struct {
        enum severity severity;
        int status;
    } worst_first[] = {{SYSTEM, 3}, {USAGE, 2}, {REFUSED, 4}, {ERROR, 1}};

    for (size_t i = 0; i < sizeof(worst_first) / sizeof(worst_first[0]); i++)
        if (diag->severity_count[worst_first[i].severity] > 0)
            return worst_first[i].status;
    return 0;
}

static int
compare_messages(const void *a, const void *b)
{
    const struct message *x = a, *y = b;
    const struct place *p = &x->finding.place, *q = &y->finding.place;
    int order = strcmp(p->path, q->path);

    if (order != 0)
        return order;
    if (p->line != q->line)
        return p->line < q->line ? -1 : 1;
    if (p->field != q->field)
        return p->field < q->field ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* Says on the last kept message of a rule in a file how many were not. */
static void
note_unkept(struct diag *diag)
{
    for (size_t i = 0; i < diag->kept; i++) {
        struct message *message = &diag->messages[i];

        message->more = 0;
        tally_of(diag, message->finding.place.path, message->rule)->last = i;
    }
    for (struct tally *t = diag->tallies; t; t = t->hh.next)
        if (t->count > diag->most)
            diag->messages[t->last].more = t->count - diag->most;
}

const struct message *
diag_messages(struct diag *diag, size_t *count)
{
    if (!diag->sorted && diag->kept > 0) {
        qsort(diag->messages, diag->kept, sizeof(*diag->messages),
              compare_messages);
        note_unkept(diag);
        diag->sorted = true;
    }
    *count = diag->kept;
    return diag->messages;
}
