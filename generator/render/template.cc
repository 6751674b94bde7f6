/*
 * ctemplate asks for names while it expands; we answer straight from the
 * view.  Three things come out better than with its own dictionary: a part
 * sees every name of the page around it, a name no page offers is reported
 * instead of leaving a hole in the report, and nothing is built for it.
 *
 * Templates are read and parsed once in the life of the process.
 */
extern "C" {
#include "render/template.h"

#include "base/arena.h"
#include "base/diag.h"
#include "render/asset.h"
#include "render/markdown.h"
#include "render/scope.h"
#include "view/view.h"
}

#include <algorithm>
#include <cctype>
#include <cstring>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <streambuf>
#include <string>
#include <vector>

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
/* {{NAME:x-md}} */
class MarkdownEscape : public ctemplate::TemplateModifier
{
  public:
    void
    Modify(const char *in, size_t length, const ctemplate::PerExpandData *,
           ctemplate::ExpandEmitter *out, const std::string &) const override
    {
        const struct text text = {in, length};
        size_t plain = 0;
        size_t at = 0;

        while ((at += markdown_plain(text, at)) < length) {
            size_t used;
            const char *instead = markdown_instead(text, at, &used);

            at += used;
            if (instead == nullptr)
                continue;
            out->Emit(in + plain, at - used - plain);
            out->Emit(instead);
            plain = at;
        }
        out->Emit(in + plain, length - plain);
    }
};

bool
ends(const std::string &path, const char *end)
{
    return text_ends(text_of(path.c_str()), end);
}

/* Blank lines mean something in Markdown only. */
ctemplate::Strip
strip(const std::string &path)
{
    return ends(path, ".md") ? ctemplate::DO_NOT_STRIP
                             : ctemplate::STRIP_BLANK_LINES;
}

/* What an HTML or XML template must begin with. */
const char *
guard(const std::string &path)
{
    return ends(path, ".xml")    ? "{{%AUTOESCAPE context=\"XML\""
           : ends(path, ".html") ? "{{%AUTOESCAPE context=\"HTML\""
                                 : "";
}

/* What ctemplate has to say about a template goes to std::cerr; we want it in
   a message.  Threads are heard each by itself. */
class Overheard : public std::streambuf
{
  public:
    /* Up to here, without the end of the line; and forgotten. */
    static std::string
    said()
    {
        std::string said = said_.substr(0, said_.find_last_not_of(" \n") + 1);

        said_.clear();
        return said;
    }

  protected:
    int
    overflow(int byte) override
    {
        said_ += static_cast<char>(byte);
        return 0;
    }

  private:
    static thread_local std::string said_;
};

thread_local std::string Overheard::said_;

/* The templates parsed so far, the one modifier of ours, and the paths that
   messages name, which may be printed long after.  Pages may be made by
   several threads, and the program may end while they are at it: this is
   never taken down. */
class Templates
{
  public:
    static Templates &
    all()
    {
        static Templates *templates = new Templates;
        return *templates;
    }

    const char *
    lasting(const std::string &path)
    {
        std::lock_guard<std::recursive_mutex> lock(mutex_);

        return paths_.insert(path).first->c_str();
    }

    /* False, with a message, if the template is missing or wrong. */
    bool
    load(const struct expansion &expansion, const std::string &path)
    {
        std::lock_guard<std::recursive_mutex> lock(mutex_);
        struct text content;

        if (loaded_.count(path) != 0)
            return true;
        if (!asset_read(expansion.arena, lasting(path), expansion.diag,
                        &content))
            return false;
        if (!text_starts(content, guard(path)))
            return refuse(path, guard(path), expansion.diag);
        if (!cache.StringToTemplateCache(path, content.bytes, content.length,
                                         strip(path)))
            return refuse(path, Overheard::said(), expansion.diag);
        loaded_.insert(path);
        return true;
    }

    bool
    refuse(const std::string &path, const std::string &why, struct diag *diag)
    {
        struct finding finding = {};

        finding.place.path = lasting(path);
        finding.detail[0] = {why.data(), why.size()};
        return diag_report(diag, RULE_TEMPLATE_INVALID, &finding);
    }

    ctemplate::TemplateCache cache;

  private:
    Templates()
    {
        std::cerr.rdbuf(&overheard_);
        ctemplate::AddModifier("x-md", &markdown_);
    }

    std::set<std::string> loaded_;
    std::set<std::string> paths_;
    MarkdownEscape markdown_;
    Overheard overheard_;
    std::recursive_mutex mutex_;
};

/* One call: where its templates lie, and what has become of them. */
struct Paths {
    std::string folder;
    std::string end;
    std::map<std::string, std::string> parts; /* by name, as asked for */
    std::string &expanded;                    /* so far */
    std::vector<size_t> starts; /* in it, of the items of outermost lists */
};

/* {{>BAR_CHART}} is parts/bar_chart.html; "pages/list" is pages/list.html. */
std::string
part_path(const Paths &paths, std::string part)
{
    if (part.find('/') != std::string::npos)
        return paths.folder + "/" + part + paths.end;
    for (char &letter : part)
        letter =
            static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return paths.folder + "/parts/" + part + paths.end;
}

