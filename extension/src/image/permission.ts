/** What has to be allowed for a picture's bytes to be read: its host, at any port, which patterns cannot tell apart. */
export function permissionFor(address: string): { host: string; pattern: string } | undefined {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined
  return { host: url.hostname, pattern: `${url.protocol}//${url.hostname}/*` }
}
