/*
 * What HTML says of elements by their names.
 */
#ifndef GATE_HTML_ELEMENTS_H
#define GATE_HTML_ELEMENTS_H

#include "base/text.h"

enum element {
    ELEMENT_VOID = 1,      /* has neither content nor closing tag */
    ELEMENT_BLOCK = 2,     /* its start tag makes a browser end a paragraph */
    ELEMENT_PARAGRAPH = 4, /* p */
    ELEMENT_LINK = 8,      /* a */
    ELEMENT_RAW = 16,      /* runs to its closing tag, whatever it holds */
    ELEMENT_FOREIGN = 32,  /* what is in it is not HTML */
    ELEMENT_CELL = 64,     /* td, */
    ELEMENT_HEAD = 128,    /* th */
    ELEMENT_ROW = 256,
    ELEMENT_BODY = 512, /* tbody, */
    ELEMENT_FOOT = 1024, /* tfoot */
    ELEMENT_TABLE = 2048,
    ELEMENT_ITEM = 4096,
    ELEMENT_ITEMS = 8192, /* ul, ol */
    ELEMENT_HEADING = 16384,
    ELEMENT_DETAILS = 32768
};

/* All of them that the element is; 0 for any other. */
unsigned html_element_of(struct text name);

#endif
