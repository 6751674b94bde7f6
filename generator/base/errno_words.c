#include "base/errno_words.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* What a clerk can do something about. */
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
    {EILSEQ, "名称不是 UTF-8"}, {EADDRINUSE, "已被占用"},
};

struct text
errno_words(int number, char buffer[ERRNO_WORDS_BYTES])
{
    const char *chinese = "系统出错";
    const char *english = strerror(number);

    for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
        if (reasons[i].number == number)
            chinese = reasons[i].chinese;
    snprintf(buffer, ERRNO_WORDS_BYTES, BOTH("%s", "%s"), chinese, english);
    return text_of(buffer);
}

bool
errno_report(struct diag *diag, enum rule rule, const char *path, int number)
{
    char words[ERRNO_WORDS_BYTES];

    return diag_report(
        diag, rule,
        &(struct finding){.place = {.path = path},
                          .detail = {errno_words(number, words)}});
}
