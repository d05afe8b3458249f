// MiB a second through a pair of sockets with large buffers, 64 KiB a write: socketpair CHUNKS READ SPAN
// A read takes up to READ KiB, and goes to the place behind the last one, in memory of SPAN KiB.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024, WARM_UP = 4000, BUFFER = 4 << 20 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static int write_all(int end, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t written = write(end, bytes, size);
    if (written < 0) return -1;
    bytes += written;
    size -= written;
  }
  return 0;
}

int main(int argc, char **argv) {
  long chunks = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
  long room = argc > 2 ? strtol(argv[2], NULL, 10) << 10 : BUFFER, span = argc > 3 ? strtol(argv[3], NULL, 10) << 10 : room;
  int ends[2], size = BUFFER;
  static char chunk[CHUNK];
  char *memory = malloc(span), *received = memory;
  if (memory == NULL || span < room) return 1;
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return 1;
  setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  if (fork() == 0) {
    close(ends[0]);
    memset(chunk, 7, sizeof chunk);
    for (long index = 0; index < WARM_UP + chunks; index++)
      if (write_all(ends[1], chunk, sizeof chunk) != 0) _exit(1);
    _exit(0);
  }
  close(ends[1]);
  long long bytes = 0, warm = (long long)WARM_UP * CHUNK;
  double began = 0;
  for (ssize_t got; (got = read(ends[0], received, room)) > 0; bytes += got) {
    if (bytes < warm) began = now();
    if (received[0] != 7 || received[got - 1] != 7) return 1;
    received = received + got + room <= memory + span ? received + got : memory;
  }
  double took = now() - began;
  wait(NULL);
  if (bytes != warm + (long long)chunks * CHUNK) return 1;
  printf("{\"value\": %f}\n", (double)chunks * CHUNK / (1 << 20) / took);
}
