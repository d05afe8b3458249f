// 64 MiB of numbers copied into shared memory, changed once in each page by another process, and copied out again; ms.
#define _GNU_SOURCE
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LENGTH = (64 << 20) / 8, PAGE = 512, ROUNDS = 5 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void *shared(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) exit(1);
  return memory;
}

static int compare(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

int main(void) {
  double *numbers = shared(sizeof(double) * LENGTH), *mine = calloc(LENGTH, sizeof(double));
  sem_t *turns = shared(2 * sizeof(sem_t));
  sem_init(&turns[0], 1, 0);
  sem_init(&turns[1], 1, 0);
  if (fork() == 0) {
    for (int round = 0; round < ROUNDS; round++) {
      sem_wait(&turns[0]);
      for (long index = 0; index < LENGTH; index += PAGE) numbers[index] += 1;
      sem_post(&turns[1]);
    }
    _exit(0);
  }
  double times[ROUNDS];
  for (int round = 0; round < ROUNDS; round++) {
    double began = now();
    memcpy(numbers, mine, sizeof(double) * LENGTH);
    sem_post(&turns[0]);
    sem_wait(&turns[1]);
    memcpy(mine, numbers, sizeof(double) * LENGTH);
    times[round] = now() - began;
  }
  wait(NULL);
  if (mine[0] != ROUNDS || mine[LENGTH - PAGE] != ROUNDS) return 1;
  qsort(times, ROUNDS, sizeof times[0], compare);
  printf("{\"value\": %f}\n", times[ROUNDS / 2]);
}
