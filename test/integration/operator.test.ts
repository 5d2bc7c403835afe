import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createClient } from '@find-on-1688/shared/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PATIENT, type Sandbox, startSandbox } from '../fakes/sandbox/index.ts'
import { ROOT } from '../tools/paths.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ provider: 'crossborder' })
})
afterAll(() => sandbox?.close())

/** Runs a command like an operator, and answers its prompt. */
function run(
  command: string,
  args: string[],
  env: Record<string, string>,
  answer?: (said: string) => string | undefined,
) {
  const child = spawn(process.execPath, [join(ROOT, 'test', 'scripts', `${command}.ts`), ...args], {
    env: { ...process.env, ...env },
  })
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    let said = ''
    let isAnswered = false
    const onOutput = (data: Buffer) => {
      said += data
      const reply = isAnswered ? undefined : answer?.(said)
      if (reply === undefined) return
      isAnswered = true
      child.stdin.end(`${reply}\n`)
    }
    child.stdout.on('data', onOutput)
    child.stderr.on('data', onOutput)
    child.on('exit', (code) => resolve({ code, said }))
  })
}

describe('the operator', () => {
  const asOperator = () => ({ ADMIN_TOKEN: sandbox.adminToken })

  test('runs the doctor and reads that everything works, and which provider to use', async () => {
    const { code, said } = await run('doctor', ['--worker', sandbox.workerUrl], asOperator())
    expect(said).toMatch(/✓ key and signature/)
    expect(said).toMatch(/✓ crossborder search/)
    expect(said).toContain('PROVIDER crossborder is the right one.')
    expect(said).not.toContain('✗')
    expect(code).toBe(0)
  })

  test("sees which permission is missing, with the platform's code and a remedy", async () => {
    const [app] = sandbox.gateway.apps
    if (app) app.denied = ['product.search.imageQuery']
    const { code, said } = await run('doctor', ['--worker', sandbox.workerUrl], asOperator())
    if (app) app.denied = []
    expect(said).toMatch(/✗ crossborder search .*\[gw\.APIACLDecline\]/)
    expect(said).toContain('Subscribe the app')
    expect(said).toContain('PROVIDER is crossborder; dropship is the right one.')
    expect(code).toBe(1)
  })

  test('gets a connection code that works', async () => {
    const args = ['--worker', sandbox.workerUrl, '--name', 'Anna', '--daily', '5']
    const { code, said } = await run('connect', args, asOperator())
    expect(code).toBe(0)
    const connection = said.trim().split('\n').at(-1) ?? ''
    expect(await createClient(connection, PATIENT).usage()).toMatchObject({
      client: { name: 'Anna' },
      dailySearches: { limit: 5, used: 0 },
    })
  })

  test('sees which option is missing or wrong', async () => {
    expect(await run('connect', ['--worker', sandbox.workerUrl], asOperator())).toMatchObject({ code: 1 })
    const { said } = await run('doctor', ['--worker', sandbox.workerUrl], { ADMIN_TOKEN: 'wrong' })
    expect(said).toContain('unauthorized')
    expect((await run('doctor', ['--worker', 'nowhere'], asOperator())).said).toContain('--worker')
  })

  test.each([
    ['the code', (code: string, _state: string) => code],
    ['the whole address', (code: string, state: string) => `http://localhost/?code=${code}&state=${state}`],
  ])('authorizes the app once by pasting %s', async (_name, pasted) => {
    const [app] = sandbox.gateway.apps
    const env = { APP_KEY: app?.appKey ?? '', APP_SECRET: app?.appSecret ?? '' }
    const { code, said } = await run('authorize', ['--gateway', sandbox.gateway.url], env, (text) => {
      const state = /state=(\w+)/.exec(text)?.[1]
      return text.includes('Paste') ? pasted(sandbox.gateway.issueCode(env.APP_KEY), state ?? '') : undefined
    })
    expect(code).toBe(0)
    expect(said).toContain(`ACCESS_TOKEN=${app?.accessToken}`)
    expect(said).toContain(`REFRESH_TOKEN=${app?.refreshToken}`)
    expect(said).not.toContain(env.APP_SECRET)
  })

  test('sees that a code is wrong', async () => {
    const [app] = sandbox.gateway.apps
    const env = { APP_KEY: app?.appKey ?? '', APP_SECRET: app?.appSecret ?? '' }
    const { code, said } = await run('authorize', ['--gateway', sandbox.gateway.url], env, (text) =>
      text.includes('Paste') ? 'wrong' : undefined,
    )
    expect(code).toBe(1)
    expect(said).toContain('A code works once')
  })
})
