/** Text in an encoding that `TextEncoder` cannot write: the decoder's own table, read backwards. */
export function encodeText(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const table = bytesByCharacter(encoding)
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}

const tables = new Map<string, Map<string, number[]>>()

function bytesByCharacter(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding)
  const add = (bytes: number[]) => {
    const [character, ...others] = decoder.decode(new Uint8Array(bytes))
    if (character && others.length === 0 && character !== '\uFFFD' && !table.has(character))
      table.set(character, bytes)
  }
  for (let byte = 0; byte < 0x100; byte++) add([byte])
  for (let first = 0x80; first < 0x100; first++)
    for (let second = 0x40; second < 0x100; second++) add([first, second])
  tables.set(encoding, table)
  return table
}
