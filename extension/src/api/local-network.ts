/** Of this machine, and of private networks (RFC 1918, 4193, 3927, 6762). */
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])|\.local$/

/**
 * Whether the user or an administrator has forbidden the browser to let the extension speak to this machine or network.
 * The names are Chrome's; before it told the two apart it had one for both, and other browsers may know none.
 */
export async function isLocalNetworkDenied(address: string): Promise<boolean> {
  const host = URL.parse(address)?.hostname ?? ''
  const own = LOOPBACK.test(host) ? 'loopback-network' : PRIVATE.test(host) ? 'local-network' : undefined
  if (!own) return false
  for (const name of [own, 'local-network-access'])
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state === 'denied'
    } catch {
      // The next name.
    }
  return false
}
