// Messages of 32 bytes a second through a ring in shared memory, from one process to another, both awake: the physical limit.
#define _GNU_SOURCE
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLOTS = 1 << 16, SPINS = 1000 };
typedef struct { uint64_t id; char name[24]; } Message;
typedef struct {
  _Alignas(64) atomic_ulong put;
  _Alignas(64) atomic_ulong taken;
  _Alignas(64) Message slots[SLOTS];
} Ring;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void wait_a_little(int *spins) {
  if (++*spins % SPINS == 0) sched_yield();
}

int main(int argc, char **argv) {
  unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  Ring *ring = mmap(NULL, sizeof *ring, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (ring == MAP_FAILED) return 1;
  int spins = 0;
  if (fork() == 0) {
    for (unsigned long id = 1; id <= count; id++) {
      while (id - 1 - atomic_load_explicit(&ring->taken, memory_order_acquire) >= SLOTS) wait_a_little(&spins);
      ring->slots[(id - 1) % SLOTS] = (Message){ .id = id, .name = "item" };
      atomic_store_explicit(&ring->put, id, memory_order_release);
    }
    _exit(0);
  }
  double began = 0;
  uint64_t sum = 0;
  for (unsigned long id = 1; id <= count; id++) {
    while (atomic_load_explicit(&ring->put, memory_order_acquire) < id) wait_a_little(&spins);
    if (id == 1) began = now();
    sum += ring->slots[(id - 1) % SLOTS].id;
    atomic_store_explicit(&ring->taken, id, memory_order_release);
  }
  double took = now() - began;
  wait(NULL);
  if (sum != (uint64_t)count * (count + 1) / 2) return 1;
  printf("{\"value\": %f}\n", count / took);
}
