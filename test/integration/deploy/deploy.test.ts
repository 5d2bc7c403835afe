import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readConnectionCode } from '@find-on-1688/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Script } from '../../fakes/cloudflare/store.ts'
import { type Gateway, startGateway } from '../../fakes/gateway/index.ts'
import { type Operator, startOperator } from './run-deploy.ts'

const APP = { appKey: '1000000', appSecret: 'the-app-secret', accessToken: 'the-access-token' }
let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway({ ...APP, latencyMs: 0, maxQps: 3 })
})
afterAll(() => gateway.close())

const secrets = () => ({ APP_KEY: APP.appKey, APP_SECRET: APP.appSecret, ACCESS_TOKEN: APP.accessToken })
const settings = () => ({ ...secrets(), GATEWAY_URL: gateway.url, RATES_URL: gateway.ratesUrl })

function bindingsOf(script: Script | undefined): Record<string, string | undefined> {
  const bindings = script?.deployed?.metadata.bindings ?? []
  return Object.fromEntries(bindings.map(({ name, text, type }) => [name, text ?? type]))
}

/** Each test starts Wrangler several times, which takes its time on a busy machine. */
const PATIENCE_MS = 1_800_000

describe('npm run deploy', { timeout: PATIENCE_MS }, () => {
  let operator: Operator
  beforeAll(async () => {
    operator = await startOperator({ silentConnections: 2 })
    operator.write(settings())
  })
  afterAll(() => operator.close())
  const script = () => operator.cloudflare.store.scripts.get('find-on-1688')

  test('deploys code, secrets and storage at once, runs the doctor, and prints the first code', async () => {
    const { exitCode, output } = await operator.deploy(['--yes', '--provider', 'dropship'])
    expect(output).toMatch(/^✓ deployed find-on-1688/m)
    expect(output).toMatch(/waiting for https:/)
    expect(output).toMatch(/^✓ dropship search/m)
    expect(exitCode).toBe(0)
    const code = readConnectionCode(/^find1688:\S+$/m.exec(output)?.[0] ?? '')
    expect(code?.address).toBe('https://find-on-1688.anna.workers.dev')
    const { metadata, modules } = script()?.versions.at(0) ?? {}
    expect(metadata?.migrations?.steps).toEqual([{ new_sqlite_classes: ['Dispatcher', 'ClientUsage'] }])
    expect(bindingsOf(script())).toMatchObject({ ...settings(), PROVIDER: 'dropship' })
    expect([...operator.cloudflare.store.namespaces.values()]).toEqual([
      'find-on-1688-clients',
      'find-on-1688-answers',
    ])
    // Minified: hardly any line breaks.
    expect(modules?.['index.js']?.split('\n').length).toBeLessThan(500)
  })

  test('shows no secret, and keeps the ADMIN_TOKEN that it made where only this account can read it', async () => {
    const file = join(operator.settings, '.deployed', 'find-on-1688.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { worker, adminToken } = JSON.parse(readFileSync(file, 'utf8'))
    expect(worker).toBe('https://find-on-1688.anna.workers.dev')
    expect(bindingsOf(script()).ADMIN_TOKEN).toBe(adminToken)
  })

  test('keeps provider, vars and secrets the next time, and makes no other client', async () => {
    const before = bindingsOf(script())
    operator.write({ MAX_QPS: '2.5' })
    const { exitCode, output } = await operator.deploy(['--yes'])
    expect(exitCode).toBe(0)
    expect(bindingsOf(script())).toEqual({ ...before, MAX_QPS: '2.5' })
    expect(output).toContain(
      'kept as stored: APP_KEY, APP_SECRET, ACCESS_TOKEN, ADMIN_TOKEN, ATTESTATION_KEY',
    )
    expect(output).toMatch(/^✓ dropship search/m)
    expect(output).not.toContain('find1688:')
    for (const secret of [...Object.values(secrets()).slice(1), before.ADMIN_TOKEN, before.ATTESTATION_KEY])
      expect(output).not.toContain(secret)
  })

  test('does not let a copied file change the provider, and says what would', async () => {
    operator.write({ PROVIDER: 'crossborder' })
    const { output } = await operator.deploy(['--yes'])
    expect(output).toContain('PROVIDER stays dropship, as deployed; --provider crossborder changes it')
    expect(bindingsOf(script()).PROVIDER).toBe('dropship')
  })

  test('replaces a secret that is given anew', async () => {
    operator.write({ APP_SECRET: 'a-wrong-secret' })
    const { exitCode, output, lastLine } = await operator.deploy(['--yes'])
    expect(exitCode).toBe(1)
    expect(output).toMatch(/^✗ key and signature .*signature/m)
    expect(lastLine).toMatch(/^The deployment is up, but 1688 does not accept all of it yet/)
    expect(output).not.toContain('a-wrong-secret')
  })

  test('in a build of Cloudflare’s, uses what is stored there and prints no code', async () => {
    operator.write({})
    const { exitCode, output } = await operator.deploy([], { env: { CI: 'true', WORKERS_CI: '1' } })
    expect(exitCode).toBe(0)
    expect(output).not.toContain('find1688:')
    expect(output).toMatch(/ADMIN_TOKEN=… npm run connect/)
    // There, the repository's own configuration decides.
    expect(bindingsOf(script())).toMatchObject({ PROVIDER: 'crossborder', MAX_QPS: '2.5' })
  })

  test('deploys a staging worker with its own name and storage, and a domain', async () => {
    operator.write(settings())
    const args = [
      '--yes',
      '--env',
      'staging',
      '--provider',
      'image-search',
      '--domain',
      'staging.example.com',
    ]
    const { exitCode, output } = await operator.deploy(args)
    expect(exitCode).toBe(0)
    expect(/^find1688:\S+$/m.exec(output)?.[0]).toContain('https://staging.example.com')
    expect([...operator.cloudflare.store.scripts.keys()]).toEqual(['find-on-1688', 'find-on-1688-staging'])
    expect(operator.cloudflare.store.namespaces.size).toBe(4)
  })

  test('is rolled back and deleted as docs/operate.md says', async () => {
    const { store } = operator.cloudflare
    const [first] = script()?.versions ?? []
    const list = await operator.wrangler(['versions', 'list'])
    expect(list.output).toContain(first?.id)
    expect((await operator.wrangler(['rollback', `${first?.id}`])).exitCode).toBe(0)
    expect(script()?.deployed).toBe(first)
    expect((await operator.wrangler(['delete'])).exitCode).toBe(0)
    expect(script()).toBeUndefined()
    const namespaces = await operator.wrangler(['kv', 'namespace', 'list'])
    const ids = [...store.namespaces].flatMap(([id, title]) => (title.includes('staging') ? [] : [id]))
    for (const id of ids) {
      expect(namespaces.output).toContain(id)
      await operator.wrangler(['kv', 'namespace', 'delete', '--namespace-id', id])
    }
    expect(ids).toHaveLength(2)
    expect(ids.filter((id) => store.namespaces.has(id))).toEqual([])
  })
})
