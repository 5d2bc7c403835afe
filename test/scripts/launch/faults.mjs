/** What programs and systems call the same faults. */
const FULL = /\bENOSPC\b|\bEDQUOT\b|no space left on device|disk quota exceeded/i
const READ_ONLY = /\bEROFS\b|read-only file system/i
const DENIED = /\bEACCES\b|\bEPERM\b|permission denied|operation not permitted/i
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|CERT_\w+)\b|connection refused|dns error|operation timed out/i
const PATH = /'([^'\n]+)'/

/**
 * A sentence about a fault of the disk, with what to do; `undefined` for any other fault.
 *
 * @param error an error of Node's, or a text in which a program tells of one
 */
export function systemFault(error) {
  const text = typeof error === 'string' ? unwrapped(error) : `${error?.code} ${error?.message}`
  const place = (pattern) => PATH.exec(text.slice(pattern.exec(text)?.index))?.[1] ?? 'a file that it needs'
  if (FULL.test(text)) return 'The disk is full: free some space, and run the command again.'
  if (READ_ONLY.test(text))
    return `The disk is read-only at ${place(READ_ONLY)}: clone the repository to one that can be written.`
  if (DENIED.test(text))
    return `This account may not write ${place(DENIED)}: run the command as the owner of the folder, or change the owner.`
  return undefined
}

/** A sentence about why the packages could not be installed, from what npx and pnpm print; `undefined` if it is unclear. */
export function installationFault(output, env) {
  const text = unwrapped(output)
  const onDisk = systemFault(text)
  if (onDisk) return onDisk
  const [code] = UNREACHABLE.exec(text) ?? []
  if (!code) return undefined
  const proxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find((name) => env[name])
  const check = proxy ? `the network and ${proxy}` : 'the network'
  return `The packages could not be downloaded, because the npm registry cannot be reached (${code}): check ${check}, and run the command again.`
}

/** pnpm breaks its sentences after 80 characters. */
function unwrapped(text) {
  return text.replace(/\n {2,}/g, ' ')
}
