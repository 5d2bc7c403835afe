import { PATHS, type Problem, type Rates } from '@find-on-1688/shared'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Fault } from '../fakes/gateway/index.ts'
import { type Sandbox, startSandbox } from '../fakes/sandbox/index.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox?.close())

async function rates(): Promise<{ status: number; body: Rates & Problem }> {
  const headers = { Authorization: `Bearer ${sandbox.clientKey}` }
  const response = await fetch(sandbox.workerUrl + PATHS.rates, { headers })
  return { status: response.status, body: (await response.json()) as Rates & Problem }
}

test("the day's rates are fetched once, without the client's key and without calling the platform", async () => {
  const answers = await Promise.all([rates(), rates(), rates()])
  for (const { status, body } of answers) {
    expect(status).toBe(200)
    expect(body).toEqual(answers[0]?.body)
  }
  const { base, date, rates: known, stale } = (await rates()).body
  expect({ base, date, stale }).toEqual({
    base: 'EUR',
    date: new Date().toISOString().slice(0, 10),
    stale: false,
  })
  expect(Object.keys(known)).toHaveLength(29)
  expect(known).toMatchObject({ USD: '1.0834', CNY: '7.8512', JPY: '168.20' })
  expect(sandbox.gateway.ratesAsked).toHaveLength(1)
  for (const secret of sandbox.secrets)
    expect(JSON.stringify(sandbox.gateway.ratesAsked)).not.toContain(secret)
  expect(sandbox.gateway.ratesAsked[0]).not.toHaveProperty('authorization')
  expect(sandbox.gateway.arrivals).toEqual([])
})

test.each<[Fault, string]>([
  ['redirect', 'upstream_unavailable'],
  ['gzip-bomb', 'upstream_bad_response'],
])('%s is reported as %s of the rates, and the platform is not called', async (fault, code) => {
  sandbox.gateway.setFault(fault, { api: 'rates' })
  const { body } = await rates()
  expect(body.code).toBe(code)
  expect(body.detail).toContain('The exchange rates')
  expect(sandbox.gateway.ratesAsked).toHaveLength(1)
  // A followed redirect would be logged as a call to its target.
  expect(sandbox.gateway.arrivals).toEqual([])
})

test('a fault of the platform does not affect the rates', async () => {
  sandbox.gateway.setFault('http-500')
  expect((await rates()).status).toBe(200)
})
