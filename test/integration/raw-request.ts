import { connect } from 'node:net'
import { PATHS } from '@find-on-1688/shared'

/** Sends the head of a search and then what `send` writes of its body, over a plain socket. Resolves to the answer. */
export function sendRaw(
  workerUrl: string,
  headers: string[],
  send: (write: (bytes: Uint8Array | string) => void) => void,
): Promise<string> {
  const { hostname, port } = new URL(workerUrl)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (data) => {
      answer += data
      if (answer.includes('\r\n\r\n')) socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.on('connect', () => {
      socket.write(
        `${[`POST ${PATHS.search} HTTP/1.1`, `Host: ${hostname}`, ...headers].join('\r\n')}\r\n\r\n`,
      )
      send((bytes) => socket.writable && socket.write(bytes))
    })
  })
}
