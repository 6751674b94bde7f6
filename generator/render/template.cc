/*
 * ctemplate asks for names while it expands; we answer straight from the
 * view.  Three things come out better than with its own dictionary: a part
 * sees every name of the page around it, a name no page offers is reported
 * instead of leaving a hole in the report, and nothing is built for it.
 *
 * Templates are read and parsed once in the life of the process.
 */
/* The C headers of ours know nothing of C++. */
extern "C" {
#include "render/template.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "render/markdown.h"
#include "view/view.h"
#include "view/wording.h"
}

#include <cctype>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <new>
#include <set>
#include <sstream>
#include <string>

#include <execinfo.h>

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_enums.h>
#include <ctemplate/template_modifiers.h>
#include <ctemplate/template_string.h>

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

namespace
{

/* ctemplate writes into a buffer of ours. */
class Emitter : public ctemplate::ExpandEmitter
{
  public:
    explicit Emitter(struct arena *arena) : buffer_{arena, {}, {}, 0}
    {
    }
    void
    Emit(char c) override
    {
        buffer_put_bytes(&buffer_, &c, 1);
    }
    void
    Emit(const std::string &s) override
    {
        buffer_put_bytes(&buffer_, s.data(), s.size());
    }
    void
    Emit(const char *s) override
    {
        buffer_put_bytes(&buffer_, s, std::strlen(s));
    }
    void
    Emit(const char *s, size_t length) override
    {
        buffer_put_bytes(&buffer_, s, length);
    }
    struct text
    text() const
    {
        return buffer_text(&buffer_);
    }

  private:
    struct buffer buffer_;
};

/* {{NAME:x-md}} */
class MarkdownEscape : public ctemplate::TemplateModifier
{
  public:
    void
    Modify(const char *in, size_t length, const ctemplate::PerExpandData *,
           ctemplate::ExpandEmitter *out, const std::string &) const override
    {
        size_t plain = 0;
        size_t used;

        for (size_t at = 0; at < length; at += used) {
            const char *instead = markdown_instead({in, length}, at, &used);

            if (instead == nullptr)
                continue;
            out->Emit(in + plain, at - plain);
            out->Emit(instead);
            plain = at + used;
        }
        out->Emit(in + plain, length - plain);
    }
};

/* The templates parsed so far, and the one modifier of ours.  What ctemplate
   has to say about a template goes to std::cerr; we want it in a message. */
class Templates
{
  public:
    static Templates &
    all()
    {
        static Templates templates;

        return templates;
    }

    /* False, with a message, if the template is missing or wrong. */
    bool
    load(const std::string &path, struct diag *diag)
    {
        if (loaded_.count(path) != 0)
            return true;

        std::string content;

        if (!read(path, &content))
            return refuse(path, path, diag);
        if (!is_guarded(path, content))
            return refuse(path, "{{%AUTOESCAPE …}}", diag);

        std::ostringstream said;
        std::streambuf *usual = std::cerr.rdbuf(said.rdbuf());
        bool parsed = cache_.StringToTemplateCache(path, content.data(),
                                                   content.size(), strip(path));

        std::cerr.rdbuf(usual);
        if (!parsed)
            return refuse(path, said.str(), diag);
        loaded_.insert(path);
        return true;
    }

    /* A path for a message, which may be printed long after. */
    const char *
    lasting(const std::string &path)
    {
        return paths_.insert(path).first->c_str();
    }

    bool
    expand(const std::string &path, const TemplateDictionaryInterface &names,
           Emitter *emitter)
    {
        return cache_.ExpandWithData(path, strip(path), &names, nullptr,
                                     emitter);
    }

  private:
    Templates()
    {
        ctemplate::AddModifier("x-md", &markdown_);
    }

    /* Blank lines mean something in Markdown only. */
    static ctemplate::Strip
    strip(const std::string &path)
    {
        return ends(path, ".md") ? ctemplate::DO_NOT_STRIP
                                 : ctemplate::STRIP_BLANK_LINES;
    }

