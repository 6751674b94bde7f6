/*
 * The campaign's closed loop: learn, do, mentor, evaluate.
 *
 * Four chapters, some with topics of their own, each with the sentence that
 * says how it stands, the few figures that matter and the page that says
 * more.  The month page and the printed brief tell the same story from here.
 * What was not received is left out, and the numbers close up behind it.
 */
#ifndef PAGE_TOPICS_H
#define PAGE_TOPICS_H

struct report;
struct view;

/* The list SECTION: ID, ORDINAL, VERB, TITLE, FINDING (sentences),
   HAS_FINDING, FACT (names of a card), FACTS_TITLE, HAS_FACTS, MORE (links),
   HEADLINE (a card) and TOPIC, items with the same names but for VERB and
   HEADLINE; HAS_LOOP when there is more than one chapter. */
void topics_fill(const struct report *report, struct view *view);

/* Adds to FINDING what the chapter or topic of that ID says, the sentence its
   own page begins with; HAS_FINDING. */
void topics_finding(const struct report *report, const char *id,
                    struct view *view);

#endif
