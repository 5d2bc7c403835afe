/** Where a worker that listens on a host is reached from this machine. */
export function localAddress(host: string, port: number): string {
  if (['0.0.0.0', '::'].includes(host)) return `http://127.0.0.1:${port}`
  // A connection code holds no IPv6 address.
  return `http://${host === '::1' ? 'localhost' : host}:${port}`
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