/* One view as ctemplate wants to see it. */
class Names : public TemplateDictionaryInterface
{
  public:
    Names(Paths &paths, const struct scope &scope)
        : paths_(paths), scope_(scope)
    {
    }

  protected:
    TemplateString
    GetValue(const TemplateString &name) const override
    {
        struct text text = scope_text(&scope_, {name.data(), name.size()});
        return {text.bytes, text.length};
    }

    bool
    IsHiddenSection(const TemplateString &name) const override
    {
        /* ctemplate shows what stands between two items by itself. */
        if (text_ends({name.data(), name.size()}, "_separator"))
            return true;
        return !scope_first(&scope_, {name.data(), name.size()});
    }

    bool
    IsUnhiddenSection(const TemplateString &name) const override
    {
        return !IsHiddenSection(name);
    }

    /* Asked once, where the part stands; one that is made already is put in
       here, and ctemplate goes on behind it. */
    bool
    IsHiddenTemplate(const TemplateString &name) const override
    {
        struct text made;
        bool is_made = scope_part(&scope_, {name.data(), name.size()}, &made);

        if (is_made)
            paths_.expanded.append(made.bytes, made.length);
        return is_made;
    }

    const char *
    GetIncludeTemplateName(const TemplateString &name, int) const override
    {
        std::string part(name.data(), name.size());
        bool is_page = part == "BODY";

        if (is_page) {
            TemplateString body = GetValue("BODY");
            part = std::string("pages/").append(body.data(), body.size());
        }
        std::string &path = paths_.parts[part];

        if (path.empty()) {
            path = part_path(paths_, part);
            if (!Templates::all().load(*scope_.expansion, path))
                scope_.expansion->is_complete = false;
        }
        if (is_page)
            scope_.expansion->path = Templates::all().lasting(path);
        return path.c_str();
    }

    Iterator *CreateTemplateIterator(const TemplateString &) const override;
    Iterator *CreateSectionIterator(const TemplateString &name) const override;

    void
    DumpToString(std::string *, int) const override
    {
    }

  private:
    class Views;

    Paths &paths_;
    struct scope scope_;
};

/* A part is expanded once, with the names of the place it stands in; a
   section once for each view of its list. */
class Names::Views : public Names::Iterator
{
  public:
    Views(const Names &names, const struct view *first, bool is_part)
        : next_(first), is_part_(is_part), current_(names.paths_, names.scope_)
    {
        if (!is_part)
            current_.scope_.outer = &names.scope_;
    }
    bool
    HasNext() const override
    {
        return next_ != nullptr;
    }
    const TemplateDictionaryInterface &
    Next() override
    {
        if (!is_part_ && current_.scope_.outer->outer == nullptr)
            current_.paths_.starts.push_back(current_.paths_.expanded.size());
        current_.scope_.view = next_;
        next_ = is_part_ ? nullptr : next_->next;
        return current_;
    }

  private:
    const struct view *next_;
    bool is_part_;
    Names current_;
};

Names::Iterator *
Names::CreateTemplateIterator(const TemplateString &) const
{
    return new Views(*this, scope_.view, true);
}

Names::Iterator *
Names::CreateSectionIterator(const TemplateString &name) const
{
    return new Views(*this, scope_first(&scope_, {name.data(), name.size()}),
                     false);
}

/* False when something was reported. */
bool
expand(const struct template_names *names, struct scope *outermost,
       Paths &paths)
{
    Templates &templates = Templates::all();
    struct expansion &expansion = *outermost->expansion;
    std::string path = part_path(paths, names->path);

    expansion.path = templates.lasting(path);
    if (!templates.load(expansion, path))
        return false;

    Names dictionary(paths, *outermost);
    ctemplate::StringEmitter emitter(&paths.expanded);

    return templates.cache.ExpandWithData(path, strip(path), &dictionary,
                                          nullptr, &emitter) &&
           expansion.is_complete;
}

} // namespace

extern "C" bool
template_expand(struct arena *arena, const struct template_names *names,
                const struct view *view, struct diag *diag,
                struct template_made *made)
{
    struct expansion expansion = {arena,          diag, nullptr,
                                  view->language, true, nullptr};
    struct scope outermost = {&expansion, view, nullptr};

    try {
        static thread_local std::string expanded; /* its room is used again */
        Paths paths = {names->folder,
                       std::string(".") + names->extension,
                       {},
                       expanded,
                       {}};
        expanded.clear();
        bool good = expand(names, &outermost, paths);

        made->text =
            text_copy(arena, {paths.expanded.data(), paths.expanded.size()});
        made->count = paths.starts.size();
        paths.starts.push_back(paths.expanded.size());
        made->starts = static_cast<size_t *>(
            arena_take(arena, paths.starts.size() * sizeof(size_t)));
        std::copy(paths.starts.begin(), paths.starts.end(), made->starts);
        return good;
    } catch (const std::exception &fault) {
        Templates::all().refuse(names->path, fault.what(), diag);
    }
    return false;
}

extern "C" void
template_prepare(void)
{
    Templates::all();
}
