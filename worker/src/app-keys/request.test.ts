import type { ErrorCode, Priority } from '@find-on-1688/shared'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../dispatch/reply.ts'
import type { Api } from '../gateway/key-refusal.ts'
import { type AnswerRequest, requestAnswer } from './request.ts'

let keys = 0

/** Two app keys that no other test knows; the first that is asked fails. */
function scene(
  code: ErrorCode,
  isKeyRefusal: boolean,
  { priority = 'interactive' as Priority, leaves = false } = {},
) {
  const apps = ['a', 'b'].map((name) => ({ appKey: `${name}${keys}`, appSecret: 's', accessToken: 't' }))
  keys++
  const asked: string[] = []
  const leaving = new AbortController()
  const left: string[] = []
  const answer = async (api: Api, digest = 'digest') => {
    const before = asked.length
    const reply = await requestAnswer<string>({
      env: {
        DISPATCHER: { getByName: (name: string) => ({ leave: async () => left.push(name) }) },
      } as never,
      settings: { apps } as AnswerRequest<string>['settings'],
      digest,
      api,
      requestId: 'one',
      signal: leaving.signal,
      priority,
      send: async (_object, { appKey }): Promise<Reply<string>> => {
        asked.push(appKey)
        await Promise.resolve()
        if (leaves) leaving.abort()
        const ended = { paid: true, usedToday: 1 }
        if (appKey === asked[0])
          return { ...ended, failure: { code, detail: 'no', retryAfterMs: undefined, isKeyRefusal } }
        return {
          ...ended,
          completed: { answer: 'yes', cost: { calls: 1, waitMs: 0, upstreamMs: 0 }, cached: false },
        }
      },
    })
    if (leaves) expect(left).toEqual(asked)
    return [reply.completed?.answer ?? reply.failure?.code, asked.length - before]
  }
  return answer
}

describe('another app key is asked', () => {
  test('if the gateway refuses the first, which is then left alone for what it was asked', async () => {
    const answer = scene('upstream_access_denied', true)
    expect(await answer('detail')).toEqual(['yes', 2])
    expect(await answer('detail')).toEqual(['yes', 1])
    expect(await answer('search')).toEqual(['yes', 2])
  })

  test('if words say that the first will not do, which is asked again next time', async () => {
    for (const code of ['upstream_quota_exhausted', 'upstream_unauthorized'] as const) {
      const answer = scene(code, false)
      expect(await answer('search')).toEqual(['yes', 2])
      expect(await answer('search')).toEqual(['yes', 2])
    }
  })

  test('once the client has left, for a batch search alone: the first call is paid for', async () => {
    const whoLeaves = (priority: Priority) =>
      scene('upstream_access_denied', true, { priority, leaves: true })('search')
    expect(await whoLeaves('interactive')).toEqual(['upstream_access_denied', 1])
    expect(await whoLeaves('batch')).toEqual(['yes', 2])
  })

  test.each([
    'upstream_unavailable',
    'upstream_rejected_image',
    'invalid_request',
    'upstream_throttled',
  ] as const)('not for %s', async (code) => {
    expect(await scene(code, false)('search')).toEqual([code, 1])
  })
})
