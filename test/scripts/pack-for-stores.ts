import { join } from 'node:path'
import { ROOT } from '../tools/paths.ts'
import { geckoId, refusalOf } from './gecko-id.ts'
import { type Packed, packExtension } from './pack-extension.ts'

export const OUTPUT = join(ROOT, 'extension', '.output')
/** Away from what is uploaded. */
const LOCAL_OUTPUT = join(OUTPUT, 'local')

/**
 * Packs what is uploaded or, with `local`, what only the person who packs it loads.
 *
 * @throws {RangeError} if the add-on's id is not one to upload; the message says what to set
 */
export async function packForStores(
  { local }: { local: boolean },
  { id = geckoId() as unknown, pack = packExtension } = {},
): Promise<Packed> {
  if (local) return pack(LOCAL_OUTPUT)
  const refusal = refusalOf(id)
  if (refusal) throw new RangeError(refusal)
  return pack(OUTPUT)
}
