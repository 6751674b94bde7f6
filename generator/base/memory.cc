/*
 * Who asks for memory in C++ gets it, or the program ends, as everywhere.
 */
extern "C" {
#include "base/arena.h"
}

#include <cstdlib>
#include <new>

void *
operator new(std::size_t size)
{
    return arena_must(std::malloc(size > 0 ? size : 1));
}

void
operator delete(void *memory) noexcept
{
    std::free(memory);
}

void
operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}
