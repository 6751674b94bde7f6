#include "publish/failure.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "publish/files.h"

/* What a clerk can do something about, in her words. */
static const struct {
    int number;
    const char *chinese;
} reasons[] = {
    {ENOSPC, "磁盘已满"},       {EDQUOT, "磁盘配额已用完"},
    {EFBIG, "文件超过上限"},    {EACCES, "没有权限"},
    {EPERM, "不允许"},          {EROFS, "磁盘只读"},
    {ENOENT, "不存在"},         {ENOTDIR, "不是文件夹"},
    {EISDIR, "是文件夹"},       {ELOOP, "是符号链接"},
    {EIO, "磁盘读写出错"},      {EMFILE, "打开的文件太多"},
    {EEXIST, "已有同名的东西"}, {ENAMETOOLONG, "名称太长"},
    {EILSEQ, "名称不是 UTF-8"},
};

bool
failure_report(const struct folder *folder, enum rule rule, const char *path,
               int reason)
{
    const char *chinese = "系统出错";
    const char *english = strerrordesc_np(reason);
    char detail[PATH_MAX];

    for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
        if (reasons[i].number == reason)
            chinese = reasons[i].chinese;
    snprintf(detail, sizeof(detail), "%s%s" BOTH("%s", "%s"), path,
             path[0] != '\0' ? ": " : "", chinese, english ? english : "?");
    return diag_report(folder->diag, rule,
                       &(struct finding){.place = {.path = folder->path},
                                         .detail = {text_of(detail)}});
}
