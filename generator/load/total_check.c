#include "load/total_check.h"

#include <stdlib.h>

#include "base/arena.h"

struct stated_total {
    struct place place;
    int64_t claimed;
    size_t before; /* rows accepted since the part above it began */
    size_t at;     /* in all, when it was met */
    size_t below;  /* until the next part */
};

/* Totals that stand together, without a row between, wait for the same. */
static void
end_part(struct totals *totals, size_t accepted)
{
    for (; totals->ended < totals->count; totals->ended++) {
        struct stated_total *stated = &totals->stated[totals->ended];

        if (stated->at == accepted)
            break;
        stated->below = accepted - stated->at;
    }
    totals->start = accepted;
}

void
total_check_section(struct total_check *check, size_t accepted)
{
    end_part(&check->of[TOTAL_OF_SECTION], accepted);
}

void
total_check_add(struct total_check *check, int scope, struct place place,
                int64_t claimed, size_t accepted)
{
    struct totals *totals = &check->of[scope];
    size_t before = accepted - totals->start;

    total_check_section(check, accepted);
    end_part(totals, accepted);
    if (claimed < 0 || (size_t)claimed == before)
        return;
    if (totals->count == totals->room) {
        totals->room = 2 * totals->room + 8;
        totals->stated =
            must_grow(totals->stated, totals->room * sizeof(*totals->stated));
    }
    totals->stated[totals->count++] = (struct stated_total){
        .place = place, .claimed = claimed, .before = before, .at = accepted};
}

static void
report(const struct stated_total *stated, struct diag *diag,
       struct arena *scratch)
{
    size_t counted = stated->before > 0 ? stated->before : stated->below;

    diag_report(
        diag, RULE_TOTAL_DIFFERS,
        &(struct finding){
            .place = stated->place,
            .detail = {text_format(scratch, "%lld", (long long)stated->claimed),
                       text_format(scratch, "%zu", counted)}});
}

void
total_check_end(struct total_check *check, size_t accepted, struct diag *diag,
                struct arena *scratch)
{
    for (int scope = 0; scope < TOTAL_SCOPES; scope++) {
        struct totals *totals = &check->of[scope];

        end_part(totals, accepted);
        for (size_t i = 0; i < totals->count; i++) {
            const struct stated_total *stated = &totals->stated[i];
            size_t claimed = (size_t)stated->claimed;

            if (claimed != stated->below &&
                (scope != TOTAL_OF_ALL ||
                 (claimed != stated->at && claimed != accepted)))
                report(stated, diag, scratch);
        }
        free(totals->stated);
    }
}
