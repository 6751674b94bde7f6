#include "base/zip_reader.h"

#include <minizip/unzip.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/checksum.h"
#include "base/path.h"

enum {
    NAME_MOST = 512,
    PARTS_MOST = 4096,
    PIECE = 256 * 1024,
    FIRST_PIECE = PIECE / 4, /* often no more is asked for */
    PACKED_PIECE = PIECE / 4,
    RATIO_MOST = 100
};

#define UNPACKED_MOST ((size_t)1 << 30)

struct part {
    const char *name;
    unz64_file_pos place;
    size_t packed, size;
    uint32_t checksum;
    bool is_deflated;
    bool is_known_packing; /* this, or not packed at all */
    bool is_one_of_two;    /* of this name: nobody knows which is meant */
};

struct zip_reader {
    struct arena *arena;
    struct zip_source source;
    size_t at; /* where minizip reads */
    unzFile file;
    struct part *parts;
    size_t count;
    size_t unpacked, most;
};

static voidpf
open_bytes(voidpf zip, const void *name, int mode)
{
    (void)name, (void)mode;
    return zip;
}

static uLong
read_bytes(voidpf zip, voidpf stream, void *out, uLong size)
{
    struct zip_reader *reader = zip;
    size_t got =
        reader->source.read(reader->source.data, reader->at, out, size);

    (void)stream;
    reader->at += got;
    return got;
}

static ZPOS64_T
tell_bytes(voidpf zip, voidpf stream)
{
    (void)stream;
    return ((const struct zip_reader *)zip)->at;
}

static long
seek_bytes(voidpf zip, voidpf stream, ZPOS64_T offset, int origin)
{
    struct zip_reader *reader = zip;
    ZPOS64_T from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                    : origin == ZLIB_FILEFUNC_SEEK_CUR ? reader->at
                                                       : reader->source.size;

    (void)stream;
    if (offset > reader->source.size - from)
        return -1;
    reader->at = (size_t)(from + offset);
    return 0;
}

static int
nothing_wrong(voidpf zip, voidpf stream)
{
    (void)zip, (void)stream;
    return 0;
}

static size_t
read_text(void *data, size_t offset, char *room, size_t length)
{
    struct text piece = text_slice(*(const struct text *)data, offset, length);

    if (piece.length > 0)
        memcpy(room, piece.bytes, piece.length);
    return piece.length;
}

struct zip_source
zip_in_memory(struct text *bytes)
{
    return (struct zip_source){bytes->length, read_text, bytes};
}

size_t
zip_most_unpacked(size_t archive)
{
    return archive < UNPACKED_MOST / RATIO_MOST ? archive * RATIO_MOST
                                                : UNPACKED_MOST;
}

/* A name that is absolute, or goes up, or names a drive. */
static bool
leads_out(const char *name)
{
    return name[0] == '/' || (name[0] != '\0' && name[1] == ':') ||
           path_leads_up(name);
}

static enum zip_fault
add_part(struct zip_reader *zip)
{
    struct part *part = &zip->parts[zip->count];
    char name[NAME_MOST + 1] = "";
    unz_file_info64 info;

    if (unzGetCurrentFileInfo64(zip->file, &info, name, NAME_MOST, NULL, 0,
                                NULL, 0) != UNZ_OK ||
        info.size_filename > NAME_MOST || strlen(name) != info.size_filename ||
        unzGetFilePos64(zip->file, &part->place) != UNZ_OK)
        return ZIP_DAMAGED;
    for (char *c = name; *c != '\0'; c++)
        if (*c == '\\')
            *c = '/';
    if (leads_out(name))
        return ZIP_UNSAFE;
    if ((info.flag & 1) != 0)
        return ZIP_ENCRYPTED;
    if (info.uncompressed_size > zip->most - zip->unpacked)
        return ZIP_TOO_LARGE;
    zip->unpacked += (size_t)info.uncompressed_size;
    part->name = arena_copy(zip->arena, name, strlen(name));
    part->size = (size_t)info.uncompressed_size;
    part->packed = (size_t)info.compressed_size;
    part->checksum = (uint32_t)info.crc;
    part->is_deflated = info.compression_method == Z_DEFLATED;
    part->is_known_packing = part->is_deflated || info.compression_method == 0;
    zip->count++;
    return ZIP_SOUND;
}

