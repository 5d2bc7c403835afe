import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AttestationKeys } from '../attestation.ts'
import { AttestationSchema } from '../attestation.ts'
import { verifyAttestation } from './verify-attestation.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const KEYS: AttestationKeys = { keys: [jwkOf(other.publicKey, 'other'), jwkOf(publicKey, 'ours')] }
const HEADER = { alg: 'EdDSA', kid: 'ours' }
const PAYLOAD = {
  iat: 1_795_000_000,
  searchId: '5b1c',
  imageSha256: 'ab'.repeat(32),
  query: { mode: 'same', page: 1, pageSize: 20, sort: 'relevance', priceMin: '1.50', language: 'en' },
  provider: 'crossborder',
  offersSha256: 'cd'.repeat(32),
}

function jwkOf(key: KeyObject, kid: string): AttestationKeys['keys'][number] {
  return { ...key.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' } as never
}

/** Signed by Node's own crypto. */
function jws({ header = HEADER as object, payload = PAYLOAD as unknown, key = privateKey } = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part(header)}.${part(payload)}`
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`
}

const verify = (text: string, keys = KEYS) => verifyAttestation(text, keys, crypto.subtle, AttestationSchema)

/** The text with one letter replaced. */
function changed(text: string, at: number): string {
  const letter = text.at(at) === 'A' ? 'B' : 'A'
  return text.slice(0, at) + letter + (at === -1 ? '' : text.slice(at + 1))
}

describe('what one of the keys signed', () => {
  test('is returned', async () => {
    expect(await verify(jws())).toEqual({ payload: PAYLOAD })
    const address = { ...PAYLOAD, imageSha256: null }
    expect(await verify(jws({ payload: address }))).toEqual({ payload: address })
  })

  test('is valid under any of the published keys', async () => {
    const text = jws({ header: { alg: 'EdDSA', kid: 'other' }, key: other.privateKey })
    expect(await verify(text)).toEqual({ payload: PAYLOAD })
  })

  test('is valid with additional members in its header and its payload, which are not returned', async () => {
    const text = jws({ header: { ...HEADER, typ: 'JWT' }, payload: { ...PAYLOAD, more: 1 } })
    expect(await verify(text)).toEqual({ payload: PAYLOAD })
  })
})

describe('nothing is proved by', () => {
  test('a single changed letter, wherever it is', async () => {
    const text = jws()
    const faults = await Promise.all(
      Array.from(text, async (_letter, at) => {
        const result = await verify(changed(text, at))
        return 'fault' in result ? result.fault : `${at} was not noticed`
      }),
    )
    expect(new Set(faults)).toEqual(new Set(['malformed', 'wrong_algorithm', 'unknown_key', 'bad_signature']))
  })

  test("another spelling of a signature's last letter", async () => {
    const text = jws()
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const again = text.slice(0, -1) + alphabet[alphabet.indexOf(text.at(-1) ?? '') + 1]
    const bytesOf = (one: string) => Buffer.from(one.split('.')[2] ?? '', 'base64url')
    expect(bytesOf(again)).toEqual(bytesOf(text))
    expect(await verify(again)).toEqual({ fault: 'malformed' })
  })

  test.each<[string, string, string]>([
    ['a key that is not among them', jws({ header: { alg: 'EdDSA', kid: 'new' } }), 'unknown_key'],
    ['no key', jws({ header: { alg: 'EdDSA' } }), 'unknown_key'],
    ['the name of another key', jws({ header: { alg: 'EdDSA', kid: 'other' } }), 'bad_signature'],
    ['someone else', jws({ key: other.privateKey }), 'bad_signature'],
    ['no signature', jws().replace(/[\w-]+$/, ''), 'bad_signature'],
    ['half a signature', jws().slice(0, -42), 'bad_signature'],
    ['no algorithm', jws({ header: { kid: 'ours' } }), 'malformed'],
    ['the algorithm none', jws({ header: { alg: 'none', kid: 'ours' } }), 'wrong_algorithm'],
    ['the algorithm none without a signature', unsigned('none'), 'wrong_algorithm'],
    ['the algorithm NONE without a signature', unsigned('NONE'), 'wrong_algorithm'],
    ['a header that names an HMAC', jws({ header: { alg: 'HS256', kid: 'ours' } }), 'wrong_algorithm'],
    ['another curve', jws({ header: { alg: 'ES256', kid: 'ours' } }), 'wrong_algorithm'],
    [
      'a rule that has to be understood',
      jws({ header: { ...HEADER, crit: ['b64'], b64: false } }),
      'malformed',
    ],
    ['a header that is a list', jws({ header: [] }), 'malformed'],
    ['a payload that is another', jws({ payload: { sub: 'somebody' } }), 'malformed'],
    ['a payload that is a text', jws({ payload: 'yes' }), 'malformed'],
    ['a digest in capitals', jws({ payload: { ...PAYLOAD, offersSha256: 'CD'.repeat(32) } }), 'malformed'],
    ['two parts', jws().replace(/\.[\w-]+$/, ''), 'malformed'],
    ['four parts', `${jws()}.`, 'malformed'],
    ['padding', `${jws()}==`, 'malformed'],
    ['a blank', ` ${jws()}`, 'malformed'],
    ['a header that is no UTF-8', jws().replace(/^[\w-]+/, '_w'), 'malformed'],
    ['nothing', '', 'malformed'],
  ])('%s', async (_what, text, fault) => {
    expect(await verify(text)).toEqual({ fault })
  })

  test('an empty set of keys', async () => {
    expect(await verify(jws(), { keys: [] })).toEqual({ fault: 'unknown_key' })
  })
})

function unsigned(alg: string): string {
  const [, payload] = jws().split('.')
  return `${Buffer.from(JSON.stringify({ alg, kid: 'ours' })).toString('base64url')}.${payload}.`
}

test('a runtime without Ed25519 is reported as such, not as a change', async () => {
  const importKey = () => Promise.reject(new DOMException('Unrecognized algorithm', 'NotSupportedError'))
  const subtle = { importKey, verify: async () => true }
  expect(await verifyAttestation(jws(), KEYS, subtle, AttestationSchema)).toEqual({ fault: 'unsupported' })
})

test('the example of RFC 8037, appendix A.4, is signed by the key of A.2 and is not about offers', async () => {
  const example =
    'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.' +
    'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
  const { kid: _, ...nameless } = jwkOf(publicKey, '')
  const verifyWith = (text: string, x: string) =>
    verify(text, { keys: [{ ...nameless, x }] } as unknown as AttestationKeys)
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
  expect(await verifyWith(example, x)).toEqual({ fault: 'malformed' })
  expect(await verifyWith(changed(example, 60), x)).toEqual({ fault: 'bad_signature' })
  expect(await verifyWith(example, nameless.x)).toEqual({ fault: 'bad_signature' })
})
