import { expect, test } from 'vitest'
import { type Case, IMAGE_ID, item, type PlatformAnswer, uploaded } from './case.ts'
import { openStage, type Stage } from './play.ts'

const EXPIRED: PlatformAnswer = {
  status: 401,
  body: { error_code: '401', error_message: 'Request need user authorized', request_id: '1' },
}

async function withTokens(use: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage('crossborder', { refreshToken: 'refresh-token-of-cases' })
  await use(stage).finally(() => stage.close())
}

/** An upload that works with a new token only. */
const renewing = (grant: PlatformAnswer | PlatformAnswer[], refusal = EXPIRED): Case['platform'] => ({
  upload: [refusal, uploaded()],
  query: item({}),
  grant,
})
const apis = ({ platform }: Stage) => platform.calls.map(({ api }) => api)

/** Each is a token, whatever is missing beside it. */
const GRANTS: [name: string, members: object][] = [
  [
    'all of it',
    { expires_in: '36000', refresh_token: 'next', refresh_token_timeout: '20301014200339000+0800' },
  ],
  ['a number of seconds', { expires_in: 36000, refresh_token: 'next' }],
  ['no refresh token', { expires_in: '36000' }],
  ['a refresh token null', { expires_in: '36000', refresh_token: null }],
  ['an empty refresh token', { expires_in: '36000', refresh_token: '' }],
  ['no end', { refresh_token: 'next' }],
  ['an end null', { refresh_token: 'next', expires_in: null }],
  ['an empty end', { refresh_token: 'next', expires_in: '' }],
  ['an end in words', { refresh_token: 'next', expires_in: 'long-term' }],
  ['nothing else', {}],
  ['members that nobody knows', { aliId: '2088', resource_owner: 'x', memberId: null, refresh_token: null }],
]

test.concurrent.each(GRANTS)('a fresh token with %s is used', (_name, members) =>
  withTokens(async (stage) => {
    stage.platform.play(renewing({ body: { access_token: 'a-fresh-token', ...members } }))
    const { status, text } = await stage.search()
    expect([status, apis(stage)]).toEqual([200, ['upload', 'grant', 'upload', 'query']])
    expect(text).not.toContain('a-fresh-token')
    expect((await stage.search()).status).toBe(200)
    expect(apis(stage).filter((api) => api === 'grant')).toHaveLength(1)
  }),
)

test.concurrent.each([
  { exception: 'Request need user authorized', request_id: '2' },
  { error: 'Request need user authorized' },
  { error_code: 401, error_message: 'Request need user authorized' },
])('a token refused by %o is renewed', (body) =>
  withTokens(async (stage) => {
    stage.platform.play(renewing({ body: { access_token: 'a-fresh-token', expires_in: null } }, { body }))
    expect((await stage.search()).status).toBe(200)
    expect(apis(stage)).toEqual(['upload', 'grant', 'upload', 'query'])
  }),
)

test.concurrent.each<[name: string, grant: PlatformAnswer]>([
  ['an empty token', { body: { access_token: '', expires_in: '36000' } }],
  ['a token null', { body: { access_token: null } }],
  ['a refusal', { status: 401, body: { error_code: '401', error_message: 'invalid refresh_token' } }],
  ['an error', { status: 400, body: { error: 'invalid_grant', error_description: 'refresh token expired' } }],
])('%s in place of a token is told as such', (_name, grant) =>
  withTokens(async (stage) => {
    stage.platform.play({ ...renewing(grant), upload: EXPIRED })
    const { status, body, text } = await stage.search()
    expect(status).toBe(502)
    expect(body.code).toMatch(/^upstream_(unauthorized|bad_response|unavailable)$/)
    expect(text).not.toContain('refresh-token-of-cases')
    expect(apis(stage)).not.toContain('query')
  }),
)

test('the old refresh token is kept where none comes with the new access token', () =>
  withTokens(async (stage) => {
    const grants = ['one-fresh-token', 'another-fresh-token'].map((access_token) => ({
      body: { access_token, refresh_token: null },
    }))
    stage.platform.play({
      upload: [EXPIRED, uploaded(), EXPIRED, uploaded()],
      query: item({}),
      grant: grants,
    })
    expect((await stage.search()).status).toBe(200)
    expect((await stage.search()).status).toBe(200)
    const sent = stage.platform.calls
      .filter(({ api }) => api === 'grant')
      .map(({ params }) => params.refresh_token)
    expect(sent).toEqual(['refresh-token-of-cases', 'refresh-token-of-cases'])
  }))

test('the doctor accepts a token whose end is unknown', () =>
  withTokens(async (stage) => {
    const missing = {
      status: 400,
      body: { error_code: 'gw.ParamMissing', error_message: 'Required argument' },
    }
    const now = new Date(Date.now() + 8 * 3_600_000).toISOString().replace(/\D/g, '')
    stage.platform.play({
      ...renewing({ body: { access_token: 'a-fresh-token', expires_in: null, refresh_token: null } }),
      time: { body: `"${now.slice(0, 17)}+0800"` },
    })
    expect((await stage.search()).status).toBe(200)
    stage.platform.play({
      time: { body: `"${now.slice(0, 17)}+0800"` },
      upload: missing,
      query: missing,
      detail: missing,
      dropship: missing,
      'image-search': {
        status: 400,
        body: { error_response: { code: 'gw.ParamMissing', msg: 'Required argument' } },
      },
    })
    const { body, text } = await stage.doctor()
    expect(body).toMatchObject({ status: 'ok', recommended: 'crossborder' })
    expect(text).not.toContain('a-fresh-token')
    expect(text).not.toContain(IMAGE_ID)
  }))
