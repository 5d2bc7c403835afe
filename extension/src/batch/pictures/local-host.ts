/** Without those of documentation and benchmarks, which lead nowhere: https://www.iana.org/assignments/iana-ipv4-special-registry */
const LOCAL_V4 =
  /^(?:0|10|127|22[4-9]|2[3-5]\d)\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./
/** The internet's are in 2000::/3, where 6to4 and Teredo hide an IPv4 address. */
const PUBLIC_V6 = /^\[[23][\da-f]{3}:/
const HIDING_V6 = /^\[(?:2002:|2001:0?:)/
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/

/** Whether a `URL.hostname` is this computer or in its network, going by how it is written. */
export function isLocalHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[')) return !PUBLIC_V6.test(host) || HIDING_V6.test(host)
  if (/^[\d.]+$/.test(host)) return LOCAL_V4.test(host)
  return !host.includes('.') || LOCAL_NAME.test(host)
}
