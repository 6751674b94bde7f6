/*
 * Chinese words on English pages, marked as such: what an office wrote stays
 * as it is, and who has a page read aloud hears it in its own language.
 */
#ifndef RENDER_CHINESE_MARKS_H
#define RENDER_CHINESE_MARKS_H

#include "base/text.h"

struct arena;

/* The page with <span lang="zh-CN"> around the Chinese of each text that may
   hold an element. */
struct text chinese_marks(struct arena *arena, struct text html);

#endif
