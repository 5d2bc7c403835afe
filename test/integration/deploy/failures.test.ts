import { afterEach, describe, expect, test } from 'vitest'
import type { CloudflareOptions } from '../../fakes/cloudflare/index.ts'
import { type Operator, startOperator } from './run-deploy.ts'

const SETTINGS = { PROVIDER: 'image-search', APP_KEY: '1000000', APP_SECRET: 'the-app-secret' }
let operator: Operator
afterEach(() => operator.close())

async function start(settings: Record<string, string>, options: CloudflareOptions = {}): Promise<void> {
  operator = await startOperator(options)
  operator.write(settings)
}

function expectNothingSent(): void {
  expect(operator.cloudflare.calls.filter((call) => !call.startsWith('GET'))).toEqual([])
}

/** Each test starts Wrangler several times, which takes its time on a busy machine. */
const PATIENCE_MS = 1_800_000

describe('npm run deploy', { timeout: PATIENCE_MS }, () => {
  test('without a terminal names all that is missing, and ends', async () => {
    await start({ APP_KEY: '1000000' })
    const { exitCode, lastLine } = await operator.deploy()
    expect(exitCode).toBe(1)
    expect(lastLine).toMatch(
      /^PROVIDER is missing; APP_SECRET is missing; ACCESS_TOKEN is missing; ADMIN_TOKEN is missing: put it into/,
    )
    expectNothingSent()
  })

  test('does not send what the worker would refuse, and does not show it', async () => {
    await start({ ...SETTINGS, ADMIN_TOKEN: 'short', MAX_QPS: 'many' })
    const { exitCode, output, lastLine } = await operator.deploy()
    expect(exitCode).toBe(1)
    expect(lastLine).toMatch(/MAX_QPS must be a number.*ADMIN_TOKEN must have 16/)
    expect(output).not.toMatch(/short|many/)
    expectNothingSent()
  })

  test.each([
    [
      'nobody is logged in',
      {},
      { CLOUDFLARE_API_TOKEN: '' },
      /^Not logged in to Cloudflare: run npm run wrangler -- login/,
    ],
    ['the token is wrong', {}, { CLOUDFLARE_API_TOKEN: 'x' }, /^Cloudflare does not accept the login/],
    [
      'Cloudflare cannot be reached',
      {},
      { CLOUDFLARE_API_BASE_URL: 'http://127.0.0.1:9/client/v4' },
      /^Cloudflare cannot be reached: check the network/,
    ],
    [
      'the account has no workers.dev address',
      { subdomain: null },
      {},
      /^Your Cloudflare account has no workers.dev address/,
    ],
  ])('says so in one sentence if %s', async (_, options, env, sentence) => {
    await start(SETTINGS, options)
    const { exitCode, lastLine } = await operator.deploy(['--yes'], { env })
    expect(exitCode).toBe(1)
    expect(lastLine).toMatch(sentence)
    expect(operator.cloudflare.store.scripts.size).toBe(0)
  })

  test('says so if there is no room for its storage', async () => {
    await start(SETTINGS)
    operator.cloudflare.store.maxNamespaces = 1
    const { exitCode, lastLine } = await operator.deploy(['--yes'])
    expect(exitCode).toBe(1)
    expect(lastLine).toMatch(
      /^Your account has no room for two more KV namespaces: .* Nothing was deployed\.$/,
    )
  })

  test('does not overwrite another program of its name', async () => {
    await start(SETTINGS)
    const { store } = operator.cloudflare
    const metadata = { main_module: 'shop.js', bindings: [], compatibility_date: '2026-01-01' }
    const version = store.addVersion('find-on-1688', metadata, { 'shop.js': 'export default {}' })
    store.script('find-on-1688').deployed = version
    const { exitCode, lastLine } = await operator.deploy(['--yes'])
    expect(exitCode).toBe(1)
    expect(lastLine).toMatch(
      /^Another program is deployed as find-on-1688 in this account: choose another name/,
    )
    expect(store.script('find-on-1688').deployed).toBe(version)
  })

  test('a dry run needs neither an account nor a setting, and sends nothing', async () => {
    await start({})
    const { exitCode, output } = await operator.deploy(['--dry-run'], { env: { CLOUDFLARE_API_TOKEN: '' } })
    expect(exitCode).toBe(0)
    expect(output).toMatch(/^✓ built: /m)
    expect(output).toMatch(/^– APP_SECRET is missing/m)
    expect(operator.cloudflare.calls).toEqual([])
  })

  test('several app keys are enough', async () => {
    const apps = [{ appKey: '1', appSecret: 's', accessToken: 't' }]
    await start({
      PROVIDER: 'dropship',
      APP_KEYS: JSON.stringify(apps),
      ADMIN_TOKEN: 'an-admin-token-of-mine',
    })
    const { output } = await operator.deploy(['--yes'])
    expect(output).toMatch(/^✓ deployed/m)
  })

  test.runIf(process.platform === 'linux')(
    'asks at a terminal, and does not show what is typed',
    async () => {
      await start({})
      const typed = ['3', '1000000', 'typed-app-secret', 'too-short', 'typed-admin-token', 'y']
      const { output } = await operator.deploy([], { typed })
      expect(output).toMatch(/Which API has your app been granted/)
      expect(output).toMatch(/ADMIN_TOKEN must have 16/)
      expect(output).toMatch(/^✓ deployed find-on-1688/m)
      expect(output).not.toMatch(/typed-|too-short/)
      const bindings = operator.cloudflare.store.script('find-on-1688').deployed?.metadata.bindings ?? []
      const texts = Object.fromEntries(bindings.map(({ name, text }) => [name, text]))
      expect(texts).toMatchObject({
        PROVIDER: 'image-search',
        APP_KEY: '1000000',
        APP_SECRET: 'typed-app-secret',
        ADMIN_TOKEN: 'typed-admin-token',
      })
    },
  )
})
