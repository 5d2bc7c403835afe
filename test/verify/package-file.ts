import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { type Files, unzip, ZipError } from '../tools/unzip.ts'
import { withoutSignature } from './store-signature.ts'

/** What `npm run pack` and `npm run build` write. */
export type Part = 'chrome' | 'firefox' | 'sources' | 'worker'

/** Something that claims to be one of our packages. */
export interface Package {
  part: Part
  /** Unknown for the worker. */
  version?: string
  files: Files
  /** The whole zip; not of a folder, nor of a zip that a store has packed again. */
  zip?: Buffer
  /** What a store has added, which is not in `files`. */
  signature: string[]
  /** One file of a folder, compared alone. */
  alone: boolean
}

/** A sentence about a file that cannot be compared. */
export class NoPackage extends Error {}

/**
 * Reads a zip, a store's CRX or XPI, the folder of a built extension, or the worker's bundle (its folder or one script).
 * Throws {@link NoPackage}.
 */
export function readPackage(path: string): Package {
  const kind = statSync(path, { throwIfNoEntry: false })
  if (!kind) throw new NoPackage('There is no such file.')
  if (kind.isDirectory()) return recognize(filesBelow(path))
  if (/\.m?js(\.map)?$/.test(path)) {
    const files = new Map([[basename(path), readFileSync(path)]])
    return { part: 'worker', files, signature: [], alone: true }
  }
  const bytes = readFileSync(path)
  const crx = crxHeaderBytes(bytes)
  if (crx === 0) return recognize(unzipped(bytes), bytes)
  const found = recognize(unzipped(bytes.subarray(crx)))
  return { ...found, signature: ['the header of the CRX', ...found.signature] }
}

function recognize(files: Files, zip?: Buffer): Package {
  const manifest = jsonIn(files, 'manifest.json')
  const project = jsonIn(files, 'package.json')
  if (manifest) {
    const part = manifest.browser_specific_settings ? 'firefox' : 'chrome'
    const { files: ours, signature } = withoutSignature(part, files)
    const version = String(manifest.version)
    return {
      ...{ part, version, files: ours, signature, alone: false },
      ...(zip && signature.length === 0 && { zip }),
    }
  }
  if (project && files.has('SOURCES.md'))
    return {
      ...{ part: 'sources', version: String(project.version), files, signature: [], alone: false },
      ...(zip && { zip }),
    }
  if (!zip && files.has('index.js')) return { part: 'worker', files, signature: [], alone: false }
  throw new NoPackage('This is neither the extension, nor its sources, nor the worker.')
}

function unzipped(zip: Buffer): Files {
  try {
    return unzip(zip)
  } catch (error) {
    if (error instanceof ZipError) throw new NoPackage(`This ${error.message}.`)
    throw error
  }
}

/** A CRX is a zip after a signed header: "Cr24", its version, the length of the rest of the header. */
function crxHeaderBytes(bytes: Buffer): number {
  const isCrx = bytes.length >= 12 && bytes.toString('latin1', 0, 4) === 'Cr24'
  return isCrx ? 12 + bytes.readUInt32LE(8) : 0
}

function filesBelow(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return new Map(
    paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path)] as const),
  )
}

function jsonIn(files: Files, name: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(`${files.get(name)}`)
  } catch {
    return undefined
  }
}
