// Messages of 32 bytes a second through a pipe of the kernel: one write a message, reads of what is there.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct { uint64_t id; char name[24]; } Message;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  int ends[2];
  if (pipe(ends) != 0) return 1;
  if (fork() == 0) {
    for (unsigned long id = 1; id <= count; id++) {
      Message message = { .id = id, .name = "item" };
      if (write(ends[1], &message, sizeof message) != sizeof message) _exit(1);
    }
    _exit(0);
  }
  close(ends[1]);
  static Message received[2048];
  double began = 0;
  uint64_t sum = 0;
  unsigned long seen = 0;
  // A write of 32 bytes goes through as a whole, so what is read is whole messages.
  for (ssize_t size; (size = read(ends[0], received, sizeof received)) > 0;) {
    if (seen == 0) began = now();
    for (size_t index = 0; index < size / sizeof(Message); index++, seen++) sum += received[index].id;
  }
  double took = now() - began;
  wait(NULL);
  if (seen != count || sum != (uint64_t)count * (count + 1) / 2) return 1;
  printf("{\"value\": %f}\n", count / took);
}
