/** The page that shows the interface's description to a person. */
export async function docsModule(): Promise<string> {
  return `export const page = ${JSON.stringify('<!doctype html><title>Find on 1688: API</title>')}\n`
}
