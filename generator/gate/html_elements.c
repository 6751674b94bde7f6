#include "gate/html_elements.h"

#include <stddef.h>

#define NAME(literal, kind)                      \
    {                                            \
        {(literal), sizeof(literal) - 1}, (kind) \
    }
#define VOID_ELEMENT(literal)  NAME(literal, ELEMENT_VOID)
#define BLOCK_ELEMENT(literal) NAME(literal, ELEMENT_BLOCK)

/* clang-format off */
static const struct {
    struct text name;
    unsigned kind;
} elements[] = {
    NAME("a", ELEMENT_LINK),
    NAME("p", ELEMENT_BLOCK | ELEMENT_PARAGRAPH),
    NAME("hr", ELEMENT_BLOCK | ELEMENT_VOID),
    NAME("script", ELEMENT_RAW),      NAME("style", ELEMENT_RAW),
    NAME("svg", ELEMENT_FOREIGN),     NAME("math", ELEMENT_FOREIGN),
    VOID_ELEMENT("area"),             VOID_ELEMENT("base"),
    VOID_ELEMENT("br"),               VOID_ELEMENT("col"),
    VOID_ELEMENT("embed"),            VOID_ELEMENT("img"),
    VOID_ELEMENT("input"),            VOID_ELEMENT("link"),
    VOID_ELEMENT("meta"),             VOID_ELEMENT("source"),
    VOID_ELEMENT("track"),            VOID_ELEMENT("wbr"),
    BLOCK_ELEMENT("address"),         BLOCK_ELEMENT("article"),
    BLOCK_ELEMENT("aside"),           BLOCK_ELEMENT("blockquote"),
    BLOCK_ELEMENT("details"),         BLOCK_ELEMENT("dialog"),
    BLOCK_ELEMENT("div"),             BLOCK_ELEMENT("dl"),
    BLOCK_ELEMENT("fieldset"),        BLOCK_ELEMENT("figcaption"),
    BLOCK_ELEMENT("figure"),          BLOCK_ELEMENT("footer"),
    BLOCK_ELEMENT("form"),            BLOCK_ELEMENT("h1"),
    BLOCK_ELEMENT("h2"),              BLOCK_ELEMENT("h3"),
    BLOCK_ELEMENT("h4"),              BLOCK_ELEMENT("h5"),
    BLOCK_ELEMENT("h6"),              BLOCK_ELEMENT("header"),
    BLOCK_ELEMENT("main"),            BLOCK_ELEMENT("nav"),
    BLOCK_ELEMENT("ol"),              BLOCK_ELEMENT("pre"),
    BLOCK_ELEMENT("section"),         BLOCK_ELEMENT("table"),
    BLOCK_ELEMENT("ul"),
};
/* clang-format on */

unsigned
html_element_of(struct text name)
{
    /* Cells, spans and the like are in no list, and most of all tags. */
    for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
        if (elements[i].name.bytes[0] == name.bytes[0] &&
            text_equal(elements[i].name, name))
            return elements[i].kind;
    return 0;
}
