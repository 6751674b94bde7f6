#include "base/checksum.h"

#include <libdeflate.h>
#include <zlib.h>

uint32_t
checksum_add(uint32_t sum, struct text bytes)
{
    return libdeflate_crc32(sum, bytes.bytes, bytes.length);
}

uint32_t
checksum_join(uint32_t first, uint32_t second, size_t length)
{
    return (uint32_t)crc32_combine(first, second, (z_off_t)length);
}
