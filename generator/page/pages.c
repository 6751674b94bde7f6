#include "page/pages.h"

const struct page *const pages[PAGE_COUNT] = {
#define PAGE(name) [PAGE_##name] = &name##_page,
#include "page/pages.def"
#undef PAGE
};