    static bool
    ends(const std::string &whole, const std::string &end)
    {
        return whole.size() >= end.size() &&
               whole.compare(whole.size() - end.size(), end.size(), end) == 0;
    }

    static bool
    is_guarded(const std::string &path, const std::string &content)
    {
        const char *guard = ends(path, ".xml")
                                ? "{{%AUTOESCAPE context=\"XML\""
                                : "{{%AUTOESCAPE context=\"HTML\"";

        return ends(path, ".md") ||
               content.compare(0, std::strlen(guard), guard) == 0;
    }

    static bool
    read(const std::string &path, std::string *content)
    {
        std::FILE *file = std::fopen(path.c_str(), "rb");
        char block[4096];
        size_t length;

        if (file == nullptr)
            return false;
        while ((length = std::fread(block, 1, sizeof(block), file)) > 0)
            content->append(block, length);
        bool complete = std::ferror(file) == 0;
        std::fclose(file);
        return complete;
    }

    bool
    refuse(const std::string &path, std::string why, struct diag *diag)
    {
        struct finding finding = {};

        while (!why.empty() &&
               std::isspace(static_cast<unsigned char>(why[why.size() - 1])))
            why.pop_back();
        finding.place.path = lasting(path);
        finding.detail[0] = {why.data(), why.size()};
        return diag_report(diag, RULE_TEMPLATE_INVALID, &finding);
    }

    ctemplate::TemplateCache cache_;
    std::set<std::string> loaded_;
    std::set<std::string> paths_;
    MarkdownEscape markdown_;
};

/* One call of template_expand. */
struct Expansion {
    std::string folder;
    std::string body; /* stands in for {{>BODY}} */
    std::string extension;
    enum language language;
    struct diag *diag;
    std::map<std::string, std::string> parts; /* paths by name */
    std::set<std::string> unknown;            /* names already reported */
    bool complete = true;
};

/* One view as ctemplate wants to see it. */
class Names : public TemplateDictionaryInterface
{
  public:
    Names(Expansion &expansion, const struct view *view, const Names *outer)
        : expansion_(expansion), view_(view), outer_(outer)
    {
    }

  protected:
    TemplateString
    GetValue(const TemplateString &name) const override
    {
        static const char prefix[] = "SAY_";
        const size_t skip = sizeof(prefix) - 1;
        struct text said = {"", 0};

        if (name.size() > skip && std::memcmp(name.data(), prefix, skip) == 0) {
            struct text wanted = {name.data() + skip, name.size() - skip};

            if (!say_named(expansion_.language, wanted, &said))
                report(name);
        } else if (const struct view_name *entry = find(name, false)) {
            said = entry->text;
        }
        return TemplateString(said.bytes ? said.bytes : "", said.length);
    }

    bool
    IsHiddenSection(const TemplateString &name) const override
    {
        const struct view_name *entry = find(name, true);

        return entry == nullptr || entry->first == nullptr;
    }

    bool
    IsUnhiddenSection(const TemplateString &name) const override
    {
        return !IsHiddenSection(name);
    }

    bool
    IsHiddenTemplate(const TemplateString &) const override
    {
        return false;
    }

    /* {{>BAR_CHART}} is parts/bar_chart.html. */
    const char *
    GetIncludeTemplateName(const TemplateString &name, int) const override
    {
        std::string part(name.data(), name.size());
        std::string &path = expansion_.parts[part];

        if (!path.empty())
            return path.c_str();
        for (char &letter : part)
            letter = static_cast<char>(
                std::tolower(static_cast<unsigned char>(letter)));
        path = part == "body" ? expansion_.body
                              : expansion_.folder + "/parts/" + part + "." +
                                    expansion_.extension;
        if (!Templates::all().load(path, expansion_.diag))
            expansion_.complete = false;
        return path.c_str();
    }

    Iterator *CreateTemplateIterator(const TemplateString &) const override;
    Iterator *CreateSectionIterator(const TemplateString &name) const override;

