#include "gate/html_elements.h"

#include <stddef.h>

#define NAME(literal, kind)                      \
    {                                            \
        {(literal), sizeof(literal) - 1}, (kind) \
    }
#define VOID_ELEMENT(literal)  NAME(literal, ELEMENT_VOID)
#define BLOCK_ELEMENT(literal) NAME(literal, ELEMENT_BLOCK)

/* The most usual first. */
/* clang-format off */
static const struct {
    struct text name;
    unsigned kind;
} elements[] = {
    NAME("td", ELEMENT_CELL),         NAME("tr", ELEMENT_ROW),
    NAME("a", ELEMENT_LINK),          NAME("span", 0),
    NAME("small", 0),                 NAME("b", 0),
    NAME("rect", 0),                  NAME("svg", ELEMENT_FOREIGN),
    NAME("th", ELEMENT_HEAD),         NAME("tbody", ELEMENT_BODY),
    NAME("tfoot", ELEMENT_FOOT),      NAME("li", ELEMENT_ITEM),
    NAME("p", ELEMENT_BLOCK | ELEMENT_PARAGRAPH),
    NAME("hr", ELEMENT_BLOCK | ELEMENT_VOID),
    NAME("details", ELEMENT_BLOCK | ELEMENT_DETAILS),
    NAME("ol", ELEMENT_BLOCK | ELEMENT_ITEMS),
    NAME("ul", ELEMENT_BLOCK | ELEMENT_ITEMS),
    NAME("table", ELEMENT_BLOCK | ELEMENT_TABLE),
    NAME("h1", ELEMENT_BLOCK | ELEMENT_HEADING),
    NAME("h2", ELEMENT_BLOCK | ELEMENT_HEADING),
    NAME("h3", ELEMENT_BLOCK | ELEMENT_HEADING),
    NAME("h4", ELEMENT_BLOCK | ELEMENT_HEADING),
    NAME("h5", ELEMENT_BLOCK | ELEMENT_HEADING),
    NAME("h6", ELEMENT_BLOCK | ELEMENT_HEADING),
    NAME("script", ELEMENT_RAW),      NAME("style", ELEMENT_RAW),
    NAME("math", ELEMENT_FOREIGN),    VOID_ELEMENT("area"),
    VOID_ELEMENT("base"),             VOID_ELEMENT("br"),
    VOID_ELEMENT("col"),              VOID_ELEMENT("embed"),
    VOID_ELEMENT("img"),              VOID_ELEMENT("input"),
    VOID_ELEMENT("link"),             VOID_ELEMENT("meta"),
    VOID_ELEMENT("source"),           VOID_ELEMENT("track"),
    VOID_ELEMENT("wbr"),              BLOCK_ELEMENT("address"),
    BLOCK_ELEMENT("article"),         BLOCK_ELEMENT("aside"),
    BLOCK_ELEMENT("blockquote"),      BLOCK_ELEMENT("dialog"),
    BLOCK_ELEMENT("div"),             BLOCK_ELEMENT("dl"),
    BLOCK_ELEMENT("fieldset"),        BLOCK_ELEMENT("figcaption"),
    BLOCK_ELEMENT("figure"),          BLOCK_ELEMENT("footer"),
    BLOCK_ELEMENT("form"),            BLOCK_ELEMENT("header"),
    BLOCK_ELEMENT("main"),            BLOCK_ELEMENT("nav"),
    BLOCK_ELEMENT("pre"),             BLOCK_ELEMENT("section"),
};
/* clang-format on */

unsigned
html_element_of(struct text name)
{
    for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
        if (elements[i].name.length == name.length &&
            elements[i].name.bytes[0] == name.bytes[0] &&
            text_equal(elements[i].name, name))
            return elements[i].kind;
    return 0;
}
