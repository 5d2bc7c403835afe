import { BlockList, isIP } from 'node:net'

/** IPv4 that is no public host: https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast. */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** The one block of IPv6 that hosts of the internet have addresses in. */
const GLOBAL_V6 = ['2000::/3']

/**
 * What is in it and is no public host, or hides an IPv4 address that could be a private one (Teredo, 6to4):
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const notPublicV4 = blocks(NOT_PUBLIC_V4, 'ipv4')
const globalV6 = blocks(GLOBAL_V6, 'ipv6')
const notPublicV6 = blocks(NOT_PUBLIC_V6, 'ipv6')

/**
 * Whether an IP address, as text without brackets, is one of the internet's: neither this machine, nor its network, nor
 * anything else that only a request from here can reach.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !notPublicV4.check(address, 'ipv4')
  // A scope (`%eth0`) is of this machine's network.
  if (family !== 6 || address.includes('%')) return false
  return globalV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6')
}

function blocks(subnets: string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', prefix] = subnet.split('/')
    list.addSubnet(net, Number(prefix), family)
  }
  return list
}
