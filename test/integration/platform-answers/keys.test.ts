import { afterEach, expect, test } from 'vitest'
import { type Case, failed, type PlatformAnswer } from './case.ts'
import { openStage, type Stage } from './play.ts'

let stage: Stage
afterEach(() => stage?.close())

/** Words about one request, some of them like those about a key. */
const WORDS = [
  'image design sign is too small',
  'the picture is not allowed',
  'picture session has expired',
  'AppKey is not allowed for this picture',
  'Invalid signature of the image',
  'SLA bill has no usage left',
  'access denied',
  'unsupported format',
  'no permission',
]

const MISSING: PlatformAnswer = {
  status: 400,
  body: { error_code: 'gw.ParamMissing', error_message: 'Required argument' },
}

/** Why the doctor says that the app key is set aside. */
async function setAside(): Promise<unknown> {
  stage.platform.play({
    time: { body: '"20261010164552223+0800"' },
    ...{ upload: MISSING, query: MISSING, detail: MISSING, dropship: MISSING },
    'image-search': {
      status: 400,
      body: { error_response: { code: 'gw.ParamMissing', msg: 'Required argument' } },
    },
  })
  const { apps } = (await stage.doctor()).body as { apps: { setAside: unknown }[] }
  return apps[0]?.setAside
}

async function afterSearch(platform: Case['platform']): Promise<unknown> {
  stage.platform.play(platform)
  expect((await stage.search()).status).toBeGreaterThanOrEqual(500)
  return setAside()
}

test('words of one request never set an app key aside', async () => {
  stage = await openStage('crossborder')
  for (const words of WORDS) expect(await afterSearch({ upload: failed('E', words) }), words).toBeNull()
})

test('those of the detail of an offer neither', async () => {
  stage = await openStage('crossborder')
  for (const [at, words] of [
    'app has no permission of this offer',
    'offer not allowed',
    'expired',
  ].entries()) {
    stage.platform.play({ detail: failed('NOT_EXIST_RELATION', words, false) })
    expect((await stage.offer(`62300770000${at}`)).status).toBeGreaterThanOrEqual(400)
    expect(await setAside(), words).toBeNull()
  }
})

test('those of image-search neither', async () => {
  stage = await openStage('image-search')
  for (const msg of WORDS) {
    const answer = { status: 400, body: { error_response: { code: 'E', msg } } }
    expect(await afterSearch({ 'image-search': answer }), msg).toBeNull()
  }
})

test.each([
  ['upstream_access_denied', { error_code: 'gw.APIACLDecline', error_message: 'x' }],
  ['upstream_signature_rejected', { errorCode: 'gw.SignatureInvalid', errorMessage: 'x' }],
])("the gateway's own code does: %s", async (code, body) => {
  stage = await openStage('crossborder')
  expect(await afterSearch({ upload: { status: 400, body } })).toBe(code)
})
