import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../tools/paths.ts'
import { runProgram } from '../tools/run-program.ts'

/**
 * Of the tools, what is built into what ships: of WXT its own runtime and what that is made of, and the viewer of /docs. A
 * test compares.
 */
const BUNDLED_TOOLS = /^pkg:npm\/(?:wxt|%40wxt-dev\/browser|%40wxt-dev\/storage|superlock|swagger-ui-dist)@/

interface Component {
  'bom-ref': string
}

interface Dependency {
  ref: string
  dependsOn?: string[]
}

/** A CycloneDX document, as far as it is changed here. */
interface Sbom {
  serialNumber?: string
  metadata: { timestamp?: string; component: Component }
  components: Component[]
  dependencies: Dependency[]
}

/**
 * Writes the bill of materials into `outDir`, beside the zips: the packages whose code is in the extension or the worker,
 * with hashes and licences. The same lockfile gives the same bytes.
 */
export async function writeSbom(outDir = join(ROOT, 'extension', '.output')): Promise<string> {
  const { version, packageManager } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const file = join(outDir, `find-on-1688-${version}-sbom.cdx.json`)
  await mkdir(outDir, { recursive: true })
  await rm(file, { force: true })
  const everything = await askPnpm(packageManager, [])
  const { components } = await askPnpm(packageManager, ['--prod'])
  const shipped = new Set(components.map((one) => one['bom-ref']))
  const sbom = reproducible(only(everything, (ref) => shipped.has(ref) || BUNDLED_TOOLS.test(ref)))
  await writeFile(file, `${JSON.stringify(sbom, undefined, 2)}\n`)
  return file
}

async function askPnpm(pnpm: string, more: string[]): Promise<Sbom> {
  const folder = await mkdtemp(join(tmpdir(), 'sbom-'))
  const file = join(folder, 'sbom.json')
  const format = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application']
  const workspaces = ['extension', 'worker'].flatMap((name) => ['--filter', `@find-on-1688/${name}`])
  let output = ''
  const code = await runProgram(
    'npx',
    ['--yes', pnpm, 'sbom', ...format, ...more, ...workspaces, '--out', file],
    {
      write: (text) => {
        output += text
      },
      shell: process.platform === 'win32',
    },
  )
  if (code !== 0) throw new Error(`pnpm sbom failed:\n${output}`)
  const text = await readFile(file, 'utf8')
  await rm(folder, { recursive: true })
  return JSON.parse(text)
}

/** The document without components that are not in what is built. */
function only(sbom: Sbom, isShipped: (ref: string) => boolean): Sbom {
  const root = sbom.metadata.component['bom-ref']
  return {
    ...sbom,
    components: sbom.components.filter((one) => isShipped(one['bom-ref'])),
    dependencies: sbom.dependencies
      .filter(({ ref }) => ref === root || isShipped(ref))
      .map(({ dependsOn = [], ...one }) => ({ ...one, dependsOn: dependsOn.filter(isShipped).sort() })),
  }
}

/** pnpm lists packages in the order in which it has read them, and adds the time and a random number. */
function reproducible({ serialNumber: _, ...sbom }: Sbom): Sbom {
  const { timestamp: __, ...metadata } = sbom.metadata
  const components = sbom.components.toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  const dependencies = sbom.dependencies.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  const stable = { ...sbom, metadata, components, dependencies }
  return { ...stable, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(stable))}` }
}

/** RFC 9562, version 8: a hash of the text. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}
