/*
 * 破解难题, 建议采纳 and 调研成果转化: three pages of one shape.
 */
#include "page/pages.h"
#include "page/topics.h"
#include "view/chapter.h"

#define CHAPTER_PAGE(chapter, words)                                         \
    static bool chapter##_is_wanted(const struct report *report)             \
    {                                                                        \
        return chapter_is_told(report, &chapter##_chapter);                  \
    }                                                                        \
    static void chapter##_fill(const struct report *report, size_t instance, \
                               struct view *view)                            \
    {                                                                        \
        (void)instance;                                                      \
        chapter_fill(report, &chapter##_chapter, view);                      \
        topics_finding(report, #chapter, view);                              \
    }                                                                        \
    const struct page chapter##_page = {                                     \
        .name = #chapter,                                                    \
        .title = WORDING_PAGE_##words,                                       \
        .has_markdown = true,                                                \
        .is_in_navigation = true,                                            \
        .is_wanted = chapter##_is_wanted,                                    \
        .fill = chapter##_fill,                                              \
    }

CHAPTER_PAGE(problems, PROBLEMS);
CHAPTER_PAGE(suggestions, SUGGESTIONS);
CHAPTER_PAGE(reports, REPORTS);
