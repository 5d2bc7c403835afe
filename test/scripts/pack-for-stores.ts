import { join } from 'node:path'
import project from '../../package.json' with { type: 'json' }
import { ROOT } from '../tools/paths.ts'
import { geckoId, homeRefusalOf, refusalOf } from './gecko-id.ts'
import { type Packed, packExtension } from './pack-extension.ts'

export const OUTPUT = join(ROOT, 'extension', '.output')
/** Away from what is uploaded. */
const LOCAL_OUTPUT = join(OUTPUT, 'local')

/**
 * Packs what is uploaded or, with `local`, what only the person who packs it loads.
 *
 * @throws {RangeError} if the add-on's id or its project's address is not one to upload; the message says what to set
 */
export async function packForStores(
  { local }: { local: boolean },
  { id = geckoId() as unknown, home = project.homepage, pack = packExtension } = {},
): Promise<Packed> {
  if (local) return pack(LOCAL_OUTPUT)
  const refusal = refusalOf(id) ?? homeRefusalOf(home)
  if (refusal) throw new RangeError(refusal)
  return pack(OUTPUT)
}
