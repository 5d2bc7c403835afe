import { describe, expect, test } from 'vitest'
import { refuseSecretLeak } from './secret-leak.ts'

const app = (accessToken: string) => ({ appKey: 'key', appSecret: 'app+secret/of the app', accessToken })

describe('an answer', () => {
  test.each([
    ['the app secret', 'app+secret/of the app'],
    ['the app secret in an address', 'app%2Bsecret%2Fof%20the%20app'],
    ['the app secret in a form', 'app%2Bsecret%2Fof+the+app'],
    ['the token', 'token-12'],
  ])('with %s is refused', (_what, secret) => {
    const answer = { offers: [{ title: `a title with ${secret} in it` }] }
    expect(() => refuseSecretLeak(answer, app('token-12'))).toThrow()
  })

  test('may hold a word that is a token too short to be one', () => {
    const answer = { offers: [{ title: 'a first title' }] }
    for (const token of ['a', 'first']) expect(() => refuseSecretLeak(answer, app(token))).not.toThrow()
  })
})
