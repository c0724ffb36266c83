import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of new hashes; each hash stores its own, so that a later release may raise it. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const
const keyLength = 32

function derive(
  password: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number },
  length: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** Hashes a password with a salt of its own: `scrypt$N$r$p$salt$key`. About 80 ms, off the thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost, keyLength)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** A hash that no password fits: compared against for unknown names, so that they take as long. */
const nobodysHash = `scrypt$${cost.N}$${cost.r}$${cost.p}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(keyLength).toString('base64')}`

/** Whether the password fits; constant time, and as slow when there is no such account. */
export async function passwordFits(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? nobodysHash).split('$')
  const stored = Buffer.from(key, 'base64')
  const itsCost = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64'), itsCost, stored.length)
  return timingSafeEqual(stored, derived) && hash !== undefined
}
