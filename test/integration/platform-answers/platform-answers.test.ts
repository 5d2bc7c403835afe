import type { Provider } from '@find-on-1688/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CASES } from './cases/all.ts'
import { APP, openStage, play, type Stage } from './play.ts'

/** So many that no two failures are likely to meet: what one leaves behind, such as a pause, stays with its app key. */
const APP_KEYS = 500

const PROVIDERS: Provider[] = ['crossborder', 'dropship', 'image-search']
const stages = new Map<Provider, Stage>()
beforeAll(async () => {
  for (const provider of PROVIDERS) stages.set(provider, await openStage(provider, { appKeys: APP_KEYS }))
})
afterAll(async () => {
  for (const stage of stages.values()) await stage.close()
})

describe.each(Object.entries(CASES))('%s', (_kind, cases) => {
  test.each(cases)('$provider: $name', async (played) => {
    const stage = stages.get(played.provider)
    if (!stage) throw new Error(`no worker speaks ${played.provider}`)
    const { status, body, text } = await play(stage, played)
    expect(body).toMatchObject(played.answer)
    if (!played.fails || played.status) expect(status).toBe(played.status ?? 200)
    for (const secret of [APP.appSecret, APP.accessToken]) expect(text).not.toContain(secret)
    const { calls } = stage.platform
    if (played.calls) expect(calls.map(({ api }) => api)).toEqual(played.calls)
    if (played.sent) expect(calls.at(-1)?.params).toMatchObject(played.sent)
    for (const name of played.unsent ?? []) expect(calls.at(-1)?.params).not.toHaveProperty(name)
  })
})
