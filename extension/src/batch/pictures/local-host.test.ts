import { expect, test } from 'vitest'
import { isLocalHost } from './local-host.ts'

const hostOf = (address: string) => new URL(address).hostname

test.each([
  'http://192.168.1.1/',
  'http://10.0.0.8/a.jpg',
  'http://172.31.0.1/',
  'http://127.1/',
  'http://0x7f.0.0.1/',
  'http://2130706433/',
  'http://169.254.169.254/latest/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://[2002:c0a8:101::]/',
  'http://localhost:8080/',
  'http://router/',
  'http://router./',
  'http://printer.local/',
  'http://nas.home.arpa/',
])('%s is here', (address) => {
  expect(isLocalHost(hostOf(address))).toBe(true)
})

test.each([
  'https://img.example.com/a.jpg',
  'https://localhost.example.com/',
  'http://8.8.8.8/',
  'http://172.32.0.1/',
  'http://100.128.0.1/',
  'http://[2606:4700::1111]/',
  'https://商店.中国/',
])('%s is on the internet', (address) => {
  expect(isLocalHost(hostOf(address))).toBe(false)
})
