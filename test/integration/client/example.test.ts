import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectionCode } from '@find-on-1688/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import { CACHE, programOf, ROOT } from '../../tools/paths.ts'
import { runNode } from '../../tools/run-program.ts'

/** Inside of the package `test`, which may import the client. */
const FOLDER = join(CACHE, 'client-example')
const PROJECT = {
  extends: join(ROOT, 'tsconfig.base.json'),
  compilerOptions: { lib: ['ES2024'], types: ['node'], typeRoots: [join(ROOT, 'test/node_modules/@types')] },
  include: ['*.ts'],
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ provider: 'crossborder' })
  mkdirSync(FOLDER, { recursive: true })
  const [, example = ''] =
    /^```ts\n(.*?)^```/ms.exec(readFileSync(join(ROOT, 'docs/client.md'), 'utf8')) ?? []
  writeFileSync(join(FOLDER, 'search.ts'), example)
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(PROJECT))
  const picture = sandbox.shop.pictures.find(({ story }) => story === 'main')
  writeFileSync(join(FOLDER, 'picture.jpg'), picture?.bytes ?? '')
})
afterAll(() => sandbox?.close())

async function run(args: string[], environment: Record<string, string> = {}) {
  let said = ''
  const write = (text: string) => {
    said += text
  }
  const [program = '', ...rest] = args
  const env = { ...process.env, ...environment }
  return { code: await runNode(program, rest, { cwd: FOLDER, write, env }), said: () => said }
}

test('the example of docs/client.md compiles', async () => {
  const { code, said } = await run([programOf('.', 'typescript', 'bin/tsc'), '-p', FOLDER])
  expect(said()).toBe('')
  expect(code).toBe(0)
})

test('it finds offers, and says what is wrong', async () => {
  const code = connectionCode({ address: sandbox.workerUrl, key: sandbox.clientKey })
  const found = await run([join(FOLDER, 'search.ts'), 'picture.jpg'], { FIND_ON_1688: code })
  expect(found.said()).toContain('searching')
  for (const id of sandbox.shop.offerIds('main').slice(0, 1))
    expect(found.said()).toContain(`https://detail.1688.com/offer/${id}.html`)
  expect(found.code).toBe(0)
  const refused = await run([join(FOLDER, 'search.ts'), 'picture.jpg'], { FIND_ON_1688: `${code}x` })
  expect(refused.said()).toMatch(/\(unauthorized, [\w-]+\)/)
})
