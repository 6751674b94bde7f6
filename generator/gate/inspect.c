#include "gate/inspect.h"

#include "base/json.h"
#include "base/utf8.h"
#include "base/zip_reader.h"
#include "file/sliding_read.h"
#include "gate/figure_marks.h"
#include "gate/html.h"
#include "gate/leak.h"
#include "gate/link_extract.h"
#include "gate/linked_numbers.h"
#include "gate/listed_rows.h"
#include "gate/office_file.h"
#include "gate/page_facts.h"

/* A page while it is read. */
struct reading {
    struct page_facts *seen;
    struct figure_marks shown;
    struct listed_rows listed;
    struct linked_numbers numbers;
};

static void
read_tag(void *data, const struct html_tag *tag)
{
    struct reading *reading = data;

    link_extract_tag(reading->seen, tag);
    listed_rows_tag(&reading->listed, tag);
    if (reading->seen->counts == NULL)
        return;
    figure_marks_tag(&reading->shown, tag);
    linked_numbers_tag(&reading->numbers, tag);
}

static void
read_text(void *data, struct text text)
{
    struct reading *reading = data;

    listed_rows_text(&reading->listed, text);
    if (reading->seen->counts == NULL)
        return;
    figure_marks_text(&reading->shown, text);
    linked_numbers_text(&reading->numbers, text);
}

static void
read_page(struct page_facts *seen, struct text page, bool is_xml)
{
    struct reading reading = {.seen = seen,
                              .shown = {.seen = seen},
                              .listed = {.seen = seen},
                              .numbers = {.seen = seen}};
    const struct html_reader reader = {read_tag, read_text, &reading};
    const struct html_reader nobody = {NULL, NULL, NULL};
    struct html_fault fault;
    bool good = is_xml ? html_read_xml(page, &nobody, &fault)
                       : html_read(page, &reader, &fault);

    if (!good)
        page_facts_wrong(seen, RULE_GATE_HTML, "%zu: %s", fault.line,
                         fault.what);
    if (is_xml)
        return;
    listed_rows_end(&reading.listed);
    linked_numbers_end(&reading.numbers);
}

static void
read_json(struct page_facts *seen, struct text text)
{
    struct json_t *json = json_parse(text);

    if (json == NULL)
        page_facts_wrong(seen, RULE_GATE_HTML, "JSON");
    json_free(json);
}

/* Whether it is read as characters. */
static bool
is_text(struct text name)
{
    static const char *const ends[] = {".html", ".xml", ".md",    ".json",
                                       ".css",  ".js",  ".jsonl", ".txt"};

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        if (text_ends(name, ends[i]))
            return true;
    return false;
}

/* Fills the sighting; true if the content is UTF-8. */
static bool
read_content(struct page_facts *seen, struct text content)
{
    struct text name = text_of(seen->path);
    size_t invalid;
    bool is_utf8 = utf8_is_valid(content, &invalid);

    if (is_text(name) && !is_utf8)
        page_facts_wrong(seen, RULE_GATE_HTML, "%zu: UTF-8", invalid);
    else if (text_ends(name, ".xml") &&
             text_fit(seen->arena, content).length != content.length)
        page_facts_wrong(seen, RULE_GATE_HTML, "XML");
    else if (text_ends(name, ".html") || text_ends(name, ".xml")) {
        read_page(seen, content, text_ends(name, ".xml"));
    } else if (text_ends(name, ".md")) {
        link_extract_markdown(seen, content);
        if (seen->counts != NULL)
            figure_marks_markdown(seen, content);
    } else if (text_ends(name, ".json")) {
        read_json(seen, content);
    }
    return is_utf8;
}

void
inspect_text(struct page_facts *seen, struct text content)
{
    read_content(seen, content);
}

static void
read_anchor(void *data, const struct html_tag *tag)
{
    struct text id;

    if (html_attribute(tag, HTML_ID, &id))
        page_facts_anchor(data, id);
}

