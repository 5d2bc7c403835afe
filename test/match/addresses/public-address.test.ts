import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.1.1',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80b::200e',
  '2400:3200::1',
])('%s is on the internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine, by another of its numbers', '127.200.3.4'],
  ['no host', '0.0.0.0'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.254'],
  ['private', '192.168.1.1'],
  ['behind a carrier', '100.64.0.1'],
  ['behind a carrier', '100.127.255.254'],
  ['link-local, where clouds keep their secrets', '169.254.169.254'],
  ['multicast', '224.0.0.251'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['a benchmark', '198.18.0.1'],
  ['documentation', '203.0.113.9'],
  ['this machine', '::1'],
  ['no host', '::'],
  ['link-local', 'fe80::1'],
  ['link-local with its interface', 'fe80::1%eth0'],
  ['a private network', 'fd00:ec2::254'],
  ['multicast', 'ff02::1'],
  ['IPv4 in IPv6', '::ffff:127.0.0.1'],
  ['public IPv4 in IPv6, too: nothing needs it', '::ffff:8.8.8.8'],
  ['IPv4 through NAT64', '64:ff9b::7f00:1'],
  ['IPv4 through 6to4', '2002:7f00:1::'],
  ['IPv4 through Teredo', '2001:0:7f00:1::'],
  ['documentation', '2001:db8::1'],
  ['not an address', 'localhost'],
  ['not an address', '0x7f.1'],
  ['not an address', ''],
])('%s: %s is not', (_, address) => {
  expect(isPublicAddress(address)).toBe(false)
})
