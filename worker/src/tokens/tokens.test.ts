import { describe, expect, test } from 'vitest'
import { GatewayError } from '../gateway/errors.ts'
import { received } from '../testing/upstream.ts'
import { readGrant, type TokenPair } from './grant.ts'
import { seal, unseal } from './seal.ts'
import { createTokens, type Tokens } from './tokens.ts'

const HOUR_MS = 3_600_000
const APP = { appKey: 'key', appSecret: 'secret', refreshToken: 'canary-refresh' }

function scene(app: Parameters<typeof createTokens>[0] = APP, stored = new Map<string, string>()) {
  let now = 1_000_000
  const refreshes: string[] = []
  let answer: (refreshToken: string) => TokenPair = () => ({
    accessToken: `canary-access-${refreshes.length}`,
    refreshToken: `canary-refresh-${refreshes.length}`,
    expiresAtMs: now + 10 * HOUR_MS,
  })
  const store = {
    load: (name: string) => JSON.parse(stored.get(name) ?? 'null') ?? undefined,
    save: (name: string, value: unknown) => void stored.set(name, JSON.stringify(value)),
  }
  const make = (other = app) =>
    createTokens(
      other,
      store,
      async (refreshToken) => {
        refreshes.push(refreshToken)
        await null
        return answer(refreshToken)
      },
      () => now,
    )
  return {
    tokens: make(),
    make,
    stored,
    refreshes,
    pass: (ms: number) => {
      now += ms
    },
    answerWith: (other: typeof answer) => {
      answer = other
    },
  }
}

const tokenOf = async (tokens: Tokens) => (await tokens.current()).accessToken

describe('a static token', () => {
  test('is used as it is and never replaced', async () => {
    const { tokens, refreshes, stored } = scene({ appKey: 'key', appSecret: 'secret', accessToken: 'static' })
    await tokens.ready()
    expect(await tokenOf(tokens)).toBe('static')
    expect(await tokens.renew('static')).toBe(false)
    expect([refreshes.length, stored.size]).toEqual([0, 0])
  })
})

describe('with a refresh token', () => {
  test('the access token is fetched before the first call, once for all', async () => {
    const { tokens, refreshes } = scene()
    await Promise.all(Array.from({ length: 20 }, () => tokens.ready()))
    expect(refreshes).toEqual(['canary-refresh'])
    expect(await tokenOf(tokens)).toBe('canary-access-1')
  })

  test('it is replaced before it expires, while the old one still works', async () => {
    const { tokens, refreshes, pass } = scene()
    await tokens.ready()
    pass(9 * HOUR_MS)
    await tokens.ready()
    expect(refreshes).toHaveLength(1)
    pass(HOUR_MS - 60_000)
    await tokens.ready()
    expect(await tokenOf(tokens)).toBe('canary-access-1')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await tokenOf(tokens)).toBe('canary-access-2')
    expect(refreshes).toEqual(['canary-refresh', 'canary-refresh-1'])
  })

  test('one that is refused is replaced once, however many calls were refused', async () => {
    const { tokens, refreshes } = scene({ ...APP, accessToken: 'old' })
    await tokens.ready()
    expect(refreshes).toEqual([])
    expect(await Promise.all(Array.from({ length: 20 }, () => tokens.renew('old')))).not.toContain(false)
    expect(await tokens.renew('old')).toBe(true)
    expect(refreshes).toHaveLength(1)
  })

  test('the new pair is stored, sealed', async () => {
    const { tokens, make, stored, refreshes } = scene()
    await tokens.ready()
    expect([...stored.values()].join()).not.toContain('canary')
    const restarted = make()
    await restarted.ready()
    expect(await tokenOf(restarted)).toBe('canary-access-1')
    expect(refreshes).toHaveLength(1)
  })

  test('tokens that the operator sets replace the stored ones', async () => {
    const { tokens, make, refreshes } = scene()
    await tokens.ready()
    await make({ ...APP, refreshToken: 'canary-other' }).ready()
    expect(refreshes).toEqual(['canary-refresh', 'canary-other'])
  })

  test.each([true, false])(
    'a refused refresh token is a failure that says what to do',
    async (isKeyRefusal) => {
      const { tokens, answerWith } = scene()
      answerWith(() => {
        throw new GatewayError('upstream_unauthorized', 'no', { isTokenRefusal: true, isKeyRefusal })
      })
      const failure = await tokens.ready().catch((error) => error)
      expect(failure).toMatchObject({ code: 'upstream_unauthorized', retryable: false, isKeyRefusal })
      expect(failure.message).toContain('npm run authorize')
    },
  )

  test('what else the platform refuses is told as it is', async () => {
    const { tokens, answerWith } = scene()
    answerWith(() => {
      throw new GatewayError('upstream_unauthorized', 'Check APP_KEY.', { isKeyRefusal: true })
    })
    await expect(tokens.ready()).rejects.toMatchObject({ message: 'Check APP_KEY.', isKeyRefusal: true })
  })

  test('a token that lasts for minutes only is not replaced at every call', async () => {
    const { tokens, refreshes, answerWith, pass } = scene()
    answerWith(() => ({ accessToken: 'short', refreshToken: 'r', expiresAtMs: 1_000_000 + 60_000 }))
    for (let call = 0; call < 10; call++) {
      await tokens.ready()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(refreshes).toHaveLength(1)
    pass(60_000)
    await tokens.ready()
    expect(refreshes).toHaveLength(2)
  })

  test.each([null, '', 0, 'soon', '-1', true, [], {}])(
    'a token with the end %j is used until it is refused, after a restart too',
    async (expires_in) => {
      const { tokens, make, refreshes, answerWith, pass } = scene()
      const answer = await received(JSON.stringify({ access_token: 'new', refresh_token: null, expires_in }))
      answerWith((refreshToken) => readGrant(answer, refreshToken, 1_000_000))
      for (const one of [tokens, tokens, make()]) {
        await one.ready()
        expect(await tokenOf(one)).toBe('new')
        pass(1000 * HOUR_MS)
      }
      expect(refreshes).toEqual(['canary-refresh'])
      await tokens.renew('new')
      expect(refreshes).toEqual(['canary-refresh', 'canary-refresh'])
    },
  )

  test('a platform that does not answer has not refused, and is asked again', async () => {
    const { tokens, refreshes, answerWith } = scene()
    answerWith(() => {
      throw new GatewayError('upstream_timeout', 'late')
    })
    expect(await tokens.ready().catch(({ code }) => code)).toBe('upstream_timeout')
    expect(await tokens.ready().catch(({ code }) => code)).toBe('upstream_timeout')
    expect(refreshes).toHaveLength(2)
  })
})

