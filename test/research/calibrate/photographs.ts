import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = process.env.PHOTOS

/**
 * The files of the photographs that the thresholds were chosen and measured by. They are not part of the project, because
 * the package that they come with is under the GPL; only `npm run calibrate` needs them, and finds them where `PHOTOS` says.
 */
export async function photographs(): Promise<string[]> {
  if (!FOLDER)
    throw new Error(
      'PHOTOS is the folder with the photographs: assets/images of the npm package @vendure/create 3.7.3 (npm pack).',
    )
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.jpg')).sort()
  return names.map((name) => join(FOLDER, name))
}

export const HAS_PHOTOGRAPHS = FOLDER !== undefined
