import { describe, expect, test } from 'vitest'
import type { Deployed } from './deployed.ts'
import { contradictions, faultsIn, newAdminToken, newAttestationKey, planSettings } from './settings.ts'

const APP = { APP_KEY: '1', APP_SECRET: 's', ACCESS_TOKEN: 't' }
const deployed = (vars: Record<string, string>, secrets: string[]): Deployed => ({
  vars,
  secrets,
  isOurs: true,
})

describe('what a deployment sends', () => {
  test('is what is given; the rest stays as it is stored', () => {
    const stored = deployed({ PROVIDER: 'dropship', MAX_QPS: '2', OTHER: 'x' }, [
      'APP_KEY',
      'APP_SECRET',
      'OTHER_SECRET',
    ])
    expect(planSettings({ APP_SECRET: 'new', CACHE_SECONDS: '0' }, stored, undefined)).toEqual({
      vars: { PROVIDER: 'dropship', CACHE_SECONDS: '0' },
      secrets: { APP_SECRET: 'new' },
      kept: ['APP_KEY'],
      keptVars: { MAX_QPS: '2' },
    })
  })

  test.each([
    ['an option', 'image-search', { PROVIDER: 'dropship' }, 'crossborder', 'image-search'],
    ['what is deployed', undefined, { PROVIDER: 'dropship' }, 'crossborder', 'dropship'],
    ['what is given', undefined, {}, 'crossborder', 'crossborder'],
  ])('has the provider of %s', (_, option, vars, given, provider) => {
    const plan = planSettings({ PROVIDER: given }, deployed(vars as Record<string, string>, []), option)
    expect(plan.vars.PROVIDER).toBe(provider)
  })
})

describe('the worker’s own rules', () => {
  const faults = (given: Record<string, string>, stored: string[] = []) =>
    faultsIn(planSettings(given, deployed({}, stored), undefined))

  test('find nothing wrong with a whole set, given or stored', () => {
    const tokens = { ADMIN_TOKEN: newAdminToken(), ATTESTATION_KEY: newAttestationKey() }
    expect(faults({ ...APP, ...tokens, PROVIDER: 'crossborder' })).toEqual([])
    expect(faults({ PROVIDER: 'dropship' }, [...Object.keys(APP), 'ADMIN_TOKEN'])).toEqual([])
    expect(faults({ PROVIDER: 'dropship' }, ['APP_KEYS', 'ADMIN_TOKEN'])).toEqual([])
  })

  test('name what is missing, and a token only where the provider needs one', () => {
    expect(faults({ PROVIDER: 'crossborder' })).toEqual([
      'APP_KEY is missing',
      'APP_SECRET is missing',
      'ACCESS_TOKEN is missing',
      'ADMIN_TOKEN is missing',
    ])
    expect(faults({ PROVIDER: 'image-search' })).not.toContain('ACCESS_TOKEN is missing')
    expect(faults({ PROVIDER: 'crossborder' }, ['REFRESH_TOKEN'])).not.toContain('ACCESS_TOKEN is missing')
  })

  test('name what is malformed, without showing it', () => {
    const wrong = {
      ...APP,
      PROVIDER: 'taobao',
      ADMIN_TOKEN: 'hunter2',
      ATTESTATION_KEY: '{"d":"secret"}',
      MAX_QPS: 'lots',
    }
    const found = faults(wrong)
    expect(found.map((fault) => fault.split(' ')[0])).toEqual([
      'PROVIDER',
      'MAX_QPS',
      'ATTESTATION_KEY',
      'ADMIN_TOKEN',
    ])
    expect(found.join()).not.toMatch(/taobao|hunter2|secret|lots/)
  })
})

test('a file and the environment that differ are noticed', () => {
  const file = { APP_KEY: '1', APP_SECRET: 'a', ACCESS_TOKEN: 't' }
  expect(contradictions(file, { APP_KEY: '1', APP_SECRET: 'b', ACCESS_TOKEN: '', HOME: '/' })).toEqual([
    'APP_SECRET',
  ])
})
