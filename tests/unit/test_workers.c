#include "support/test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/workers.h"

enum { PIECES = 300 };

static struct {
    size_t slots[WORKERS_SLOTS]; /* what was made there */
    atomic_size_t made[PIECES];
    atomic_size_t ahead, most_ahead;
    size_t taken;
    size_t refused;
    pthread_t caller;
    pthread_t makers[PIECES];
    bool is_mixed_up;
    bool is_patient; /* the caller waits until another has made one */
    atomic_bool has_others;
    atomic_bool has_given_up;
} seen;

static int
begin(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof(seen));
    seen.refused = PIECES;
    seen.caller = pthread_self();
    return 0;
}

static void
make(void *data, size_t piece, size_t slot)
{
    size_t ahead = atomic_fetch_add(&seen.ahead, 1) + 1;
    size_t most = atomic_load(&seen.most_ahead);

    (void)data;
    if (!pthread_equal(pthread_self(), seen.caller))
        atomic_store(&seen.has_others, true);
    while (seen.is_patient && !atomic_load(&seen.has_others))
        usleep(100); /* however busy the machine is */
    while (ahead > most &&
           !atomic_compare_exchange_weak(&seen.most_ahead, &most, ahead))
        continue;
    if (piece % 7 == 0) /* later pieces are done before this one */
        usleep(200);
    seen.makers[piece] = pthread_self();
    seen.slots[slot] = piece;
    atomic_fetch_add(&seen.made[piece], 1);
}

static bool
take(void *data, size_t piece, size_t slot)
{
    (void)data;
    if (seen.slots[slot] != piece || piece != seen.taken ||
        !pthread_equal(pthread_self(), seen.caller))
        seen.is_mixed_up = true;
    seen.taken++;
    atomic_fetch_sub(&seen.ahead, 1);
    return piece != seen.refused;
}

static bool
run(size_t hands, size_t pieces)
{
    const struct workers_job work = {make, take, NULL, hands};

    return workers_run(&work, pieces);
}

static void
pieces_are_taken_in_order_on_the_callers_thread(void **state)
{
    (void)state;
    for (size_t hands = 1; hands <= 8; hands++) {
        begin(NULL);
        assert_true(run(hands, PIECES));
        assert_int_equal(seen.taken, PIECES);
        assert_false(seen.is_mixed_up);
    }
}

static void
every_piece_is_made_once(void **state)
{
    (void)state;
    assert_true(run(4, PIECES));
    for (size_t i = 0; i < PIECES; i++)
        assert_int_equal(seen.made[i], 1);
}

static void
other_threads_make_pieces_too(void **state)
{
    size_t others = 0;

    (void)state;
    seen.is_patient = true;
    alarm(60); /* if none ever comes */
    assert_true(run(4, PIECES));
    alarm(0);
    for (size_t i = 0; i < PIECES; i++)
        others += !pthread_equal(seen.makers[i], seen.caller);
    assert_true(others > 0);
}

static void
one_hand_makes_all_itself(void **state)
{
    (void)state;
    assert_true(run(1, PIECES));
    for (size_t i = 0; i < PIECES; i++)
        assert_true(pthread_equal(seen.makers[i], seen.caller));
    assert_int_equal(seen.most_ahead, 1);
}

static void
no_more_is_ahead_than_there_are_slots(void **state)
{
    (void)state;
    assert_true(run(8, PIECES));
    assert_true(seen.most_ahead <= WORKERS_SLOTS);
}

static void
a_piece_that_is_not_taken_stops_the_rest(void **state)
{
    (void)state;
    for (size_t hands = 1; hands <= 4; hands++) {
        begin(NULL);
        seen.refused = 40;
        assert_false(run(hands, PIECES));
        assert_int_equal(seen.taken, 41);
        assert_int_equal(seen.made[40 + WORKERS_SLOTS + 1], 0);
    }
}

static void
work_without_pieces_is_done(void **state)
{
    (void)state;
    assert_true(run(0, 0));
    assert_true(run(4, 0));
}

static void
end_with_7(void)
{
    _exit(7);
}

static void
give_up_elsewhere(void *data, size_t piece, size_t slot)
{
    (void)data;
    (void)piece;
    (void)slot;
    if (!pthread_equal(pthread_self(), seen.caller)) {
        atomic_store(&seen.has_given_up, true);
        workers_give_up(end_with_7);
    }
    for (int i = 0; i < 5000 && !atomic_load(&seen.has_given_up); i++)
        usleep(1000);
}

static bool
take_some(void *data, size_t piece, size_t slot)
{
    (void)data;
    (void)slot;
    return piece < 3;
}

static int
status_of(const struct workers_job *work)
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        seen.caller = pthread_self();
        workers_run(work, PIECES);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
what_a_thread_gives_up_for_ends_the_program(void **state)
{
    const struct workers_job all = {give_up_elsewhere, take, NULL, 4};
    const struct workers_job some = {give_up_elsewhere, take_some, NULL, 4};

    (void)state;
    assert_int_equal(status_of(&all), 7);
    assert_int_equal(status_of(&some), 7); /* be it that work has stopped */
}

static void
elsewhere_nothing_is_given_up(void **state)
{
    (void)state;
    workers_give_up(end_with_7);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(pieces_are_taken_in_order_on_the_callers_thread,
                               begin),
        cmocka_unit_test_setup(every_piece_is_made_once, begin),
        cmocka_unit_test_setup(other_threads_make_pieces_too, begin),
        cmocka_unit_test_setup(one_hand_makes_all_itself, begin),
        cmocka_unit_test_setup(no_more_is_ahead_than_there_are_slots, begin),
        cmocka_unit_test_setup(a_piece_that_is_not_taken_stops_the_rest, begin),
        cmocka_unit_test_setup(work_without_pieces_is_done, begin),
        cmocka_unit_test_setup(what_a_thread_gives_up_for_ends_the_program,
                               begin),
        cmocka_unit_test_setup(elsewhere_nothing_is_given_up, begin),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
