// Preloaded, gives a program and all that it starts a wall clock that is DAYS_AHEAD days later than the machine's. Clocks
// that measure how long something takes stay as they are. It asks the kernel itself, because Firefox reads the time
// before its memory can be used, where looking up the C library's own function would wait for ever.
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead(void) {
  const char *days = getenv("DAYS_AHEAD");
  return days ? atol(days) * 86400 : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  const int failed = syscall(SYS_clock_gettime, clock, now);
  if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += ahead();
  return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec exact;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &exact)) return -1;
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *also) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (also) *also = now.tv_sec;
  return now.tv_sec;
}

// Whoever waits until a moment of the later clock would wait for the kernel's to get there. Moments of the clock that counts
// from the machine's start are far smaller than those since 1970.
static const time_t SINCE_1970 = 1000000000;

static clockid_t kernels(const struct timespec *until, struct timespec *kernel) {
  *kernel = *until;
  if (until->tv_sec < SINCE_1970) return CLOCK_MONOTONIC;
  kernel->tv_sec -= ahead();
  return CLOCK_REALTIME;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
  struct timespec kernel;
  const clockid_t clock = kernels(until, &kernel);
  return pthread_cond_clockwait(condition, mutex, clock, &kernel);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict until) {
  struct timespec kernel;
  const clockid_t clock = kernels(until, &kernel);
  return pthread_mutex_clocklock(mutex, clock, &kernel);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  struct timespec kernel;
  const clockid_t clock = kernels(until, &kernel);
  return sem_clockwait(semaphore, clock, &kernel);
}