    void
    DumpToString(std::string *, int) const override
    {
    }

  private:
    class Once;
    class Each;

    const struct view_name *
    find(const TemplateString &name, bool is_list) const
    {
        for (const Names *names = this; names; names = names->outer_)
            if (const struct view_name *entry =
                    view_find(names->view_, name.data(), name.size(), is_list))
                return entry;
        report(name);
        return nullptr;
    }

    void
    report(const TemplateString &name) const
    {
        struct finding finding = {};

        expansion_.complete = false;
        if (!expansion_.unknown.emplace(name.data(), name.size()).second)
            return;
        finding.place.path = Templates::all().lasting(expansion_.body);
        finding.detail[0] = {name.data(), name.size()};
        diag_report(expansion_.diag, RULE_TEMPLATE_NAME, &finding);
    }

    Expansion &expansion_;
    const struct view *view_;
    const Names *outer_;
};

/* A part is expanded once, with the names of the place it stands in. */
class Names::Once : public Names::Iterator
{
  public:
    explicit Once(const Names &names) : names_(names)
    {
    }
    bool
    HasNext() const override
    {
        return !done_;
    }
    const TemplateDictionaryInterface &
    Next() override
    {
        done_ = true;
        return names_;
    }

  private:
    const Names &names_;
    bool done_ = false;
};

/* A section is expanded once for each view of its list. */
class Names::Each : public Names::Iterator
{
  public:
    Each(const Names &outer, const struct view *first)
        : next_(first), current_(outer.expansion_, nullptr, &outer)
    {
    }
    bool
    HasNext() const override
    {
        return next_ != nullptr;
    }
    const TemplateDictionaryInterface &
    Next() override
    {
        current_.view_ = next_;
        next_ = next_->next;
        return current_;
    }

  private:
    const struct view *next_;
    Names current_;
};

Names::Iterator *
Names::CreateTemplateIterator(const TemplateString &) const
{
    return new Once(*this);
}

Names::Iterator *
Names::CreateSectionIterator(const TemplateString &name) const
{
    const struct view_name *entry = find(name, true);

    return new Each(*this, entry ? entry->first : nullptr);
}

/* The text, or false when something was reported. */
bool
expand(struct arena *arena, const struct template_names *names,
       const struct view *view, struct diag *diag, struct text *result)
{
    Expansion expansion;
    std::string end = std::string(".") + names->extension;
    Templates &templates = Templates::all();

    expansion.folder = names->folder;
    expansion.extension = names->extension;
    expansion.language = view->language;
    expansion.diag = diag;

    std::string layout = expansion.folder + "/layouts/" + names->layout + end;

    expansion.body =
        names->body ? expansion.folder + "/pages/" + names->body + end : layout;
    if (!templates.load(layout, diag) || !templates.load(expansion.body, diag))
        return false;

    Names outermost(expansion, view, nullptr);
    Emitter emitter(arena);
    std::ostringstream said; /* a missing part is reported by its loading */
    std::streambuf *usual = std::cerr.rdbuf(said.rdbuf());
    bool expanded = templates.expand(layout, outermost, &emitter);

    std::cerr.rdbuf(usual);
    *result = emitter.text();
    return expanded && expansion.complete;
}

} // namespace

extern "C" bool
template_expand(struct arena *arena, const struct template_names *names,
                const struct view *view, struct diag *diag, struct text *result)
{
    try {
        return expand(arena, names, view, diag, result);
    } catch (const std::bad_alloc &) {
        arena_must(nullptr);
    } catch (const std::exception &fault) {
        struct finding finding = {};

        finding.place.path = Templates::all().lasting(names->layout);
        finding.detail[0] = text_of(fault.what());
        diag_report(diag, RULE_TEMPLATE_INVALID, &finding);
    }
    return false;
}

extern "C" void
template_prepare(void)
{
    void *frames[1];

    backtrace(frames, 1);
    try {
        Templates::all();
    } catch (const std::exception &) {
        arena_must(nullptr);
    }
}
