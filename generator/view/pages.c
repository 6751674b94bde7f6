#include "view/pages.h"

const struct page *const pages[PAGE_COUNT] = {
#define PAGE(name) [PAGE_##name] = &name##_page,
#include "view/pages.def"
#undef PAGE
};

