/** Zeros of the scripts whose digits shops use: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]

/** With ASCII digits, plain spaces and points, without what only steers the direction of writing. */
export function plainCharacters(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Nd}/gu, (digit) => {
        const code = digit.codePointAt(0) ?? 0
        const zero = ZEROS.find((each) => code >= each && code <= each + 9)
        return zero === undefined ? digit : String(code - zero)
      })
      .replace(/(?<=\d)٬(?=\d)/g, '')
      .replace(/(?<=\d)٫(?=\d)/g, '.')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      // "499,-" and "499:-" are even amounts.
      .replace(/(?<=\d)[,.:] ?[-–—]+(?! ?\d)/g, '')
  )
}
