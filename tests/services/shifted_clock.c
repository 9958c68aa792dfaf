/* Puts the time of day forward by CLOCK_SHIFT_SECONDS, and leaves the clocks that only go forward as they are. What waits
   until a time of day waits for the real one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t shift;
static int (*next_clock_gettime)(clockid_t, struct timespec *);
static int (*next_cond_timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
static int (*next_cond_clockwait)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
static int (*next_sem_timedwait)(sem_t *, const struct timespec *);
static long (*next_syscall)(long, ...);

__attribute__((constructor)) static void begin(void) {
    const char *asked = getenv("CLOCK_SHIFT_SECONDS");
    shift = asked ? atol(asked) : 0;
    next_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    next_cond_timedwait = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    if (!next_cond_timedwait) next_cond_timedwait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    next_cond_clockwait = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
    next_sem_timedwait = dlsym(RTLD_NEXT, "sem_timedwait");
    next_syscall = dlsym(RTLD_NEXT, "syscall");
}

static struct timespec real(const struct timespec *until) {
    struct timespec back = *until;
    if (back.tv_sec > 500000000 && back.tv_sec > shift) back.tv_sec -= shift; /* a time of day, no time since start */
    return back;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    if (!next_clock_gettime) next_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = next_clock_gettime(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift;
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec told;
    int failed = clock_gettime(CLOCK_REALTIME, &told);
    now->tv_sec = told.tv_sec;
    now->tv_usec = told.tv_nsec / 1000;
    return failed;
}

time_t time(time_t *where) {
    struct timespec told;
    clock_gettime(CLOCK_REALTIME, &told);
    if (where) *where = told.tv_sec;
    return told.tv_sec;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
    struct timespec back = real(until);
    return next_cond_timedwait(condition, mutex, &back);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until) {
    struct timespec back = real(until);
    return next_cond_clockwait(condition, mutex, clock, &back);
}

int sem_timedwait(sem_t *semaphore, const struct timespec *until) {
    struct timespec back = real(until);
    return next_sem_timedwait(semaphore, &back);
}

long syscall(long number, ...) {
    long given[6];
    va_list rest;
    va_start(rest, number);
    for (int index = 0; index < 6; index++) given[index] = va_arg(rest, long);
    va_end(rest);
    struct timespec back;
    if (number == SYS_futex && (given[1] & FUTEX_CLOCK_REALTIME) && given[3]) {
        back = real((const struct timespec *)given[3]);
        given[3] = (long)&back;
    }
    if (!next_syscall) next_syscall = dlsym(RTLD_NEXT, "syscall");
    return next_syscall(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
