/* A disk that fails on command: preloaded into the program (LD_PRELOAD), it stands between SQLite and the kernel.
 *
 * The file named by FAULTY_DISK holds "ROUND ERROR SKIP TIMES": of the writes and syncs of the database's files, SKIP go
 * well and the next TIMES fail with ERROR. Another ROUND counts anew. After a failure FAULTY_DISK.struck exists. Without
 * the file the disk is well.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long round_now = -1, seen = 0;

static int is_database(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    /* The index of the write-ahead log is memory, not disk. */
    return strstr(path, "sparsam.db") != NULL && strstr(path, "-shm") == NULL;
}

static int fails(int fd) {
    const char *name = getenv("FAULTY_DISK");
    FILE *file = name != NULL && is_database(fd) ? fopen(name, "re") : NULL;
    if (file == NULL) return 0;
    long round, error, skip, times;
    int read = fscanf(file, "%ld %ld %ld %ld", &round, &error, &skip, &times);
    fclose(file);
    if (read != 4) return 0;
    pthread_mutex_lock(&lock);
    if (round != round_now) {
        round_now = round;
        seen = 0;
    }
    int strikes = seen >= skip && seen - skip < times;
    seen++;
    pthread_mutex_unlock(&lock);
    if (!strikes) return 0;
    char struck[4096];
    snprintf(struck, sizeof struck, "%s.struck", name);
    int mark = open(struck, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (mark >= 0) close(mark);
    errno = (int)error;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t length) {
    return fails(fd) ? -1 : REAL(write)(fd, bytes, length);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    return fails(fd) ? -1 : REAL(pwrite)(fd, bytes, length, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    return fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, length, at);
}
int fsync(int fd) { return fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : REAL(fdatasync)(fd); }
