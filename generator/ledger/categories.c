#include "ledger/categories.h"

/* clang-format off */
const struct choice_words field_words[] = {
    {1, "projects", "项目建设", "Project construction"},
    {2, "enterprises", "企业发展 企业服务", "Enterprise development"},
    {3, "grassroots", "基层治理", "Grassroots governance"},
    {4, "disputes", "矛盾化解", "Dispute settlement"},
    {5, "other", "其他", "Other"},
    {0, NULL, NULL, NULL},
};
/* clang-format on */
