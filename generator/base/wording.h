/*
 * Every fixed word of site and command line, once, in both languages
 * (wording.def).
 *
 * A template writes {{SAY_RAISED}} for WORDING(RAISED, …); C code asks by
 * number.
 */
#ifndef BASE_WORDING_H
#define BASE_WORDING_H

#include <stdbool.h>

#include "base/date.h"
#include "base/language.h"
#include "base/text.h"

struct arena;

enum wording {
#define WORDING(name, zh, en) WORDING_##name,
#include "base/wording.def"
#undef WORDING
    WORDING_COUNT
};

/* The wording as it stands. */
struct text say(enum language language, enum wording wording);

/* The same, ended by a NUL: for printf. */
const char *say_plain(enum language language, enum wording wording);

/* With %1 to %4 replaced by up to four texts. */
struct text say_with(struct arena *arena, enum language language,
                     enum wording wording, const struct text details[4]);

/* The same, the texts as they come: SAY(arena, language, WORDING_UNIT_HEAD,
   label, unit). */
#define SAY(arena, language, wording, ...) \
    say_with(arena, language, wording, (const struct text[4]){__VA_ARGS__})

/* What stands before and behind the %1 of a wording, when it is that number. */
struct words_around {
    struct text before, after;
};
struct words_around say_around(struct arena *arena, enum language language,
                               enum wording wording, struct text number);

/* The wording called "RAISED"; false if there is none. */
bool say_named(enum language language, struct text name, struct text *said);

/* 2025年10月 and 2025年10月31日, or October 2025 and 31 October 2025. */
struct text month_words(struct arena *arena, enum language language,
                        struct month month);
struct text date_words(struct arena *arena, enum language language,
                       struct date date);

#endif