static int
by_name(const void *a, const void *b)
{
    return strcasecmp(((const struct part *)a)->name,
                      ((const struct part *)b)->name);
}

static void
sort_parts(struct zip_reader *zip)
{
    struct part *parts = zip->parts;

    qsort(parts, zip->count, sizeof(*parts), by_name);
    for (size_t i = 1; i < zip->count; i++)
        if (by_name(&parts[i - 1], &parts[i]) == 0)
            parts[i - 1].is_one_of_two = parts[i].is_one_of_two = true;
}

static enum zip_fault
list_parts(struct zip_reader *zip)
{
    unz_global_info64 info;
    enum zip_fault fault = ZIP_SOUND;
    int status;

    if (unzGetGlobalInfo64(zip->file, &info) != UNZ_OK)
        return ZIP_DAMAGED;
    if (info.number_entry > PARTS_MOST)
        return ZIP_TOO_LARGE;
    zip->parts = arena_take(zip->arena, ((size_t)info.number_entry + 1) *
                                            sizeof(*zip->parts));
    status = unzGoToFirstFile(zip->file);
    while (status == UNZ_OK && fault == ZIP_SOUND &&
           zip->count < info.number_entry) {
        fault = add_part(zip);
        status = unzGoToNextFile(zip->file);
    }
    zip->unpacked = 0;
    if (fault == ZIP_SOUND && zip->count < info.number_entry)
        return ZIP_DAMAGED;
    sort_parts(zip);
    return fault;
}

struct zip_reader *
zip_reader_open(const struct zip_source *source, size_t most,
                enum zip_fault *fault)
{
    struct zip_reader *zip = arena_must(calloc(1, sizeof(*zip)));
    zlib_filefunc64_def functions = {.zopen64_file = open_bytes,
                                     .zread_file = read_bytes,
                                     .ztell64_file = tell_bytes,
                                     .zseek64_file = seek_bytes,
                                     .zclose_file = nothing_wrong,
                                     .zerror_file = nothing_wrong,
                                     .opaque = zip};

    zip->arena = arena_new();
    zip->source = *source;
    zip->most = most;
    zip->file = unzOpen2_64("", &functions);
    *fault = zip->file != NULL ? list_parts(zip) : ZIP_DAMAGED;
    if (*fault == ZIP_SOUND)
        return zip;
    zip_reader_close(zip);
    return NULL;
}

void
zip_reader_close(struct zip_reader *zip)
{
    if (zip->file != NULL)
        unzClose(zip->file);
    arena_free(zip->arena);
    free(zip);
}

static const struct part *
find_part(const struct zip_reader *zip, const char *name)
{
    return bsearch(&(struct part){.name = name}, zip->parts, zip->count,
                   sizeof(*zip->parts), by_name);
}

size_t
zip_reader_count(const struct zip_reader *zip)
{
    return zip->count;
}

const char *
zip_reader_name(const struct zip_reader *zip, size_t number)
{
    return zip->parts[number].name;
}

bool
zip_reader_has(const struct zip_reader *zip, const char *name)
{
    return find_part(zip, name) != NULL;
}

size_t
zip_reader_size(const struct zip_reader *zip, const char *name)
{
    return find_part(zip, name)->size;
}

/* What is said for want of memory ends us; all else is of the archive. */
static int
told(int status)
{
    if (status == UNZ_INTERNALERROR || status == Z_MEM_ERROR)
        arena_must(NULL);
    return status;
}

/* What is being unpacked, from where minizip says that it begins: itself it
   would copy and add up byte after byte. */
struct unpacking {
    struct zip_reader *zip;
    const struct part *part;
    const struct zip_taker *taker;
    char *packed, *piece;
    size_t at, left; /* to be read */
    size_t size;     /* taken */
    uint32_t checksum;
};

/* More of what is packed; 0 at its end, or where the archive is cut off. */
static size_t
read_packed(struct unpacking *unpacking, char *room, size_t most)
{
    const struct zip_source *source = &unpacking->zip->source;
    size_t got = source->read(source->data, unpacking->at, room,
                              unpacking->left < most ? unpacking->left : most);

    unpacking->at += got;
    unpacking->left -= got;
    return got;
}