void
inspect_anchors(struct page_facts *seen, struct text content)
{
    const struct html_reader reader = {read_anchor, NULL, seen};
    struct html_fault ignored;

    if (text_ends(text_of(seen->path), ".html"))
        html_read(content, &reader, &ignored);
    else
        inspect_text(seen, content);
}

/* Whether a personal value is found, which is noted. */
static bool
leaks_in(const struct inspection *examination, struct page_facts *seen,
         struct text bytes, bool is_utf8)
{
    struct leak_find find;

    if (examination->leak == NULL ||
        !leak_find(examination->leak, seen->arena, bytes, is_utf8, &find))
        return false;
    page_facts_wrong(seen, RULE_GATE_LEAK, "%s: %.*s", find.writing,
                     TEXT_ARG(find.value));
    return true;
}

static bool
leaks(const struct inspection *examination, struct page_facts *seen,
      struct text bytes)
{
    size_t ignored;

    return leaks_in(examination, seen, bytes, utf8_is_valid(bytes, &ignored));
}

static bool
leaks_in_name(const struct inspection *examination, struct page_facts *seen)
{
    return leaks(examination, seen, text_of(seen->path));
}

/* Records are looked at as many at once as there is room for: no value goes
   from one into the next. */
static int
examine_records(const struct inspection *examination,
                struct sliding_read *window, struct page_facts *seen)
{
    struct figure_marks_csv csv = {.seen = seen};
    bool is_told = leaks_in_name(examination, seen);
    size_t behind = 0;
    int failure;

    do {
        failure = sliding_read_slide(window, behind);
        if (failure != 0)
            break;
        behind =
            figure_marks_csv(&csv, sliding_read_text(window), window->is_last);
        is_told =
            is_told || leaks(examination, seen,
                             text_slice(sliding_read_text(window), 0, behind));
    } while (!window->is_last);
    figure_marks_csv_end(&csv, PAGE_FACTS_CSV);
    return failure;
}

/* What is searched piece by piece, until something is found. */
struct hearing {
    const struct inspection *examination;
    struct page_facts *seen;
    bool is_told;
};

static void
hear(void *data, struct text said)
{
    struct hearing *hearing = data;

    hearing->is_told =
        hearing->is_told || leaks(hearing->examination, hearing->seen, said);
}

/* A file whose parts are read where they are, and what stopped that. */
struct parted {
    struct file *file;
    int failure;
};

static size_t
read_parted(void *data, size_t offset, char *room, size_t length)
{
    struct parted *parted = data;
    size_t got = 0;

    if (parted->failure == 0)
        parted->failure = file_seek(parted->file, offset);
    if (parted->failure == 0)
        parted->failure = file_read(parted->file, room, length, &got);
    return got;
}

static int
examine_office_file(const struct inspection *examination,
                    struct sliding_read *window, struct page_facts *seen)
{
    struct hearing hearing = {examination, seen,
                              leaks_in_name(examination, seen)};
    struct parted parted = {&window->file, 0};
    struct zip_source archive = {(size_t)window->file.size, read_parted,
                                 &parted};

    office_file_read(seen, &archive, &(struct office_listener){hear, &hearing});
    return parted.failure;
}

static int
examine_whole(const struct inspection *examination, struct sliding_read *window,
              struct page_facts *seen)
{
    int failure = sliding_read_rest(window);
    bool is_utf8;

    if (failure != 0)
        return failure;
    is_utf8 = read_content(seen, sliding_read_text(window));
    if (!leaks_in_name(examination, seen))
        leaks_in(examination, seen, sliding_read_text(window), is_utf8);
    return 0;
}

int
inspect(const struct inspection *examination, struct page_facts *seen)
{
    struct sliding_read window;
    struct text name = text_of(seen->path);
    int failure = sliding_read_open(&window, examination->folder, seen->path);
    int closing;

    if (failure == 0)
        failure = text_ends(name, ".csv")
                      ? examine_records(examination, &window, seen)
                  : office_file_is(name)
                      ? examine_office_file(examination, &window, seen)
                      : examine_whole(examination, &window, seen);
    closing = sliding_read_close(&window);
    return failure != 0 ? failure : closing;
}
