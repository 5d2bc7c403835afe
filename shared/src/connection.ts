/** What the extension needs to reach a worker. */
export interface Connection {
  address: string
  key: string
}

const PREFIX = 'find1688:'

/** Address and key in one string, to be pasted once: `find1688:` and the address with the key as its fragment. */
export function connectionCode({ address, key }: Connection): string {
  return `${PREFIX}${new URL(address).origin}#${key}`
}

/** The address and key of a connection code; `undefined` where the text is none. */
export function readConnectionCode(text: string): Connection | undefined {
  const compact = text.replace(/\s+/g, '')
  if (!compact.startsWith(PREFIX)) return undefined
  const url = URL.parse(compact.slice(PREFIX.length))
  const key = url?.hash.slice(1)
  if (!url || !/^https?:$/.test(url.protocol) || !key || !/^[\x21-\x7e]{1,512}$/.test(key)) return undefined
  return url.username || url.password ? undefined : { address: url.origin, key }
}