static enum zip_fault
give(struct unpacking *unpacking, size_t length)
{
    struct zip_reader *zip = unpacking->zip;
    const struct zip_taker *taker = unpacking->taker;
    struct text piece = {unpacking->piece, length};

    if (length == 0)
        return ZIP_SOUND;
    if (length > unpacking->part->size - unpacking->size)
        return ZIP_DAMAGED;
    if (length > zip->most - zip->unpacked)
        return ZIP_TOO_LARGE;
    zip->unpacked += length;
    unpacking->size += length;
    unpacking->checksum = checksum_add(unpacking->checksum, piece);
    memset(unpacking->piece + length, 0, ZIP_PIECE_NULS);
    return taker->take(taker->data, unpacking->piece, length) ? ZIP_SOUND
                                                              : ZIP_STOPPED;
}

static enum zip_fault
give_stored(struct unpacking *unpacking)
{
    enum zip_fault fault = ZIP_SOUND;
    size_t got = 1;

    while (fault == ZIP_SOUND && got > 0) {
        got = read_packed(unpacking, unpacking->piece, PIECE);
        fault = give(unpacking, got);
    }
    return fault;
}

/* Fills a piece as far as there is anything; Z_STREAM_END at the end. */
static int
inflate_piece(struct unpacking *unpacking, z_stream *stream)
{
    int status = Z_OK;

    stream->next_out = (Bytef *)unpacking->piece;
    stream->avail_out = stream->total_out > 0 ? PIECE : FIRST_PIECE;
    while (status == Z_OK && stream->avail_out > 0) {
        if (stream->avail_in == 0) {
            stream->next_in = (Bytef *)unpacking->packed;
            stream->avail_in =
                (uInt)read_packed(unpacking, unpacking->packed, PACKED_PIECE);
        }
        status = told(inflate(stream, Z_NO_FLUSH));
    }
    return status;
}

static enum zip_fault
give_deflated(struct unpacking *unpacking)
{
    z_stream stream = {.avail_in = 0};
    enum zip_fault fault = ZIP_SOUND;
    int status = told(inflateInit2(&stream, -MAX_WBITS));

    while (fault == ZIP_SOUND && status == Z_OK) {
        status = inflate_piece(unpacking, &stream);
        if (status == Z_OK || status == Z_STREAM_END)
            fault = give(unpacking,
                         (size_t)((char *)stream.next_out - unpacking->piece));
    }
    inflateEnd(&stream);
    return fault == ZIP_SOUND && status != Z_STREAM_END ? ZIP_DAMAGED : fault;
}

static enum zip_fault
unpack(struct zip_reader *zip, const struct part *part,
       const struct zip_taker *taker)
{
    struct unpacking unpacking = {
        .zip = zip,
        .part = part,
        .taker = taker,
        .at = (size_t)unzGetCurrentFileZStreamPos64(zip->file),
        .left = part->packed,
        .packed = arena_must(malloc(PACKED_PIECE)),
        .piece = arena_must(malloc(PIECE + ZIP_PIECE_NULS))};
    enum zip_fault fault =
        part->is_deflated ? give_deflated(&unpacking) : give_stored(&unpacking);

    free(unpacking.packed);
    free(unpacking.piece);
    if (fault == ZIP_SOUND &&
        (unpacking.size != part->size || unpacking.checksum != part->checksum))
        return ZIP_DAMAGED;
    return fault;
}

enum zip_fault
zip_reader_part(struct zip_reader *zip, const char *name,
                const struct zip_taker *taker)
{
    const struct part *part = find_part(zip, name);
    unz64_file_pos place;
    enum zip_fault fault;

    if (part == NULL || !part->is_known_packing || part->is_one_of_two)
        return ZIP_DAMAGED;
    place = part->place;
    if (unzGoToFilePos64(zip->file, &place) != UNZ_OK ||
        told(unzOpenCurrentFile2(zip->file, NULL, NULL, 1)) != UNZ_OK)
        return ZIP_DAMAGED;
    fault = unpack(zip, part, taker);
    unzCloseCurrentFile(zip->file);
    return fault;
}
