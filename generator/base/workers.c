#include "base/workers.h"

#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

enum { HANDS_MOST = WORKERS_SLOTS / 2 };

struct crew {
    const struct workers_job *work;
    size_t pieces;
    size_t slots; /* fewer keep more of them in the processors' caches */
    pthread_mutex_t lock;
    pthread_cond_t changed; /* any of what follows */
    size_t begun;           /* pieces, in order */
    size_t taken;
    bool is_made[WORKERS_SLOTS];
    bool is_over;
    size_t serving;    /* threads that have been started and not ended */
    void (*end)(void); /* what a thread has given up for */
};

static _Thread_local struct crew *served; /* by a thread that was started */

static size_t
processors(void)
{
    cpu_set_t set;

    return sched_getaffinity(0, sizeof(set), &set) == 0
               ? (size_t)CPU_COUNT(&set)
               : 1;
}

static bool
may_begin(const struct crew *crew)
{
    return crew->begun < crew->pieces &&
           crew->begun - crew->taken < crew->slots;
}

/* Called with the lock, which is open while the piece is being made. */
static void
make_next(struct crew *crew)
{
    size_t piece = crew->begun++, slot = piece % crew->slots;

    pthread_mutex_unlock(&crew->lock);
    crew->work->make(crew->work->data, piece, slot);
    pthread_mutex_lock(&crew->lock);
    crew->is_made[slot] = true;
    pthread_cond_broadcast(&crew->changed);
}

/* The same. */
static bool
take_next(struct crew *crew)
{
    size_t piece = crew->taken, slot = piece % crew->slots;
    bool good;

    pthread_mutex_unlock(&crew->lock);
    good = crew->work->take(crew->work->data, piece, slot);
    pthread_mutex_lock(&crew->lock);
    crew->is_made[slot] = false;
    crew->taken++;
    pthread_cond_broadcast(&crew->changed);
    return good;
}

static void *
serve(void *data)
{
    struct crew *crew = data;

    served = crew;
    pthread_mutex_lock(&crew->lock);
    while (!crew->is_over && crew->begun < crew->pieces)
        if (may_begin(crew))
            make_next(crew);
        else
            pthread_cond_wait(&crew->changed, &crew->lock);
    crew->serving--;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* A thread that has given up never ends by itself. */
static void
heed_end(const struct crew *crew)
{
    if (crew->end != NULL)
        crew->end();
}

/* Takes what is made, else helps to make; until no thread is at work. */
static bool
lead(struct crew *crew)
{
    bool good = true;

    pthread_mutex_lock(&crew->lock);
    while (good && crew->taken < crew->pieces) {
        heed_end(crew);
        if (crew->is_made[crew->taken % crew->slots])
            good = take_next(crew);
        else if (may_begin(crew))
            make_next(crew);
        else
            pthread_cond_wait(&crew->changed, &crew->lock);
    }
    crew->is_over = true;
    pthread_cond_broadcast(&crew->changed);
    while (heed_end(crew), crew->serving > 0)
        pthread_cond_wait(&crew->changed, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    return good;
}

/* Interrupts are the first thread's, which alone writes files; what a thread
   brings about itself, as by reading a file that has been cut, finds it. */
static size_t
start(struct crew *crew, pthread_t *threads, size_t wanted)
{
    static const int own[] = {SIGBUS, SIGSEGV, SIGFPE, SIGILL, SIGABRT};
    sigset_t blocked, before;
    size_t count = 0;

#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 1); /* each more would reserve 64 MB of addresses */
#endif
    sigfillset(&blocked);
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        sigdelset(&blocked, own[i]);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    pthread_mutex_lock(&crew->lock);
    while (count < wanted &&
           pthread_create(&threads[count], NULL, serve, crew) == 0)
        count++;
    crew->serving = count;
    pthread_mutex_unlock(&crew->lock);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return count;
}

bool
workers_run(const struct workers_job *work, size_t pieces)
{
    struct crew crew = {.work = work, .pieces = pieces};
    size_t hands = work->hands > 0 ? work->hands : processors();
    pthread_t threads[HANDS_MOST];
    size_t count = 0;
    bool good;

    if (hands > pieces)
        hands = pieces;
    if (hands > HANDS_MOST)
        hands = HANDS_MOST;
    crew.slots = hands > 1 ? 2 * hands : 1;
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.changed, NULL);
    if (hands > 1)
        count = start(&crew, threads, hands - 1);
    good = lead(&crew);
    while (count > 0)
        pthread_join(threads[--count], NULL);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.lock);
    return good;
}

void
workers_give_up(void (*end)(void))
{
    struct crew *crew = served;

    if (crew == NULL)
        return;
    pthread_mutex_lock(&crew->lock);
    crew->end = end;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
    for (;;)
        pause();
}
