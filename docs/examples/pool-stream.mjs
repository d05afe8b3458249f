// More items than memory would hold: they are made as the workers need them, and each result comes as soon as it is there.
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function isPrime(n) {
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) {
      return false;
    }
  }
  return n > 1;
}

function* upTo(last) {
  for (let n = 1; n <= last; n++) {
    yield n;
  }
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url);
  let primes = 0;
  for await (const prime of pool.imapUnordered(isPrime, upTo(100_000))) {
    primes += Number(prime);
  }
  console.log(`${primes} primes up to 100,000`);
  await pool.close();
}