describe('sealed text', () => {
  test('opens only with the same secret, and not if anything was changed', async () => {
    const sealed = await seal('canary', 'secret')
    expect(sealed).not.toContain(btoa('canary').slice(0, 6))
    expect(await seal('canary', 'secret')).not.toBe(sealed)
    expect(await unseal(sealed, 'secret')).toBe('canary')
    expect(await unseal(sealed, 'other')).toBeUndefined()
    const bytes = Uint8Array.fromBase64(sealed)
    bytes[14] = (bytes[14] ?? 0) ^ 1
    expect(await unseal(bytes.toBase64(), 'secret')).toBeUndefined()
    expect(await unseal('%', 'secret')).toBeUndefined()
  })
})

describe('the response to a refresh', () => {
  test.each([
    [{ access_token: 'a', expires_in: '36000', refresh_token: 'b' }, 'b', 36_000_000],
    [{ access_token: 'a', expires_in: 60 }, 'old', 60_000],
    [{ access_token: 'a', expires_in: ' 7200 ' }, 'old', 7_200_000],
    [{ access_token: 'a' }, 'old', Number.POSITIVE_INFINITY],
    [{ access_token: 'a', expires_in: 'soon', refresh_token: '' }, 'old', Number.POSITIVE_INFINITY],
    [{ access_token: 'a', expires_in: null, refresh_token: null }, 'old', Number.POSITIVE_INFINITY],
    [{ access_token: 'a', expires_in: '', refresh_token: ' ' }, 'old', Number.POSITIVE_INFINITY],
    [{ access_token: 'a', expires_in: 0, refresh_token: 7 }, 'old', Number.POSITIVE_INFINITY],
    [{ access_token: 'a', expires_in: '0', error: '' }, 'old', Number.POSITIVE_INFINITY],
    [{ access_token: 'a', error_code: '0', error_message: 'ok' }, 'old', Number.POSITIVE_INFINITY],
  ])('%j', async (body, refreshToken, expiresAtMs) => {
    const answer = await received(JSON.stringify(body))
    expect(readGrant(answer, 'old', 0)).toEqual({ accessToken: 'a', refreshToken, expiresAtMs })
  })

  test.each(['{}', '[]', '<html>', '{"access_token":7}', '{"access_token":""}', '{"access_token":null}'])(
    '%s is none',
    async (text) => {
      const answer = await received(text)
      expect(() => readGrant(answer, 'old', 0)).toThrow(GatewayError)
    },
  )
})
