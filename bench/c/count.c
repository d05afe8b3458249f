// Increments a second on one number that two processes share: `count atomic|mutex INCREMENTS` of each.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MEMBERS = 2 };
typedef struct {
  _Alignas(64) atomic_long atomic;
  _Alignas(64) long plain;
  _Alignas(64) pthread_mutex_t mutex;
  _Alignas(64) atomic_int ready;
  double began[MEMBERS], ended[MEMBERS];
} Shared;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc < 3) return 1;
  int is_atomic = strcmp(argv[1], "atomic") == 0;
  long each = strtol(argv[2], NULL, 10);
  Shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 1;
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&shared->mutex, &attributes);
  for (int member = 0; member < MEMBERS; member++) {
    if (fork() != 0) continue;
    atomic_fetch_add(&shared->ready, 1);
    while (atomic_load(&shared->ready) < MEMBERS) {}
    shared->began[member] = now();
    for (long n = 0; n < each; n++) {
      if (is_atomic) {
        atomic_fetch_add(&shared->atomic, 1);
      } else {
        pthread_mutex_lock(&shared->mutex);
        shared->plain++;
        pthread_mutex_unlock(&shared->mutex);
      }
    }
    shared->ended[member] = now();
    _exit(0);
  }
  while (wait(NULL) > 0) {}
  if (shared->atomic + shared->plain != MEMBERS * each) return 1;
  double began = shared->began[0], ended = shared->ended[0];
  for (int member = 1; member < MEMBERS; member++) {
    if (shared->began[member] < began) began = shared->began[member];
    if (shared->ended[member] > ended) ended = shared->ended[member];
  }
  printf("{\"value\": %f}\n", MEMBERS * each / (ended - began));
}
