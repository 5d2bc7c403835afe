import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../hash.ts'
import { rankApps } from './choose-key.ts'
import { createKeyStatuses } from './key-status.ts'

const apps = (count: number) => Array.from({ length: count }, (_, i) => ({ appKey: `key-${i}`, weight: 1 }))
const weightOf = ({ weight }: { weight: number }) => weight
const digests = Promise.all(Array.from({ length: 2000 }, (_, i) => sha256Hex(`picture ${i}`)))
const firstsOf = async (all: { appKey: string; weight: number }[]) =>
  Promise.all((await digests).map(async (digest) => (await rankApps(digest, all, weightOf))[0]?.appKey))
const shareOf = (firsts: (string | undefined)[], appKey: string) =>
  firsts.filter((first) => first === appKey).length / firsts.length

describe('the app key of a picture', () => {
  test('is always the same, and pictures spread evenly over the keys', async () => {
    const firsts = await firstsOf(apps(5))
    expect(await firstsOf(apps(5).reverse())).toEqual(firsts)
    for (const { appKey } of apps(5)) expect(Math.abs(shareOf(firsts, appKey) - 0.2)).toBeLessThan(0.04)
  })

  test('changes only for the pictures of a key that is removed', async () => {
    const before = await firstsOf(apps(5))
    const after = await firstsOf(apps(4))
    for (const [i, first] of before.entries()) if (first !== 'key-4') expect(after[i]).toBe(first)
  })

  test('follows the weights', async () => {
    const [light, heavy] = apps(2) as [{ appKey: string; weight: number }, { appKey: string; weight: number }]
    const firsts = await firstsOf([light, { ...heavy, weight: 3 }])
    expect(Math.abs(shareOf(firsts, heavy.appKey) - 0.75)).toBeLessThan(0.04)
  })

  test('has a second choice that differs from picture to picture', async () => {
    const seconds = await Promise.all(
      (await digests).map(async (digest) => (await rankApps(digest, apps(5), weightOf))[1]?.appKey),
    )
    for (const { appKey } of apps(5)) expect(shareOf(seconds, appKey)).toBeGreaterThan(0.1)
  })
})

describe('the status of an app key', () => {
  const app = { appKey: 'key', appSecret: '', dayQuota: 1000 }
  const DAY_MS = 86_400_000

  test('weighs it by what is left of its day in tenths, reset at midnight', () => {
    const statuses = createKeyStatuses()
    expect(statuses.weightOf(app, 0)).toBe(1000)
    statuses.recordCalls('key', 450, 0)
    expect(statuses.weightOf(app, 0)).toBe(600)
    statuses.recordCalls('key', 2000, 0)
    expect(statuses.weightOf(app, 0)).toBe(100)
    expect(statuses.weightOf(app, DAY_MS)).toBe(1000)
  })

  test('suspends it for five minutes after a refusal, for what it was asked', () => {
    const statuses = createKeyStatuses()
    statuses.suspend('key', 'detail', 0)
    const times = [299_999, 300_000]
    expect(times.map((nowMs) => statuses.isSuspended('key', 'detail', nowMs))).toEqual([true, false])
    expect(times.map((nowMs) => statuses.isSuspended('key', 'search', nowMs))).toEqual([false, false])
  })
})
