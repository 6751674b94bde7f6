#include "base/xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { DEEPEST = 256, LONGEST_TOKEN = 1024 * 1024 };

struct xml {
    XML_Parser parser;
    struct xml_handlers handlers;
    size_t depth;
    size_t fed; /* bytes */
    enum xml_fault fault;
};

static const char *
without_prefix(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

static void
stop(struct xml *xml, enum xml_fault fault)
{
    if (xml->fault == XML_FAULT_NONE)
        xml->fault = fault;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void XMLCALL
start_element(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *xml = data;

    if (++xml->depth > DEEPEST)
        stop(xml, XML_FAULT_FORM);
    else if (xml->handlers.start != NULL && xml->fault == XML_FAULT_NONE)
        xml->handlers.start(xml->handlers.data, without_prefix(name),
                            attributes);
}

/* expat still tells the end of an empty element that it was stopped in. */
static void XMLCALL
end_element(void *data, const XML_Char *name)
{
    struct xml *xml = data;

    xml->depth--;
    if (xml->handlers.end != NULL && xml->fault == XML_FAULT_NONE)
        xml->handlers.end(xml->handlers.data, without_prefix(name));
}

static void XMLCALL
text(void *data, const XML_Char *bytes, int length)
{
    const struct xml *xml = data;

    if (xml->handlers.text != NULL && xml->fault == XML_FAULT_NONE)
        xml->handlers.text(xml->handlers.data, bytes, (size_t)length);
}

static void XMLCALL
comment(void *data, const XML_Char *words)
{
    const struct xml *xml = data;

    if (xml->fault == XML_FAULT_NONE)
        xml->handlers.comment(xml->handlers.data, words);
}

static void XMLCALL
start_doctype(void *data, const XML_Char *name, const XML_Char *system,
              const XML_Char *public, int has_subset)
{
    (void)name, (void)system, (void)public, (void)has_subset;
    stop(data, XML_FAULT_DOCTYPE);
}

struct xml *
xml_open(const struct xml_handlers *handlers)
{
    struct xml *xml = arena_must(malloc(sizeof(*xml)));

    *xml = (struct xml){.parser = arena_must(XML_ParserCreate(NULL)),
                        .handlers = *handlers};
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, start_element, end_element);
    if (handlers->text != NULL)
        XML_SetCharacterDataHandler(xml->parser, text);
    if (handlers->comment != NULL)
        XML_SetCommentHandler(xml->parser, comment);
    XML_SetStartDoctypeDeclHandler(xml->parser, start_doctype);
    return xml;
}

void
xml_close(struct xml *xml)
{
    XML_ParserFree(xml->parser);
    free(xml);
}

static bool
parse(struct xml *xml, const char *bytes, size_t length, bool is_last)
{
    if (xml->fault != XML_FAULT_NONE)
        return false;
    if (XML_Parse(xml->parser, bytes, (int)length, is_last) == XML_STATUS_OK)
        return true;
    if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
        arena_must(NULL);
    stop(xml, XML_FAULT_FORM);
    return false;
}

bool
xml_feed(struct xml *xml, const char *bytes, size_t length)
{
    size_t told;

    if (!parse(xml, bytes, length, false))
        return false;
    xml->fed += length;
    told = (size_t)XML_GetCurrentByteIndex(xml->parser);
    if (told < xml->fed && xml->fed - told > LONGEST_TOKEN)
        stop(xml, XML_FAULT_FORM);
    return xml->fault == XML_FAULT_NONE;
}

bool
xml_end(struct xml *xml)
{
    return parse(xml, "", 0, true);
}

void
xml_stop(struct xml *xml)
{
    stop(xml, XML_FAULT_STOPPED);
}

bool
xml_is_sound(const struct xml *xml)
{
    return xml->fault == XML_FAULT_NONE;
}

enum xml_fault
xml_fault_of(const struct xml *xml)
{
    return xml->fault;
}

const char *
xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes != NULL; attributes += 2)
        if (strcmp(without_prefix(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}
