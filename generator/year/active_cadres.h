/*
 * Whom a person column means: cadres by id or by name.
 */
#ifndef YEAR_ACTIVE_CADRES_H
#define YEAR_ACTIVE_CADRES_H

#include "year/year.h"

struct cadre_names;

/* Everyone on the roster as the year knows it, by id and by name. */
struct cadre_names *cadre_names_new(struct arena *arena,
                                    const struct year *year);

/* Calls found for the index of every cadre row of that id or name, which may
   be several for namesakes; how many there were. */
size_t cadre_names_find(const struct cadre_names *people, struct text name,
                        void (*found)(void *context, uint32_t index),
                        void *context);

/* Sets year->chosen for cadres: those in the person column of a problem,
   suggestion or report that counts at the cutoff; of a name that two on the
   roster bear, neither. */
void choose_active_cadres(struct year *year);

#endif
