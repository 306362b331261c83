/* A clock that is set: preloaded into a program (LD_PRELOAD), it tells the time CLOCK_SHIFT seconds from the machine's.
 * How long something takes (the monotonic clock) is left alone.
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
    const char *shift = getenv("CLOCK_SHIFT");
    int result = (int)syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && clock == CLOCK_REALTIME && shift != NULL) now->tv_sec += atol(shift);
    return result;
}
