import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PATHS } from '@find-on-1688/shared'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../fakes/sandbox/index.ts'
import { CACHE, programOf, ROOT } from '../../tools/paths.ts'
import { runNode } from '../../tools/run-program.ts'

/** Each generator has a project of its own in it. Inside of the package `test`, where the generators are installed. */
const FOLDER = join(CACHE, 'generated-clients')
const GENERATORS = ['hey-api', 'openapi-typescript']
const COMPILER = {
  target: 'ES2024',
  module: 'preserve',
  moduleResolution: 'bundler',
  strict: true,
  noUncheckedIndexedAccess: true,
  types: ['node'],
  typeRoots: [join(ROOT, 'test/node_modules/@types')],
}
/** What uses a client, under the strictest rules. */
const PROGRAM = {
  compilerOptions: { ...COMPILER, exactOptionalPropertyTypes: true, noEmit: true },
  include: ['*.ts'],
}
/** Hey API also generates a runtime, which does not follow the last of these rules: it is a project of its own. */
const HEY_API_CLIENT = {
  compilerOptions: { ...COMPILER, declaration: true, rootDir: '.', outDir: '..' },
  include: ['find-on-1688'],
  // By default, all of `outDir`.
  exclude: [],
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ provider: 'crossborder' })
  const guide = await readFile(join(ROOT, 'docs/generated-clients.md'), 'utf8')
  const [heyApi = '', generate = '', openapiFetch = ''] = [...guide.matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, program]) => program,
  )
  await rm(FOLDER, { recursive: true, force: true })
  const picture = sandbox.shop.pictures.find(({ story }) => story === 'main')
  for (const generator of GENERATORS) {
    await mkdir(join(FOLDER, generator), { recursive: true })
    await writeFile(join(FOLDER, generator, 'tsconfig.json'), JSON.stringify(PROGRAM))
    await writeFile(join(FOLDER, generator, 'picture.jpg'), picture?.bytes ?? '')
  }
  await writeFile(join(FOLDER, 'hey-api', 'search.ts'), heyApi)
  await mkdir(join(FOLDER, 'hey-api', 'generated'))
  await writeFile(join(FOLDER, 'hey-api', 'generated', 'tsconfig.json'), JSON.stringify(HEY_API_CLIENT))
  await writeFile(join(FOLDER, 'openapi-typescript', 'search.ts'), openapiFetch)
  await writeFile(join(FOLDER, 'openapi-typescript', 'generate.mts'), generate)
})
afterAll(() => sandbox?.close())

async function run(generator: string, program: string, args: string[] = [], more: object = {}) {
  let said = ''
  const write = (text: string) => {
    said += text
  }
  const environment = { PROXY: sandbox.workerUrl, KEY: sandbox.clientKey, IMAGE_URL: address(), ...more }
  const options = { cwd: join(FOLDER, generator), write, env: { ...process.env, ...environment } }
  return { code: await runNode(program, args, options), said }
}

/** Of a picture on the platform. */
function address(): string {
  return `${sandbox.gateway.url.replace('/openapi', '')}/img/${sandbox.gateway.catalogue.offers[0]?.picture}.jpg`
}

const compile = (project: string) =>
  run(project, programOf('.', 'typescript', 'bin/tsc'), ['-p', join(FOLDER, project)])

test('Hey API generates a client', async () => {
  const program = programOf('test', '@hey-api/openapi-ts', 'bin/run.js')
  const paths = ['-i', sandbox.workerUrl + PATHS.openapi, '-o', 'generated/find-on-1688']
  const { code, said } = await run('hey-api', program, [...paths, '--no-log-file'])
  expect(code, said).toBe(0)
  expect(await compile('hey-api/generated')).toEqual({ code: 0, said: '' })
})

test('openapi-typescript generates types', async () => {
  await linkCompiler()
  const { code, said } = await run('openapi-typescript', 'generate.mts')
  expect(said).toBe('')
  expect(code).toBe(0)
})

/** The one that the generator writes with; the repository's own has no interface for programs. */
async function linkCompiler(): Promise<void> {
  const modules = join(FOLDER, 'openapi-typescript', 'node_modules')
  await mkdir(modules, { recursive: true })
  const itself = import.meta.resolve('openapi-typescript')
  await symlink(new URL('../../typescript', itself), join(modules, 'typescript'), 'junction')
}

describe.each(GENERATORS)('the client of %s', (generator) => {
  test('compiles under the strictest rules', async () => {
    expect(await compile(generator)).toEqual({ code: 0, said: '' })
  })

  test('does not compile where it takes money for a number', async () => {
    const path = join(FOLDER, generator, 'search.ts')
    const program = await readFile(path, 'utf8')
    await writeFile(path, `${program}\nexport const price: number = found.data?.offers[0]?.price ?? 0\n`)
    const { said } = await compile(generator)
    await writeFile(path, program)
    expect(said).toMatch(/search\.ts.*TS2322: Type '.*string.*' is not assignable to type 'number'/)
  })

  test('finds offers by a picture and by its address, and hears why it may not', async () => {
    await build({
      absWorkingDir: join(FOLDER, generator),
      entryPoints: ['search.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: join(FOLDER, generator, 'search.mjs'),
      logLevel: 'error',
    })
    const { code, said } = await run(generator, 'search.mjs')
    for (const id of sandbox.shop.offerIds('main').slice(0, 1))
      expect(said).toContain(`https://detail.1688.com/offer/${id}.html`)
    expect(said).toMatch(new RegExp(`^${sandbox.gateway.catalogue.offers[0]?.offerId} `, 'm'))
    expect(code).toBe(0)
    const refused = await run(generator, 'search.mjs', [], { KEY: 'another' })
    expect(refused.said).toMatch(/^unauthorized The client key is missing, invalid/m)
    expect(refused.said).not.toContain('https://detail.1688.com')
  })
})
