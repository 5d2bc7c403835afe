import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tools/paths.ts'

/** What Firefox and its store accept: an e-mail-like id or a GUID, of at most 80 characters. */
const VALID = /^(?=.{1,80}$)([\w.-]*@[\w.-]+|\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\})$/i

/** Under which id Firefox knows the add-on: a setting of the project, so that everyone builds the same files. */
export function geckoId(): string {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).geckoId
}

/** Why an add-on with this id must not be uploaded, and what to do; `undefined` if it may. An id cannot be changed later. */
export function refusalOf(id: unknown): string | undefined {
  const remedy =
    'Set "geckoId" in package.json to an id of your own, such as find-on-1688@your-domain, and pack again. ' +
    'Zips that only you load: npm run pack -- --local'
  if (typeof id !== 'string' || !VALID.test(id))
    return `Firefox does not accept the add-on id ${JSON.stringify(id)}. ${remedy}`
  if (/\.example$/i.test(id)) return `The add-on still has the example id ${id}. ${remedy}`
  return undefined
}

/** Why an extension with this address of its project must not be uploaded: whoever owns that account would be its home. */
export function homeRefusalOf(homepage: string): string | undefined {
  return homepage.includes('YOUR-ACCOUNT')
    ? 'Set "homepage", "repository" and "bugs" in package.json to the addresses of your own project, and pack again.'
    : undefined
}
