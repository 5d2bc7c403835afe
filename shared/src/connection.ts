/** What the extension needs to reach a worker. */
export interface Connection {
  address: string
  key: string
}

const CODE = /^find1688:(https?:\/\/[\w.-]+(?::\d{1,5})?)#([\x21-\x7e]{1,512})$/

/** Address and key in one string to paste: `find1688:` and the address with the key as its fragment. */
export function connectionCode({ address, key }: Connection): string {
  return `find1688:${address.replace(/\/+$/, '')}#${key}`
}

/** The address and key of a connection code; `undefined` if the text is not one. */
export function readConnectionCode(text: string): Connection | undefined {
  const [, address, key] = CODE.exec(text.replace(/\s+/g, '')) ?? []
  return address && key ? { address, key } : undefined
}
