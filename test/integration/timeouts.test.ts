import { PATHS } from '@find-on-1688/shared'
import { expect, test } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../fakes/sandbox/index.ts'
import { sendRaw } from './raw-request.ts'

/** The worker's real timeouts take 10 to 20 seconds each, so these tests run at the same time, each in its own sandbox. */
async function inSandbox(options: SandboxOptions, use: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ provider: 'image-search', ...options })
  await use(sandbox).finally(() => sandbox.close())
}

test.concurrent('a platform that never answers is called three times, then reported as a timeout', () =>
  inSandbox({}, async ({ gateway, shop, workerUrl, clientKey }) => {
    gateway.setFault('hang')
    const response = await fetch(workerUrl + PATHS.search, {
      method: 'POST',
      body: new Uint8Array(shop.pictures[0]?.bytes ?? []),
      headers: { Authorization: `Bearer ${clientKey}`, 'Content-Type': 'image/jpeg' },
    })
    expect(await response.json()).toMatchObject({ code: 'upstream_timeout', status: 504 })
    expect(gateway.arrivals).toHaveLength(3)
  }))

test.concurrent('a body that arrives at a byte per second is refused in time, without a call', () =>
  inSandbox({}, async ({ gateway, workerUrl, clientKey }) => {
    let timer: NodeJS.Timeout | undefined
    const head = [`Authorization: Bearer ${clientKey}`, 'Content-Type: image/jpeg', 'Content-Length: 100000']
    const answer = await sendRaw(workerUrl, head, (write) => {
      timer = setInterval(() => write('x'), 1000)
    })
    clearInterval(timer)
    expect(answer).toContain('invalid_request')
    expect(gateway.arrivals).toEqual([])
  }))

test.concurrent('exchange rates that stop halfway are reported as a timeout, and the platform is not called', () =>
  inSandbox({}, async ({ gateway, workerUrl, clientKey }) => {
    gateway.setFault('hang-body', { api: 'rates' })
    const headers = { Authorization: `Bearer ${clientKey}` }
    const response = await fetch(workerUrl + PATHS.rates, { headers })
    const { code, detail } = (await response.json()) as { code: string; detail: string }
    expect(code).toBe('upstream_timeout')
    expect(detail).toContain('The exchange rates')
    expect(gateway.ratesAsked).toHaveLength(1)
    expect(gateway.arrivals).toEqual([])
  }))
