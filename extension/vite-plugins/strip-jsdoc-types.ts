import { readFile } from 'node:fs/promises'
import type { WxtViteConfig } from 'wxt'

type Plugin = Extract<NonNullable<WxtViteConfig['plugins']>[number], { name: string }>

/** The modules that are put into evidence files as text. */
const SCRIPTS = /[\\/]evidence[\\/]verifier[\\/][\w-]+\.js\?raw$/

/** Removes the types from the JSDoc comments of these scripts: 4 kB that only the compiler needs. */
export function stripJsdocTypes(): Plugin {
  return {
    name: 'strip-jsdoc-types',
    enforce: 'pre',
    async load(id) {
      if (!SCRIPTS.test(id)) return undefined
      const source = await readFile(id.replace(/\?raw$/, ''), 'utf8')
      return `export default ${JSON.stringify(withoutTypes(source))}`
    },
  }
}

function withoutTypes(source: string): string {
  return (
    source
      .replace(/^ *\/\*\* @.*\*\/\n/gm, '')
      .replace(/\/\*\* @type .*?\*\/ ?/g, '')
      .replace(/^ *\* @.*\n/gm, '')
      // Empty lines at the end of a comment, and comments without anything else.
      .replace(/(^ *\*\n)+(?= *\*\/)/gm, '')
      .replace(/^ *\/\*\*\n *\*\/\n/gm, '')
  )
}
