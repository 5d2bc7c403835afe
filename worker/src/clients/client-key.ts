import { base64Url, randomBytes } from '../bytes.ts'
import { hmac, sameHash } from '../hash.ts'

/**
 * `f1688_<id>_` and 43 characters of Base64url: 6 that say with which secret the key was made, 26 random ones (156 bits),
 * and 11 of a MAC over all before them. A key made without a secret, as all once were, is random throughout.
 */
const FORM = /^(f1688_([0-9a-f]{16})_([\w-]{6})[\w-]{26})([\w-]{11})$/
const RANDOM_CHARS = 26
const SECRET_ID_CHARS = 6
const MAC_CHARS = 11

/** Makes keys, and recognizes them without storage. */
export interface KeyMaker {
  secretId: string
  mac(text: string): Promise<string>
}

/** The latest one in this isolate. Values only: a promise belongs to the request that created it. */
let last: { secret: string; maker: KeyMaker } | undefined

export async function keyMakerOf(secret: string): Promise<KeyMaker> {
  if (last?.secret === secret) return last.maker
  const material = `client keys of find-on-1688\n${secret}`
  const mac = async (text: string) => base64Url(await hmac('SHA-256', material, text)).slice(0, MAC_CHARS)
  const maker = { secretId: (await mac('')).slice(0, SECRET_ID_CHARS), mac }
  last = { secret, maker }
  return maker
}

export async function createKey(maker: KeyMaker | undefined): Promise<{ id: string; key: string }> {
  const id = randomBytes(8).toHex()
  const random = base64Url(randomBytes(32))
  if (!maker) return { id, key: `f1688_${id}_${random}` }
  const text = `f1688_${id}_${maker.secretId}${random.slice(0, RANDOM_CHARS)}`
  return { id, key: text + (await maker.mac(text)) }
}

export function idOfKey(key: string): string | undefined {
  return FORM.exec(key)?.[2]
}

/**
 * What the key itself tells: `genuine` was made by this worker, `forged` claims to be and was not. `unknown` was made
 * without a secret or with one that has been replaced since, so that only its record can tell.
 */
export async function judgeKey(
  key: string,
  maker: KeyMaker | undefined,
): Promise<'genuine' | 'forged' | 'unknown'> {
  const [, text = '', , secretId = '', mac = ''] = FORM.exec(key) ?? []
  if (secretId !== maker?.secretId) return 'unknown'
  return sameHash(mac, await maker.mac(text)) ? 'genuine' : 'forged'
}
